// What is written: messages, and the lines being typed just now (real-time text). Own and others' are told apart by
// side, by edge and in words, and by data-from for programs (EN 301 549, 6.2.2).
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Call } from '../line/call.browser.ts';
import type { CallState } from './call-state.browser.ts';
import type { RoomWords } from './room.island.tsx';
import { dropNote, keptNote } from './unsent-note.browser.ts';
import { fill } from './words.browser.ts';

/** What somebody had begun to write before this field was there, and where the caret stood if they were at it. */
export type Begun = { text: string; caret: number | null };

type Props = {
  /** The address of the visit. */
  base: string;
  state: CallState;
  call: Call;
  words: RoomWords;
  notes: readonly string[];
  field: RefObject<HTMLInputElement | null>;
  begun: Begun | undefined;
};

export function Messages({ base, state, call, words, notes, field, begun }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const typing = state.people.filter((one) => one.typed.line !== '' || one.typed.lines.length > 0);
  useEffect(() => {
    log.current?.scrollTo(0, log.current.scrollHeight);
  }, [state.messages.length, typing.length]);
  return (
    <section class="messages" aria-label={words.messages}>
      <h2>{words.messages}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div class="messages-log" ref={log} tabIndex={0} role="log" aria-label={words.messages}>
        {state.messages.length === 0 && typing.length === 0 && <p>{words.noMessages}</p>}
        <ol>
          {state.messages.map((one) => (
            <li key={one.position} data-from={one.mine ? 'me' : 'other'}>
              <p class="small">
                <b>{one.mine ? words.sent : fill(words.received, { name: one.name })}</b> {one.time}
              </p>
              <p>{one.text}</p>
            </li>
          ))}
        </ol>
      </div>
      {/* Typing is not read aloud letter by letter; a reader moves here to follow it. */}
      <div class="typing" aria-live="off">
        {typing.map((one) => (
          <p key={one.visit} data-from="other" data-typing>
            <b>{fill(words.typing, { name: one.name })}:</b>{' '}
            {[...one.typed.lines.slice(-1), one.typed.line].join(' ')}
          </p>
        ))}
      </div>
      <Writing base={base} call={call} words={words} field={field} begun={begun} />
      <p class="messages-notes">{notes.join(' ')}</p>
    </section>
  );
}

type WritingProps = Pick<Props, 'base' | 'call' | 'words' | 'field' | 'begun'>;

/** The field in which every character goes out as it is typed; Enter makes the line a message. */
function Writing({ base, call, words, field, begun }: WritingProps) {
  const [text, setText] = useState(begun?.text ?? '');
  // At once: the next letter may be typed already, and no field is there for it.
  useLayoutEffect(() => {
    const caret = begun?.caret ?? null;
    if (caret === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
  }, []);
  const write = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    void call.write(text.trim());
    setText('');
  };
  const change = (next: string) => {
    setText(next);
    call.type(next);
  };
  const bring = (note: string) => {
    change([text.trim(), note].filter(Boolean).join(' '));
    field.current?.focus();
  };
  return (
    <form onSubmit={write} class="writing">
      <FromTheDoor base={base} words={words} bring={bring} />
      <label class="label" for="write">
        {words.yourMessage}
      </label>
      <div class="writing-row">
        <input
          id="write"
          ref={field}
          value={text}
          maxLength={2000}
          autocomplete="off"
          aria-describedby="typed-live"
          onInput={(event) => change(event.currentTarget.value)}
        />
        <button type="submit" class="button quiet">
          {words.send}
        </button>
      </div>
      <p class="hint" id="typed-live">
        {words.typedLive}
      </p>
    </form>
  );
}

type FromTheDoorProps = Pick<Props, 'base' | 'words'> & { bring(note: string): void };

// What its writer did not come to send at the door. That was for the coach only and here all would read it, letter by
// letter, so it does not go into the field by itself.
function FromTheDoor({ base, words, bring }: FromTheDoorProps) {
  const [note, setNote] = useState('');
  useEffect(() => {
    void keptNote(base).then(setNote);
  }, []);
  if (note === '') return null;
  const done = () => {
    setNote('');
    void dropNote(base);
  };
  return (
    <div class="from-the-door" role="group" aria-label={words.wroteAtDoor}>
      <p>
        <b>{words.wroteAtDoor}</b> {note}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="button quiet small-button"
          onClick={() => {
            bring(note);
            done();
          }}
        >
          {words.bringNote}
        </button>
        <button type="button" class="button text small-button" onClick={done}>
          {words.dropNote}
        </button>
      </div>
    </div>
  );
}
