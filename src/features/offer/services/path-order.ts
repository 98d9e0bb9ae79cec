// The order of a client's path. Pure; places are counted from 0. An order out of range changes nothing.
import type { PathStep } from './content.ts';

type Path = readonly PathStep[];

/** The path with one step a place earlier or later. */
export function movedStep(path: Path, at: number, to: 'up' | 'down'): PathStep[] {
  const other = to === 'up' ? at - 1 : at + 1;
  const [one, two] = [path[at], path[other]];
  return one && two
    ? path.map((step, place) => (place === at ? two : place === other ? one : step))
    : [...path];
}

/** The path without one step. */
export function withoutStep(path: Path, at: number): PathStep[] {
  return path.filter((_, place) => place !== at);
}

/** The path with one step written anew; past the end it becomes the last. */
export function withStep(path: Path, at: number, step: PathStep): PathStep[] {
  return at < path.length ? path.map((old, place) => (place === at ? step : old)) : [...path, step];
}
