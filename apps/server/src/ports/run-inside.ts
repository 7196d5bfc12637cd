import { setTimeout as wait } from "node:timers/promises";
import { type Result, ok } from "@unmask/core";
import { runOpening } from "../opening/run-opening.ts";
import { type OpeningParts, openOpeningWorld } from "./opening-world.ts";

/** The wait before loops that stopped begin again, ms. */
const beginAgainMs = 5_000;

/** The inside while it runs: it takes in, opens and answers. */
export interface RunningInside {
  /** Ends what was begun and begins nothing more; the database is closed by who opened it. */
  close(): Promise<void>;
}

/** Starts the inside. The error says which key is missing or spoiled. */
export async function runInside(parts: OpeningParts): Promise<Result<RunningInside, string>> {
  const end = new AbortController();
  const world = await openOpeningWorld({ ...parts, stop: end.signal });
  if (!world.ok) return world;
  // A wait ends early when the inside is told to end.
  const pause = (ms: number): Promise<void> => wait(ms, undefined, { signal: end.signal }).catch(() => undefined);
  const run = async (): Promise<void> => {
    while (!end.signal.aborted) {
      // A fault of ours in one turn ends neither the desk nor the intake beside it: where is told, never what, and it begins again.
      await runOpening(world.value, { signal: end.signal, pause }).catch((error: unknown) => {
        parts.tell(`case: taking in and opening stopped (${codeOf(error)}). It begins again.`);
      });
      await pause(beginAgainMs);
    }
  };
  const running = run();
  return ok({
    async close() {
      end.abort();
      await running;
    },
  });
}

/** A code of the system or of the database, or the kind of the fault: never its words. */
function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : error instanceof Error ? error.name : "fault";
}
