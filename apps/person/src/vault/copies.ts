import {
  type Result,
  type Source,
  civilFromDays,
  civilToIso,
  dayIn,
  failed,
  instantToIso,
  ok,
  parseJournalLine,
  parseZone,
} from "@unmask/core";
import { sourceOfBlob } from "@unmask/fittings-browser";
import { openKeyFile } from "@unmask/seal";
import {
  type CopyAnswer,
  type Drill,
  type Vault,
  type VaultKeys,
  copyName,
  cutOfCopy,
  examineCopy,
  isPartEnough,
  listOriginals,
  makeCopy,
  readJournal,
  readLockedCopy,
  readOpenings,
  restoreCopy,
  tryCopy,
} from "@unmask/vault";
import { notDone } from "./not-done.ts";
import { readPapers } from "./papers.ts";
import type { Mended, ShownCopy, ShownDrill, VaultAnswer, VaultKey } from "./protocol.ts";
import { noteSettings } from "./settings.ts";
import { readKey, readKeys } from "./unlock.ts";
import { type AtWork, type VaultDeskWorld, type VaultPlace, vaultWorldOf } from "./world.ts";

/** Makes a copy: into the file that she chose, or as one that the page can save. */
export async function makeCopyOf(
  world: VaultDeskWorld,
  vault: Vault,
  to: FileSystemFileHandle | undefined,
  { signal, tell }: AtWork,
): Promise<VaultAnswer> {
  const name = copyName(today(world));
  // Before the first byte: what is written while it is made is newer.
  const copyMade = instantToIso(world.now());
  const total = [...vault.now.log.historyByPath].reduce(
    (sum, [path, { now }]) => sum + (path.startsWith("acts/") ? 0 : (now?.size ?? 0)),
    0,
  );
  let bytes = 0;
  let blob: Blob | undefined;
  await makeCopy(vault, async (pieces) => {
    async function* passing(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
      for await (const piece of pieces) {
        signal.throwIfAborted();
        bytes += piece.length;
        tell(name, bytes, total);
        yield new Uint8Array(piece);
      }
    }
    if (to === undefined) blob = await world.saveAside(name, passing());
    else await saveInto(to, passing());
  });
  await noteSettings(vault, { copyMade });
  return { answer: "copy made", name, bytes, ...(blob && { blob }) };
}

/** A copy that tells how far it is read, of so many times that it is read through, and reads no further where it is stopped. */
export function watchedCopy(file: Blob, times: number, { signal, tell }: AtWork): Source {
  const source = sourceOfBlob("copy", file);
  let done = 0;
  return {
    ...source,
    async read(start, end, room) {
      signal.throwIfAborted();
      const bytes = await source.read(start, end, room);
      done += bytes.length;
      tell("", Math.min(done, source.size * times), source.size * times);
      return bytes;
    },
  };
}

/** Tries a copy against the vault that is open. */
export async function drill(world: VaultDeskWorld, vault: Vault, source: Source): Promise<VaultAnswer> {
  const shown = shownDrill(await tryCopy(vault, source));
  if (shown.drill === "the-same") await noteSettings(vault, { copyTried: civilToIso(today(world)) });
  return { answer: "drill", drill: shown };
}

/** A copy, and the keys that open it. */
export interface CopyAndKeys {
  readonly source: Source;
  readonly keys: VaultKeys;
}

/** The keys of a copy, by what opens it. */
export async function keysOfCopy(world: VaultDeskWorld, source: Source, key: VaultKey): Promise<Result<VaultKeys, VaultAnswer>> {
  const locked = await readLockedCopy(source, world.createHasher);
  if (typeof locked === "string") return failed({ answer: "copy", copy: locked === "altered" ? withoutKeys : shownUnopened(locked) });
  const typed = readKey(key);
  if (!typed.ok) return typed;
  const opened = await openKeyFile(locked.identityFile, typed.value, world.argon2id);
  if (opened.ok) return readKeys(opened.value);
  // Nothing opens keys that were changed, whatever she types.
  return failed(locked.isIdentityAsLogged ? notDone(opened.error) : { answer: "copy", copy: withoutKeys });
}

/** A copy in which the file with its keys is lost or changed. */
const withoutKeys: ShownCopy = { copy: "altered", paths: ["identity.age"], isPartWhole: false };

/** Looks at a copy from outside, without any key. */
export async function lookAt({ createHasher }: Pick<VaultDeskWorld, "createHasher">, source: Source): Promise<ShownCopy> {
  const locked = await readLockedCopy(source, createHasher);
  if (typeof locked === "string" && locked !== "altered") return shownUnopened(locked);
  const cut = await cutOfCopy(source);
  if (cut !== undefined) return { copy: "cut-short", ...cut };
  if (locked === "altered") return withoutKeys;
  return { copy: "closed", ...(locked.book && { book: locked.book.book }) };
}

