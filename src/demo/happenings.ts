// One invented day of one invented client, made through the features' own actions with the clock set to its hours.
import { randomUUID } from 'node:crypto';
import { tellAbsence } from '../features/coaching/days/absence-actions.ts';
import {
  noteContact,
  notePresence,
  sayHello,
  writeDiary,
  writePlan,
} from '../features/coaching/days/day-actions.ts';
import { addOwnWork } from '../features/coaching/days/own-work-actions.ts';
import { planTexts } from '../features/coaching/days/texts-plan.ts';
import type { Day } from '../features/coaching/enrolments/expected.ts';
import { roomVisits, roomWays } from '../features/contact/calls/tables.ts';
import type { GroupSession } from '../features/contact/groups/door.ts';
import { setClock } from '../platform/clock.ts';
import type { Actor } from '../platform/session.ts';
import type { Tx } from '../platform/tenancy.ts';
import { pick } from './chance.ts';
import { momentOf } from './clock-time.ts';

export type WayUsed = 'video' | 'voice' | 'text' | 'on-site';

/** How each client usually takes part; the others by chance. */
const usual: Record<string, WayUsed> = {
  aino: 'video',
  eetu: 'text',
  samuel: 'voice',
  otso: 'on-site',
  noora: 'voice',
  veera: 'text',
  niko: 'text',
  pentti: 'voice',
  markku: 'on-site',
};
const ways: readonly WayUsed[] = ['video', 'video', 'voice', 'text', 'text', 'on-site'];

const works: readonly [string, number][] = [
  ['Tein ansioluettelon loppuun', 90],
  ['Harjoittelin työhakemuksen kirjoittamista', 75],
  ['Kävin kävelyllä ja kuvasin reitin', 45],
  ['Siivosin keittiön ja tein ruoan listan mukaan', 80],
  ['Verkkokurssin kolmas osa: hygieniaosaaminen', 110],
  ['Etsin kolme avointa työpaikkaa', 60],
  ['Soitin oppilaitokseen ja varasin ajan', 30],
  ['Korjasin polkupyörän ketjut, ohje videosta', 95],
  ['Kirjoitin työpäiväkirjaan, mitä osaan', 50],
  ['Ompelin kassin kaavan mukaan', 120],
  ['Luin työsopimuksen ohjeet selkokielellä', 40],
  ['Tein taloussuunnitelman kuukaudelle', 70],
];
const diary: readonly string[] = [
  'Aamu tuntui raskaalta, mutta ryhmä auttoi.',
  'Hyvä päivä. Sain asian hoidettua.',
  'Netti pätki, pääsin silti mukaan puhelimella.',
  'Jännitti puhua, kirjoitin sitten.',
  'Kävin ulkona. Nukuin huonosti.',
  'Opin uutta ja sain palautetta.',
];

export type DayMade = {
  key: string;
  client: Actor;
  coach: Actor;
  day: Day;
  morning: number;
  sessions: readonly GroupSession[];
  random: () => number;
  /** Nothing later than this minute has happened yet; a whole past day when left out. */
  until?: number;
};

export const wayOf = (key: string, random: () => number): WayUsed => usual[key] ?? pick(ways, random());

/** Two things of those that a plan may be picked from, others on another day. */
function plansOf(day: Temporal.PlainDate): string[] {
  const all = Object.keys(planTexts);
  return [0, 3].map((step) => all[(day.dayOfYear + step) % all.length] ?? 'study');
}

