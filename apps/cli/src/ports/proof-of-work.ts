import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";

/** Milliseconds of work at most: an intake asks for three seconds, and one that asks for more is not waited on for ever. */
const maxWorkMs = 120_000;
/** Iterations of one try at most: one try cannot be stopped. */
const maxIterations = 1_000_000;

/** The proof that the work was done, as the intake takes it; undefined when the challenge is none, or asks for too much. */
export async function workOut(challenge: unknown, stop: AbortSignal): Promise<string | undefined> {
  if (!isChallenge(challenge) || challenge.parameters.cost > maxIterations) return undefined;
  const controller = new AbortController();
  const end = (): void => controller.abort();
  stop.addEventListener("abort", end);
  try {
    const solution = await solveChallenge({ challenge, deriveKey, controller, timeout: maxWorkMs });
    stop.throwIfAborted();
    return solution ? Buffer.from(JSON.stringify({ challenge, solution })).toString("base64") : undefined;
  } finally {
    stop.removeEventListener("abort", end);
  }
}

function isChallenge(value: unknown): value is Challenge {
  if (!isObject(value) || !isObject(value["parameters"]) || typeof value["signature"] !== "string") return false;
  const { parameters } = value;
  const texts = ["algorithm", "nonce", "salt", "keyPrefix"].map((name) => parameters[name]);
  const numbers = ["cost", "keyLength"].map((name) => parameters[name]);
  return texts.every((one) => typeof one === "string") && numbers.every(Number.isSafeInteger);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
