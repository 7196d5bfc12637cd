import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect } from "vitest";
import { type Ran, runUnmask } from "../cli/run-unmask.ts";

/** Her vault from a terminal, by the program as it is built. Keys by the words where no passphrase is asked for: a passphrase costs a second. */

export const folder = mkdtempSync(join(tmpdir(), "kept "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
export const place = (name: string): string => join(folder, name);
export const write = (name: string, content: string | Uint8Array): string => {
  mkdirSync(join(place(name), ".."), { recursive: true });
  writeFileSync(place(name), content);
  return place(name);
};
export const home = place("home");
export const run = (args: readonly string[], input = ""): Promise<Ran> => runUnmask(args, { home, cwd: folder, input: Buffer.from(input) });
export const vault = (verb: string, name: string, args: readonly string[] = [], input?: string): Promise<Ran> =>
  run(["vault", verb, name, ...args, "--recovery-file", place("words.txt")], input);
/** Runs it on a machine of which something is set so. */
async function withSetting<T>(setting: string, value: string, work: () => Promise<T>): Promise<T> {
  const before = process.env[setting];
  process.env[setting] = value;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env[setting];
    else process.env[setting] = before;
  }
}
/** The same on a machine whose zone is set so. */
export const vaultIn = (zone: string, verb: string, name: string, args: readonly string[] = [], input = ""): Promise<Ran> =>
  withSetting("TZ", zone, () => vault(verb, name, args, input));
/** The same on a machine whose clock is set back. */
export const vaultBack = (days: number, verb: string, name: string, args: readonly string[] = [], input = ""): Promise<Ran> => {
  const program = `const own = Date.now; Date.now = () => own() - ${days * 86_400_000};`;
  return withSetting("NODE_OPTIONS", `--import=data:text/javascript,${encodeURIComponent(program)}`, () => vault(verb, name, args, input));
};
export const passphrase = ["--passphrase-file", place("passphrase.txt")];

export interface Made {
  readonly book: string;
  readonly words: string;
  readonly recoveryKey: string;
  readonly recipient: string;
}
export interface Listed {
  readonly book: string;
  readonly entries: readonly {
    readonly counter: number;
    readonly words: string;
    readonly written: { readonly at: string; readonly zone: string };
    readonly happened?: { readonly from: string; readonly until: string; readonly zone: string; readonly wrote: string };
  }[];
  readonly originals: readonly {
    readonly name: string;
    readonly size: number;
    readonly sha256: string;
    readonly file?: string;
    readonly lost?: true;
  }[];
  readonly waiting: readonly unknown[];
}
export const listed = async (name: string): Promise<Listed> => {
  const { code, out, said } = await vault("list", name, ["--json"]);
  expect([code, said]).toEqual([0, ""]);
  return JSON.parse(out) as Listed;
};

/** The files of a folder, by path. */
export function bytesIn(name: string): ReadonlyMap<string, string> {
  const files = readdirSync(place(name), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(place(name).length + 1), readFileSync(path).toString("base64")]),
  );
}

export const chat = ["01", "02", "03"].map((day) => `${day}/10/2026, 21:0${day.slice(1)} - Owen Pike: I see you, ${day}\n`).join("");
export let made: Made;

beforeAll(async () => {
  write("passphrase.txt", "glimpse furnace walnut tepid\n");
  write("wrong.txt", "Glimpse furnace walnut tepid\n");
  const { code, out, said } = await run(["vault", "init", "hers", "--json", ...passphrase]);
  expect([code, said]).toEqual([0, ""]);
  made = JSON.parse(out) as Made;
  write("words.txt", `${made.words}\n`);
  write("chat.txt", `${chat}04/10/2026, 08:00 - Hannah Reyes: leave me alone\n`);
  cpSync(place("hers"), place("empty"), { recursive: true });
});
/** The pack in a folder. */
export function packIn(out: string): string {
  return join(place(out), readdirSync(place(out)).find((name) => !name.endsWith(".pub")) ?? "");
}

/** The exhibits of a pack. */
export function exhibitsIn(pack: string): readonly string[] {
  const told = JSON.parse(gunzipSync(readFileSync(join(pack, "data/report.json.gz"))).toString()) as {
    readonly exhibits: readonly { readonly number: string; readonly name: string }[];
  };
  return told.exhibits.map(({ number, name }) => `${number} ${name}`).sort();
}
