import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Gives back what earlier steps left behind. V8 lets garbage grow with what is alive, and with 100,000 acts alive that is as much again; a pack
 * must be made beside a browser on an old laptop. Node has no other way to ask than its own flag.
 */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}
