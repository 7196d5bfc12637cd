import { closeSync, openSync, writeSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { ReadStream } from "node:tty";

/**
 * Asks for a secret on the terminal itself, whatever standard input and output lead to, and shows nothing of what is typed. Undefined where there is no
 * terminal. Throws when the person stops.
 */
export async function askSecret(question: string, signal: AbortSignal): Promise<string | undefined> {
  // A program that runs without anybody before it asks nobody, though the terminal that began it is still there.
  if (!process.stdin.isTTY && !process.stderr.isTTY) return undefined;
  const device = openTerminalDevice();
  const input = device === undefined ? (process.stdin.isTTY ? process.stdin : undefined) : new ReadStream(device);
  if (input === undefined) return undefined;
  const show = (text: string): void => {
    if (device === undefined) process.stderr.write(text);
    else writeSync(device, text);
  };
  // Before the question: who answers it at once, or pastes, is not shown on the screen either.
  input.setRawMode(true);
  show(question);
  try {
    return await typedLine(input, signal);
  } finally {
    input.setRawMode(false);
    show("\n");
    if (device === undefined) input.pause();
    else input.destroy();
  }
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

const enter = /[\r\n]/;
const stop = "\u0003";
const endOfInput = "\u0004";
const clearLine = "\u0015";
const back: ReadonlySet<string> = new Set(["\u007f", "\b"]);
/** What arrow keys and their like send. */
const keys = /\u001b(?:\[[0-9;]*[A-Za-z~]|O[A-Z]|.)?/gu;

function typedLine(input: NodeJS.ReadStream, signal: AbortSignal): Promise<string> {
  const decoder = new StringDecoder("utf8");
  let line: string[] = [];
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      input.off("data", take);
      signal.removeEventListener("abort", stopped);
      settle();
    };
    const stopped = (): void => end(() => reject(signal.reason));
    const take = (bytes: Buffer): void => {
      for (const letter of decoder.write(bytes).replace(keys, "")) {
        if (letter === stop) {
          // In this state of the terminal the key is a letter like any other; it means what it always means.
          process.kill(process.pid, "SIGINT");
          return;
        }
        if (enter.test(letter) || letter === endOfInput) return end(() => resolve(line.join("")));
        if (letter === clearLine) line = [];
        else if (back.has(letter)) line.pop();
        else line.push(letter);
      }
    };
    signal.addEventListener("abort", stopped);
    input.on("data", take);
    input.once("end", () => end(() => resolve(line.join(""))));
    if (signal.aborted) stopped();
  });
}
