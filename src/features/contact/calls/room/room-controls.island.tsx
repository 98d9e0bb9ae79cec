// The bar of the call: microphone, picture, hand, writing, leaving; the rest behind "more". Each has its word and a
// key, which works when nothing is being written and can be turned off (WCAG 2.1.4).
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../../../../ui/icons.tsx';
import type { Call } from '../line/call.browser.ts';
import { canShareScreen } from '../line/devices.browser.ts';
import type { CallState } from './call-state.browser.ts';
import type { RoomWords } from './room.island.tsx';
import { More } from './room-more.island.tsx';

type Props = { state: CallState; call: Call; words: RoomWords; isHost: boolean; toWrite: () => void };

export function Controls({ state, call, words, isHost, toWrite }: Props) {
  const [keysOn, setKeysOn] = useState(true);
  const [open, setOpen] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    bar.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };
  const hand = state.me?.hand === true;
  useKeys(keysOn, {
    m: () => void call.toggleMicrophone(),
    k: () => void call.toggleCamera(),
    h: () => void call.raiseHand(),
    v: toWrite,
    '?': () => setOpen(true),
  });
  return (
    <section class="controls" aria-label={words.controls} onKeyDown={close}>
      {open && (
        <More
          state={state}
          call={call}
          words={words}
          isHost={isHost}
          screens={canShareScreen()}
          keysOn={keysOn}
          setKeysOn={setKeysOn}
        />
      )}
      <div class="controls-bar" ref={bar}>
        <Control
          icon={state.microphone ? 'microphone' : 'microphone-off'}
          on={state.microphone}
          act={() => call.toggleMicrophone()}
        >
          {state.microphone ? words.microphoneOn : words.microphoneOff}
        </Control>
        <Control
          icon={state.picture === 'camera' ? 'video' : 'video-off'}
          on={state.picture === 'camera'}
          act={() => call.toggleCamera()}
        >
          {state.picture === 'camera' ? words.cameraOn : words.cameraOff}
        </Control>
        <Control icon="hand" on={hand} act={() => call.raiseHand()}>
          {hand ? words.lowerHand : words.raiseHand}
        </Control>
        <Control icon="message" act={toWrite}>
          {words.messages}
        </Control>
        <Control icon="more" expanded={open} act={() => setOpen(!open)}>
          {words.more}
        </Control>
        <Control icon="leave" leave act={() => call.leave()}>
          {words.leave}
        </Control>
      </div>
    </section>
  );
}

type ControlProps = {
  icon: IconName;
  on?: boolean;
  expanded?: boolean;
  leave?: boolean;
  act: () => unknown;
  children: string;
};

function Control({ icon, on, expanded, leave, act, children }: ControlProps) {
  return (
    <button
      type="button"
      class="control"
      data-on={on === undefined ? undefined : on ? 'yes' : 'no'}
      data-leave={leave || undefined}
      aria-expanded={expanded}
      onClick={() => void act()}
    >
      <Icon name={icon} />
      <span>{children}</span>
    </button>
  );
}

function useKeys(on: boolean, acts: Record<string, () => void>): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
        return;
      const act = acts[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
