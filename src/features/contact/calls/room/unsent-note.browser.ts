// What somebody writes at the door, kept while they go in: the door may open in the middle of a word.
import { dropDraft, keepDraft, keptDraft } from '../../../../ui/draft-store.browser.ts';

const nameAt = (base: string) => `door${base}`;

/** Keeps what stands in the field; nothing, when nothing stands there. `base` is the address of the visit. */
export const keepNote = (base: string, text: string): Promise<void> =>
  text.trim() === ''
    ? dropNote(base)
    : keepDraft({
        name: nameAt(base),
        at: Date.now(),
        sent: false,
        key: '',
        fields: [['text', text.trim()]],
      });

/** What was kept; empty when nothing was. */
export async function keptNote(base: string): Promise<string> {
  const text = (await keptDraft(nameAt(base)))?.fields[0]?.[1];
  return typeof text === 'string' ? text : '';
}

export const dropNote = (base: string): Promise<void> => dropDraft(nameAt(base));
