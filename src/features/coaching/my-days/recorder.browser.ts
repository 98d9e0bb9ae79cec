// One recording from the microphone, as a file. Knows nothing of the page.

/** Containers in order of liking; Safari records MP4 only. */
const containers = [
  { mime: 'audio/webm;codecs=opus', extension: 'webm' },
  { mime: 'audio/mp4', extension: 'm4a' },
  { mime: 'audio/ogg;codecs=opus', extension: 'ogg' },
] as const;

const container = () => containers.find(({ mime }) => MediaRecorder.isTypeSupported(mime));

/** Whether this browser can record sound. */
export function canRecord(): boolean {
  return (
    typeof MediaRecorder === 'function' &&
    navigator.mediaDevices?.getUserMedia !== undefined &&
    typeof DataTransfer === 'function' &&
    container() !== undefined
  );
}

export type Recording = { stop(): void; cancel(): void };
type Listener = { onSecond(seconds: number): void; onEnd(file: File, seconds: number): void };

/** Starts to record and stops by itself after `mostSeconds`. Gives why it could not, when it could not. */
export async function startRecording(
  mostSeconds: number,
  listener: Listener,
): Promise<Recording | { why: 'refused' | 'missing' }> {
  const chosen = container();
  if (!chosen) return { why: 'missing' };
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    return { why: (error as Error).name === 'NotAllowedError' ? 'refused' : 'missing' };
  }
  // Speech needs little: five minutes weigh about one megabyte on a slow line.
  const recorder = new MediaRecorder(stream, { mimeType: chosen.mime, audioBitsPerSecond: 32_000 });
  const parts: Blob[] = [];
  let seconds = 0;
  let wanted = true;
  const timer = setInterval(() => {
    listener.onSecond(++seconds);
    if (seconds >= mostSeconds) stop();
  }, 1_000);
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  recorder.addEventListener('stop', () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    const type = chosen.mime.split(';')[0] ?? chosen.mime;
    if (wanted) listener.onEnd(new File(parts, `recording.${chosen.extension}`, { type }), seconds);
  });
  listener.onSecond(0);
  recorder.start(1_000);
  return {
    stop,
    cancel() {
      wanted = false;
      stop();
    },
  };
}
