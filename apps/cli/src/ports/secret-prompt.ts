import { closeSync, openSync, writeSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { ReadStream } from "node:tty";

/** What is typed and nobody has asked for yet, in letters: more is a key that is held down, or a file that was pasted by mistake. */
const mostBefore = 64 * 1024;

/** A terminal that shows nothing of what is typed. */
interface QuietTerminal {
  show(text: string): void;
  /** What is typed and not taken yet; whoever takes of it leaves the rest. */
  readonly typed: { text: string; isEnded: boolean };
  /** Tells whenever something is typed; nobody more where it is undefined. */
  tell(heard: (() => void) | undefined): void;
  close(): void;
}

/** What `quietTerminal` has made so: each question is asked there. */
let quiet: QuietTerminal | undefined;

/**
 * From now on the terminal shows nothing of what is typed, until `endQuiet`: a secret that is typed before it is asked for, or once more while it is tried,
 * would stand on the screen, and be a command of whatever reads the terminal afterwards. When the program ends otherwise, the engine puts it back.
 */
export function quietTerminal(): void {
  quiet ??= openQuiet();
}

/** It shows what is typed again. */
export function endQuiet(): void {
  quiet?.close();
  quiet = undefined;
}

/** Does what reads words that may be seen, which the terminal shows meanwhile. */
export async function aloud<T>(work: () => Promise<T>): Promise<T> {
  const wasQuiet = quiet !== undefined;
  endQuiet();
  const done = await work();
  if (wasQuiet) quietTerminal();
  return done;
}

/**
 * Asks for a secret on the terminal itself, whatever standard input and output lead to, and shows nothing of what is typed. Undefined where there is no
 * terminal. Throws when the person stops.
 */
export async function askSecret(question: string, signal: AbortSignal): Promise<string | undefined> {
  const terminal = quiet ?? openQuiet();
  if (terminal === undefined) return undefined;
  terminal.show(question);
  try {
    return await typedLine(terminal, signal);
  } finally {
    terminal.show("\n");
    if (terminal !== quiet) terminal.close();
  }
}

/** Undefined where there is no terminal, or nobody before it. */
function openQuiet(): QuietTerminal | undefined {
  // A program that runs without anybody before it asks nobody, though the terminal that began it is still there.
  if (!process.stdin.isTTY && !process.stderr.isTTY) return undefined;
  const device = openTerminalDevice();
  const input = device === undefined ? (process.stdin.isTTY ? process.stdin : undefined) : new ReadStream(device);
  if (input === undefined) return undefined;
  const decoder = new StringDecoder("utf8");
  const typed = { text: "", isEnded: false };
  let heard: (() => void) | undefined;
  const hear = (bytes: Buffer): void => {
    // In this state of the terminal the key is a letter like any other; it means what it always means.
    if (bytes.includes(stop)) return void process.kill(process.pid, "SIGINT");
    typed.text = (typed.text + decoder.write(bytes)).slice(-mostBefore);
    heard?.();
  };
  // Before any question: who answers it at once, or pastes, is not shown on the screen either.
  input.setRawMode(true);
  input.on("data", hear);
  input.once("end", () => {
    typed.isEnded = true;
    heard?.();
  });
  return {
    show(text) {
      if (device === undefined) process.stderr.write(text);
      else writeSync(device, text);
    },
    typed,
    tell: (told) => (heard = told),
    close() {
      input.off("data", hear);
      input.setRawMode(false);
      if (device === undefined) input.pause();
      else input.destroy();
    },
  };
}

/** Windows has no such file: there the terminal is standard input. */
function openTerminalDevice(): number | undefined {
  let device: number | undefined;
  try {
    device = openSync("/dev/tty", "r+");
    writeSync(device, "");
    return device;
  } catch {
    // No terminal belongs to this program.
    if (device !== undefined) closeSync(device);
    return undefined;
  }
}

const stop = "\u0003";
/** Enter, or the end of input. */
const ending = /\r\n|[\r\n\u0004]/;
const clearLine = "\u0015";
const back: ReadonlySet<string> = new Set(["\u007f", "\b"]);
/** What arrow keys and their like send. */
const keys = /\u001b(?:\[[0-9;]*[A-Za-z~]|O[A-Z]|.)?/gu;

/** One line, as soon as it is whole. */
function typedLine({ typed, tell }: QuietTerminal, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      tell(undefined);
      signal.removeEventListener("abort", stopped);
      settle();
    };
    const stopped = (): void => end(() => reject(signal.reason));
    const look = (): void => {
      const found = ending.exec(typed.text);
      if (found === null && !typed.isEnded) return;
      const at = found?.index ?? typed.text.length;
      const line = typed.text.slice(0, at);
      typed.text = typed.text.slice(at + (found?.[0].length ?? 0));
      end(() => resolve(corrected(line)));
    };
    signal.addEventListener("abort", stopped);
    tell(look);
    if (signal.aborted) stopped();
    else look();
  });
}

/** A line without what was typed wrongly and taken back. */
function corrected(typed: string): string {
  let line: string[] = [];
  for (const letter of typed.replace(keys, "")) {
    if (letter === clearLine) line = [];
    else if (back.has(letter)) line.pop();
    else line.push(letter);
  }
  return line.join("");
}