/** Looks at every byte of a copy. */
export async function examine(world: VaultDeskWorld, { source, keys }: CopyAndKeys): Promise<VaultAnswer> {
  return { answer: "copy", copy: shownCopy(await examineCopy(source, { createHasher: world.createHasher, keys })) };
}

/** What came back. `mended`: what is here has more than the copy, and only what was missing or changed was put back. */
export interface BroughtBack {
  readonly vault: Vault;
  readonly mended?: Mended;
}

/** Brings a copy back; the vault is then open. Whatever is not whole replaces nothing. */
export async function restore(
  world: VaultDeskWorld,
  place: VaultPlace,
  { source, keys, isPartTaken }: CopyAndKeys & { readonly isPartTaken: boolean },
): Promise<Result<BroughtBack, VaultAnswer>> {
  const done = await restoreCopy(vaultWorldOf(world, place), source, { keys, isPartTaken });
  if (!done.ok) return failed(notDone(done.error));
  if (done.value.became === "restored") {
    const { vault } = done.value;
    // A part is not in a whole copy: she is told that there is none.
    if (!isPartTaken) await noteSettings(vault, { copyMade: await newestIn(vault, instantToIso(world.now())) });
    return ok({ vault });
  }
  if (done.value.became === "mended") {
    const { vault, mended, lost } = done.value;
    return ok({ vault, mended: { back: mended.length, lost: lost.length } });
  }
  return failed(done.value.became === "apart" ? { answer: "apart" } : { answer: "copy", copy: shownCopy(done.value.answer) });
}

/**
 * The moment of the newest thing that a vault holds, `now` at the latest. A copy does not know when it was made, and whoever brings it back has it in
 * her hand: it counts as one of that moment.
 */
async function newestIn(vault: Vault, now: string): Promise<string> {
  const journal = await readJournal(vault);
  const originals = await listOriginals(vault);
  const { papers } = await readPapers(vault);
  const written = journal.lines.flatMap(({ line }) => {
    const read = parseJournalLine(line);
    return read.ok ? [instantToIso(read.value.written.at)] : [];
  });
  const others = [...(originals.ok ? originals.value : []), ...papers, ...(await readOpenings(vault))].map(({ at }) => at);
  const newest = [...written, ...others].reduce((last, at) => (at > last ? at : last), "");
  return newest === "" || newest > now ? now : newest;
}

function today(world: VaultDeskWorld): ReturnType<typeof civilFromDays> {
  const zone = parseZone(world.zone());
  if (zone === undefined) throw new Error("the zone of this device is none");
  return civilFromDays(dayIn(zone, world.now()));
}

async function saveInto(to: FileSystemFileHandle, pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void> {
  const file = await to.createWritable();
  try {
    for await (const piece of pieces) await file.write(piece);
    await file.close();
  } catch (error) {
    // The first failure is the one to tell; what was written so far is in no file yet.
    await file.abort().catch(() => undefined);
    throw error;
  }
}

/** A tar of more files than any copy has is none. */
function shownUnopened(locked: "newer-format" | "not-a-copy" | "too-many-files"): ShownCopy {
  return { copy: locked === "newer-format" ? locked : "not-a-copy" };
}

function shownCopy(answer: CopyAnswer): ShownCopy {
  switch (answer.answer) {
    case "too-many-files":
      return shownUnopened(answer.answer);
    case "altered":
      return {
        copy: "altered",
        paths: answer.verdicts.map(({ path }) => path),
        isPartWhole: answer.copy !== undefined && isPartEnough(answer.copy),
      };
    case "cut-short":
      return { copy: "cut-short", bytes: answer.bytes, ofBytes: answer.ofBytes };
    default:
      return { copy: answer.answer };
  }
}

/** What a vault notes about itself, and what is named otherwise already: lines, files. */
const ownNotes = /^(?:notes\.age|settings\.age|openings\.age|catalogue\.age|(?:journal|originals|acts)\/.*)$/;

function shownDrill(drill: Drill): ShownDrill {
  switch (drill.answer) {
    case "older": {
      const others = drill.paths.filter((path) => !ownNotes.test(path));
      if ([drill.lines, drill.originals, drill.waiting, others].every((missing) => missing.length === 0)) return { drill: "the-same" };
      return {
        drill: "older",
        lines: drill.lines,
        originals: drill.originals.map(({ name }) => name),
        papers: others.filter((path) => path.startsWith("private/")),
        waiting: drill.waiting.length,
        isStatementOlder: others.includes("statement.age"),
        areKeysOlder: others.includes("identity.age"),
      };
    }
    case "vault-not-whole":
      return { drill: "vault-not-whole", paths: drill.paths, isCopyWhole: drill.isCopyWhole };
    case "not-whole":
      return { drill: "not-whole", as: shownCopy(drill.copy) };
    default:
      return { drill: drill.answer };
  }
}
