// What the islands of the room and its door are given: addresses, the reader's own place, and their words.
import { type Language, say, type Text } from '../../../../platform/language.ts';
import type { Entered, Visit } from '../access.ts';
import type { Connection } from '../line/connection.ts';
import type { News } from '../news.browser.ts';
import { spoken } from '../spoken.ts';
import { texts } from '../texts.ts';
import type { RoomProps } from './room.island.tsx';
import { roomTexts, waitingTexts } from './room-texts.ts';
import type { WaitingProps } from './waiting.island.tsx';

export function waitingProps(language: Language, place: { base: string; token: string }): WaitingProps {
  return { ...place, words: spoken(language, waitingTexts) };
}

export function roomProps(
  language: Language,
  place: {
    base: string;
    token: string;
    news: News;
    title: Text | string;
    connection: Connection;
    /** Where the reader goes when the call is over. */
    home: string;
    found: Entered & { visit: Visit };
  },
): RoomProps {
  const { room, visit, me, isHost } = place.found;
  const notes = [texts.noRecording, room.keepsText ? texts.textKept : texts.textNotKept];
  if (place.connection.policy === 'relay') notes.push(texts.relayed);
  if (place.connection.policy === 'none') notes.push(texts.onlyWriting);
  return {
    base: place.base,
    home: place.home,
    token: place.token,
    news: place.news,
    room: room.id,
    visit: visit.id,
    way: visit.way,
    name: me.shownName,
    isHost,
    connection: place.connection,
    title: typeof place.title === 'string' ? place.title : say(language, place.title),
    notes: notes.map((note) => say(language, note)),
    words: {
      ...spoken(language, roomTexts),
      ...(me.guest ? { toHome: say(language, texts.toMeetingPage) } : {}),
    },
  };
}
