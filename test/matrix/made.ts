// One of everything that an address may name, made once in the office through the features' own actions.
import { randomBytes } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { confirmDay } from '../../src/features/coaching/confirmation/actions.ts';
import { objectToDay } from '../../src/features/coaching/confirmation/objections.ts';
import { notePresence } from '../../src/features/coaching/days/day-actions.ts';
import { askForHelp } from '../../src/features/coaching/days/help-actions.ts';
import { addOwnWork } from '../../src/features/coaching/days/own-work-actions.ts';
import { closePeriod } from '../../src/features/coaching/payers/actions.ts';
import { chooseMode } from '../../src/features/coaching/plans/door.ts';
import { addHours } from '../../src/features/contact/bookings/door.ts';
import { codeOf } from '../../src/features/contact/bookings/links/link-codes.ts';
import { ownLinkTo } from '../../src/features/contact/bookings/links/time-links.ts';
import { seatBehind, seatInRoom } from '../../src/features/contact/bookings/seats/participants.ts';
import { roomById } from '../../src/features/contact/calls/access.ts';
import { inviteToRoom, openRoom } from '../../src/features/contact/calls/door.ts';
import { enterAsGuest } from '../../src/features/contact/calls/guests/guest-access.ts';
import { liveVisit } from '../../src/features/contact/calls/queries.ts';
import { arrive, letIn, takeLine } from '../../src/features/contact/calls/visit-actions.ts';
import { makeCalendar } from '../../src/features/contact/groups/calendar.ts';
import { setRules } from '../../src/features/contact/groups/door.ts';
import { joinLine, offerSeat } from '../../src/features/contact/groups/members/waiting-actions.ts';
import { postToThread } from '../../src/features/contact/messages/door.ts';
import { fileHref, keepFile } from '../../src/features/ground/files/door.ts';
import { defineNotice, notify } from '../../src/features/ground/notices/door.ts';
import { declineHref } from '../../src/features/ground/notices/wording/message.ts';
import { addUnit, closeDay } from '../../src/features/ground/offices/actions.ts';
import { forgetBrief } from '../../src/features/ground/offices/door.ts';
import { logoOf, setLogo } from '../../src/features/ground/offices/look/logo.ts';
import { changePerson, deactivatePerson } from '../../src/features/ground/people/person/person-actions.ts';
import { blockPair } from '../../src/features/ground/people/ties/tie-actions.ts';
import { makePersonalLink } from '../../src/features/ground/sign-in/door.ts';
import { passkeys } from '../../src/features/ground/sign-in/tables.ts';
import { now, setClock } from '../../src/platform/clock.ts';
import { hashOfToken } from '../../src/platform/session.ts';
import { at, coachingDay, dayRow } from '../coaching-day.ts';
import { identityClient } from '../identity-provider.ts';
import { freeOn } from '../meeting.ts';
import type { Place } from './actors.ts';
import { makeCatalogue } from './catalogue.ts';
import { guestPass } from './dry-app.ts';
import { makeQueueThings } from './queues.ts';
import { makeService } from './services.ts';

export type Made = Awaited<ReturnType<typeof makeEverything>>;

const told = defineNotice<Record<string, never>>({
  kind: 'test-matrix',
  texts: { body: { fi: 'Asia: {link}', sv: 'Ärende: {link}', en: 'A matter: {link}' } },
  necessary: true,
  landsOn: () => '/',
});

const name = { fi: 'Toimisto', sv: 'Byrå', en: 'Bureau' };

/** Makes all of it. `issuer` is the address of an identity provider that answers. */
export async function makeEverything(place: Place, issuer: string) {
  return {
    ...(await makeOfficeThings(place, issuer)),
    ...(await makePersonThings(place)),
    ...(await makeTalk(place)),
    ...(await makeRoom(place)),
    ...(await makeDays(place)),
    ...(await makeGroupThings(place)),
    ...(await makeTimes(place)),
    ...(await makeQueueThings(place)),
    ...(await makeService(place)),
    ...(await makeCatalogue(place)),
    modeChoiceId: await makeModeChoice(place),
  };
}

/** The one id that a query gives. */
async function one({ office }: Place, query: SQL): Promise<string> {
  const { rows } = await office.inOffice((tx) => tx.execute<{ id: string }>(query));
  if (!rows[0]) throw new Error('nothing was made');
  return rows[0].id;
}

/** What an answer to a form leads to. */
async function ledTo(answer: Response | Promise<Response>): Promise<string> {
  const { status, headers } = await answer;
  const location = headers.get('location');
  if (status !== 303 || !location) throw new Error(`the form was answered with ${status}`);
  return location;
}

