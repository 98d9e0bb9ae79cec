// What happens in the room, for those who hear the page instead of seeing it. The last few stay, so that two things
// that happen at once are both read, and the same thing twice is read twice.
import { useState } from 'preact/hooks';
import type { Happening } from './call-state.browser.ts';
import type { RoomWords } from './room.island.tsx';
import { reactionWord } from './room-more.island.tsx';
import { fill } from './words.browser.ts';

type Said = { lines: readonly { at: number; text: string }[]; say: (happening: Happening) => void };

const kept = 4;

export function useSaid(words: RoomWords): Said {
  const [lines, setLines] = useState<Said['lines']>([]);
  const say = (happening: Happening) => {
    const values = 'reaction' in happening ? { reaction: reactionWord(happening.reaction, words) } : {};
    const text = fill(words[happening.what], { ...happening, ...values });
    setLines((before) => [...before.slice(1 - kept), { at: (before.at(-1)?.at ?? 0) + 1, text }]);
  };
  return { lines, say };
}

export function SaidAloud({ said }: { said: Said }) {
  return (
    <div class="unseen" role="log" aria-live="polite" aria-relevant="additions">
      {said.lines.map(({ at, text }) => (
        <p key={at}>{text}</p>
      ))}
    </div>
  );
}
