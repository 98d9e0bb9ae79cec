// Everybody in the room as tiles. One is large: the one a host shows to all, a shared screen, or the last to speak.
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../../../ui/icons.tsx';
import type { Call } from '../line/call.browser.ts';
import type { CallState, Other } from './call-state.browser.ts';
import type { RoomWords } from './room.island.tsx';
import { HostActs } from './room-host-acts.island.tsx';
import { Sight } from './room-sight.island.tsx';

type Props = { state: CallState; call: Call; words: RoomWords; name: string; isHost: boolean };

export function Stage({ state, call, words, name, isHost }: Props) {
  const { people, me } = state;
  const layout = layoutOf(state);
  const closest = useLarge(state);
  const large = layout === 'names' ? undefined : closest;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="stage" aria-label={words.stage} data-layout={layout} tabIndex={0}>
      {people.length === 0 && <p class="stage-alone">{words.alone}</p>}
      <ul class="tiles">
        {people.map((one) => (
          <Tile key={one.visit} one={one} large={one.visit === large} state={state} words={words}>
            {isHost && !one.host && <HostActs one={one} state={state} call={call} words={words} />}
          </Tile>
        ))}
        <OwnTile state={state} words={words} name={name} large={me !== undefined && me.visit === large} />
      </ul>
    </section>
  );
}

function layoutOf({ people, spotlight, takesIn }: CallState): string {
  // Without pictures the names are enough, and what is written gets the room.
  if (takesIn !== 'picture') return 'names';
  // A shared screen and somebody raised to the front are large even in a small company.
  if (spotlight !== undefined || people.some((one) => one.picture === 'screen')) return 'many';
  return ['alone', 'pair', 'few', 'few'][people.length] ?? 'many';
}

// A voice must go on for a moment before the picture changes, or it would flicker at every cough.
function useLarge({ people, spotlight }: CallState): string | undefined {
  const [speaker, setSpeaker] = useState<string>();
  const now = people.find((one) => one.speaking)?.visit;
  useEffect(() => {
    if (!now) return;
    const timer = setTimeout(() => setSpeaker(now), 800);
    return () => clearTimeout(timer);
  }, [now]);
  const screen = people.find((one) => one.picture === 'screen')?.visit;
  const known = people.some((one) => one.visit === speaker) ? speaker : undefined;
  const host = people.find((one) => one.host)?.visit;
  return spotlight ?? screen ?? known ?? host ?? people[0]?.visit;
}

type TileProps = {
  one: Other;
  large: boolean;
  state: CallState;
  words: RoomWords;
  children?: preact.ComponentChildren;
};

function Tile({ one, large, state, words, children }: TileProps) {
  const shows = one.picture !== 'none' && !one.heldBack && state.takesIn === 'picture';
  const about = aboutOf(one, words);
  return (
    <li
      class="tile"
      data-large={large || undefined}
      data-speaking={(one.speaking && one.microphone) || undefined}
      data-screen={one.picture === 'screen' || undefined}
    >
      {one.stream && <Sight stream={one.stream} shows={shows} label={one.name} words={words} />}
      {!shows && <Initial name={one.name} />}
      <p class="tile-name">
        <b>{one.name}</b>
        {about.length > 0 && <span> · {about.join(' · ')}</span>}
        {isQuiet(one) && <Quiet words={words} />}
      </p>
      {one.hand && (
        <p class="tile-hand">
          <Icon name="hand" /> <span>{words.handUp}</span>
        </p>
      )}
      <Reaction sign={one.reaction} />
      {children}
    </li>
  );
}

function aboutOf(one: Other, words: RoomWords): string[] {
  const about: string[] = [];
  if (one.host) about.push(words.host);
  if (one.link === 'broken' || one.lost) about.push(words.lineBroken);
  else if (one.link === 'connecting') about.push(words.connecting);
  else if (one.way === 'text') about.push(words.writes);
  else if (one.heldBack) about.push(words.pictureHeld);
  else if (one.speaking && one.microphone) about.push(words.speaking);
  if (one.picture === 'screen') about.push(words.sharesScreen);
  return about;
}

const isQuiet = (one: Other): boolean =>
  one.way !== 'text' && !one.microphone && !one.lost && one.link === 'connected';

function Quiet({ words }: { words: RoomWords }) {
  return (
    <span class="tile-quiet">
      <Icon name="microphone-off" /> <span>{words.muted}</span>
    </span>
  );
}

// Read aloud where all happenings are (said-aloud.island.tsx).
function Reaction({ sign }: { sign: string | undefined }) {
  if (!sign) return null;
  return (
    <p class="tile-reaction" aria-hidden="true">
      {sign}
    </p>
  );
}

function OwnTile(props: { state: CallState; words: RoomWords; name: string; large: boolean }) {
  const { state, words } = props;
  const shows = state.ownPicture !== undefined;
  const about = [words.you];
  const writes = state.me?.way === 'text';
  if (writes) about.push(words.writes);
  if (state.picture === 'screen') about.push(words.sharesScreen);
  return (
    <li
      class="tile own"
      data-large={props.large || undefined}
      data-screen={state.picture === 'screen' || undefined}
    >
      {state.ownPicture && (
        <Sight stream={state.ownPicture} shows own label={words.yourPicture} words={words} />
      )}
      {!shows && <Initial name={props.name} />}
      <p class="tile-name">
        <b>{props.name}</b> <span>· {about.join(' · ')}</span>
        {!writes && !state.microphone && <Quiet words={words} />}
      </p>
      {state.me?.hand && (
        <p class="tile-hand">
          <Icon name="hand" /> <span>{words.handUp}</span>
        </p>
      )}
      <Reaction sign={state.ownReaction} />
    </li>
  );
}

function Initial({ name }: { name: string }) {
  return (
    <p class="tile-initial" aria-hidden="true">
      {[...name][0]?.toUpperCase()}
    </p>
  );
}
