// The four checks, each with what to do when it does not work.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../../../ui/icons.tsx';
import {
  type DeviceError,
  listenToLoudness,
  openCamera,
  openMicrophone,
  playTones,
} from '../line/devices.browser.ts';
import type { WaysToOthers } from '../line/media-connection.browser.ts';
import { fill } from '../room/words.browser.ts';
import type { CheckResult, NetworkResult } from '../rules.ts';
import type { CheckWords } from './device-check.island.tsx';
import { tryNetwork } from './network-check.browser.ts';

type Shown = 'untried' | 'trying' | NetworkResult;

type FrameProps = {
  title: string;
  shown: Shown;
  words: CheckWords;
  remedy?: string | undefined;
  children: ComponentChildren;
};

function Frame({ title, shown, words, remedy, children }: FrameProps) {
  const mood =
    shown === 'good' ? 'good' : shown === 'slow' ? 'warning' : shown === 'failed' ? 'bad' : undefined;
  const word = { good: words.resultGood, slow: words.resultSlow, failed: words.resultFailed };
  return (
    <section class="section">
      <h2>
        {title}{' '}
        {mood && (
          <span class={`status ${mood}`}>
            <Icon name={mood} />
            {word[shown as keyof typeof word]}
          </span>
        )}
      </h2>
      {children}
      <p role="status">{remedy ?? ''}</p>
    </section>
  );
}

const remedyFor = (words: CheckWords, error: DeviceError, device: string): string =>
  fill(
    { refused: words.refused, missing: words.missing, taken: words.taken, failed: words.deviceFailed }[error],
    {
      device: device.toLowerCase(),
    },
  );

type CheckProps = { words: CheckWords; found: (result: CheckResult) => void };

/** Louder than this on the scale from 0 to 1 is a voice and not the noise of a room. */
const voice = 0.35;
const silentAfter = 8_000;

export function MicrophoneCheck({ words, found }: CheckProps) {
  const [shown, show] = useState<Shown>('untried');
  const [remedy, say] = useState<string>();
  const [level, setLevel] = useState(0);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const end = () => {
    stop.current?.();
    stop.current = undefined;
    if (shown === 'trying') show('untried');
  };
  const begin = async () => {
    // A second tap while the browser asks would open the device twice, and close it once.
    if (shown === 'trying') return;
    show('trying');
    say(words.asking);
    const opened = await openMicrophone();
    if (!opened.ok) {
      show('failed');
      say(remedyFor(words, opened.error, words.microphone));
      return found('failed');
    }
    say(words.speakNow);
    let heard = false;
    const silent = setTimeout(() => !heard && say(words.microphoneSilent), silentAfter);
    const stopListening = listenToLoudness(opened.value, (now) => {
      setLevel(now);
      if (heard || now < voice) return;
      heard = true;
      show('good');
      say(words.microphoneGood);
      found('good');
    });
    stop.current = () => {
      clearTimeout(silent);
      stopListening();
      opened.value.stop();
      setLevel(0);
    };
  };
  return (
    <Frame title={words.microphone} shown={shown} words={words} remedy={remedy}>
      {stop.current ? (
        <>
          <meter min={0} max={1} value={level} aria-label={words.level} />
          <TryButton act={end}>{words.stop}</TryButton>
        </>
      ) : (
        <TryButton act={begin}>{words.tryMicrophone}</TryButton>
      )}
    </Frame>
  );
}

export function CameraCheck({ words, found }: CheckProps) {
  const [shown, show] = useState<Shown>('untried');
  const [remedy, say] = useState<string>();
  const [picture, setPicture] = useState<MediaStreamTrack>();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (!picture || !video.current) return;
    video.current.srcObject = new MediaStream([picture]);
    video.current.muted = true;
    video.current.play().catch(() => {});
    return () => picture.stop();
  }, [picture]);

  const begin = async () => {
    // A second tap while the browser asks would open the device twice, and close it once.
    if (shown === 'trying') return;
    show('trying');
    say(words.asking);
    const opened = await openCamera();
    if (opened.ok) setPicture(opened.value);
    show(opened.ok ? 'good' : 'failed');
    say(opened.ok ? words.cameraGood : remedyFor(words, opened.error, words.camera));
    found(opened.ok ? 'good' : 'failed');
  };
  return (
    <Frame title={words.camera} shown={shown} words={words} remedy={remedy}>
      {picture ? (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: the person's own picture, without sound. */}
          <video ref={video} class="mirror" playsInline aria-label={words.ownPicture} />
          <TryButton act={() => setPicture(undefined)}>{words.stop}</TryButton>
        </>
      ) : (
        <TryButton act={begin}>{words.tryCamera}</TryButton>
      )}
    </Frame>
  );
}

export function SpeakerCheck({ words, found }: CheckProps) {
  const [shown, show] = useState<Shown>('untried');
  const [remedy, say] = useState<string>();
  const answer = (result: 'good' | 'failed') => {
    show(result);
    say(result === 'good' ? words.speakerGood : words.speakerFailed);
    found(result);
  };
  const play = async () => {
    show('trying');
    say(undefined);
    await playTones().catch(() => {});
    say(words.didYouHear);
  };
  return (
    <Frame title={words.speaker} shown={shown} words={words} remedy={remedy}>
      <div class="buttons">
        <TryButton act={play}>{words.trySpeaker}</TryButton>
        {shown === 'trying' && remedy && (
          <>
            <TryButton act={() => answer('good')}>{words.heard}</TryButton>
            <TryButton act={() => answer('failed')}>{words.notHeard}</TryButton>
          </>
        )}
      </div>
    </Frame>
  );
}

type NetworkProps = {
  words: CheckWords;
  askWays: () => Promise<WaysToOthers>;
  echo: string;
  found: (result: NetworkResult, roundTripMs: number | undefined) => void;
};

export function NetworkCheck({ words, askWays, echo, found }: NetworkProps) {
  const [shown, show] = useState<Shown>('untried');
  const [remedy, say] = useState<string>();
  const begin = async () => {
    show('trying');
    say(words.networkTrying);
    const { result, roundTripMs, blocked } = await tryNetwork(echo, askWays);
    const advice = {
      good: words.networkGood,
      slow: words.networkSlow,
      failed: blocked ? words.networkBlocked : words.networkFailed,
      unknown: words.networkUnknown,
    };
    const told = result === 'unknown' ? 'skipped' : result;
    show(told);
    // How long an answer takes is of no use to whoever is told that nothing comes through.
    const measured = (told === 'good' || told === 'slow') && roundTripMs !== undefined;
    say(measured ? `${advice[result]} ${fill(words.roundTrip, { ms: roundTripMs })}` : advice[result]);
    found(told, roundTripMs);
  };
  return (
    <Frame title={words.network} shown={shown} words={words} remedy={remedy}>
      <TryButton act={begin}>{words.tryNetwork}</TryButton>
    </Frame>
  );
}

function TryButton({ act, children }: { act: () => unknown; children: string }) {
  return (
    <button type="button" class="button quiet" onClick={() => void act()}>
      {children}
    </button>
  );
}
