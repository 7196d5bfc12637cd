import { type Result, type Source, failed, ok } from "@unmask/core";
import type { Ask, HashedPack } from "@unmask/corridor";
import { openPackInput } from "@unmask/fittings-node";
import { bytesToText } from "@unmask/seal";
import { type ForceSet, type Letter, type LetterFields, planPack } from "@unmask/submission";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { World } from "../world.ts";
import type { OpenedForce } from "./open-force.ts";
import type { LetterMark } from "./letter-mark.ts";
import { sendPacks } from "./send-packs.ts";

/** Packs that were named for a letter. They go as they lie: nothing looks inside, but what is not sealed goes nowhere. */

/** How a sealed file begins (docs/formats/envelope.md). A chat or a key that was named by a slip would lie readable on a disk that is not the force's. */
const packBegins = "age-encryption.org/v1\n";

/** Bytes that are hashed at once. */
const pieceSize = 1024 * 1024;

/** A pack that was named, and its hash. */
export interface NamedPack extends HashedPack {
  close(): Promise<void>;
}

/** What goes to a force, and how. */
export interface Sending {
  /** What the command says: in files, or nothing. */
  readonly said: LetterFields;
  readonly packs: readonly NamedPack[];
  readonly force: OpenedForce;
  readonly ask: Ask;
  readonly world: World;
}

/** Sends the packs of a letter that the intake has taken; `tokens` in the order of its packs. */
export async function sendPacksOf(
  { letter, kind, mark, packs: announced }: Pick<Letter, "letter" | "packs"> & { readonly kind: string; readonly mark: LetterMark },
  tokens: readonly string[],
  { packs, force, ask, world }: Sending,
): Promise<ExitCode> {
  if (packs.length === 0) return exitCode.done;
  const sent = announced.map((pack, index) => ({ ...pack, token: tokens[index] ?? "", upload: null, isDone: false }));
  return sendPacks({ force: force.set.force, intake: force.intake, letter, kind, mark, packs: sent }, filesOf(packs), ask, world);
}

/** The files of packs, by their hashes. */
export function filesOf(packs: readonly NamedPack[]): ReadonlyMap<string, Source> {
  return new Map(packs.map(({ sha256, source }) => [sha256, source]));
}

/** Opens and hashes the packs of these paths; whoever called closes them. */
export async function openPacks(
  paths: readonly string[],
  { limits }: ForceSet,
  world: World,
): Promise<Result<readonly NamedPack[], string>> {
  if (paths.length > limits.packs) return failed(`the force takes ${limits.packs} packs with a letter. Nothing was sent.`);
  const packs: NamedPack[] = [];
  for (const path of paths) {
    const pack = await openPack(path, limits.pack, world);
    const isTwice = pack.ok && packs.some(({ sha256 }) => sha256 === pack.value.sha256);
    if (pack.ok) packs.push(pack.value);
    if (pack.ok && !isTwice) continue;
    for (const opened of packs) await opened.close();
    return pack.ok ? failed(`${path} is a pack that you named already. Nothing was sent.`) : pack;
  }
  return ok(packs);
}

async function openPack(path: string, largest: number, world: World): Promise<Result<NamedPack, string>> {
  const input = await openPackInput(path);
  if (!input.ok) return failed(`${input.error} Nothing was sent.`);
  if ("folder" in input.value) return failed(`${path} is a folder: name the sealed file of the pack, NAME.age. Nothing was sent.`);
  const { file, close } = input.value;
  if (planPack(file.size) === undefined || file.size > largest) {
    await close();
    return failed(`${path} is empty, or larger than the force takes (${largest} bytes). Nothing was sent.`);
  }
  if (bytesToText(await file.read(0, packBegins.length)) !== packBegins) {
    await close();
    return failed(`${path} is not sealed: name the pack that \`unmask report … --to\` makes, NAME.age. Nothing was sent.`);
  }
  const hash = world.createSha256();
  for (let at = 0; at < file.size;) {
    world.signal.throwIfAborted();
    const piece = await file.read(at, Math.min(file.size, at + pieceSize));
    if (piece.length === 0) throw new Error("a pack became shorter while it was read");
    hash.update(piece);
    at += piece.length;
  }
  return ok({ source: file, sha256: hash.digest(), close });
}
