// The live surface of the room. It takes the place of the plain room once it has started.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import './room.css';
import { Call } from '../line/call.browser.ts';
import { playTones } from '../line/devices.browser.ts';
import type { WaysToOthers } from '../line/media-connection.browser.ts';
import { peerToPeer } from '../line/peer-to-peer.browser.ts';
import type { News } from '../news.browser.ts';
import type { Way } from '../rules.ts';
import type { Spoken } from '../spoken.ts';
import { type CallState, callBegins } from './call-state.browser.ts';
import { Controls } from './room-controls.island.tsx';
import { Door } from './room-door.island.tsx';
import { type Begun, Messages } from './room-messages.island.tsx';
import { Notices } from './room-notices.island.tsx';
import { Stage } from './room-stage.island.tsx';
import type { roomTexts } from './room-texts.ts';
import { SaidAloud, useSaid } from './said-aloud.island.tsx';

export type RoomWords = Spoken<typeof roomTexts>;
export type RoomProps = {
  base: string;
  home: string;
  /** Hears of the room's news; empty for whom no hints come. */
  token: string;
  room: string;
  visit: string;
  way: Way;
  /** The reader's own shown name. */
  name: string;
  isHost: boolean;
  /** How this person's browser may reach others, as it is when the page opens. */
  connection: WaysToOthers;
  /** The room as it was when the page was written. */
  news: News;
  title: string;
  /** House words: no recording, what happens to what is written, why a relay. */
  notes: readonly string[];
  words: RoomWords;
};

export default function RoomIsland(props: RoomProps) {
  const { words } = props;
  const [state, setState] = useState<CallState>(callBegins);
  const said = useSaid(words);
  const [call, setCall] = useState<Call>();
  const write = useRef<HTMLInputElement>(null);
  const begun = useRef<Begun>(undefined);

  // Before the page is painted, not after: a call that waits for nothing shows its first picture sooner.
  useLayoutEffect(() => {
    const opened = new Call({
      ...props,
      make: canMeet(props.connection) ? peerToPeer : undefined,
      onChange: (next) => {
        // The plain room stands until the live one has heard of the server.
        if (next.phase === 'in') begun.current ??= takePlainRoom();
        setState(next);
      },
      onHappening: (happening) => {
        said.say(happening);
        if (happening.what === 'waits' && props.isHost) playTones().catch(() => {});
      },
    });
    setCall(opened);
    const leaving = () => opened.close();
    // A page that the browser kept and shows again has no lines any more.
    const shownAgain = (event: PageTransitionEvent) => event.persisted && location.reload();
    addEventListener('pagehide', leaving);
    addEventListener('pageshow', shownAgain);
    return () => {
      removeEventListener('pagehide', leaving);
      removeEventListener('pageshow', shownAgain);
    };
  }, []);
  useTitle(props, state);
  // The server's page of this address says what has ended and asks how it was.
  useEffect(() => {
    if (state.phase === 'left') location.replace(props.base);
  }, [state.phase]);

  if (!call || state.phase === 'starting' || state.phase === 'left') return null;
  if (state.phase !== 'in') return <Elsewhere phase={state.phase} words={words} home={props.home} />;
  const waits = props.isHost && state.waiting.length > 0;
  return (
    <div class="call" data-panel={waits ? 'door' : undefined}>
      <h1 class="call-title">{props.title}</h1>
      <SaidAloud said={said} />
      <Notices state={state} words={words} />
      {waits && <Door state={state} call={call} words={words} />}
      <Stage state={state} call={call} words={words} name={props.name} isHost={props.isHost} />
      <Messages
        base={props.base}
        state={state}
        call={call}
        words={words}
        notes={props.notes}
        field={write}
        begun={begun.current}
      />
      <Controls
        state={state}
        call={call}
        words={words}
        isHost={props.isHost}
        toWrite={() => write.current?.focus()}
      />
    </div>
  );
}

const canMeet = ({ policy }: WaysToOthers) => policy !== 'none' && typeof RTCPeerConnection === 'function';

/** Takes the plain room away. Gives what had been begun to write in it while the live one was on its way. */
function takePlainRoom(): Begun {
  const room = document.getElementById('plain-room');
  const field = room?.querySelector<HTMLInputElement>('input[name=text]');
  const begun = {
    text: field?.value ?? '',
    caret: field && field === document.activeElement ? field.selectionStart : null,
  };
  room?.remove();
  return begun;
}

/** Somebody at the door shows in the title too, for a host who looks at another tab. */
function useTitle({ isHost, words, title }: RoomProps, { waiting }: CallState): void {
  useEffect(() => {
    const count = isHost ? waiting.length : 0;
    document.title = count > 0 ? `(${count}) ${words.waitsTitle} – ${title}` : title;
  }, [waiting.length]);
}

function Elsewhere(props: { phase: 'elsewhere' | 'gone'; words: RoomWords; home: string }) {
  const { phase, words, home } = props;
  return (
    <div class="call-over">
      <h1>{phase === 'gone' ? words.goneTitle : words.elsewhereTitle}</h1>
      {phase === 'elsewhere' && (
        <button class="button main" type="button" onClick={() => location.reload()}>
          {words.bringHere}
        </button>
      )}
      <a class="button quiet" href={home}>
        {words.toHome}
      </a>
    </div>
  );
}
