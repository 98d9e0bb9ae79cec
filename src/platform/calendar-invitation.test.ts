import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMailServer, partsOf } from '../../test/mail-server.ts';
import {
  type Invitation,
  type InvitationFile,
  type InvitedOfSeries,
  invitationFile,
  oneOfSeriesFile,
  seriesFile,
  zoneRules,
} from './calendar-invitation.ts';
import { openMail } from './mail.ts';

const zone = 'Europe/Helsinki';
const stamp = Temporal.Instant.from('2026-11-24T08:00Z');
const invitation: Invitation = {
  uid: '5f0c6c7e-1d0b-4a53-9a55-0d1c36e7a001@likista',
  organizer: { name: 'Likijärven "työ", ab; oy', email: 'noreply@likista.example' },
  receiver: { email: 'aino@example.fi' },
  title: 'Tapaaminen\r\nATTENDEE:mailto:somebody@example.fi',
  words: 'Katso: https://likista.example/time/abc, kiitos; hei',
  url: 'https://likista.example/time/abc',
  zone,
};

const wall = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const single = (at: string, sequence = 0, cancelled = false) => ({
  startsAt: wall(at),
  endsAt: wall(at).add({ minutes: 30 }),
  sequence,
  cancelled,
});
const week = (weeks: number, more: Partial<InvitedOfSeries> = {}): InvitedOfSeries => {
  const firstAt = wall('2027-03-15T09:00').toZonedDateTimeISO(zone).add({ weeks }).toInstant();
  const plain = { firstAt, startsAt: firstAt, endsAt: firstAt.add({ minutes: 30 }) };
  return { ...plain, sequence: 0, cancelled: false, ...more };
};

/** A calendar that follows what it is sent, as RFC 5546 asks: by UID, RECURRENCE-ID and SEQUENCE, read by ical.js. */
function calendarOfReceiver() {
  const kept = new Map<string, { sequence: number; component: InstanceType<typeof ICAL.Component> }>();
  const keyOf = (event: InstanceType<typeof ICAL.Component>) =>
    `${event.getFirstPropertyValue('uid')}/${event.getFirstPropertyValue('recurrence-id') ?? ''}`;
  return {
    take({ content }: InvitationFile) {
      const calendar = new ICAL.Component(ICAL.parse(content));
      for (const component of calendar.getAllSubcomponents('vtimezone'))
        ICAL.TimezoneService.register(new ICAL.Timezone({ component, tzid: zone }));
      for (const component of calendar.getAllSubcomponents('vevent')) {
        const sequence = Number(component.getFirstPropertyValue('sequence'));
        const before = kept.get(keyOf(component));
        if (before && before.sequence > sequence) continue;
        kept.set(keyOf(component), { sequence, component });
      }
    },
    /** The instants at which something begins, cancelled ones left out. */
    times(): string[] {
      const begins: string[] = [];
      const all = [...kept.values()].map(({ component }) => component);
      for (const main of all.filter((one) => !one.hasProperty('recurrence-id'))) {
        if (main.getFirstPropertyValue('status') === 'CANCELLED') continue;
        const event = new ICAL.Event(main);
        const uid = main.getFirstPropertyValue('uid');
        for (const other of all)
          if (other.hasProperty('recurrence-id') && other.getFirstPropertyValue('uid') === uid)
            event.relateException(other);
        if (!event.isRecurring()) {
          begins.push(event.startDate.toJSDate().toISOString());
          continue;
        }
        const iterator = event.iterator();
        for (let next = iterator.next(); next; next = iterator.next()) {
          const { item, startDate } = event.getOccurrenceDetails(next);
          if (item.component.getFirstPropertyValue('status') === 'CANCELLED') continue;
          begins.push(startDate.toJSDate().toISOString());
        }
      }
      return begins.sort();
    },
  };
}

const iso = (at: string) => new Date(wall(at).epochMilliseconds).toISOString();

