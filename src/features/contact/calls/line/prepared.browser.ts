// What is begun before it is needed: for the room that follows on the same page, devices that open since the tap.
import type { Way } from '../rules.ts';
import { type Opened, openCamera, openMicrophone } from './devices.browser.ts';
import type { LaidLines } from './laid-lines.browser.ts';

/**
 * The first connection of a page costs most (threads, the ways of sound): one that is never used takes that on
 * beforehand. It asks for no device and sends nothing.
 */
export async function warmConnections(): Promise<void> {
  const connection = new RTCPeerConnection();
  for (const kind of ['audio', 'video']) connection.addTransceiver(kind);
  await connection.createOffer().catch(() => {});
  connection.close();
}

export type Prepared = {
  microphone: Promise<Opened<MediaStreamTrack>> | undefined;
  camera: Promise<Opened<MediaStreamTrack>> | undefined;
  lines: LaidLines | undefined;
};

let prepared: Prepared | undefined;

/** Opens what somebody takes part with, beside the lines that are laid. Called from their tap, and not before. */
export function prepare(way: Way, lines?: LaidLines): void {
  prepared = {
    microphone: way === 'text' ? undefined : openMicrophone(),
    camera: way === 'video' ? openCamera() : undefined,
    lines,
  };
}

/** Hands over, once, what is needed for the way that there was room for; the rest is closed again. */
export function takePrepared(way: Way): Prepared | undefined {
  const taken = prepared;
  prepared = undefined;
  if (way !== 'video') close(taken?.camera);
  if (way === 'text') close(taken?.microphone);
  return taken;
}

/** Nothing comes of it: what was opened is closed again. */
export function dropPrepared(): void {
  takePrepared('text')?.lines?.drop();
}

function close(opening: Promise<Opened<MediaStreamTrack>> | undefined): void {
  void opening?.then((opened) => opened.ok && opened.value.stop());
}