/** A day on which the client takes part. */
export async function takePart(tx: Tx, made: DayMade): Promise<void> {
  const { client, coach, day, morning, random } = made;
  const until = made.until ?? 24 * 60;
  const way = wayOf(made.key, random);
  at(day.day, Math.min(until, morning - 4 + Math.floor(random() * 6)));
  await sayHello(tx, client.personId, day, way === 'on-site' ? 'on-site' : 'page');
  if (way === 'on-site') await beOnSite(tx, made, until);
  else await joinSessions(tx, made, way, until);
  if (until > morning + 35) {
    at(day.day, morning + 33);
    await writePlan(tx, client, day, { templates: plansOf(day.day), words: undefined });
  }
  // Who is at the workshop works there, and does little more at home.
  const works = way === 'on-site' ? 1 : 2 + (random() < 0.4 ? 1 : 0);
  // Nobody has worked longer than since the morning.
  let left = -30;
  for (let index = 0; index < works; index++) {
    left -= await workAlone(tx, made, { index, left, until });
  }
  if (until > morning + 320 && random() < 0.75) {
    at(day.day, morning + 318);
    const mood = 2 + Math.floor(random() * 4);
    await writeDiary(tx, client, day, { words: random() < 0.6 ? pick(diary, random()) : undefined, mood });
  }
  if (until > morning + 190 && random() < 0.3) {
    at(day.day, morning + 186);
    await noteContact(tx, coach, day, { way: 'call', reached: random() < 0.85 });
  }
}

/** A day on which the client is away and says so. */
export async function beAway(
  tx: Tx,
  made: DayMade,
  why: 'own-illness' | 'interview' | 'child-ill',
): Promise<void> {
  at(made.day.day, made.morning - 15);
  const words = why === 'interview' ? 'Työhaastattelu kaupalla.' : undefined;
  await tellAbsence(tx, made.client, made.day, { class: why, words });
}

async function workAlone(
  tx: Tx,
  made: DayMade,
  piece: { index: number; left: number; until: number },
): Promise<number> {
  const { random, morning, day, client } = made;
  const [what, usually] = pick(works, random());
  const written = morning + 70 + piece.index * 110 + Math.floor(random() * 30);
  if (written >= piece.until) return 0;
  at(day.day, written);
  const minutes = Math.max(15, Math.min(usually, written - morning + piece.left));
  const proofWords = random() < 0.8 ? 'Kerron tästä lisää iltapäivän ryhmässä.' : undefined;
  await addOwnWork(tx, client, day, { what, minutes, proofWords, files: [] });
  return minutes;
}

async function beOnSite(tx: Tx, { coach, day, morning, random }: DayMade, until: number): Promise<void> {
  const left = Math.min(morning + 250 + Math.floor(random() * 60), until - 2);
  if (left <= morning) return;
  at(day.day, left);
  const seen = { fromAt: momentOf(day.day, morning), toAt: momentOf(day.day, left) };
  await notePresence(tx, coach, day, { way: 'on-site', ...seen });
}

// Rooms note presence by a heartbeat every few seconds; a stretch that is over is written whole here.
async function joinSessions(
  tx: Tx,
  made: DayMade,
  way: 'video' | 'voice' | 'text',
  until: number,
): Promise<void> {
  for (const session of made.sessions) {
    if (session.kind !== 'live' || !session.roomId || session.cancelled) continue;
    if (made.random() < 0.08) continue;
    const late = Math.floor(made.random() * 3);
    const fromAt = session.startsAt.add({ minutes: late });
    const toAt = session.endsAt.subtract({ minutes: Math.floor(made.random() * 3) });
    if (Temporal.Instant.compare(toAt, momentOf(made.day.day, until)) > 0) continue;
    const visit = { id: randomUUID(), roomId: session.roomId, personId: made.client.personId, way };
    await tx.insert(roomVisits).values({
      ...visit,
      arrivedAt: fromAt,
      admittedAt: fromAt,
      admittedBy: made.coach.personId,
      seenAt: toAt,
      leftAt: toAt,
      leftWhy: 'left',
    });
    const { id: visitId, ...stretch } = visit;
    await tx.insert(roomWays).values({ ...stretch, visitId, fromAt, seenAt: toAt, ended: true });
  }
}

/** Sets the clock of the demonstration to a minute of a day. */
export function at(day: Temporal.PlainDate, minute: number): void {
  const instant = momentOf(day, Math.max(0, Math.min(24 * 60 - 1, minute)));
  setClock(() => instant);
}
