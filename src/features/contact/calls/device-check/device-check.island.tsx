// Tries microphone, camera, speaker and network, each by its own button; nothing opens before it is pressed.
import { useEffect, useRef, useState } from 'preact/hooks';
import './device-check.css';
import type { WaysToOthers } from '../line/media-connection.browser.ts';
import { send } from '../line/server-line.browser.ts';
import type { CheckResult, NetworkResult } from '../rules.ts';
import type { Spoken } from '../spoken.ts';
import type { checkTexts } from './check-texts.ts';
import { CameraCheck, MicrophoneCheck, NetworkCheck, SpeakerCheck } from './device-checks.island.tsx';

export type CheckWords = Spoken<typeof checkTexts>;
export type DeviceCheckProps = {
  words: CheckWords;
  /** Servers that tell how the browser looks from outside; none where there is no relay. */
  servers: readonly { urls: string[] }[];
  /** Where somebody who has signed in learns how their own calls go; a relay's credential lives ten minutes. */
  connectionAt: string | undefined;
  /** Where results are kept for the person and their coach; undefined for somebody who has not signed in. */
  postTo: string | undefined;
  /** An address that answers at once, to be timed. */
  echo: string;
};

export type Results = {
  microphone: CheckResult;
  camera: CheckResult;
  speaker: CheckResult;
  network: NetworkResult;
  roundTripMs: number | undefined;
};

const untried: Results = {
  microphone: 'skipped',
  camera: 'skipped',
  speaker: 'skipped',
  network: 'skipped',
  roundTripMs: undefined,
};

export function DeviceCheckIsland({ words, servers, connectionAt, postTo, echo }: DeviceCheckProps) {
  const [started, start] = useState(false);
  const results = useRef(untried);
  const posting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => start(typeof navigator.mediaDevices?.getUserMedia === 'function'), []);
  const tell = () => {
    if (!postTo || posting.current === undefined) return;
    clearTimeout(posting.current);
    posting.current = undefined;
    const { roundTripMs, ...rest } = results.current;
    const fields = { ...rest, ...(roundTripMs === undefined ? {} : { roundTripMs: String(roundTripMs) }) };
    send(postTo, fields, crypto.randomUUID(), { keepalive: true }).catch(() => {});
  };
  // Whoever goes on to the call at once is not to be waited for.
  useEffect(() => {
    addEventListener('pagehide', tell);
    return () => {
      removeEventListener('pagehide', tell);
      tell();
    };
  }, []);
  const found = (part: Partial<Results>) => {
    results.current = { ...results.current, ...part };
    if (!postTo) return;
    // Results that come close together are told once.
    clearTimeout(posting.current);
    posting.current = setTimeout(tell, 1_500);
  };
  const askWays = async (): Promise<WaysToOthers> => {
    const answer = connectionAt ? await fetch(connectionAt, { cache: 'no-store' }) : undefined;
    return answer?.ok && !answer.redirected ? answer.json() : { policy: 'all', servers };
  };
  if (!started) return <p>{words.noScript}</p>;
  return (
    <div class="section">
      <MicrophoneCheck words={words} found={(microphone) => found({ microphone })} />
      <CameraCheck words={words} found={(camera) => found({ camera })} />
      <SpeakerCheck words={words} found={(speaker) => found({ speaker })} />
      <NetworkCheck
        words={words}
        askWays={askWays}
        echo={echo}
        found={(network, roundTripMs) => found({ network, roundTripMs })}
      />
      {postTo && <p class="small quiet-ink">{words.seenByCoach}</p>}
    </div>
  );
}

export default DeviceCheckIsland;
