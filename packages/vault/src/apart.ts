import { type Result, ok } from "@unmask/core";
import { bytesToText } from "@unmask/seal";
import { type FileMark, type LogRecord, isSameMark } from "./log.ts";
import { type JournalLine, canLinesBeHers, journalOf, linesOfSegment } from "./journal.ts";
import { type Original, catalogueOf, cataloguePut, parseCatalogue } from "./catalogue.ts";
import { type Vault, type VaultFailure } from "./vault.ts";
import { doesOpen, pathsIn, readApart } from "./sealed-file.ts";
import { inTurn, write } from "./deed.ts";
import { isCatalogueAside, isSegment, layout } from "./layout.ts";
import { checkVault } from "./check.ts";
import { markOf } from "./mark.ts";

/**
 * What opens with her key and is not as the log has it (docs/formats/vault.md, "Apart"): the log was cut, or somebody put it here. Nobody but her can say
 * which, and until she does it is none of hers.
 */

/** One such file. */
export interface Apart {
  readonly path: string;
  /** What it is as it lies there; absent of an original, which is read to its end when it is taken. */
  readonly mark?: FileMark;
  /** Of a segment of the journal. */
  readonly lines?: readonly JournalLine[];
  /** Of a private paper. */
  readonly text?: string;
  /** Of an original, where a catalogue of hers or one that is apart as well names it. */
  readonly name?: string;
  /** Of a catalogue: the files that it names. */
  readonly originals?: readonly Original[];
  /** Why it cannot be hers: a line of its number stands already, or it is nothing that a vault writes there. */
  readonly cannot?: "number-taken" | "unreadable";
}

/** What became of what she said is hers. */
export interface TakenAsHers {
  readonly taken: readonly string[];
  /** What cannot be taken, or is not what it was when she looked. */
  readonly left: readonly string[];
}

/** All of it, by the names of the files. */
export function listApart(vault: Vault): Promise<readonly Apart[]> {
  return inTurn(vault, () => apartIn(vault));
}

/**
 * Takes what she says is hers: one write, which moves nothing. `wanted`: paths, each with the hash that it had when it was shown to her, where it had one;
 * or all of it.
 */
export function takeApart(
  vault: Vault,
  wanted: "all" | readonly { readonly path: string; readonly sha256?: string }[],
): Promise<Result<TakenAsHers, VaultFailure>> {
  return inTurn(vault, async () => {
    const stands: LogRecord[] = [];
    const left: string[] = [];
    const named: Original[] = [];
    const aside: string[] = [];
    const given = new Set<number>();
    for (const one of await apartIn(vault)) {
      const asked = wanted === "all" ? { path: one.path } : wanted.find(({ path }) => path === one.path);
      if (asked === undefined) continue;
      const isSame = !("sha256" in asked) || asked.sha256 === one.mark?.sha256;
      const isTwice = (one.lines ?? []).some(({ counter }) => given.has(counter));
      const mark = one.cannot === undefined && isSame && !isTwice ? await markWhole(vault, one) : undefined;
      if (mark === undefined) left.push(one.path);
      else if (isCatalogueAside(one.path)) {
        for (const original of one.originals ?? []) named.push(original);
        aside.push(one.path);
      } else stands.push({ path: one.path, put: mark });
      if (mark !== undefined) for (const { counter } of one.lines ?? []) given.add(counter);
    }
    const written = await takeAll(vault, { stands, given, named });
    if (!written.ok) return written;
    // What they name stands in the catalogue by now.
    for (const path of aside) await vault.world.folder.remove(path);
    return ok({ taken: [...stands.map(({ path }) => path), ...aside], left });
  });
}

