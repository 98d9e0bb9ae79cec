// At the door: shows signs of life, and enters as soon as somebody lets the person in.
import { useEffect, useState } from 'preact/hooks';
import type { waitingTexts } from './room-texts.ts';
import { rest, ServerLine, send } from './server-line.browser.ts';
import type { Spoken } from './spoken.ts';

export type WaitingProps = { base: string; token: string; words: Spoken<typeof waitingTexts> };

export default function WaitingIsland({ base, token, words }: WaitingProps) {
  const [reachable, setReachable] = useState(true);
  useEffect(() => {
    let line: ServerLine | undefined;
    let over = false;
    const wait = async () => {
      for (let pause = 500; !over; pause = Math.min(8_000, pause * 2)) {
        try {
          const taken = (await (await send(`${base}/line`, { on: 'no' })).json()) as { line: number };
          line = new ServerLine(
            { base, token, line: taken.line },
            {
              // Let in, left or moved: the server's page of this address says which.
              news: (news) => news.me.state !== 'waiting' && location.reload(),
              gone: () => location.reload(),
              reachable: setReachable,
            },
          );
          line.hurry();
          return;
        } catch {
          await rest(pause);
        }
      }
    };
    void wait();
    return () => {
      over = true;
      line?.close();
    };
  }, []);
  return <p role="status">{reachable ? words.stay : words.unreachable}</p>;
}
