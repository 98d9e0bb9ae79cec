// Who waits at the door, for hosts: since when, what they wrote, and letting them in.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Call } from '../line/call.browser.ts';
import type { CallState } from './call-state.browser.ts';
import type { RoomWords } from './room.island.tsx';
import { fill } from './words.browser.ts';

type Props = { state: CallState; call: Call; words: RoomWords };

export function Door({ state, call, words }: Props) {
  return (
    <section class="door" aria-label={words.atDoor}>
      <div class="door-title">
        <h2>{words.atDoor}</h2>
        {state.waiting.length > 1 && (
          <button type="button" class="button main small-button" onClick={() => call.actOnRoom('admissions')}>
            {words.letAllIn}
          </button>
        )}
      </div>
      <ul>
        {state.waiting.map((one) => (
          <Waiting key={one.visit} one={one} alone={state.waiting.length === 1} call={call} words={words} />
        ))}
      </ul>
    </section>
  );
}

type WaitingProps = {
  one: CallState['waiting'][number];
  /** Nobody else waits: then letting this one in is the main act. */
  alone: boolean;
  call: Call;
  words: RoomWords;
};

function Waiting({ one, alone, call, words }: WaitingProps) {
  const names = {
    microphone: words.deviceMicrophone,
    camera: words.deviceCamera,
    speaker: words.deviceSpeaker,
    network: words.deviceNetwork,
  };
  const [asked, setAsked] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  // The button goes away with whom it let in: the keyboard goes on among those who are in.
  useEffect(
    () => () => {
      if (row.current?.contains(document.activeElement))
        document.querySelector<HTMLElement>('.stage')?.focus();
    },
    [],
  );
  const [text, setText] = useState('');
  const letIn = async () => {
    await call.actOn(one.visit, 'admission');
    // Still here a moment later: somebody they must not meet is in. The words are the same for any reason.
    setTimeout(() => setAsked(true), 1500);
  };
  const write = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    void call.note(one.visit, text.trim());
    setText('');
  };
  return (
    <li ref={row}>
      <div class="door-title">
        <p>
          <b>{one.name}</b> <span class="quiet-ink">{fill(words.since, { time: one.since })}</span>
        </p>
        <button type="button" class={`button ${alone ? 'main' : 'quiet'} small-button`} onClick={letIn}>
          {words.letIn}
          <span class="unseen">: {one.name}</span>
        </button>
      </div>
      {one.notes.map((note, at) => (
        <p key={at} class="small">
          {note.fromWaiting ? one.name : words.you}: {note.text}
        </p>
      ))}
      {one.failed.length > 0 && (
        <p class="small">
          {fill(words.checkFailed, { devices: one.failed.map((device) => names[device]).join(', ') })}
        </p>
      )}
      {asked && <p class="small">{fill(words.couldNotLetIn, { name: one.name })}</p>}
      <form onSubmit={write} class="door-note">
        <input
          aria-label={`${words.writeTo}: ${one.name}`}
          placeholder={words.writeTo}
          value={text}
          maxLength={2000}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button quiet small-button">
          {words.send}
        </button>
      </form>
    </li>
  );
}
