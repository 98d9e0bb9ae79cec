// Rows shaped for a page: the letters to print, and the demonstration's outbox.
import { desc, eq } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import { openText } from '../../../platform/encryption.ts';
import { figuresOfDay, say } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../offices/door.ts';
import { openedParts, personById, shownName } from '../people/door.ts';
import type { DeliveryTo } from './access.ts';
import { nameOf } from './by-hand/deliveries-page.tsx';
import type { LetterSheet } from './by-hand/letters-page.tsx';
import type { OutboxMessage } from './outbox-page.tsx';
import { outbox } from './tables.ts';
import { texts } from './texts.ts';
import { noticesOf, spokenWords } from './wording/message.ts';

/** The letters as they are printed, each in its receiver's language. */
export async function letterSheets(tx: Tx, letters: readonly DeliveryTo[]): Promise<LetterSheet[]> {
  const office = await thisOffice(tx);
  const sheets: LetterSheet[] = [];
  for (const { delivery, person } of letters) {
    const { language } = person;
    const { address = say(language, texts.noAddress) } = await openedParts(tx, person);
    const told = await noticesOf(tx, delivery.id);
    sheets.push({
      id: delivery.id,
      language,
      sender: say(language, office.name),
      receiver: nameOf(person),
      address,
      day: figuresOfDay(language, todayIn(office.timeZone)),
      greetingName: shownName(person),
      ...(await spokenWords(tx, told, person, 'letter')),
    });
  }
  return sheets;
}

/** What a caller says about one call, in the person's language. */
export async function wordsOfCall(tx: Tx, { delivery, person }: DeliveryTo): Promise<string[]> {
  const { paragraphs } = await spokenWords(tx, await noticesOf(tx, delivery.id), person, 'phone');
  return paragraphs.length > 0 ? paragraphs : [say(person.language, texts.noWords)];
}

/** The newest messages of the demonstration. */
export async function outboxMessages(tx: Tx): Promise<OutboxMessage[]> {
  const rows = await tx
    .select()
    .from(outbox)
    .where(eq(outbox.officeId, tx.officeId))
    .orderBy(desc(outbox.at), desc(outbox.id))
    .limit(60);
  const shown: OutboxMessage[] = [];
  for (const { id, personId, channel, message, at } of rows) {
    const person = await personById(tx, personId);
    if (!person) continue;
    const words = await openText(tx, { personId, table: 'outbox', column: 'message', rowId: id }, message);
    const cut = channel === 'email' ? words.indexOf('\n') : -1;
    shown.push({
      id,
      channel,
      language: person.language,
      to: nameOf(person),
      address: (channel === 'sms' ? person.phone : person.email) ?? '',
      subject: words.slice(0, Math.max(cut, 0)),
      text: words.slice(cut + 1),
      at,
    });
  }
  return shown;
}
