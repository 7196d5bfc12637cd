import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { isWork, maxWorkMs } from "@unmask/corridor";

/** The proof that the work was done, as the intake takes it; undefined when the challenge is none, or asks for too much. */
export async function workOut(challenge: unknown, stop: AbortSignal): Promise<string | undefined> {
  if (!isWork(challenge)) return undefined;
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
