// Makes the step from the way in to the room short (line/way-in.browser.ts), and shows the others as soon as they are
// to be seen: before the room, which takes its time to be drawn.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../../ui/icons.tsx';
import type { FirstLines } from './line/laid-lines.browser.ts';
import { videoOf } from './line/video-of.browser.ts';
import { openWayIn } from './line/way-in.browser.ts';

export type ArrivalIslandProps = {
  door: string;
  firstLines: FirstLines;
  words: { joining: string; unreachable: string };
};

export default function ArrivalIsland({ door, firstLines, words }: ArrivalIslandProps) {
  const [unreachable, setUnreachable] = useState(false);
  const [pictures, setPictures] = useState<readonly MediaStream[]>([]);
  const seen = useRef(() => {});
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('form[action$="/visits"]');
    const button = form?.querySelector('button');
    if (!form || !button || typeof RTCPeerConnection !== 'function') return;
    const label = button.textContent;
    return openWayIn(form, {
      door,
      firstLines,
      tell: (state) => {
        button.textContent = state === 'joining' ? words.joining : label;
        setUnreachable(state === 'unreachable');
        setPictures([]);
      },
      show: (stream) => setPictures((shown) => (shown.includes(stream) ? shown : [...shown, stream])),
      pictureSeen: new Promise((resolve) => {
        seen.current = resolve;
      }),
    });
  }, []);
  if (unreachable)
    return (
      <p class="error" role="alert">
        <Icon name="bad" />
        {words.unreachable}
      </p>
    );
  if (pictures.length === 0) return null;
  return (
    <ul class="tiles" aria-hidden="true">
      {pictures.map((stream) => (
        <li key={stream.id} class="tile" data-large>
          <FirstPicture stream={stream} seen={() => seen.current()} />
        </li>
      ))}
    </ul>
  );
}

// Without its voice, which begins in the room.
function FirstPicture({ stream, seen }: { stream: MediaStream; seen(): void }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const video = videoOf(stream);
    video.muted = true;
    // Only when it has been painted is it on the screen.
    video.addEventListener('loadeddata', () => requestAnimationFrame(() => setTimeout(seen)), { once: true });
    place.current?.append(video);
    void video.play().catch(() => {});
  }, [stream]);
  return <div class="tile-sight" ref={place} />;
}
