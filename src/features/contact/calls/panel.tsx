// Small views of rooms for pages of later features: who is in, by which way, and who waits.
import { sayTime } from '../../../platform/language.ts';
import { LinkButton } from '../../../ui/buttons.tsx';
import { Notice, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { AtDoor } from './at-doors.ts';
import { type Present, roomHref } from './door.ts';
import { sayName } from './guests/guest-rows.ts';
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

/**
 * Who waits for the reader, as `atDoorsOf` tells, each with the way into the room. Without `named` it says where and how
 * many: a page that others may see on a shared screen must not tell who comes to which room.
 */
export function AtDoors(props: { atDoors: readonly AtDoor[]; zone: string; named?: boolean }) {
  const say = useSay();
  const rooms = Map.groupBy(props.atDoors, (one) => one.roomId);
  if (rooms.size === 0) return null;
  return (
    <Notice kind="info" title={say(texts.waitForYou, { count: props.atDoors.length })}>
      {[...rooms].map(([roomId, waiting]) => (
        <div class="acts" key={roomId} id={`door-${roomId}`}>
          <div>
            {props.named ? (
              <>
                <p class="quiet-ink">{titleOf(say, waiting)}</p>
                {waiting.map((one) => (
                  <NamedWait key={one.visitId} one={one} zone={props.zone} />
                ))}
              </>
            ) : (
              <WaitAt waiting={waiting} zone={props.zone} />
            )}
          </div>
          <LinkButton small icon="video" href={roomHref(roomId)} about={titleOf(say, waiting)}>
            {texts.goToRoom}
          </LinkButton>
        </div>
      ))}
    </Notice>
  );
}

const titleOf = (say: ReturnType<typeof useSay>, waiting: readonly AtDoor[]) =>
  say(waiting[0]?.title ?? texts.room);

function NamedWait({ one, zone }: { one: AtDoor; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const time = sayTime(language, one.since.toZonedDateTimeISO(zone).toPlainTime());
  return (
    <p data-row={one.visitId}>
      <span class="strong">{sayName(language, one)}</span>{' '}
      {say(one.inside ? texts.waitsInside : texts.waitsAtDoor, { time })}
    </p>
  );
}

function WaitAt({ waiting, zone }: { waiting: readonly AtDoor[]; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const since = waiting[0]?.since.toZonedDateTimeISO(zone).toPlainTime();
  return (
    <p>
      {titleOf(say, waiting)}: {say(texts.waitingCount, { count: waiting.length })}{' '}
      {since && say(texts.since, { time: sayTime(language, since) })}
    </p>
  );
}
