// The client's path as a drawing made on the server. It is one picture for the eye; the same steps stand beside it as
// a list, which is what a screen reader reads.
import { useSay } from '../../../ui/speech.tsx';
import type { PathStep } from './content.ts';
import { baselineOf, layoutPath, type PathStop, stopRadius } from './path-layout.ts';
import { modeTexts, viewTexts } from './texts-catalogue.ts';

export function PathDrawing({ path }: { path: readonly PathStep[] }) {
  const say = useSay();
  if (path.length === 0) return null;
  const layout = layoutPath(
    path.map((step) => ({ title: say(step.title), note: say(modeTexts[step.mode]) })),
  );
  return (
    <svg
      class="path-drawing"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={say(viewTexts.pathPicture, { n: path.length })}
    >
      <path d={layout.way} />
      {layout.stops.map((stop, at) => (
        <Stop key={at} stop={stop} number={at + 1} last={at > 0 && at === path.length - 1} />
      ))}
    </svg>
  );
}

// The first stop is where one is now, the last is what one goes towards.
function Stop({ stop, number, last }: { stop: PathStop; number: number; last: boolean }) {
  return (
    <g class={last ? 'goal' : number === 1 ? 'here' : undefined}>
      <circle cx={stop.x} cy={stop.y} r={stopRadius} />
      <text x={stop.x} y={stop.y + 6} class="strong">
        {number}
      </text>
      {stop.lines.map((line, at) => (
        <text key={at} x={stop.x} y={baselineOf(stop, at)}>
          {line}
        </text>
      ))}
      <text x={stop.x} y={baselineOf(stop, stop.lines.length)} class="note">
        {stop.note}
      </text>
    </g>
  );
}
