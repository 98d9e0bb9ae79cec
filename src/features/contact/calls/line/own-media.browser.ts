// What this page itself sends: one microphone, and one picture of the camera or the screen.
import type { Picture, Trouble } from '../room/call-state.browser.ts';
import { listenToLoudness, type Opened, openCamera, openMicrophone, openScreen } from './devices.browser.ts';
import { afterLoudness, hearsNothing } from './unheard-rules.ts';

export type OwnMediaState = {
  microphone: boolean;
  picture: Picture;
  ownPicture: MediaStream | undefined;
  trouble: Trouble | undefined;
  /** Speaks while the microphone is closed. */
  speaksUnheard: boolean;
};

export class OwnMedia {
  microphone: MediaStreamTrack | null = null;
  picture: MediaStreamTrack | null = null;
  #state: OwnMediaState = {
    microphone: false,
    picture: 'none',
    ownPicture: undefined,
    trouble: undefined,
    speaksUnheard: false,
  };
  #endListening: (() => void) | undefined;
  #openingMicrophone: Promise<boolean> | undefined;
  #closed = false;
  readonly #changed: (state: OwnMediaState) => void;
  readonly #ended: () => void;

  /** `changed` hears of every change; `ended` when a picture ends from outside (a cable, the browser's own button). */
  constructor(changed: (state: OwnMediaState) => void, ended: () => void) {
    this.#changed = changed;
    this.#ended = ended;
  }

  get state(): OwnMediaState {
    return this.#state;
  }

  #change(part: Partial<OwnMediaState>): void {
    this.#state = { ...this.#state, ...part };
    this.#changed(this.#state);
  }

  /** Opens the microphone when it is not open. False when it cannot be opened; the state says why. */
  openMicrophone(opening?: Promise<Opened<MediaStreamTrack>>): Promise<boolean> {
    if (this.microphone) return Promise.resolve(true);
    // It may take long to be allowed; whoever asks again meanwhile waits for the same.
    this.#openingMicrophone ??= this.#takeMicrophone(opening ?? openMicrophone()).finally(() => {
      this.#openingMicrophone = undefined;
    });
    return this.#openingMicrophone;
  }

  async #takeMicrophone(opening: Promise<Opened<MediaStreamTrack>>): Promise<boolean> {
    const opened = await this.#unlessClosed(opening);
    if (!opened) return false;
    if (!opened.ok) {
      this.#change({ trouble: { device: 'microphone', error: opened.error } });
      return false;
    }
    this.microphone = opened.value;
    this.microphone.onended = () => {
      this.#endListening?.();
      this.microphone = null;
      this.#change({ microphone: false, speaksUnheard: false });
    };
    this.#change({ trouble: undefined, microphone: true });
    return true;
  }

  // A device that opens when the call is over has nobody to close it.
  async #unlessClosed(
    opening: Promise<Opened<MediaStreamTrack>>,
  ): Promise<Opened<MediaStreamTrack> | undefined> {
    const opened = await opening;
    if (!this.#closed) return opened;
    if (opened.ok) opened.value.stop();
    return undefined;
  }

  /** Lets the voice through or not; the device stays open, so that speaking again is instant. */
  speak(on: boolean): void {
    if (!this.microphone) return;
    this.microphone.enabled = on;
    this.#endListening?.();
    this.#endListening = on ? undefined : this.#listenWhileClosed(this.microphone);
    this.#change({ microphone: on, speaksUnheard: false });
  }

  // Only how loud it is, and only in this page: nothing that is heard while the microphone is closed leaves it.
  #listenWhileClosed(microphone: MediaStreamTrack): () => void {
    const ear = microphone.clone();
    ear.enabled = true;
    let hearing = hearsNothing;
    const end = listenToLoudness(ear, (level) => {
      hearing = afterLoudness(hearing, level);
      if (hearing.speaks !== this.#state.speaksUnheard) this.#change({ speaksUnheard: hearing.speaks });
    });
    return () => {
      end();
      ear.stop();
    };
  }

  /** Opens the camera or asks which screen to show. False when there is no picture; the state says why. */
  async openPicture(
    kind: 'camera' | 'screen',
    opening?: Promise<Opened<MediaStreamTrack>>,
  ): Promise<boolean> {
    const opened = await this.#unlessClosed(opening ?? (kind === 'camera' ? openCamera() : openScreen()));
    if (!opened) return false;
    if (!opened.ok) {
      // Closing the browser's own dialog for choosing a screen is no trouble.
      if (kind === 'camera' || opened.error !== 'refused')
        this.#change({ trouble: { device: kind, error: opened.error } });
      return false;
    }
    this.picture?.stop();
    this.picture = opened.value;
    this.picture.contentHint = kind === 'screen' ? 'detail' : 'motion';
    this.picture.onended = () => this.#ended();
    this.#change({ trouble: undefined, picture: kind, ownPicture: new MediaStream([this.picture]) });
    return true;
  }

  /** Stops the picture; the camera's light goes out. */
  closePicture(): void {
    this.picture?.stop();
    this.picture = null;
    this.#change({ picture: 'none', ownPicture: undefined });
  }

  close(): void {
    this.#closed = true;
    this.#endListening?.();
    this.microphone?.stop();
    this.microphone = null;
    this.closePicture();
  }
}
