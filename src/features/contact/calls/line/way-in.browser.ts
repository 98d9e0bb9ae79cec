// From the way in to the room: the tap opens the devices, lays the lines to those who are in and asks for the room, all
// at once, and the room takes this page's place. Whatever does not go that way goes as the form does without script.
import type { AnyIsland } from '../../../../ui/island-start.browser.ts';
import { putPage } from '../../../../ui/page-swap.browser.ts';
import type { Way } from '../rules.ts';
import type { FirstLines, LaidLines, lay } from './laid-lines.browser.ts';
import { dropPrepared, prepare, warmConnections } from './prepared.browser.ts';
import { rest } from './server-line.browser.ts';

export type WayIn = {
  door: string;
  firstLines: FirstLines;
  joining: string;
  /** Shows the picture of another on this page; `pictureSeen` when one is on the screen. */
  show(stream: MediaStream): void;
  pictureSeen: Promise<void>;
};

type RoomScript = { island: AnyIsland; lay: typeof lay };

const roomAt = /^\/rooms\/[^/]+\/visits\/[^/]+$/;
/** Who is in is asked anew when somebody chooses their way this long after the page was written, in milliseconds. */
const knownForMs = 20_000;
/** Credentials of a relay live ten minutes; older ones are of no use. */
const usableForMs = 8 * 60_000;
/** The room is drawn at the latest this much after it has come, in milliseconds. */
const pictureFirstMs = 300;
const lineFirstMs = 120;

/** Takes over `form`, by which a visit begins. Gives a function that ends what has no more use. */
export function openWayIn(form: HTMLFormElement, about: WayIn): () => void {
  const { door, show, pictureSeen } = about;
  let known = { firstLines: about.firstLines, at: performance.now() };
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
  const submit = (event: SubmitEvent) => {
    const way = new FormData(form).get('way') as Way | null;
    if (!way) return;
    event.preventDefault();
    form.removeEventListener('submit', submit);
    form.setAttribute('aria-busy', 'true');
    if (event.submitter) event.submitter.textContent = about.joining;
    form.addEventListener('submit', wait);
    const seen = visitsSeen(known.firstLines, way);
    const media = (visit: string, stream: MediaStream) => seen.includes(visit) && show(stream);
    const lines = age() < usableForMs ? room?.lay(known.firstLines, media) : undefined;
    // Drawing the room would hold up the line and the picture, when they are nearly there.
    const drawable = () =>
      Promise.race(
        lines && seen.length > 0
          ? [pictureSeen, rest(pictureFirstMs)]
          : [lines?.connected, rest(lineFirstMs)],
      );
    prepare(way, lines);
    enter(form, lines, drawable)
      .then(({ html, address }) => putPage(html, address, room ? { room: room.island } : {}))
      .catch(() => {
        dropPrepared();
        // The form's own key makes sure that it happens once.
        form.submit();
      });
  };
  form.addEventListener('submit', submit);
  form.addEventListener('change', () => void askAnew().catch(() => {}));
  return () => clearTimeout(reading);
}

/** Those whose picture may come, for whoever takes part in this `way`. */
const visitsSeen = ({ others }: FirstLines, way: Way): readonly string[] =>
  way === 'text' ? [] : others.filter((one) => one.way === 'video').map((one) => one.visit);

async function readRoom(): Promise<RoomScript> {
  const [{ default: island }, { lay }] = await Promise.all([
    import('../room/room.island.tsx'),
    import('./laid-lines.browser.ts'),
  ]);
  return { island, lay };
}

const wait = (event: SubmitEvent) => event.preventDefault();

/** Begins the visit and fetches its room. Throws when that does not go this way. */
async function enter(
  form: HTMLFormElement,
  lines: LaidLines | undefined,
  drawable: () => Promise<void>,
): Promise<{ html: string; address: string }> {
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
  await drawable();
  return { html, address };
}
