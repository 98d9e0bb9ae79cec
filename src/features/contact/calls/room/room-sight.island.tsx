// One person's picture and voice in their tile. Without a picture they are only heard.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { videoOf } from '../line/video-of.browser.ts';
import type { RoomWords } from './room.island.tsx';

type SightProps = {
  stream: MediaStream;
  shows: boolean;
  own?: boolean;
  label: string;
  words: RoomWords;
};

export function Sight({ stream, shows, own = false, label, words }: SightProps) {
  const place = useRef<HTMLDivElement>(null);
  const [blocked, setBlocked] = useState(false);
  const play = () =>
    videoOf(stream)
      .play()
      .then(
        () => setBlocked(false),
        (error: DOMException) => setBlocked(error.name === 'NotAllowedError'),
      );
  // With the tile itself, so that nothing is painted before the picture may come.
  useLayoutEffect(() => {
    const video = videoOf(stream);
    video.muted = own;
    video.className = own ? 'own-sight' : '';
    place.current?.append(video);
    void play();
    return () => video.remove();
  }, [stream, own]);
  useLayoutEffect(() => {
    const video = videoOf(stream);
    video.hidden = !shows;
    video.setAttribute('aria-label', label);
  }, [stream, shows, label]);
  return (
    <>
      <div class="tile-sight" ref={place} />
      {blocked && (
        <button class="button main tile-play" type="button" onClick={play}>
          {words.playSound}
        </button>
      )}
    </>
  );
}