describe('a single time', () => {
  test('is read alike by two parsers, and a title cannot bring lines of its own', () => {
    const { method, content } = invitationFile(invitation, single('2027-01-12T09:00'), stamp);
    expect(method).toBe('REQUEST');
    const [event] = Object.values(nodeIcal.parseICS(content)).filter((one) => one?.type === 'VEVENT');
    if (event?.type !== 'VEVENT') throw new Error('no event');
    expect(event.uid).toBe(invitation.uid);
    expect(event.start.toISOString()).toBe(iso('2027-01-12T09:00'));
    expect(event.end?.toISOString()).toBe(iso('2027-01-12T09:30'));
    expect(event.summary).toContain('Tapaaminen ATTENDEE');
    expect(event.dtstamp.toISOString()).toBe('2026-11-24T08:00:00.000Z');
    const component = new ICAL.Component(ICAL.parse(content));
    expect(component.getFirstPropertyValue('method')).toBe('REQUEST');
    const [read] = component.getAllSubcomponents('vevent');
    expect(read?.getAllProperties('attendee').map((one) => one.getFirstValue())).toEqual([
      'MAILTO:aino@example.fi',
    ]);
    expect(read?.getFirstPropertyValue('organizer')).toBe('mailto:noreply@likista.example');
    expect(read?.getFirstPropertyValue('description')).toBe(invitation.words);
    expect(content).toContain('DTSTART;TZID=Europe/Helsinki:20270112T090000');
    // Lines are folded at 75 octets (RFC 5545, 3.1).
    for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('is replaced by a later change, not by an earlier one, and a cancellation removes it', () => {
    const calendar = calendarOfReceiver();
    calendar.take(invitationFile(invitation, single('2027-01-12T09:00'), stamp));
    calendar.take(invitationFile(invitation, single('2027-01-13T10:00', 1), stamp));
    expect(calendar.times()).toEqual([iso('2027-01-13T10:00')]);
    // A mail that was late on its way.
    calendar.take(invitationFile(invitation, single('2027-01-12T09:00', 0), stamp));
    expect(calendar.times()).toEqual([iso('2027-01-13T10:00')]);
    const gone = invitationFile(invitation, single('2027-01-13T10:00', 2, true), stamp);
    expect(gone.method).toBe('CANCEL');
    calendar.take(gone);
    expect(calendar.times()).toEqual([]);
  });
});

describe('a series', () => {
  test('keeps its time on the wall over the change of the clock, and leaves out weeks that nobody booked', () => {
    const calendar = calendarOfReceiver();
    calendar.take(seriesFile(invitation, [week(0), week(1), week(3)], stamp));
    const times = ['2027-03-15T09:00', '2027-03-22T09:00', '2027-04-05T09:00'];
    expect(calendar.times()).toEqual(times.map(iso));
    // 28 March 2027 is the night: the same wall time is an hour earlier in UTC after it.
    expect(calendar.times().map((one) => one.slice(11, 13))).toEqual(['07', '07', '06']);
  });

  test('lets one of its times move or be cancelled and keeps the others', () => {
    const calendar = calendarOfReceiver();
    calendar.take(seriesFile(invitation, [week(0), week(1), week(2)], stamp));
    const moved = { ...single('2027-03-24T12:00', 1), firstAt: week(1).firstAt };
    calendar.take(oneOfSeriesFile(invitation, moved, stamp));
    expect(calendar.times()).toEqual(['2027-03-15T09:00', '2027-03-24T12:00', '2027-03-29T09:00'].map(iso));
    calendar.take(oneOfSeriesFile(invitation, { ...moved, sequence: 2, cancelled: true }, stamp));
    expect(calendar.times()).toEqual(['2027-03-15T09:00', '2027-03-29T09:00'].map(iso));
  });

  test('that has changed before it is first told is told as it is now', () => {
    const calendar = calendarOfReceiver();
    const moved = { ...single('2027-03-24T12:00', 1), firstAt: week(1).firstAt };
    calendar.take(seriesFile(invitation, [week(0), moved, week(2, { cancelled: true, sequence: 1 })], stamp));
    expect(calendar.times()).toEqual(['2027-03-15T09:00', '2027-03-24T12:00'].map(iso));
    const all = seriesFile(invitation, [week(0, { cancelled: true, sequence: 1 })], stamp);
    expect(all.method).toBe('CANCEL');
  });
});

test('the rules of the Finnish clock agree with the clock of the machine on every day of ten years', () => {
  const rules = ICAL.parse(`BEGIN:VCALENDAR\r\n${zoneRules(zone)}\r\nEND:VCALENDAR\r\n`);
  const component = new ICAL.Component(rules).getFirstSubcomponent('vtimezone');
  if (!component) throw new Error('no zone');
  const read = new ICAL.Timezone({ component, tzid: zone });
  for (let day = Temporal.PlainDate.from('2026-01-01'); day.year < 2036; day = day.add({ days: 1 })) {
    const noon = day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' });
    const time = new ICAL.Time({ year: day.year, month: day.month, day: day.day, hour: 12 }, read);
    expect(read.utcOffset(time), day.toString()).toBe(noon.offsetNanoseconds / 1e9);
  }
  expect(zoneRules('Europe/Stockholm')).toBeNull();
});

describe('by mail', () => {
  let server: Awaited<ReturnType<typeof openMailServer>>;
  beforeAll(async () => {
    server = await openMailServer();
  });
  afterAll(() => server.close());

  test('stands beside the words with its method, and again as a file, and both parsers read what arrived', async () => {
    const mail = openMail({ url: server.url, from: 'Likistä <noreply@likista.example>' });
    const calendar = invitationFile(invitation, single('2027-01-12T09:00', 3), stamp);
    const sent = await mail.send({ to: 'aino@example.fi', subject: 'Aika', text: 'Katso.\n', calendar });
    mail.close();
    expect(sent).toEqual({ ok: true });
    const raw = server.received[0]?.raw ?? '';
    expect(raw).toMatch(/content-type: multipart\/mixed/i);
    expect(raw).toMatch(/content-type: multipart\/alternative/i);
    const parts = partsOf(raw);
    const beside = parts.find((part) => part.type.startsWith('text/calendar'));
    expect(beside?.type).toMatch(/charset=utf-8/i);
    expect(beside?.type).toMatch(/method=REQUEST/);
    const file = parts.find((part) => /filename="?invite\.ics/.test(part.headers));
    expect(file?.headers).toMatch(/content-disposition: attachment/i);
    expect(parts[0]?.type).toMatch(/text\/plain/);
    for (const part of [beside, file]) {
      expect(part?.content).toBe(calendar.content);
      const component = new ICAL.Component(ICAL.parse(part?.content ?? ''));
      expect(component.getFirstSubcomponent('vevent')?.getFirstPropertyValue('sequence')).toBe(3);
      expect(Object.keys(nodeIcal.parseICS(part?.content ?? ''))).toContain(invitation.uid);
    }
  });
});