const lastPart = (path: string) => path.split('/').at(-1) ?? '';

async function makeOfficeThings(place: Place, issuer: string) {
  const { office, manager, administrator } = place;
  const { unitId, closedUnitId } = await office.inOffice(async (tx) => {
    await closeDay(tx, manager.actor, {
      day: coachingDay.add({ days: 30 }),
      reason: name,
      hours: undefined,
    });
    return {
      unitId: await addUnit(tx, { name, kind: 'youth-workshop' }),
      closedUnitId: await addUnit(tx, { name, kind: 'youth-workshop' }),
    };
  });
  await ledTo(administrator.post(`/office/units/${closedUnitId}/closing`));
  const provider = await ledTo(
    administrator.post('/office/sign-in-providers/new', {
      nameFi: 'Tunnistus',
      nameSv: 'Inloggning',
      nameEn: 'Sign-in',
      issuer,
      ...identityClient,
      scopes: 'openid email',
      claimSubject: 'sub',
      claimEmail: 'email',
      active: 'yes',
    }),
  );
  const closedDayId = await one(place, sql`select id from closed_days where source = 'office' limit 1`);
  return { unitId, closedUnitId, closedDayId, providerId: lastPart(provider) };
}

function smallPicture(): Promise<Buffer> {
  const grey = { width: 20, height: 20, channels: 3, background: '#888888' } as const;
  return sharp({ create: grey }).png().toBuffer();
}

async function makePersonThings(place: Place) {
  const { office, aino, mika, manager, administrator } = place;
  const bystander = await office.person('client', { givenName: 'Sivullinen' });
  const departed = await office.person('client', { givenName: 'Lähtenyt' });
  const made = await office.inOffice(async (tx) => {
    await deactivatePerson(tx, manager.actor, departed.id);
    await blockPair(tx, manager.actor, { oneId: aino.id, otherId: bystander.id, reason: 'Riita' });
    await changePerson(tx, manager.actor, aino.id, { postalAddress: 'Rantatie 1', channel: 'letter' });
    await notify(tx, aino.id, told, {});
    await changePerson(tx, manager.actor, aino.id, { channel: 'phone' });
    await notify(tx, aino.id, told, {});
    const file = await keepFile(tx, aino.actor, {
      personId: aino.id,
      bytes: Buffer.concat([Buffer.from('OggS\x00\x02\x00\x00\x00\x00\x00\x00'), randomBytes(40)]),
      name: 'sanottu.ogg',
      purpose: 'own-work-proof',
      allowed: ['audio'],
    });
    if (!file.ok) throw new Error('the file was not kept');
    const alt = { fi: 'Vaakuna', sv: 'Vapen', en: 'Arms' };
    await setLogo(tx, administrator.actor, { bytes: await smallPicture(), alt });
    await tx.insert(passkeys).values({
      personId: aino.id,
      credentialId: randomBytes(16).toString('base64url'),
      publicKey: randomBytes(64),
      counter: 0,
      name: 'Puhelin',
      createdAt: now(),
    });
    await makeCalendar(tx, aino.actor, false);
    const expiresAt = now().add({ hours: 24 });
    return {
      filePath: await fileHref(tx, aino.actor, file.fileId),
      logoId: (await logoOf(tx))?.id ?? '',
      link: lastPart(await makePersonalLink(tx, aino.id, { landsOn: '/today', expiresAt })),
    };
  });
  // From here on every page shows the logo, as the pages that are compared do.
  forgetBrief(office.officeId);
  const letterId = await one(place, sql`select id from deliveries where channel = 'letter'`);
  const calendar = /[A-Za-z0-9_-]{22}\.ics/.exec(await (await aino.get('/me/calendar')).text())?.[0] ?? '';
  return {
    importId: lastPart(
      await ledTo(
        manager.post('/people/import', {
          file: new Blob(['Etunimi;Sukunimi\r\nAada;Lahti\r\n'], { type: 'text/csv' }),
          'starts-on': coachingDay.toString(),
        }),
      ),
    ),
    departedId: departed.id,
    link: made.link,
    logoId: made.logoId,
    filePath: made.filePath.split('/').slice(-2) as [string, string],
    letterId,
    callId: await one(place, sql`select id from deliveries where channel = 'phone'`),
    declineCode: lastPart(await office.inOffice((tx) => declineHref(tx, letterId))),
    passkeyId: await one(place, sql`select id from passkeys where person_id = ${aino.id}`),
    calendar,
    grantId: await one(place, sql`select id from role_grants where person_id = ${aino.id}`),
    pairId: await one(place, sql`select id from blocked_pairs limit 1`),
    relationId: await one(
      place,
      sql`select id from relations where client_id = ${aino.id} and coach_id = ${mika.id}`,
    ),
  };
}

