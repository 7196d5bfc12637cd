import { createHmac, timingSafeEqual } from "node:crypto";
import { type Challenge, type Payload, createChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { type WorkDesk, expectedWork, iterationsOfTry } from "../intake/work-desk.ts";

/** So long a challenge holds, in milliseconds. What was worked out before that is worth nothing. */
const challengeLife = 600_000;
/** More used proofs than these are not remembered: from there the oldest are, with everything that is as old, refused by their age. */
const maxUsed = 200_000;
/** A proof is not larger, in characters. */
const maxProof = 4_096;
/** A key as solvers write it: PBKDF2 with SHA-256 gives 32 bytes at most. */
const keyPattern = /^(?:[0-9a-f]{2}){1,32}$/;

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
 * Proofs of work by altcha-lib. The check is ours: the library's takes a proof any number of times, here each is taken once; and it asks a
 * thread for each HMAC, which is a tenth of what a letter costs. The key is made at each start and never written, so that challenges die with
 * the process. A challenge has a last number to try, at random, so that its solver knows how long it takes at most.
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
    accept(purpose, proof) {
      const payload = parseProof(proof);
      const until = payload?.challenge.parameters.expiresAt;
      if (payload === undefined || until === undefined || until * 1000 <= now()) return false;
      if (payload.challenge.parameters.data?.["for"] !== purpose) return false;
      return isSolved(payload, secrets) && used.take(payload.challenge.parameters.nonce, until * 1000);
    },
  };
}

type Secrets = Readonly<Record<"hmacSignatureSecret" | "hmacKeySignatureSecret", string>>;

/**
 * Whether we asked for this and it is solved, as altcha-lib's `verifySolution` has it: the parameters, sorted by name, carry our HMAC; and so
 * does the key that was found, which nobody knows who did not work for it.
 */
function isSolved({ challenge: { parameters, signature }, solution }: Payload, secrets: Secrets): boolean {
  if (!keyPattern.test(solution.derivedKey)) return false;
  const isOurs = isHmacOf(signature ?? "", secrets.hmacSignatureSecret, Buffer.from(JSON.stringify(sorted(parameters))));
  return isOurs && isHmacOf(parameters.keySignature ?? "", secrets.hmacKeySignatureSecret, Buffer.from(solution.derivedKey, "hex"));
}

function isHmacOf(told: string, secret: string, data: Uint8Array): boolean {
  const [one, other] = [Buffer.from(told), Buffer.from(createHmac("sha256", secret).update(data).digest("hex"))];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** An object with its members by name, all the way down, as altcha-lib signs it. */
function sorted(value: unknown): unknown {
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name])]));
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
