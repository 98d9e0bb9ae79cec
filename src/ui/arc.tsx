// The arc of the day: the programme as one curve that client, coach and manager all read. The state of each
// piece shows by colour and by shape (solid, double, dotted, thin), and the same facts are said in the label.
import type { ComponentChildren } from 'preact';
import { shortTime } from '../platform/language.ts';
import { type ArcShape, type ArcSize, arcPiece, arcShape, pointAt, short } from './arc-shape.ts';
import { useLanguage, useSay, type Words } from './speech.tsx';
import { uiTexts } from './texts.ts';

export type ArcState = 'attended' | 'now' | 'missed' | 'coming';

/** A piece of the programme; `from` and `to` are minutes from midnight. */
export type ArcSegment = { from: number; to: number; state: ArcState; label: Words };

const strokes = { large: { gap: 6, sun: 12 }, row: { gap: 3, sun: 5 }, tiny: { gap: 2, sun: 2.5 } } as const;
const stateTexts = {
  attended: uiTexts.arcAttended,
  now: uiTexts.arcGoesOn,
  missed: uiTexts.arcMissed,
  coming: uiTexts.arcComing,
} as const;

export type ArcProps = {
  size: ArcSize;
  /** First and last minute of the day's programme, from midnight. */
  start: number;
  end: number;
  /** The minute where the sun stands; no sun when left out. */
  now?: number | undefined;
  segments: readonly ArcSegment[];
  /** What the picture is, such as "Päivän kaari" or whose day it is. */
  label: Words;
  /** Stands under the dome of the large arc: one short line or two. */
  children?: ComponentChildren;
};

export function Arc(props: ArcProps) {
  const { size, now } = props;
  const shape = arcShape(size, props.start, props.end);
  const twin = useTextTwin(props);
  const drawing = (
    <svg class={`arc ${size}`} viewBox={`0 0 ${shape.width} ${shape.height}`} role="img" aria-label={twin}>
      {size !== 'tiny' && <path class="ground" d={`M0 ${shape.ground}H${shape.width}`} />}
      <path class="way" d={arcPiece(shape, shape.start, shape.end)} />
      {props.segments.map((segment) => (
        <Piece key={segment.from} shape={shape} segment={segment} gap={strokes[size].gap} />
      ))}
      {now !== undefined && <Sun shape={shape} now={now} radius={strokes[size].sun} />}
    </svg>
  );
  if (size !== 'large') return drawing;
  return (
    <div class="arc-frame">
      <div class="arc-room">
        {drawing}
        {props.children && <div class="under-arc">{props.children}</div>}
      </div>
      <Ends start={props.start} end={props.end} />
    </div>
  );
}

function Piece({ shape, segment, gap }: { shape: ArcShape; segment: ArcSegment; gap: number }) {
  const path = arcPiece(shape, segment.from, segment.to, gap);
  if (!path) return null;
  return (
    <>
      <path class={segment.state} d={path} />
      {segment.state === 'now' && <path class="core" d={path} />}
    </>
  );
}

function Sun({ shape, now, radius }: { shape: ArcShape; now: number; radius: number }) {
  const { x, y } = pointAt(shape, now);
  return (
    <>
      <circle class="halo" cx={short(x)} cy={short(y)} r={radius * 1.7} />
      <circle class="sun" cx={short(x)} cy={short(y)} r={radius} />
    </>
  );
}

// The hours at the ends stand in HTML, not in the drawing, so that they grow with the reader's own text size.
function Ends({ start, end }: { start: number; end: number }) {
  const language = useLanguage();
  return (
    <div class="arc-ends" aria-hidden="true">
      <span>{shortTime(language, timeOf(start))}</span>
      <span>{shortTime(language, timeOf(end))}</span>
    </div>
  );
}

function useTextTwin(props: ArcProps): string {
  const language = useLanguage();
  const say = useSay();
  const time = (minute: number) => shortTime(language, timeOf(minute));
  const parts = [
    say(uiTexts.arcSummary, { label: say(props.label), start: time(props.start), end: time(props.end) }),
    ...props.segments.map((s) => `${time(s.from)} ${say(s.label)}, ${say(stateTexts[s.state])}`),
  ];
  if (props.now !== undefined) parts.push(say(uiTexts.arcNow, { time: time(props.now) }));
  return `${parts.join('. ')}.`;
}

function timeOf(minute: number): Temporal.PlainTime {
  const within = Math.min(Math.max(Math.round(minute), 0), 24 * 60 - 1);
  return new Temporal.PlainTime(Math.floor(within / 60), within % 60);
}
