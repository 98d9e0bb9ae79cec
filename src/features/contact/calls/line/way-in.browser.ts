// From the way in to the room: the tap opens the devices, lays the lines to those who are in and asks for the room, all
// at once, and the room takes this page's place. Whatever does not go that way goes as the form does without script;
// only without a network it stays here, since the browser would put its own page of faults in this one's place.
import type { AnyIsland } from '../../../../ui/island-start.browser.ts';
import { putPage } from '../../../../ui/page-swap.browser.ts';
import type { Way } from '../rules.ts';
import type { FirstLines, LaidLines, lay } from './laid-lines.browser.ts';
import { dropPrepared, prepare, warmConnections } from './prepared.browser.ts';
import { rest } from './server-line.browser.ts';

export type WayIn = {
  door: string;
  firstLines: FirstLines;
  /** What the page tells from the tap on. */
  tell(state: 'joining' | 'unreachable'): void;
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
/** A network that has not answered by then is as good as none, in milliseconds. */
const answerWithinMs = 20_000;

/** Takes over `form`, by which a visit begins. Gives a function that ends what has no more use. */
export function openWayIn(form: HTMLFormElement, about: WayIn): () => void {
  const { door, tell, show, pictureSeen } = about;
  let known = { firstLines: about.firstLines, at: performance.now() };
  const age = () => performance.now() - known.at;
  let room: RoomScript | undefined;
  let joining = false;
  let failed = false;
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
  const join = async (way: Way) => {
    const seen = visitsSeen(known.firstLines, way);
    const media = (visit: string, stream: MediaStream) => seen.includes(visit) && show(stream);
    // The first words of a try that failed may have been heard, so another try lets the room begin by itself.
    const lines = age() < usableForMs && !failed ? room?.lay(known.firstLines, media) : undefined;
    if (!failed) prepare(way, lines);
    const { html, address } = await enter(form, lines);
    if (failed) return location.assign(address);
    // Drawing the room would hold up the line and the picture, when they are nearly there.
    await Promise.race(
      lines && seen.length > 0 ? [pictureSeen, rest(pictureFirstMs)] : [lines?.connected, rest(lineFirstMs)],
    );
    putPage(html, address, room ? { room: room.island } : {});
  };
  const submit = (event: SubmitEvent) => {
    const way = new FormData(form).get('way') as Way | null;
    if (!way) return;
    event.preventDefault();
    if (joining) return;
    joining = true;
    tell('joining');
    join(way).catch((error) => {
      dropPrepared();
      // The form's own key makes sure that it happens once.
      if (!(error instanceof Unreachable)) return form.submit();
      joining = false;
      failed = true;
      tell('unreachable');
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

/** The server does not answer. */
class Unreachable extends Error {}

async function reach(address: string, init: RequestInit): Promise<{ answer: Response; text: string }> {
  try {
    const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(answerWithinMs) });
    return { answer, text: await answer.text() };
  } catch (cause) {
    throw new Unreachable(address, { cause });
  }
}

/** Begins the visit and fetches its room. Throws when that does not go this way; Unreachable without a network. */
async function enter(
  form: HTMLFormElement,
  lines: LaidLines | undefined,
): Promise<{ html: string; address: string }> {
  const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  fields.set('line', 'direct');
  const said = (await lines?.firstWords()) ?? [];
  if (said.length > 0) fields.set('signals', JSON.stringify(said));
  const begun = await reach(form.action, {
    method: 'POST',
    body: fields,
    headers: { prefer: 'return=minimal' },
  });
  const address = begun.answer.headers.get('location') ?? '';
  if (!begun.answer.ok || !roomAt.test(address)) throw new Error('not let in');
  lines?.outbox.taken(said);
  lines?.listen(address);
  const page = await reach(address, { cache: 'no-store' });
  if (!page.answer.ok || !page.text.includes('data-island="room"')) throw new Error('not let in');
  return { html: page.text, address };
}
