// Makes the step from the way in to the room short: the tap opens the devices, lays the lines to those who are in and
// asks for the room, all at once, and the room takes this page's place. Whatever does not go that way goes as the form
// does without script.
import { useEffect } from 'preact/hooks';
import type { AnyIsland } from '../../../ui/island-start.browser.ts';
import { putPage } from '../../../ui/page-swap.browser.ts';
import type { FirstLines, LaidLines } from './line/laid-lines.browser.ts';
import { dropPrepared, prepare, warmConnections } from './line/prepared.browser.ts';
import { rest } from './line/server-line.browser.ts';
import type { Way } from './rules.ts';

export type ArrivalIslandProps = { door: string; firstLines: FirstLines };

const roomAt = /^\/rooms\/[^/]+\/visits\/[^/]+$/;
/** Who is in is asked anew when somebody chooses their way this long after the page was written, in milliseconds. */
const knownForMs = 20_000;
/** Credentials of a relay live ten minutes; older ones are of no use. */
const usableForMs = 8 * 60_000;
/** The room is drawn at the latest this much after it has come, in milliseconds. */
const lineFirstMs = 120;

export default function ArrivalIsland({ door, firstLines }: ArrivalIslandProps) {
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('form[action$="/visits"]');
    if (!form || typeof RTCPeerConnection !== 'function') return;
    let known = { firstLines, at: performance.now() };
    const age = () => performance.now() - known.at;
    let room: RoomScript | undefined;
    // The room's script is read while somebody looks at this page.
    const reading = setTimeout(async () => {
      void warmConnections();
      room = await readRoom().catch(() => undefined);
    }, 200);
    const askAnew = async () => {
      if (age() < knownForMs) return;
      const answer = await fetch(`${door}/first-lines`, { cache: 'no-store' });
      if (answer.ok && !answer.redirected) known = { firstLines: await answer.json(), at: performance.now() };
    };
    const chosen = () => void askAnew().catch(() => {});
    const submit = (event: SubmitEvent) => {
      const way = new FormData(form).get('way') as Way | null;
      if (!way) return;
      event.preventDefault();
      form.removeEventListener('submit', submit);
      form.setAttribute('aria-busy', 'true');
      form.addEventListener('submit', wait);
      const lines = age() < usableForMs ? room?.lay(known.firstLines) : undefined;
      prepare(way, lines);
      enter(form, room, lines).catch(() => {
        dropPrepared();
        // The form's own key makes sure that it happens once.
        form.submit();
      });
    };
    form.addEventListener('submit', submit);
    form.addEventListener('change', chosen);
    return () => clearTimeout(reading);
  }, []);
  return null;
}

type RoomScript = { island: AnyIsland; lay(about: FirstLines): LaidLines | undefined };

async function readRoom(): Promise<RoomScript> {
  const [{ default: island }, { lay }] = await Promise.all([
    import('./room/room.island.tsx'),
    import('./line/laid-lines.browser.ts'),
  ]);
  return { island, lay };
}

const wait = (event: SubmitEvent) => event.preventDefault();

async function enter(
  form: HTMLFormElement,
  room: RoomScript | undefined,
  lines: LaidLines | undefined,
): Promise<void> {
  const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  fields.set('line', 'direct');
  const said = (await lines?.firstWords()) ?? [];
  if (said.length > 0) fields.set('signals', JSON.stringify(said));
  const answer = await fetch(form.action, {
    method: 'POST',
    body: fields,
    headers: { prefer: 'return=minimal' },
  });
  const address = answer.headers.get('location') ?? '';
  if (!answer.ok || !roomAt.test(address)) throw new Error('not let in');
  lines?.outbox.taken(said);
  lines?.listen(address);
  const page = await fetch(address, { cache: 'no-store' });
  const html = await page.text();
  if (!page.ok || !html.includes('data-island="room"')) throw new Error('not let in');
  // Drawing the room would hold up the line, which is nearly there; it goes on by itself while the room is drawn.
  await Promise.race([lines?.connected, rest(lineFirstMs)]);
  putPage(html, address, room ? { room: room.island } : {});
}
