import type { Sha256, Source } from "@unmask/core";
import { type Ask, type Uploading, continueUpload, makeUpload } from "@unmask/corridor";

/** A pack that follows its letter: what is sent, and the token that lets it in. */
export interface PackOnItsWay {
  readonly source: Source;
  readonly token: string;
  readonly size: number;
  readonly sha256: Sha256;
  readonly bucket: number;
}

interface PackWorld {
  readonly origin: string;
  ask(stop: AbortSignal): Ask;
  pause(ms: number, stop: AbortSignal): Promise<void>;
  random(size: number): Uint8Array;
}

interface Sending {
  readonly told: { progress(doing: string, done: number, total: number): void };
  readonly stop: AbortSignal;
}

/** Sends what of a pack is not there yet, from where the intake says. False: she stopped, or nobody answered; what is there stays for 48 hours. */
export async function sendPack(pack: PackOnItsWay, world: PackWorld, { told, stop }: Sending): Promise<boolean> {
  const { source, token, size, bucket } = pack;
  const tell = (sent: number): void => told.progress("Sending", Math.min(sent, size), size);
  const uploading: Uploading = {
    ask: world.ask(stop),
    origin: world.origin,
    token,
    random: world.random,
    pause: (ms) => world.pause(ms, stop),
    tellProgress: tell,
  };
  tell(0);
  try {
    const made = await makeUpload(uploading, bucket);
    const sent = made.ok && (await continueUpload(uploading, made.value, source, { size, bucket, padding: bucket - size })).ok;
    if (sent) tell(size);
    return sent;
  } catch (error) {
    if (stop.aborted) return false;
    throw error;
  }
}