async function makeTalk(place: Place) {
  const { office, aino, groupId } = place;
  const messageId = await office.inOffice((tx) => postToThread(tx, aino.actor, aino.id, 'Hei'));
  const channelId = await one(place, sql`select channel_id as id from groups where id = ${groupId}`);
  await office.inOffice((tx) =>
    tx.execute(sql`update channels set closed_until = null where id = ${channelId}`),
  );
  await ledTo(place.mika.post(`/channels/${channelId}`, { text: 'Huomenta' }));
  return {
    messageId,
    conversationId: await one(place, sql`select id from conversations where client_id = ${aino.id}`),
    channelId,
    channelMessageId: await one(
      place,
      sql`select id from messages where conversation_id = ${channelId} and author_id = ${place.mika.id}`,
    ),
  };
}

async function makeRoom(place: Place) {
  const { office, aino, mika } = place;
  const roomId = await office.inOffice(async (tx) => {
    const id = await openRoom(tx, {
      title: name,
      kind: 'group',
      opensAt: now(),
      closesAt: now().add({ hours: 2 }),
      waiting: 'open-door',
      keepsText: false,
    });
    await inviteToRoom(tx, id, [
      { personId: mika.id, as: 'host', shownName: 'Mika' },
      { personId: aino.id, as: 'guest', shownName: 'Aino' },
    ]);
    return id;
  });
  await ledTo(mika.post(`/rooms/${roomId}/visits`, { way: 'text' }));
  const visit = await ledTo(aino.post(`/rooms/${roomId}/visits`, { way: 'text' }));
  const { status } = await aino.post(`${visit}/line`, { on: 'no' });
  if (status >= 300) throw new Error(`the line was answered with ${status}`);
  return { roomId, visitId: lastPart(visit) };
}

async function makeDays(place: Place) {
  const { office, aino, mika, manager } = place;
  const today = await dayRow(office, aino);
  const past = await dayRow(office, aino, Temporal.PlainDate.from('2026-11-03'));
  const earlier = ['26', '27', '28', '29'].map((day) => Temporal.PlainDate.from(`2026-10-${day}`));
  const counted = { class: 'attended' as const, minutes: 250, seenSequence: 0, suggested: 'counts' as const };
  for (const day of [past, ...(await Promise.all(earlier.map((on) => dayRow(office, aino, on))))]) {
    const confirmed = await office.inOffice((tx) =>
      confirmDay(tx, mika.actor, { ...counted, reason: 'Oli paikalla', dayId: day.id }),
    );
    if (!confirmed.ok) throw new Error(`the day was not confirmed: ${confirmed.reason}`);
  }
  const ownWorkId = await office.inOffice(async (tx) => {
    const closed = await closePeriod(tx, manager.actor, {
      payer: 'kela',
      startsOn: Temporal.PlainDate.from('2026-10-19'),
      endsOn: Temporal.PlainDate.from('2026-11-01'),
    });
    if (!closed.ok) throw new Error(`the period was not closed: ${closed.reason}`);
    await objectToDay(tx, aino.actor, past, 'Olin kauemmin');
    await notePresence(tx, mika.actor, today, { way: 'on-site', fromAt: at('08:00'), toAt: at('09:00') });
    await askForHelp(tx, aino.actor, { kind: 'call-me', words: undefined, day: today });
    const work = { what: 'Luin', minutes: 30, proofWords: undefined, files: [] };
    const added = await addOwnWork(tx, aino.actor, today, work);
    return added.ok ? added.ownWorkId : '';
  });
  return {
    dayId: today.id,
    pastDayId: past.id,
    ownWorkId,
    enrolmentId: await one(place, sql`select id from enrolments where client_id = ${aino.id}`),
    presenceId: await one(place, sql`select id from day_presences where day_id = ${today.id}`),
    objectionId: await one(place, sql`select id from objections where day_id = ${past.id}`),
    helpId: await one(place, sql`select id from help_requests where client_id = ${aino.id}`),
  };
}

