// The person's own microphone, camera and screen. Nothing here opens anything before it is asked to.

export type DeviceError = 'refused' | 'missing' | 'taken' | 'failed';
export type Opened<T> = { ok: true; value: T } | { ok: false; error: DeviceError };

const microphoneWish: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};
const cameraWish: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
  facingMode: 'user',
};

export const openMicrophone = (): Promise<Opened<MediaStreamTrack>> =>
  openTrack({ audio: microphoneWish }, (stream) => stream.getAudioTracks()[0]);

export const openCamera = (): Promise<Opened<MediaStreamTrack>> =>
  openTrack({ video: cameraWish }, (stream) => stream.getVideoTracks()[0]);

/** The screen or a window, chosen by the person in the browser's own dialog. */
export async function openScreen(): Promise<Opened<MediaStreamTrack>> {
  return opening(async () => {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15 } } });
    return stream.getVideoTracks()[0];
  });
}

export const canShareScreen = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

function openTrack(
  wish: MediaStreamConstraints,
  pick: (stream: MediaStream) => MediaStreamTrack | undefined,
): Promise<Opened<MediaStreamTrack>> {
  return opening(async () => pick(await navigator.mediaDevices.getUserMedia(wish)));
}

async function opening(open: () => Promise<MediaStreamTrack | undefined>): Promise<Opened<MediaStreamTrack>> {
  try {
    const value = await open();
    return value ? { ok: true, value } : { ok: false, error: 'missing' };
  } catch (error) {
    return { ok: false, error: kindOf(error) };
  }
}

// Names of the Media Capture specification, and what a person can do about each.
function kindOf(error: unknown): DeviceError {
  switch ((error as DOMException)?.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'taken';
    default:
      return 'failed';
  }
}

/** Listens how loud a track is; `tell` hears a number from 0 to 1 many times a second. Gives a function that ends it. */
export function listenToLoudness(track: MediaStreamTrack, tell: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    let sum = 0;
    for (const sample of samples) sum += sample * sample;
    // Loudness is felt by its logarithm: −60 dB is silence, 0 dB the loudest.
    const decibels = 20 * Math.log10(Math.sqrt(sum / samples.length) + 1e-6);
    tell(Math.max(0, Math.min(1, (decibels + 60) / 60)));
  }, 80);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

/** Plays two short tones, higher and lower. Resolves when they have sounded. */
export async function playTones(): Promise<void> {
  const context = new AudioContext();
  await context.resume();
  const volume = context.createGain();
  volume.gain.value = 0.2;
  volume.connect(context.destination);
  for (const [at, pitch] of [
    [0, 660],
    [0.35, 440],
  ] as const) {
    const tone = context.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(volume);
    tone.start(context.currentTime + at);
    tone.stop(context.currentTime + at + 0.28);
  }
  await new Promise((resolve) => setTimeout(resolve, 800));
  await context.close();
}
