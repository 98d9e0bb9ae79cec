// Records a few minutes of voice in the page, to be listened to before it is sent with its form. Where the browser
// cannot record, the plain file field stays.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { canRecord, type Recording, startRecording } from './recorder.browser.ts';

type WhyFailed = 'refused' | 'missing' | 'empty';

export type RecorderProps = {
  /** The name of the file in the form. */
  field: string;
  mostSeconds: number;
  words: Record<
    'label' | 'hint' | 'start' | 'stop' | 'again' | 'drop' | 'going' | 'ready' | WhyFailed,
    string
  >;
};

/** A tap so soon after the recording began was meant to begin it, in milliseconds. */
const secondTapWithin = 600;

type State =
  | { step: 'plain' | 'idle' }
  | { step: 'going'; seconds: number }
  | { step: 'ready'; seconds: number; href: string }
  | { step: 'failed'; why: WhyFailed };

export default function Recorder({ field, mostSeconds, words }: RecorderProps) {
  const { state, input, place, begin, start, drop, stop } = useRecording(mostSeconds);
  if (state.step === 'plain') return <PlainField field={field} words={words} place={place} />;
  return (
    <fieldset class="field">
      <legend class="label">{words.label}</legend>
      <input
        ref={input}
        type="file"
        name={field}
        accept="audio/*"
        aria-label={words.label}
        hidden={state.step !== 'failed'}
      />
      <p role="status" class={state.step === 'failed' ? 'error' : 'small quiet-ink'}>
        <Told state={state} words={words} />
      </p>
      {state.step === 'ready' && (
        // biome-ignore lint/a11y/useMediaCaption: the listener has just spoken these words.
        <audio controls src={state.href} />
      )}
      <div class="buttons">
        {state.step === 'going' ? (
          <button type="button" class="button quiet" onClick={stop}>
            {words.stop}
          </button>
        ) : (
          <button ref={begin} type="button" class="button quiet" onClick={start}>
            {state.step === 'ready' ? words.again : words.start}
          </button>
        )}
        {state.step === 'ready' && (
          <button type="button" class="button text" onClick={drop}>
            {words.drop}
          </button>
        )}
      </div>
    </fieldset>
  );
}

/** What is being recorded, with the fields that hold it: the plain one, and the one in its place. */
function useRecording(mostSeconds: number) {
  const [state, setState] = useState<State>({ step: 'plain' });
  const input = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const begin = useRef<HTMLButtonElement>(null);
  const going = useRef<Recording | undefined>(undefined);
  const asking = useRef(false);
  const begunAt = useRef(0);
  const sendThen = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    // A file that was chosen before this file came stays chosen.
    const chosen = place.current?.querySelector('input')?.files?.length;
    if (canRecord() && !chosen) setState({ step: 'idle' });
    return () => going.current?.cancel();
  }, []);
  useLayoutEffect(() => {
    const form = input.current?.form;
    if (state.step !== 'going') {
      const send = sendThen.current;
      sendThen.current = undefined;
      // What was to be taken along is not there: its sender decides what to do.
      if (state.step === 'ready') send?.();
      else if (send) begin.current?.focus();
      return;
    }
    // A form that is sent while its sender still speaks waits for what they have said.
    const wait = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      sendThen.current = () => form?.requestSubmit(event.submitter);
      going.current?.stop();
    };
    form?.addEventListener('submit', wait, true);
    return () => form?.removeEventListener('submit', wait, true);
  }, [state.step]);

  const start = async () => {
    if (asking.current) return;
    asking.current = true;
    drop();
    const begun = await startRecording(mostSeconds, {
      onSecond: (seconds) => setState({ step: 'going', seconds }),
      onEnd: (file, seconds) => {
        if (file.size === 0) return setState({ step: 'failed', why: 'empty' });
        const files = new DataTransfer();
        files.items.add(file);
        if (input.current) input.current.files = files.files;
        setState({ step: 'ready', seconds, href: URL.createObjectURL(file) });
      },
    });
    asking.current = false;
    if ('why' in begun) setState({ step: 'failed', why: begun.why });
    else {
      going.current = begun;
      begunAt.current = performance.now();
    }
  };
  const stop = ({ timeStamp }: MouseEvent) => {
    if (timeStamp - begunAt.current > secondTapWithin) going.current?.stop();
  };
  const drop = () => {
    if (state.step === 'ready') URL.revokeObjectURL(state.href);
    if (input.current) input.current.value = '';
    setState({ step: 'idle' });
  };
  return { state, input, place, begin, start, drop, stop };
}

function Told({ state, words }: { state: State; words: RecorderProps['words'] }) {
  if (state.step === 'failed') return <>{words[state.why]}</>;
  if (state.step === 'ready') return <>{`${words.ready} ${clock(state.seconds)}`}</>;
  if (state.step !== 'going') return null;
  // A reader of the screen hears that recording goes on, not each second of it.
  return (
    <>
      {words.going} <span aria-hidden="true">{clock(state.seconds)}</span>
    </>
  );
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

type PlainProps = Pick<RecorderProps, 'field' | 'words'> & { place: RefObject<HTMLDivElement | null> };

// The same field as the server draws, so that taking over changes nothing for whoever cannot record.
function PlainField({ field, words, place }: PlainProps) {
  return (
    <div class="field" ref={place}>
      <label class="label" for={`field-${field}`}>
        {words.label}
      </label>
      <p class="hint" id={`field-${field}-hint`}>
        {words.hint}
      </p>
      <input
        type="file"
        accept="audio/*"
        id={`field-${field}`}
        name={field}
        aria-describedby={`field-${field}-hint`}
      />
    </div>
  );
}