async function makeGroupThings(place: Place) {
  const { office, mika, ville, groupId } = place;
  await office.inOffice(async (tx) => {
    await setRules(tx, mika.actor, groupId, { fi: 'Ollaan ystävällisiä', sv: 'Var vänlig', en: 'Be kind' });
    await joinLine(tx, mika.actor, groupId, ville.id);
  });
  const waitingId = await one(place, sql`select id from waiting_list where group_id = ${groupId}`);
  await office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ client_id: string }>(
      sql`select client_id from waiting_list where id = ${waitingId}`,
    );
    const line = { id: waitingId, groupId, clientId: rows[0]?.client_id ?? '' };
    await offerSeat(tx, mika.actor, line as Parameters<typeof offerSeat>[2], coachingDay.add({ days: 7 }));
  });
  return {
    waitingId,
    membershipId: await one(place, sql`select id from group_memberships where group_id = ${groupId}`),
    entryId: await one(place, sql`select id from programme_entries where group_id = ${groupId} limit 1`),
    sessionId: await one(
      place,
      sql`select id from group_sessions where group_id = ${groupId}
        and day = ${coachingDay.toString()}::date order by starts_at desc limit 1`,
    ),
  };
}

async function makeTimes(place: Place) {
  const { office, aino, mika } = place;
  await office.inOffice(async (tx) => {
    for (const weekday of [1, 2, 3, 4, 5]) {
      await addHours(tx, mika.actor, {
        coachId: mika.id,
        weekday,
        starts: Temporal.PlainTime.from('09:00'),
        ends: Temporal.PlainTime.from('15:00'),
        modes: ['video', 'phone'],
        place: null,
      });
    }
  });
  await ledTo(mika.post('/times/exceptions', { day: '2026-12-22', kind: 'away' }));
  await ledTo(aino.post('/times/wishes', { client: aino.id, coach: mika.id }));
  const [first = '', second = ''] = await freeOn(aino, '?week=2026-11-30');
  const booking = await ledTo(aino.post('/times', { coach: mika.id, at: first, mode: 'video' }));
  await ledTo(mika.post(`${booking}/participants`, { kind: 'interpreter', name: 'Tulkki' }));
  await ledTo(aino.post(`${booking}/files`, { file: new File(['%PDF-1.7\n%%EOF\n'], 'liite.pdf') }));
  await ledTo(mika.post('/times/places', { name: 'Huone 2', address: 'Kauppatie 5' }));
  const participantId = await one(place, sql`select id from booking_participants limit 1`);
  const address = await office.inOffice((tx) => ownLinkTo(tx, lastPart(booking), aino.id));
  return {
    placeId: await one(place, sql`select id from meeting_places limit 1`),
    bookingFileId: await one(place, sql`select file_id as id from booking_files limit 1`),
    timeCode: lastPart(address ?? ''),
    seatCode: await office.inOffice(async (tx) => codeOf(tx, 'seat', participantId)),
    hoursId: await one(place, sql`select id from availability limit 1`),
    exceptionId: await one(place, sql`select id from availability_exceptions limit 1`),
    guestVisitId: await makeGuest(place, participantId),
    bookingId: lastPart(booking),
    participantId,
    freeTime: second,
  };
}

/** The interpreter in the meeting's room, in a browser that holds their pass. Gives the visit. */
async function makeGuest({ office, mika }: Place, participantId: string): Promise<string> {
  const seen = await office.inOffice(async (tx) =>
    seatInRoom(tx, await seatBehind(tx, codeOf(tx, 'seat', participantId))),
  );
  const begun = await office.inOffice((tx) => roomById(tx, seen.roomId));
  const restore = setClock(() => begun.opensAt);
  try {
    return await office.inOffice(async (tx) => {
      const entered = await enterAsGuest(tx, await roomById(tx, seen.roomId, 'lock'), seen);
      const arrived = await arrive(tx, entered, 'text', { passHash: hashOfToken(guestPass) });
      const visit = arrived.ok ? await liveVisit(tx, seen.roomId, arrived.visitId) : undefined;
      if (!visit) throw new Error('the guest could not come');
      await letIn(tx, entered.room, visit, mika.id);
      await takeLine(tx, visit, false);
      return visit.id;
    });
  } finally {
    restore();
  }
}

async function makeModeChoice({ office, aino }: Place): Promise<string> {
  const made = await office.inOffice((tx) =>
    chooseMode(tx, aino.actor, {
      clientId: aino.id,
      serviceId: null,
      wished: 'video',
      second: 'phone',
      helps: [],
      reason: 'Näen, kenelle puhun.',
      checkId: null,
      reviewInWeeks: 4,
      basedOn: null,
    }),
  );
  if (!made.ok) throw new Error(made.reason);
  return made.choiceId;
}
