// What the room's islands are given: addresses, the reader's own place, and their words.
import { type Language, say, type Text } from '../../../platform/language.ts';
import type { Entered, Visit } from './access.ts';
import type { RoomProps } from './room.island.tsx';
import type { WaitingProps } from './waiting.island.tsx';

export function waitingProps(_language: Language, place: { base: string; token: string }): WaitingProps {
  return { base: place.base };
}

export function roomProps(
  _language: Language,
  place: { base: string; token: string; title: Text | string; found: Entered & { visit: Visit } },
): RoomProps {
  return { base: place.base };
}
void say;
