import type { Instant } from "@unmask/core";
import type { ForceFolder } from "../ports/force-folder.ts";

/** What a command works with. */
export interface World {
  /** What other programs read: one line. */
  print(line: string): void;
  /** What a person reads: one line, to standard error. */
  say(line: string): void;
  now(): Instant;
  random(size: number): Uint8Array;
  /** What `PORT` says. */
  readonly port: string | undefined;
  /** The folder of the apps, where her page and the others are built. */
  readonly apps: URL;
  /** Resolves when the process is told to end. */
  toldToEnd(): Promise<void>;
  /** The folder of the intake and of the inside below a data folder. */
  folders(data: string): { readonly intake: ForceFolder; readonly inside: ForceFolder };
}
