import { PageTitle } from '../../../../ui/parts.tsx';
import { checkTexts } from './check-texts.ts';
import { DeviceCheck, type DeviceCheckProps } from './device-check.tsx';

/** "Try your device": open to anybody, any time. */
export function DeviceCheckPage({ check }: { check: DeviceCheckProps }) {
  return (
    <>
      <PageTitle title={checkTexts.title} lead={checkTexts.lead} />
      <DeviceCheck {...check} />
    </>
  );
}
