// Sums of a period by client. Pure.
import { isToldAsAbsence } from '../confirmation/door.ts';
import { acceptedAbsences } from '../enrolments/door.ts';
import type { SummaryDay } from './queries.ts';

/** Kinds of days by which a summary is counted and filtered. */
export const dayKinds = ['attended', 'accepted', 'other', 'not-arranged', 'swapped', 'open'] as const;
export type DayKind = (typeof dayKinds)[number];

export const isDayKind = (value: string | undefined): value is DayKind =>
  (dayKinds as readonly (string | undefined)[]).includes(value);

export function kindOf(day: Pick<SummaryDay, 'class'>): DayKind {
  if (day.class === null) return 'open';
  if (acceptedAbsences.includes(day.class)) return 'accepted';
  if (day.class === 'other-absence') return 'other';
  return day.class === 'attended' || day.class === 'not-arranged' ? day.class : 'swapped';
}

export type Sums = Record<DayKind, number> & { minutes: number };

export function sumsOf(days: readonly Pick<SummaryDay, 'class' | 'minutes'>[]): Sums {
  const sums: Sums = {
    attended: 0,
    accepted: 0,
    other: 0,
    'not-arranged': 0,
    swapped: 0,
    open: 0,
    minutes: 0,
  };
  for (const day of days) {
    sums[kindOf(day)] += 1;
    sums.minutes += day.minutes;
  }
  return sums;
}

export type ClientSums = Sums & { clientId: string; clientName: string };

/** The sums of each client, in the order in which the days come. */
export function sumsByClient(days: readonly SummaryDay[]): ClientSums[] {
  const byClient = new Map<string, SummaryDay[]>();
  for (const day of days) {
    const list = byClient.get(day.clientId);
    if (list) list.push(day);
    else byClient.set(day.clientId, [day]);
  }
  return [...byClient.values()].map((list) => ({
    ...sumsOf(list),
    clientId: list[0]?.clientId ?? '',
    clientName: list[0]?.clientName ?? '',
  }));
}

/** What a table of clients shows: the kinds of days that the period has, and after several clients what all have. */
export function sumsShown(
  days: readonly SummaryDay[],
  totalName: string,
): { rows: ClientSums[]; kinds: DayKind[] } {
  const all = sumsOf(days);
  const clients = sumsByClient(days);
  return {
    rows: clients.length > 1 ? [...clients, { ...all, clientId: '', clientName: totalName }] : clients,
    kinds: dayKinds.filter((kind) => kind === 'attended' || all[kind] > 0),
  };
}

export type AbsenceSheet = {
  clientId: string;
  clientName: string;
  services: readonly SummaryDay['serviceName'][];
  absences: readonly SummaryDay[];
  /** Days without the service are no absences of the client; the payer hears of them apart. */
  notArranged: readonly SummaryDay[];
  /** An own illness went on for so long that the client sends the payer a certificate. */
  certificate: boolean;
};

/**
 * Kela's notice of absence is written for one client at a time: the absences with their dates and reasons, and apart
 * from them the days when the service was not arranged (those are no absences). Attended and swapped days are not told
 * on it. Clients without any are left out.
 */
export function absenceSheets(
  days: readonly SummaryDay[],
  certificateAfterDays = Number.POSITIVE_INFINITY,
): AbsenceSheet[] {
  const told = days.filter(
    (day) => day.class !== null && (isToldAsAbsence(day.class) || day.class === 'not-arranged'),
  );
  return sumsByClient(told).map(({ clientId, clientName }) => {
    const own = told.filter((day) => day.clientId === clientId);
    const services = new Map(own.map((day) => [day.serviceId, day.serviceName]));
    const ofClient = days.filter((day) => day.clientId === clientId);
    return {
      clientId,
      clientName,
      services: [...services.values()],
      absences: own.filter((day) => day.class !== 'not-arranged'),
      notArranged: own.filter((day) => day.class === 'not-arranged'),
      certificate: longestIllness(ofClient) > certificateAfterDays,
    };
  });
}

/** The most days in a row, weekends and days without the service included, that a client was ill. */
function longestIllness(days: readonly SummaryDay[]): number {
  let [longest, first] = [0, undefined as Temporal.PlainDate | undefined];
  for (const { day, class: dayClass } of [...days].sort((a, b) => Temporal.PlainDate.compare(a.day, b.day))) {
    if (dayClass === 'not-arranged') continue;
    if (dayClass !== 'own-illness') {
      first = undefined;
      continue;
    }
    first ??= day;
    longest = Math.max(longest, first.until(day).days + 1);
  }
  return longest;
}
