import { setTimeout as wait } from "node:timers/promises";
import { type Result, ok } from "@unmask/core";
import { runOpening } from "../opening/run-opening.ts";
import { type OpeningParts, openOpeningWorld } from "./opening-world.ts";

/** The inside while it runs: it takes in, opens and answers. */
export interface RunningInside {
  /** Ends what was begun and begins nothing more; the database is closed by who opened it. */
  close(): Promise<void>;
}

/** Starts the inside. The error says which key is missing or spoiled. */
export async function runInside(parts: OpeningParts): Promise<Result<RunningInside, string>> {
  const world = await openOpeningWorld(parts);
  if (!world.ok) return world;
  const end = new AbortController();
  // A wait ends early when the inside is told to end.
  const pause = (ms: number): Promise<void> => wait(ms, undefined, { signal: end.signal }).catch(() => undefined);
  const running = runOpening(world.value, { signal: end.signal, pause });
  return ok({
    async close() {
      end.abort();
      await running;
    },
  });
}
