// The form of the room's news, as the server writes it and the browser reads it.
import type { LeftWhy, Way } from './rules.ts';

export type NewsPerson = {
  visit: string;
  line: number;
  direct: boolean;
  name: string;
  host: boolean;
  way: Way;
  lost: boolean;
  hand: boolean;
  me: boolean;
};
export type CheckedDevice = 'microphone' | 'camera' | 'speaker' | 'network';
export type NewsNote = { fromWaiting: boolean; text: string };
export type NewsMessage = { position: number; mine: boolean; name: string; text: string; time: string };
export type HeardSignal = { position: number; from: string; fromLine: number; body: string };

export type News = {
  me: {
    state: 'waiting' | 'in' | 'left';
    why: LeftWhy | undefined;
    line: number;
    way: Way;
    /** When a host last asked this page to close its microphone, in milliseconds of the epoch. */
    mutedAt: number | undefined;
  };
  locked: boolean;
  spotlight: string | undefined;
  people: readonly NewsPerson[];
  waiting: readonly {
    visit: string;
    name: string;
    since: string;
    notes: readonly NewsNote[];
    /** What did not work when they tried their device today. */
    failed: readonly CheckedDevice[];
  }[];
  notes: readonly NewsNote[];
  messages: readonly NewsMessage[];
};