async function takeAll(
  vault: Vault,
  {
    stands,
    given,
    named,
  }: { readonly stands: readonly LogRecord[]; readonly given: ReadonlySet<number>; readonly named: readonly Original[] },
): Promise<Result<undefined, VaultFailure>> {
  const puts = [];
  const standing = stands.find(({ path }) => path === layout.catalogue);
  const known = standing === undefined ? await catalogueOf(vault) : await catalogueAt(vault, layout.catalogue);
  const hers = known?.ok === true ? known.value : [];
  const has = new Set(hers.map(({ sha256 }) => sha256));
  const more = named.filter(({ sha256 }) => !has.has(sha256) && has.add(sha256));
  if (more.length > 0) puts.push(cataloguePut(vault, [...hers, ...more]));
  const others = puts.length > 0 ? stands.filter((one) => one !== standing) : stands;
  const gone = await replacedBy(vault, given, new Set(others.map(({ path }) => path)));
  return puts.length + others.length === 0 ? ok(undefined) : write(vault, { puts, stands: others, gone });
}

/** Segments that are missing and whose lines are taken from another: a line that was joined before the log was cut. */
async function replacedBy(vault: Vault, given: ReadonlySet<number>, taken: ReadonlySet<string>): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const path of pathsIn(vault, "journal")) {
    const isGiven = given.has(Number(/\d{6}/.exec(path)?.[0]));
    if (isGiven && !taken.has(path) && (await vault.world.folder.kindAt(path)) === undefined) gone.push(path);
  }
  return gone;
}

/** What a file is, the same before and after all of it was opened; undefined where it changed meanwhile, or does not open. */
async function markWhole({ world, keys }: Vault, { path, mark }: Apart): Promise<FileMark | undefined> {
  const source = await world.folder.open(path);
  if (source === undefined) return undefined;
  const before = mark ?? (await markOf(world, source));
  if (!(await doesOpen(source, keys))) return undefined;
  return isSameMark(await markOf(world, source), before) ? before : undefined;
}

async function apartIn(vault: Vault): Promise<readonly Apart[]> {
  const { verdicts } = await checkVault({ ...vault.world, keys: vault.keys, isQuick: true });
  const paths = verdicts.flatMap(({ path, verdict }) => (verdict === "apart" ? [path] : []));
  if (paths.length === 0) return [];
  const known = await catalogueOf(vault);
  const catalogues = [known.ok ? known.value : []];
  for (const path of paths) {
    const found = isCatalogue(path) ? await catalogueAt(vault, path) : undefined;
    if (found) catalogues.push(found.value);
  }
  const nameByFile = new Map(catalogues.flat().map(({ file, name }) => [file, name]));
  const numbers = new Set((await journalOf(vault)).lines.map(({ counter }) => counter));
  const all: Apart[] = [];
  for (const path of paths) all.push(await shown(vault, path, { nameByFile, numbers }));
  return all;
}

async function shown(
  vault: Vault,
  path: string,
  { nameByFile, numbers }: { readonly nameByFile: ReadonlyMap<string | undefined, string>; readonly numbers: ReadonlySet<number> },
): Promise<Apart> {
  if (path.startsWith("originals/")) {
    const name = nameByFile.get(path);
    return { path, ...(name !== undefined && { name }) };
  }
  const opened = await readApart(vault, path);
  if (opened === undefined) return { path, cannot: "unreadable" };
  const { plain, mark } = opened;
  if (isSegment(path)) {
    const lines = linesOfSegment(path, plain);
    if (lines === undefined || !(await canLinesBeHers(vault, lines))) return { path, mark, cannot: "unreadable" };
    return { path, mark, lines, ...(lines.some(({ counter }) => numbers.has(counter)) && { cannot: "number-taken" }) };
  }
  if (isCatalogue(path)) {
    const originals = parseCatalogue(plain);
    return originals === undefined ? { path, mark, cannot: "unreadable" } : { path, mark, originals };
  }
  const text = bytesToText(plain);
  return text === undefined ? { path, mark, cannot: "unreadable" } : { path, mark, ...(path.startsWith("private/") && { text }) };
}

function isCatalogue(path: string): boolean {
  return path === layout.catalogue || isCatalogueAside(path);
}

async function catalogueAt(vault: Vault, path: string): Promise<{ readonly ok: true; readonly value: readonly Original[] } | undefined> {
  const originals = parseCatalogue((await readApart(vault, path))?.plain ?? new Uint8Array());
  return originals && ok(originals);
}
