// What a host may do about one participant.
import { useRef, useState } from 'preact/hooks';
import type { Call } from '../line/call.browser.ts';
import type { CallState, Other } from './call-state.browser.ts';
import type { RoomWords } from './room.island.tsx';
import { fill } from './words.browser.ts';

type Props = { one: Other; state: CallState; call: Call; words: RoomWords };

export function HostActs({ one, state, call, words }: Props) {
  const [sure, ask] = useState(false);
  const menu = useRef<HTMLDetailsElement>(null);
  const shown = state.spotlight === one.visit;
  // What was pressed may go away with its act; the keyboard stays where it was.
  const close = () => {
    if (!menu.current) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  const act = (done: Promise<unknown>) => {
    close();
    void done;
  };
  return (
    <details class="tile-acts" ref={menu} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <summary>
        <span aria-hidden="true">⋯</span>
        <span class="unseen">{fill(words.actsOn, { name: one.name })}</span>
      </summary>
      <div>
        {one.microphone && (
          <button
            type="button"
            class="button quiet small-button"
            onClick={() => act(call.actOn(one.visit, 'muting'))}
          >
            {words.mute}
          </button>
        )}
        <button
          type="button"
          class="button quiet small-button"
          onClick={() => act(call.actOnRoom('spotlight', shown ? {} : { visit: one.visit }))}
        >
          {shown ? words.spotlightOff : words.spotlight}
        </button>
        {sure ? (
          <fieldset>
            <legend>{words.sure}</legend>
            <button
              type="button"
              class="button danger small-button"
              onClick={() => call.actOn(one.visit, 'removal')}
            >
              {words.yes}
            </button>
            <button type="button" class="button quiet small-button" onClick={() => ask(false)}>
              {words.no}
            </button>
          </fieldset>
        ) : (
          <button type="button" class="button danger small-button" onClick={() => ask(true)}>
            {words.putOut}
          </button>
        )}
      </div>
    </details>
  );
}
