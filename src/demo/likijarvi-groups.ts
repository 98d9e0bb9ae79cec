// The groups of Likijärvi and their weeks. The hours follow the start of the demonstration (day-hours.ts).
import { addGroupCoach, makeGroup } from '../features/contact/groups/actions.ts';
import { addMember } from '../features/contact/groups/members/membership-actions.ts';
import { addEntry } from '../features/contact/groups/programme/programme-actions.ts';
import type { Entry } from '../features/contact/groups/programme/rules.ts';
import { setRules } from '../features/contact/groups/rules-actions.ts';
import type { Text } from '../platform/language.ts';
import type { Actor } from '../platform/session.ts';
import type { Tx } from '../platform/tenancy.ts';
import { actorOf, type People } from './actors.ts';
import { wallClock } from './clock-time.ts';
import { type Hours, shortDayPieces } from './day-hours.ts';
import { clients, type UnitName } from './likijarvi-people.ts';
import { acceptHouseRules, letPeopleTalk } from './talk.ts';

export type GroupName = 'morning' | 'small' | 'saw-road' | 'open-morning';
export type Groups = Record<GroupName, { id: string; members: readonly string[]; coach: string }>;

const houseRules: Text = {
  fi: 'Kamera on vapaaehtoinen. Saat osallistua myös vain kirjoittamalla. Käytä etunimeä tai nimimerkkiä. Kukaan ei tallenna eikä ota kuvia. Ryhmässä puhuttu jää ryhmään. Jos jokin tuntuu pahalta, kerro ohjaajalle.',
  sv: 'Kameran är frivillig. Du får delta bara genom att skriva. Använd förnamn eller smeknamn. Ingen spelar in eller tar bilder. Det som sägs i gruppen stannar i gruppen. Om något känns illa, berätta för handledaren.',
  en: 'The camera is voluntary. You may take part by writing only. Use your first name or a nickname. Nobody records or takes pictures. What is said in the group stays in the group. If something feels bad, tell the coach.',
};

export type WeekOf = Hours & { weekdays: readonly number[]; validFrom: Temporal.PlainDate };

/** The weekly entries of a group. */
export function entriesOf(week: WeekOf, people: People): Omit<Entry, 'id'>[] {
  return week.weekdays.flatMap((weekday) =>
    week.pieces.map((piece) => ({
      weekday,
      starts: wallClock(week.morning + piece.from),
      ends: wallClock(week.morning + piece.to),
      kind: piece.kind,
      title: piece.title,
      description: null,
      // The local firm hosts the theme of two days a week.
      hostId: piece.host && weekday % 2 === 0 ? (people.get(piece.host) ?? null) : null,
      ways: piece.ways,
      place: piece.ways.includes('on-site') ? 'Asematie 7' : null,
      validFrom: week.validFrom,
      validUntil: null,
    })),
  );
}

type GroupPlan = {
  key: GroupName;
  name: string;
  unit: UnitName;
  coaches: readonly string[];
  members: readonly string[];
  weekdays: readonly number[];
  short: boolean;
};

/** The weekdays of the youth workshop: four working days, and today's weekday whatever it is. */
export function youthWeekdays(today: Temporal.PlainDate): number[] {
  return [...new Set([1, 2, 3, 4, today.dayOfWeek])].sort().slice(-5);
}

export function groupPlans(today: Temporal.PlainDate): readonly GroupPlan[] {
  const of = (unit: UnitName) => clients.filter((client) => client.unit === unit).map((client) => client.key);
  const youth = of('youth-workshop');
  return [
    {
      key: 'morning',
      name: 'Aamuryhmä',
      unit: 'youth-workshop',
      coaches: ['mika', 'raili'],
      members: youth.filter((key) => key !== 'niko'),
      weekdays: youthWeekdays(today),
      short: false,
    },
    {
      key: 'small',
      name: 'Pienryhmä',
      unit: 'youth-workshop',
      coaches: ['raili'],
      members: ['niko'],
      weekdays: [1, 2, 3, 4],
      short: true,
    },
    {
      key: 'saw-road',
      name: 'Sahantien ryhmä',
      unit: 'rehabilitative-work',
      coaches: ['sanna'],
      members: of('rehabilitative-work'),
      weekdays: [1, 2, 4],
      short: false,
    },
    {
      key: 'open-morning',
      name: 'Avoin aamu',
      unit: 'open-workshop',
      coaches: ['jonas'],
      members: of('open-workshop'),
      weekdays: [2, 4],
      short: true,
    },
  ];
}

export type MakingGroups = {
  officeId: string;
  people: People;
  units: Record<UnitName, string>;
  today: Temporal.PlainDate;
  from: Temporal.PlainDate;
  hours: Hours;
};

/** Makes the groups with their coaches, members, rules and weeks, from the day `from` on. */
export async function makeGroups(tx: Tx, making: MakingGroups): Promise<Groups> {
  const { officeId, people, units, today, from, hours } = making;
  const { morning } = hours;
  const made: Partial<Groups> = {};
  for (const plan of groupPlans(today)) {
    const lead = plan.coaches[0] as string;
    const actor = actorOf(officeId, people, lead);
    const id = await makeGroup(tx, actor, {
      name: plan.name,
      unitId: units[plan.unit],
      seats: 14,
      doors: 'open-door',
      keepsText: false,
      channelHours: plan.weekdays.map((weekday) => ({
        weekday,
        opens: wallClock(morning),
        closes: wallClock(Math.min(morning + 360, 24 * 60 - 1)),
      })),
    });
    for (const key of plan.coaches) {
      await addGroupCoach(tx, actor, { groupId: id, coachId: people.get(key) as string, startsOn: from });
    }
    await setRules(tx, actor, id, houseRules);
    await addMembers(tx, actor, id, plan.members, people, from);
    const talking = { officeId, people, groupId: id, members: plan.members };
    await acceptHouseRules(tx, talking);
    if (plan.members.includes('aino')) await letPeopleTalk(tx, talking);
    const pieces = plan.short ? shortDayPieces : hours.pieces;
    const week = { morning, pieces, weekdays: plan.weekdays, validFrom: from };
    for (const entry of entriesOf(week, people)) {
      await addEntry(tx, actor, id, entry);
    }
    made[plan.key] = { id, members: plan.members, coach: lead };
  }
  return made as Groups;
}

async function addMembers(
  tx: Tx,
  actor: Actor,
  groupId: string,
  members: readonly string[],
  people: People,
  joinsOn: Temporal.PlainDate,
): Promise<void> {
  for (const key of members) {
    const added = await addMember(tx, actor, { groupId, clientId: people.get(key) as string, joinsOn });
    if (!added.ok) throw new Error(`${key} could not join: ${added.reason}`);
  }
}
