import type { Source } from "@unmask/core";
import { bytesToText } from "@unmask/seal";
import { type Copy, type CopyAnswer, examineCopy, openInCopy } from "./examine-copy.ts";
import { type Original, catalogueOf, parseCatalogue } from "./catalogue.ts";
import { beginsWith, checkVault } from "./check.ts";
import { isSameMark } from "./log.ts";
import type { Vault } from "./vault.ts";
import { inTurn } from "./deed.ts";
import { isAside, layout } from "./layout.ts";
import { readAll } from "./folder.ts";
import { readJournal } from "./journal.ts";
import { undecidedLines } from "./waiting.ts";

/** What trying a copy came to: opened from where it lies, and every byte compared. */
export type Drill =
  /** It has what the vault has, byte for byte. */
  | { readonly answer: "the-same" }
  /** It is whole, and the vault went on since: what it does not have, and every path that stands otherwise since. */
  | {
      readonly answer: "older";
      readonly lines: readonly number[];
      readonly originals: readonly Original[];
      readonly paths: readonly string[];
      /** Notes written while it was locked that nobody has decided on yet. */
      readonly waiting: readonly string[];
    }
  /** It is whole, and it has more than the vault, which is an older one; or each has what the other has not. */
  | { readonly answer: "newer" | "apart" }
  /** The vault is not whole: these files. The copy is, or it has them as they stand here. */
  | { readonly answer: "vault-not-whole"; readonly paths: readonly string[]; readonly isCopyWhole: boolean }
  | { readonly answer: "not-whole"; readonly copy: CopyAnswer };

/** Tries a copy against the vault that it was made of. It changes nothing. */
export async function tryCopy(vault: Vault, source: Source): Promise<Drill> {
  const { folder, createHasher } = vault.world;
  const answer = await examineCopy(source, { createHasher, keys: vault.keys });
  if (answer.answer === "altered" && answer.copy !== undefined) {
    const paths = await amissIn(vault);
    if (answer.verdicts.every(({ path }) => paths.includes(path))) return { answer: "vault-not-whole", paths, isCopyWhole: false };
  }
  if (answer.answer !== "whole") return { answer: "not-whole", copy: answer };
  const { copy } = answer;
  const log = await inTurn(vault, () => folder.open(layout.log));
  const own = log === undefined ? new Uint8Array() : await readAll(log);
  if (!beginsWith(own, copy.logBytes)) return { answer: beginsWith(copy.logBytes, own) ? "newer" : "apart" };
  const undecided = await inTurn(vault, () => undecidedLines(vault));
  const waiting = undecided.map(({ path }) => path).filter((path) => !copy.wholeByPath.has(path));
  if (own.length > copy.logBytes.length || waiting.length > 0) {
    const lines = await linesIn(vault, copy);
    const known = parseCatalogue((await openInCopy(copy, layout.catalogue, vault.keys)) ?? new Uint8Array()) ?? [];
    const has = new Set(known.flatMap(({ sha256, file }) => (file === undefined ? [] : [sha256])));
    const catalogue = await inTurn(vault, () => catalogueOf(vault));
    const originals = catalogue.ok ? catalogue.value.filter(({ sha256 }) => !has.has(sha256)) : [];
    const paths = [...vault.now.log.historyByPath].flatMap(([path, { now }]) => {
      const then = copy.log.historyByPath.get(path)?.now;
      const isSame = now === undefined ? then === undefined : isSameMark(then, now);
      return isSame ? [] : [path];
    });
    return { answer: "older", lines, originals, paths, waiting };
  }
  const paths = await amissIn(vault);
  return paths.length === 0 ? { answer: "the-same" } : { answer: "vault-not-whole", paths, isCopyWhole: true };
}

/** What a check of the vault finds. */
async function amissIn(vault: Vault): Promise<readonly string[]> {
  const { folder, createHasher } = vault.world;
  const { verdicts } = await inTurn(vault, () => checkVault({ folder, createHasher, keys: vault.keys }));
  // What was moved out of the way is none of what is kept.
  return verdicts.flatMap(({ path, verdict }) => (verdict === "planted" && isAside(path) ? [] : [path]));
}

/** The numbers of the journal's lines that a copy does not have. */
async function linesIn(vault: Vault, copy: Copy): Promise<readonly number[]> {
  const last = [...copy.wholeByPath.keys()]
    .filter((path) => path.startsWith("journal/"))
    .sort()
    .at(-1);
  const segment = last === undefined ? "" : (bytesToText((await openInCopy(copy, last, vault.keys)) ?? new Uint8Array()) ?? "");
  const first = Number(/\d{6}/.exec(last ?? "")?.[0] ?? 1);
  const highest = first - 1 + segment.split("\n").length - 1;
  const { lines } = await readJournal(vault);
  return lines.map(({ counter }) => counter).filter((counter) => counter > highest);
}
