import { openStandardOutput } from "@unmask/fittings-node";
import { oneLine } from "../one-line.ts";

/** Where a command writes: results on standard output, everything else on standard error. */
export interface Terminal {
  /** Writes to standard output and waits while the reader is slower than we are; false where it was not written whole. */
  write(text: string): Promise<boolean>;
  /** The machine's code of what standard output did not take, `EPIPE` where its reader is gone; undefined while all was written. */
  unwritten(): string | undefined;
  /** What speaks against writing to standard output, as a code, before anything is written; undefined where nothing does. */
  proveOutput(): string | undefined;
  /** One line on standard error. */
  say(line: string): void;
  /** Shows how far a long job is, on one line that is written over; nothing when standard error is no terminal. */
  showProgress(line: string): void;
  /** Takes the progress line away. */
  endProgress(): void;
}

/** Milliseconds between two redraws of the progress line: a screen reader should not be flooded. */
const redrawMs = 250;

/** The real terminal. A reader that goes away (`| head`) is no fault. */
export function openTerminal(now: () => number): Terminal {
  const output = openStandardOutput();
  // A terminal that was closed: there is nobody left to tell.
  process.stderr.on("error", () => undefined);
  const isTerminal = process.stderr.isTTY === true;
  let drawnAt = 0;
  let isShown = false;
  const endProgress = (): void => {
    if (isShown) process.stderr.write("\r\u001b[K");
    isShown = false;
  };
  return {
    write: output.write,
    unwritten: output.fault,
    proveOutput: output.prove,
    say(line) {
      endProgress();
      process.stderr.write(`${oneLine(line)}\n`);
    },
    showProgress(line) {
      if (!isTerminal || now() - drawnAt < redrawMs) return;
      drawnAt = now();
      isShown = true;
      process.stderr.write(`\r\u001b[K${oneLine(line).slice(0, (process.stderr.columns ?? 80) - 1)}`);
    },
    endProgress,
  };
}
