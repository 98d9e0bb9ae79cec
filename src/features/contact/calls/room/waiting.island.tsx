// At the door: shows signs of life, and enters as soon as somebody lets the person in.
import { useEffect, useRef, useState } from 'preact/hooks';
import { renewPieces } from '../../../../ui/live-piece.browser.ts';
import { ServerLine } from '../line/server-line.browser.ts';
import type { NewsNote } from '../news.browser.ts';
import type { Spoken } from '../spoken.ts';
import type { waitingTexts } from './room-texts.ts';
import { dropNote, keepNote, keptNote } from './unsent-note.browser.ts';

export type WaitingProps = { base: string; token: string; words: Spoken<typeof waitingTexts> };

export default function WaitingIsland({ base, token, words }: WaitingProps) {
  const [reachable, setReachable] = useState(true);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let notes: number | undefined;
    const field = document.querySelector<HTMLInputElement>(`form[action="${base}/notes"] [name=text]`);
    const keep = () => keepNote(base, field?.value ?? '');
    const line = new ServerLine(
      { base, token },
      {
        // Let in, left or moved: the server's page of this address says which.
        news: (news) => {
          const { state } = news.me;
          if (state === 'in') return void keep().finally(() => location.reload());
          if (state === 'left') return void dropNote(base).finally(() => location.reload());
          if (notes === undefined && field) void bringBack(base, field, news.notes);
          // Where no hints come, what the coach writes is fetched when there is more of it.
          const more = notes !== undefined && news.notes.length !== notes;
          notes = news.notes.length;
          if (more && token === '') void renewPieces((piece) => piece.id === 'waiting-notes').catch(() => {});
        },
        signals: () => {},
        gone: () => location.reload(),
        reachable: setReachable,
      },
    );
    void line.takeLine(false).then((held) => {
      // From here on the door is watched: nobody needs the button in whose place this stands (talk.css).
      if (held !== undefined) told.current?.closest('.door-watch')?.setAttribute('data-watched', '');
      return line.refresh();
    });
    field?.form?.addEventListener('submit', keep);
    return () => {
      field?.form?.removeEventListener('submit', keep);
      line.close();
    };
  }, []);
  return (
    <p role="status" ref={told}>
      {reachable ? words.stay : words.unreachable}
    </p>
  );
}

// What was sent and stands among the notes has arrived; anything else is still to be sent.
async function bringBack(base: string, field: HTMLInputElement, notes: readonly NewsNote[]): Promise<void> {
  const kept = await keptNote(base);
  const arrived = notes.some((note) => note.fromWaiting && note.text === kept);
  if (field.value === '' && !arrived) field.value = kept;
  await dropNote(base);
}
