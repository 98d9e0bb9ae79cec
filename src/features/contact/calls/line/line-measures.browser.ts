// What the browser measures of a line (W3C webrtc-stats), and what the encoder is asked for in turn.
import { type Ladder, pictureFor, type Rung, step } from './ladder-rules.ts';

/** The ladder after what the line measures now. Nothing is learnt while no picture is sent at full height. */
export async function measured(
  pc: RTCPeerConnection,
  ladder: Ladder,
  now: number,
  sending: boolean,
): Promise<Ladder> {
  if (pc.connectionState !== 'connected' || (!sending && ladder.rung === 'full')) return ladder;
  let loss = 0;
  let availableKbps: number | undefined;
  const stats = await pc.getStats();
  stats.forEach((one) => {
    if (one.type === 'remote-inbound-rtp') loss = Math.max(loss, one.fractionLost ?? 0);
    if (one.type === 'candidate-pair' && one.nominated && one.availableOutgoingBitrate)
      availableKbps = one.availableOutgoingBitrate / 1000;
  });
  return step(ladder, { at: now, loss, availableKbps });
}

/** Asks the encoder for a picture that fits the rung and the number of those it goes to. */
export async function shapePicture(
  sender: RTCRtpSender | undefined,
  rung: Rung,
  others: number,
): Promise<void> {
  const parameters = sender?.getParameters();
  const encoding = parameters?.encodings?.[0];
  if (!sender || !parameters || !encoding) return;
  const shape = pictureFor(rung, others);
  if (encoding.maxBitrate === shape.kbps * 1000 && encoding.scaleResolutionDownBy === shape.scaleDown) return;
  encoding.maxBitrate = shape.kbps * 1000;
  encoding.scaleResolutionDownBy = shape.scaleDown;
  encoding.maxFramerate = shape.frames;
  await sender.setParameters(parameters);
}

/** How loud the other is now, 0–1. */
export function loudnessOf(pc: RTCPeerConnection): number {
  const receiver = pc.getReceivers().find((one) => one.track.kind === 'audio');
  const source = receiver?.getSynchronizationSources?.()[0];
  // A source that has not been heard for a second is silent, whatever its last level was.
  if (!source || performance.timeOrigin + performance.now() - source.timestamp > 1000) return 0;
  return source.audioLevel ?? 0;
}
