import { once } from "node:events";
import { exitCode } from "../exit-code.ts";
import { oneLine } from "../one-line.ts";
import { unforeseen } from "../unforeseen.ts";

/** Where a command writes: results on standard output, everything else on standard error. */
export interface Terminal {
  /** Writes to standard output and waits while the reader is slower than we are. */
  write(text: string): Promise<void>;
  /** Writes what nobody can say again to standard output, or to standard error where that does not take it; gives whether it did. */
  writeOrSay(text: string): Promise<boolean>;
  /** One line on standard error. */
  say(line: string): void;
  /** Shows how far a long job is, on one line that is written over; nothing when standard error is no terminal. */
  showProgress(line: string): void;
  /** Takes the progress line away. */
  endProgress(): void;
}

/** Milliseconds between two redraws of the progress line: a screen reader should not be flooded. */
const redrawMs = 250;

/** The real terminal. A reader that goes away (`| head`) ends the command without a fault, but for what nobody can say again. */
export function openTerminal(now: () => number): Terminal {
  let isMissed = false;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (isMissed) return;
    if (error.code === "EPIPE") process.exit(0);
    if (error.code === "EIO") process.exit(exitCode.hungUp);
    process.stderr.write(`unmask: ${unforeseen(error)}\n`);
    process.exit(exitCode.failed);
  });
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
    async write(text) {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    async writeOrSay(text) {
      // Until it is known: a fault of standard output must not end the command before it has come somewhere.
      isMissed = true;
      isMissed = !(await new Promise<boolean>((taken) => process.stdout.write(text, "utf8", (error) => taken(!error))).catch(() => false));
      if (isMissed) process.stderr.write(text);
      return !isMissed;
    },
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
