// What is used more seldom: screen, saving data, reactions, the door, ending for all, the list of keys.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Call } from '../line/call.browser.ts';
import type { CallState } from './call-state.browser.ts';
import type { RoomWords } from './room.island.tsx';

const reactions = [
  ['👍', 'thumb'],
  ['👏', 'clap'],
  ['❤️', 'heart'],
  ['🙂', 'smile'],
] as const satisfies readonly (readonly [string, keyof RoomWords])[];

/** The word of a reaction; a sign that this page does not know is its own word. */
export function reactionWord(sign: string, words: RoomWords): string {
  const known = reactions.find(([one]) => one === sign);
  return known ? words[known[1]] : sign;
}

type Props = {
  state: CallState;
  call: Call;
  words: RoomWords;
  isHost: boolean;
  screens: boolean;
  keysOn: boolean;
  setKeysOn: (on: boolean) => void;
};

export function More({ state, call, words, isHost, screens, keysOn, setKeysOn }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  // The panel stands before the bar in the page, so the way on by keyboard begins in it.
  useEffect(() => panel.current?.focus(), []);
  return (
    <div class="more" ref={panel} tabIndex={-1}>
      <div class="more-acts">
        {screens && (
          <Act act={() => call.toggleScreen()}>
            {state.picture === 'screen' ? words.stopScreen : words.shareScreen}
          </Act>
        )}
        <TakeIn state={state} call={call} words={words} />
        {isHost && (
          <Act act={() => call.actOnRoom('lock', { on: state.locked ? 'no' : 'yes' })}>
            {state.locked ? words.unlock : words.lock}
          </Act>
        )}
        {isHost && <EndForAll call={call} words={words} />}
      </div>
      <fieldset class="reactions">
        <legend>{words.reactions}</legend>
        {reactions.map(([sign, word]) => (
          <button key={sign} type="button" class="button quiet small-button" onClick={() => call.react(sign)}>
            <span aria-hidden="true">{sign}</span> {words[word]}
          </button>
        ))}
      </fieldset>
      <Keys words={words} keysOn={keysOn} setKeysOn={setKeysOn} />
    </div>
  );
}

function Act({ act, children }: { act: () => unknown; children: string }) {
  return (
    <button type="button" class="button quiet small-button" onClick={() => void act()}>
      {children}
    </button>
  );
}

function TakeIn({ state, call, words }: { state: CallState; call: Call; words: RoomWords }) {
  if (state.me?.way === 'text') {
    const listens = state.takesIn !== 'text';
    return (
      <Act act={() => call.takeIn(listens ? 'text' : 'voice')}>
        {listens ? words.stopListening : words.listen}
      </Act>
    );
  }
  const sees = state.takesIn === 'picture';
  return (
    <Act act={() => call.takeIn(sees ? 'voice' : 'picture')}>
      {sees ? words.hidePictures : words.showPictures}
    </Act>
  );
}

function EndForAll({ call, words }: { call: Call; words: RoomWords }) {
  const [sure, ask] = useState(false);
  if (!sure) return <Act act={() => ask(true)}>{words.endForAll}</Act>;
  return (
    <fieldset>
      <legend>{words.sureEnd}</legend>
      <button type="button" class="button danger small-button" onClick={() => void call.actOnRoom('closing')}>
        {words.yes}
      </button>
      <Act act={() => ask(false)}>{words.no}</Act>
    </fieldset>
  );
}

type KeysProps = { words: RoomWords; keysOn: boolean; setKeysOn: (on: boolean) => void };

function Keys({ words, keysOn, setKeysOn }: KeysProps) {
  const keys = [
    ['M', words.keyMicrophone],
    ['K', words.keyCamera],
    ['H', words.keyHand],
    ['V', words.keyWrite],
    ['?', words.keyList],
  ] as const;
  return (
    <div class="keys">
      <h2>{words.shortcuts}</h2>
      <ul>
        {keys.map(([key, word]) => (
          <li key={key}>
            <kbd>{key}</kbd> {word}
          </li>
        ))}
      </ul>
      <p class="choice">
        <input
          type="checkbox"
          id="keys-on"
          checked={keysOn}
          onChange={(event) => setKeysOn(event.currentTarget.checked)}
        />
        <label for="keys-on">{words.shortcutsOn}</label>
      </p>
    </div>
  );
}
