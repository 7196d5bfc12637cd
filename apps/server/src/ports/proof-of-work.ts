import { type Challenge, type Payload, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { type WorkDesk, expectedWork, iterationsOfTry } from "../intake/work-desk.ts";

/** So long a challenge holds, in milliseconds. What was worked out before that is worth nothing. */
const challengeLife = 600_000;
/** More used proofs than these are not remembered: from there the oldest are, with everything that is as old, refused by their age. */
const maxUsed = 200_000;
/** A proof is not larger, in characters. */
const maxProof = 4_096;

/** What the desk needs of the rest. */
export interface WorkDeskNeeds {
  /** The expected work of the floor, in iterations. */
  readonly floor: number;
  /** The number of waiting letters from which the work rises. */
  readonly from: number;
  lettersWaiting(): Promise<number>;
  now(): number;
  random(size: number): Uint8Array;
}

/**
 * Proofs of work by altcha-lib, whose own check takes a proof any number of times: here each is taken once. The key is made at each start
 * and never written, so that challenges die with the process. A challenge has a last number to try, at random, so that its solver knows how
 * long it takes at most.
 */
export function createWorkDesk(needs: WorkDeskNeeds): WorkDesk {
  const { now } = needs;
  const secrets = {
    hmacSignatureSecret: Buffer.from(needs.random(32)).toString("hex"),
    hmacKeySignatureSecret: Buffer.from(needs.random(32)).toString("hex"),
  };
  const used = createUsed(now);
  return {
    async ask(purpose) {
      const waiting = purpose === "letter" ? await needs.lettersWaiting() : 0;
      const cost = expectedWork(needs.floor, waiting, needs.from);
      const tries = Math.max(1, Math.round((2 * cost) / iterationsOfTry));
      const challenge = await createChallenge({
        algorithm: "PBKDF2/SHA-256",
        cost: iterationsOfTry,
        counter: Buffer.from(needs.random(4)).readUInt32BE() % tries,
        deriveKey,
        data: { for: purpose },
        expiresAt: Math.floor((now() + challengeLife) / 1000),
        ...secrets,
      });
      return { challenge, cost };
    },
    async accept(purpose, proof) {
      const payload = parseProof(proof);
      const until = payload?.challenge.parameters.expiresAt;
      if (payload === undefined || until === undefined || until * 1000 <= now()) return false;
      if (payload.challenge.parameters.data?.["for"] !== purpose) return false;
      const { verified } = await verifySolution({ ...payload, deriveKey, ...secrets });
      return verified && used.take(payload.challenge.parameters.nonce, until * 1000);
    },
  };
}

/** Remembers proofs until they end by themselves. */
function createUsed(now: () => number): { take(nonce: string, until: number): boolean } {
  const used = new Map<string, number>();
  let refusedUntil = 0;
  return {
    take(nonce, until) {
      if (used.has(nonce) || until <= refusedUntil) return false;
      for (const [oldest, end] of used) {
        if (end > now() && used.size < maxUsed) break;
        used.delete(oldest);
        if (end > now()) refusedUntil = Math.max(refusedUntil, end);
      }
      used.set(nonce, until);
      return true;
    },
  };
}

/** The proof as altcha-lib's solvers hand it in: JSON of challenge and solution, in base64. */
function parseProof(proof: string): Payload | undefined {
  if (proof.length > maxProof) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(proof, "base64").toString("utf8"));
    return isPayload(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isPayload(value: unknown): value is Payload {
  if (!isObject(value) || !isObject(value["challenge"]) || !isObject(value["solution"])) return false;
  const { challenge, solution } = value;
  return typeof solution["counter"] === "number" && typeof solution["derivedKey"] === "string" && isChallenge(challenge);
}

function isChallenge(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & Challenge {
  const { parameters, signature } = value;
  if (typeof signature !== "string" || !isObject(parameters)) return false;
  const texts = ["algorithm", "nonce", "salt", "keyPrefix", "keySignature"].map((name) => parameters[name]);
  const numbers = ["cost", "keyLength", "expiresAt"].map((name) => parameters[name]);
  return texts.every((one) => typeof one === "string") && numbers.every(Number.isSafeInteger) && isObject(parameters["data"]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
