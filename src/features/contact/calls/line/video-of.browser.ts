// The element in which a stream is seen and heard. Each stream has one for as long as it lives: a picture that was seen
// on the way in goes on in the room without a blink, wherever the element is put.
const videos = new WeakMap<MediaStream, HTMLVideoElement>();

/** The element of `stream`. It carries both voice and picture, so that they stay together. */
export function videoOf(stream: MediaStream): HTMLVideoElement {
  const known = videos.get(stream);
  if (known) return known;
  const video = document.createElement('video');
  video.playsInline = true;
  video.srcObject = stream;
  videos.set(stream, video);
  return video;
}
