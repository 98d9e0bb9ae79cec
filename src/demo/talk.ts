// What has been said in the demonstration: in the youth workshop's channel and in some clients' threads.
import { groupLedBy } from '../features/contact/groups/access.ts';
import { acceptRules } from '../features/contact/groups/door.ts';
import { channelFor } from '../features/contact/messages/access.ts';
import { postInChannel } from '../features/contact/messages/channel-actions.ts';
import { postToThread } from '../features/contact/messages/door.ts';
import type { Tx } from '../platform/tenancy.ts';
import { actorOf, type People } from './actors.ts';

type Talking = { officeId: string; people: People; groupId: string; members: readonly string[] };

const inChannel: readonly [string, string][] = [
  [
    'mika',
    'Huomenta kaikille. Tänään puolenpäivän jälkeen Jenni vetää hyvän olon hetken. Tulkaa omina itsenänne.',
  ],
  ['samuel', 'Huomenta! Täällä sataa räntää.'],
  ['eetu', 'Huomenta. Olen mukana tekstillä.'],
  ['joona', 'Onko jollain hyvä resepti nopeaan lounaaseen?'],
  ['aino', 'Nuudelit ja kananmuna, valmis viidessä minuutissa.'],
];

const inThreads: readonly [string, string, string][] = [
  ['aino', 'aino', 'Hei Mika! Voinko lähettää työkokeilun hakemuksen sinulle luettavaksi?'],
  ['aino', 'mika', 'Totta kai. Liitä se tähän kuvana tai tiedostona, niin katson sen tänään.'],
  ['eetu', 'mika', 'Hyvin kirjoitettu päiväkirja eilen. Jatka samaan malliin.'],
  ['siiri', 'siiri', 'Moi, netti pätkii täällä mökillä. Voinko olla huomenna puhelimella?'],
];

/** Lets the members accept the house rules; one who came late has not done so yet. */
export async function acceptHouseRules(tx: Tx, talking: Talking): Promise<void> {
  for (const key of talking.members.slice(0, -1)) {
    const actor = actorOf(talking.officeId, talking.people, key);
    await acceptRules(tx, actor, { groupId: talking.groupId, version: 1, language: actor.language });
  }
}

/** Lets the channel and the threads of the group have something in them. */
export async function letPeopleTalk(tx: Tx, talking: Talking): Promise<void> {
  const { officeId, people } = talking;
  const group = await groupLedBy(tx, actorOf(officeId, people, 'mika'), talking.groupId);
  for (const [key, text] of inChannel) {
    const actor = actorOf(officeId, people, key);
    await postInChannel(tx, actor, await channelFor(tx, actor, group.channelId ?? ''), { text });
  }
  for (const [clientKey, key, text] of inThreads)
    await postToThread(tx, actorOf(officeId, people, key), people.get(clientKey) as string, text);
}
