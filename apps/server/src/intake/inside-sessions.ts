import { base64ToBytes, bytesToHex, isGoodSignature, textToBytes } from "@unmask/seal";
import { createExpiring } from "./expiring.ts";

/** A question waits a minute for its answer, in milliseconds: an answer that was written down is worth nothing later. */
const nonceLife = 60_000;
/** A session lasts ten minutes, in milliseconds; the inside then proves its key again. */
const sessionLife = 600_000;
/** More than these at once are a flood from outside: the inside needs one. */
const maxNonces = 10_000;
const maxSessions = 100;

/** Who may take what has come in: whoever holds the pull key of the set. Questions and sessions are in memory only. */
export interface InsideSessions {
  /** A question, 64 hexadecimal digits, to be signed once. */
  challenge(): string;
  /** The token of a session, for a good signature (base64) over a question that waits. */
  open(nonce: string, signature: string): string | undefined;
  isOpen(token: string): boolean;
}

/** What the inside signs to prove its key (docs/formats/force-set.md). */
export function pullMessage(force: string, nonce: string): Uint8Array {
  return textToBytes(`unmask pull\n${force}\n${nonce}`);
}

/** No session yet. `pull` is the Ed25519 key of the set, 32 bytes. */
export function createInsideSessions(
  { force, pull }: { readonly force: string; readonly pull: Uint8Array },
  random: (size: number) => Uint8Array,
  now: () => number,
): InsideSessions {
  const nonces = createExpiring<true>(nonceLife, maxNonces, now);
  const sessions = createExpiring<true>(sessionLife, maxSessions, now);
  return {
    challenge() {
      const nonce = bytesToHex(random(32));
      nonces.set(nonce, true);
      return nonce;
    },
    open(nonce, signature) {
      const bytes = base64ToBytes(signature);
      if (nonces.take(nonce) === undefined || bytes === undefined) return undefined;
      if (!isGoodSignature(bytes, pullMessage(force, nonce), pull)) return undefined;
      const token = bytesToHex(random(32));
      sessions.set(token, true);
      return token;
    },
    isOpen: (token) => sessions.get(token) !== undefined,
  };
}
