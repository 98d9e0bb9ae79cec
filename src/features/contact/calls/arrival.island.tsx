// Makes the step from the way in to the room short (line/way-in.browser.ts), and shows the others as soon as they are
// to be seen: before the room, which takes its time to be drawn.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FirstLines } from './line/laid-lines.browser.ts';
import { videoOf } from './line/video-of.browser.ts';
import { openWayIn } from './line/way-in.browser.ts';

/** `joining` stands on the button from the tap on. */
export type ArrivalIslandProps = { door: string; firstLines: FirstLines; joining: string };

export default function ArrivalIsland({ door, firstLines, joining }: ArrivalIslandProps) {
  const [pictures, setPictures] = useState<readonly MediaStream[]>([]);
  const seen = useRef(() => {});
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('form[action$="/visits"]');
    if (!form || typeof RTCPeerConnection !== 'function') return;
    const pictureSeen = new Promise<void>((resolve) => {
      seen.current = resolve;
    });
    const show = (stream: MediaStream) =>
      setPictures((shown) => (shown.includes(stream) ? shown : [...shown, stream]));
    return openWayIn(form, { door, firstLines, joining, show, pictureSeen });
  }, []);
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
