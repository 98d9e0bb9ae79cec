// What is not as it was asked for, and what to do about it. Said aloud when it comes.
import type { CallState } from './call-state.browser.ts';
import type { RoomWords } from './room.island.tsx';
import { fill } from './words.browser.ts';

export function Notices({ state, words }: { state: CallState; words: RoomWords }) {
  const notices: string[] = [];
  if (!state.reachable) notices.push(words.unreachable);
  if (state.heldBack) notices.push(words.heldBack);
  if (state.speaksUnheard) notices.push(words.unheard);
  else if (state.mutedByHost) notices.push(words.mutedByHost);
  if (state.because === 'pictures-full') notices.push(words.picturesFull);
  if (state.because === 'voices-full') notices.push(words.voicesFull);
  if (state.trouble) {
    const devices = {
      microphone: words.deviceMicrophone,
      camera: words.deviceCamera,
      screen: words.deviceScreen,
    };
    notices.push(fill(words[state.trouble.error], { device: devices[state.trouble.device] }));
  }
  return (
    <div class="call-notices" aria-live="polite">
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </div>
  );
}
