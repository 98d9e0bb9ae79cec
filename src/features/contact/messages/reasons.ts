import type { Text } from '../../../platform/language.ts';
import type { ReportReason } from './tables.ts';
import { texts } from './texts.ts';

/** The reasons for reporting a message, as people say them. */
export const reasonTexts: Record<ReportReason, Text> = {
  mean: texts.reasonMean,
  sexual: texts.reasonSexual,
  private: texts.reasonPrivate,
  selling: texts.reasonSelling,
  worry: texts.reasonWorry,
  other: texts.reasonOther,
};
