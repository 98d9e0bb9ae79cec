// How the clients of Likijärvi take part: what each answered, wished and why. Some reviews are due, one has begun.
import { answerCheck, chooseMode, startReview } from '../features/coaching/plans/door.ts';
import { choiceById } from '../features/coaching/plans/queries.ts';
import { setClock, todayIn } from '../platform/clock.ts';
import type { InOffice, Tx } from '../platform/tenancy.ts';
import { actorOf, type People } from './actors.ts';
import { momentOf } from './clock-time.ts';
import { clients, type DemoClient } from './likijarvi-people.ts';
import { type DemoWish, wishes } from './likijarvi-wishes.ts';

/** Writes every client's wishes on the days they were made. */
export async function makeModes(
  inOffice: InOffice,
  officeId: string,
  people: People,
  workshopId: string,
): Promise<void> {
  for (const client of clients) {
    let basedOn: string | null = null;
    for (const wish of wishes[client.key] ?? []) {
      const then = momentOf(todayIn().subtract({ weeks: wish.weeksAgo }), 10 * 60 + 20);
      const restore = setClock(() => then);
      try {
        basedOn = await inOffice(officeId, (tx) =>
          writeWish(tx, { officeId, people, client, wish, basedOn, workshopId }),
        );
      } finally {
        restore();
      }
    }
    if (client.key === 'veera' && basedOn) await beginReview(inOffice, officeId, people, basedOn);
  }
}

type Written = {
  officeId: string;
  people: People;
  client: DemoClient;
  wish: DemoWish;
  basedOn: string | null;
  workshopId: string;
};

async function writeWish(tx: Tx, of: Written): Promise<string> {
  const { officeId, people, client, wish, basedOn } = of;
  const actor = actorOf(officeId, people, wish.together ? client.coach : client.key);
  const clientId = people.get(client.key) as string;
  const checkId =
    Object.keys(wish.answers).length > 0 ? await answerCheck(tx, actor, clientId, wish.answers) : null;
  const chosen = await chooseMode(tx, actor, {
    clientId,
    serviceId: wish.forWorkshop ? of.workshopId : null,
    wished: wish.wished,
    second: wish.second ?? null,
    helps: wish.helps ?? [],
    reason: wish.reason,
    checkId,
    reviewInWeeks: wish.reviewIn,
    basedOn,
  });
  if (!chosen.ok) throw new Error(`the choice of ${client.key} was refused: ${chosen.reason}`);
  return chosen.choiceId;
}

async function beginReview(inOffice: InOffice, officeId: string, people: People, choiceId: string) {
  await inOffice(officeId, async (tx) => {
    const choice = await choiceById(tx, choiceId);
    if (choice) await startReview(tx, actorOf(officeId, people, 'raili'), choice);
  });
}
