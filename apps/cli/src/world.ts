import type { CreateHasher, Instant } from "@unmask/core";
import type { Terminal } from "./ports/terminal.ts";

/** What a command may use of the outside world; main.ts puts the real parts in. */
export interface World {
  readonly terminal: Terminal;
  readonly createSha256: CreateHasher;
  now(): Instant;
  /** Cryptographically strong random bytes. */
  random(length: number): Uint8Array;
  /** What runs this program, and the version of its table of time zones: both can change a reading. */
  readonly engine: { readonly name: string; readonly zones: string };
  /** Set when the person presses Ctrl+C, closes the terminal, or the system ends the program: the command ends, and leaves nothing half made. */
  readonly signal: AbortSignal;
}
