// Where the stops of a client's path stand in its drawing: two beside one another, each row walked the other way than
// the one above, as a path winds. Pure; lengths are units of the drawing.

export type PathLabel = { title: string; note: string };
export type PathStop = { x: number; y: number; lines: readonly string[]; note: string };
export type PathLayout = { width: number; height: number; way: string; stops: readonly PathStop[] };

export const pathWidth = 360;
export const stopRadius = 18;
/** What fits beside another label without touching it, and how many lines a title may take. */
export const lineLetters = 19;
export const mostLines = 4;
const columns = [98, 262] as const;
const lineHeight = 18;
const gap = 26;

/** Lays out the stops in the order they are walked. No stop gives an empty drawing. */
export function layoutPath(labels: readonly PathLabel[]): PathLayout {
  const stops: PathStop[] = [];
  let top = stopRadius + 4;
  for (let at = 0; at < labels.length; at += 2) {
    const row = labels.slice(at, at + 2).map((label) => ({ ...label, lines: linesOf(label.title) }));
    const turned = at % 4 !== 0;
    row.forEach(({ lines, note }, place) => {
      const x = columns[(turned ? 1 - place : place) as 0 | 1];
      stops.push({ x, y: top, lines, note });
    });
    // One line more for the way of taking part.
    const most = Math.max(...row.map((one) => one.lines.length)) + 1;
    top += 2 * stopRadius + most * lineHeight + gap;
  }
  const height = stops.length === 0 ? 0 : top - stopRadius - gap + 6;
  return { width: pathWidth, height, way: wayThrough(stops), stops };
}

/** The baseline of the line `at` under a stop, counted from 0. */
export function baselineOf(stop: PathStop, at: number): number {
  return stop.y + stopRadius + 19 + at * lineHeight;
}

// Along a row the way sways a little; between rows it turns back round the outer edge.
function wayThrough(stops: readonly PathStop[]): string {
  const [first, ...rest] = stops;
  if (!first) return '';
  let way = `M${first.x} ${first.y}`;
  let from = first;
  rest.forEach((to, at) => {
    if (to.y === from.y) {
      const third = (to.x - from.x) / 3;
      const sway = at % 4 === 0 ? -14 : 14;
      way += `C${round(from.x + third)} ${from.y + sway} ${round(to.x - third)} ${to.y - sway} ${to.x} ${to.y}`;
    } else {
      const edge = from.x > pathWidth / 2 ? pathWidth + 22 : -22;
      way += `C${edge} ${from.y} ${edge} ${to.y} ${to.x} ${to.y}`;
    }
    from = to;
  });
  return way;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The title in lines of at most `lineLetters` letters; what does not fit `mostLines` ends in a sign of that. */
export function linesOf(title: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of title.split(/\s+/).filter(Boolean).flatMap(piecesOf)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= lineLetters) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= mostLines) return lines;
  const last = lines[mostLines - 1] ?? '';
  return [...lines.slice(0, mostLines - 1), `${last.slice(0, lineLetters - 1)}…`];
}

// A word longer than a line is divided; the list beside the drawing has it whole.
function piecesOf(word: string): string[] {
  const letters = [...word];
  const pieces: string[] = [];
  while (letters.length > lineLetters) pieces.push(`${letters.splice(0, lineLetters - 1).join('')}-`);
  return [...pieces, letters.join('')];
}
