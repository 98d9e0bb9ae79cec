// How far two points are from one another along the ground, as the crow flies. Pure.

/** Degrees, WGS 84. */
export type Point = { latitude: number; longitude: number };

/** Mean radius of the Earth (IUGG). */
const earthKm = 6371.0088;

/** Kilometres along the great circle (the haversine formula, whose error for a round Earth is below 0.6 %). */
export function distanceKm(from: Point, to: Point): number {
  const across = halfSine(to.latitude - from.latitude);
  const along = halfSine(to.longitude - from.longitude);
  const share = across + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * along;
  return 2 * earthKm * Math.asin(Math.sqrt(Math.min(1, share)));
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const halfSine = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
