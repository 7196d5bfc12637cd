import type { Instant } from "@unmask/core";
import type { ForceFolder } from "../ports/force-folder.ts";

/** What a command works with. */
export interface World {
  /** What other programs read: one line; false where it was not written, and nothing after it will be: its reader is gone, or the disk is full. */
  print(line: string): Promise<boolean>;
  /** What a person reads: one line, to standard error. */
  say(line: string): void;
  now(): Instant;
  random(size: number): Uint8Array;
  /** Where the intake listens, as `PORT` says; the console is two further on. NaN where it says nothing that is a port. */
  readonly port: number;
  /** A file that somebody kept; undefined when it cannot be read. */
  readText(file: string): Promise<string | undefined>;
  /** The folder of the apps, where her page and the others are built. */
  readonly apps: URL;
  /** Resolves when the process is told to end. */
  toldToEnd(): Promise<void>;
  /** The folder of the intake and of the inside below a data folder. */
  folders(data: string): { readonly intake: ForceFolder; readonly inside: ForceFolder };
}

/** How far behind the intake's port the console is. */
export const consolePortAfter = 2;

/** Where officers come in on this machine: a name of its own, so that no cookie and no passkey is shared with her app. */
export function consoleOriginOf(intakePort: number): string {
  return `http://console.localhost:${intakePort + consolePortAfter}`;
}
