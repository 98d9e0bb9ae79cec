// The geometry of the arc of the day. Time runs evenly from left to right, so x is a straight function of the
// minute; the curve is the upper part of one ellipse, so that any piece of it is a single SVG arc command.

export type ArcSize = 'large' | 'row' | 'tiny';

export type ArcShape = {
  readonly width: number;
  readonly height: number;
  /** The horizon: y of both ends. */
  readonly ground: number;
  /** x of the first and the last minute. */
  readonly left: number;
  readonly right: number;
  readonly start: number;
  readonly end: number;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly centreY: number;
};

const measures = {
  large: { width: 360, height: 128, side: 16, top: 16, ground: 118 },
  row: { width: 132, height: 36, side: 5, top: 6, ground: 32 },
  tiny: { width: 44, height: 18, side: 3, top: 3, ground: 16 },
} as const;

// The share of the ellipse's half-width that the day takes. Below 1 the ends rise at a slope instead of
// straight up, so the first and the last half hour get the room that their length deserves.
const reach = 0.95;

/** The arc of a day from minute `start` to minute `end` (minutes from midnight, `end` after `start`). */
export function arcShape(size: ArcSize, start: number, end: number): ArcShape {
  const { width, height, side, top, ground } = measures[size];
  const fall = 1 - Math.sqrt(1 - reach * reach);
  const radiusY = (ground - top) / fall;
  return {
    width,
    height,
    ground,
    left: side,
    right: width - side,
    start,
    end: Math.max(end, start + 1),
    radiusX: (width / 2 - side) / reach,
    radiusY,
    centreY: top + radiusY,
  };
}

/** The point of a minute; minutes outside the day stand at its ends. */
export function pointAt(shape: ArcShape, minute: number): { x: number; y: number } {
  const share = (clamp(minute, shape.start, shape.end) - shape.start) / (shape.end - shape.start);
  const x = shape.left + share * (shape.right - shape.left);
  const across = (x - shape.width / 2) / shape.radiusX;
  return { x, y: shape.centreY - shape.radiusY * Math.sqrt(1 - across * across) };
}

/**
 * The SVG path of the piece from one minute to another, drawn `gap` units short at both ends so that pieces with
 * round ends stand apart. A piece too short for its gaps becomes a dot at its middle. Empty when outside the day.
 */
export function arcPiece(shape: ArcShape, from: number, to: number, gap = 0): string {
  const [first, last] = [clamp(from, shape.start, shape.end), clamp(to, shape.start, shape.end)];
  if (last <= first) return '';
  const minutesPerUnit = (shape.end - shape.start) / (shape.right - shape.left);
  const [a, b] = [pointAt(shape, first), pointAt(shape, last)];
  // The gap is measured along the curve, which near the ends is steeper than the minutes are wide.
  const steepness = Math.hypot(b.x - a.x, b.y - a.y) / Math.max(b.x - a.x, 0.01);
  const cut = Math.min((gap * minutesPerUnit) / steepness, (last - first) / 2 - minutesPerUnit / 20);
  const [p, q] = [pointAt(shape, first + Math.max(cut, 0)), pointAt(shape, last - Math.max(cut, 0))];
  return `M${short(p.x)} ${short(p.y)}A${short(shape.radiusX)} ${short(shape.radiusY)} 0 0 1 ${short(q.x)} ${short(q.y)}`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** A number with one decimal and no trailing zero: every byte travels to an old phone. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
