import { type OptionShape, type Given, parseArguments } from "../arguments.ts";
import type { ExitCode } from "../exit-code.ts";
import { endQuiet, quietTerminal } from "../ports/secret-prompt.ts";
import { keyShape } from "../vault/keys-given.ts";
import type { World } from "../world.ts";
import { refuseUsage } from "./refuse.ts";

/** A verb: the options that it takes, and what does it. Each is loaded when it is asked for. */
interface Verb {
  readonly shape: OptionShape;
  run(folder: string, given: Given, world: World): Promise<ExitCode>;
  /** It takes more words behind the folder. */
  readonly takesMore?: boolean;
}

const json = { json: "yes" } as const;

const verbByName: ReadonlyMap<string, () => Promise<Verb>> = new Map<string, () => Promise<Verb>>([
  ["init", async () => ({ shape: { ...json, "passphrase-file": "text" }, run: (await import("../vault/init.ts")).init })],
  ["add", async () => ({ shape: { ...keyShape, ...json, when: "text", zone: "text" }, run: (await import("../vault/add.ts")).add })],
  [
    "import",
    async () => ({
      shape: { ...keyShape, zone: "text", "date-order": "text" },
      run: (await import("../vault/import.ts")).importFiles,
      takesMore: true,
    }),
  ],
  ["list", async () => ({ shape: { ...keyShape, ...json }, run: (await import("../vault/list.ts")).list })],
  [
    "check",
    async () => ({ shape: { ...keyShape, ...json, backup: "text", mine: "texts" }, run: (await import("../vault/check.ts")).check }),
  ],
  [
    "pack",
    async () => {
      const { reportShape } = await import("../report-of.ts");
      return { shape: { ...keyShape, ...reportShape }, run: (await import("../vault/pack.ts")).pack };
    },
  ],
  ["backup", async () => ({ shape: { ...keyShape, out: "text" }, run: (await import("../vault/copies.ts")).backup })],
  ["restore", async () => ({ shape: { ...keyShape, from: "text", partial: "yes" }, run: (await import("../vault/copies.ts")).restore })],
  [
    "keys",
    async () => ({
      shape: { ...keyShape, ...json, passphrase: "yes", "new-passphrase-file": "text", words: "yes", "second-sheet": "yes" },
      run: (await import("../vault/keys.ts")).keys,
    }),
  ],
]);

/**
 * `unmask vault VERB DIR`: what she keeps on her own device, sealed (docs/formats/vault.md). Where a secret is to be asked for, the terminal shows nothing of
 * what is typed from here on to the end.
 */
export async function vault([name = "", ...args]: readonly string[], world: World): Promise<ExitCode> {
  // `keys` can ask for a new passphrase, whatever opens it.
  if (name === "keys" || !args.some((arg) => keyOption.test(arg))) quietTerminal();
  try {
    return await runVerb(name, args, world);
  } finally {
    endQuiet();
  }
}

const keyOption = /^--(?:passphrase|recovery)-file\b/;

async function runVerb(name: string, args: readonly string[], world: World): Promise<ExitCode> {
  const load = verbByName.get(name);
  if (load === undefined)
    return refuseUsage(
      world,
      `${name === "" ? "say what to do with the vault" : `there is no "vault ${name}"`}: ${[...verbByName.keys()].join(", ")}.`,
    );
  const verb = await load();
  const given = parseArguments(args, verb.shape);
  if (!given.ok) return refuseUsage(world, given.error);
  const [folder, ...more] = given.value.words;
  if (folder === undefined) return refuseUsage(world, `name the folder of the vault: unmask vault ${name} FOLDER.`);
  if (more.length > 0 && verb.takesMore !== true)
    return refuseUsage(
      world,
      `vault ${name} takes one folder, and no more words. What you write, and what is secret, never stands in the command.`,
    );
  return verb.run(folder, given.value, world);
}
