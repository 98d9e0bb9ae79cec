// A small view of a room for pages of later features: who is in, by which way, and who waits.
import { Status } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import type { Present } from './door.ts';
import type { Way } from './rules.ts';
import { texts } from './texts.ts';

export const wayTexts = {
  video: texts.wayVideo,
  voice: texts.wayVoice,
  text: texts.wayText,
} as const satisfies Record<Way, unknown>;

/** That a room is open and how many are inside, without names; for those who are still outside. */
export function RoomOpen({ present }: { present: readonly Present[] }) {
  const say = useSay();
  const inside = present.filter((one) => one.state !== 'waiting').length;
  return <Status mood={inside > 0 ? 'good' : 'now'}>{say(texts.roomOpen, { count: inside })}</Status>;
}

/** Who is in a room just now, as `presentNow` tells; the caller has checked that the reader may know. */
export function RoomNow({ present }: { present: readonly Present[] }) {
  const say = useSay();
  const waiting = present.filter((one) => one.state === 'waiting');
  const inside = present.filter((one) => one.state !== 'waiting');
  if (present.length === 0) return <p class="quiet-ink">{say(texts.nobodyYet)}</p>;
  return (
    <div class="flow">
      <p class="strong">
        {say(texts.inRoom, { count: inside.length })}
        {waiting.length > 0 && ` · ${say(texts.waitingCount, { count: waiting.length })}`}
      </p>
      <ul>
        {present.map((one) => (
          <li key={one.visitId}>
            {one.shownName}{' '}
            <Status mood={one.state === 'in' ? 'good' : one.state === 'lost' ? 'warning' : 'now'}>
              {one.state === 'in'
                ? wayTexts[one.way]
                : one.state === 'lost'
                  ? texts.stateLost
                  : texts.stateWaiting}
            </Status>
          </li>
        ))}
      </ul>
    </div>
  );
}
