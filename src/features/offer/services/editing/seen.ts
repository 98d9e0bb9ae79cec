// What an editor saw when the page was opened, as a short mark in the form: when it no longer fits what is saved,
// somebody else has been here. Editors of different parts never meet.
import { createHash } from 'node:crypto';

/** The same mark for the same value, whatever order its keys come in (PostgreSQL orders them its own way). */
export function markOf(part: unknown): string {
  return createHash('sha256').update(ordered(part)).digest('base64url').slice(0, 22);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, inside: unknown) =>
    inside !== null && typeof inside === 'object' && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  );
}
