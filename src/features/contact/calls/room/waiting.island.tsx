// At the door: shows signs of life, and enters as soon as somebody lets the person in.
import { useEffect, useRef, useState } from 'preact/hooks';
import { renewPieces } from '../../../../ui/live-piece.browser.ts';
import { ServerLine } from '../line/server-line.browser.ts';
import type { Spoken } from '../spoken.ts';
import type { waitingTexts } from './room-texts.ts';

export type WaitingProps = { base: string; token: string; words: Spoken<typeof waitingTexts> };

export default function WaitingIsland({ base, token, words }: WaitingProps) {
  const [reachable, setReachable] = useState(true);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let notes: number | undefined;
    const line = new ServerLine(
      { base, token },
      {
        // Let in, left or moved: the server's page of this address says which.
        news: (news) => {
          if (news.me.state !== 'waiting') return location.reload();
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
    return () => line.close();
  }, []);
  return (
    <p role="status" ref={told}>
      {reachable ? words.stay : words.unreachable}
    </p>
  );
}
