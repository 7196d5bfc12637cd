import { type DateOrder, type Result, type Source, failed, ok } from "@unmask/core";
import { bytesToHex } from "@unmask/seal";
import { type Original, type OriginalTerms, catalogueOf, cataloguePut, catalogueToChange } from "./catalogue.ts";
import { type Put, inTurn, sealedPut, write } from "./deed.ts";
import { type Vault, type VaultFailure, vaultFailure } from "./vault.ts";
import { type FileMark, isSameMark } from "./log.ts";
import { markOf, step } from "./mark.ts";
import { openSealed, pathsIn } from "./sealed-file.ts";

/** The bytes of files that she brought in, as they came. */

/** A file that is handed in. */
export interface HandedIn {
  readonly source: Source;
  readonly terms?: OriginalTerms;
}

/** What became of a file that was handed in. */
export type Taken =
  | { readonly became: "kept"; readonly original: Original }
  /** The same bytes are here already, under this name. */
  | { readonly became: "here-already"; readonly original: Original }
  /** There was no room for its bytes: its hash and name are kept, and it is to be brought again. */
  | { readonly became: "no-room"; readonly original: Original };

/** What she brought in, the first first. */
export function listOriginals(vault: Vault): Promise<Result<readonly Original[], VaultFailure>> {
  return inTurn(vault, () => catalogueOf(vault));
}

/**
 * Takes one file in. It is hashed before anything else; bytes that are here already are not taken twice. `at`: the device's clock, as the catalogue
 * writes it. It answers when it is on the disk.
 */
export function takeOriginal(vault: Vault, handed: HandedIn, at: string): Promise<Result<Taken, VaultFailure>> {
  return inTurn(vault, async () => {
    const catalogue = await catalogueToChange(vault);
    const ready = await readyToTake(vault, catalogue, { ...handed, at });
    if (ready.became === "here-already") return ok(ready);
    const rest = catalogue.filter(({ sha256 }) => sha256 !== ready.original.sha256);
    const watch = createWatch(ready);
    const written = await write(vault, {
      puts: [watch.put(vault), cataloguePut(vault, [...rest, ready.original])],
      gone: ready.gone,
    }).catch((error: unknown) => {
      if (watch.hasChanged()) return failed(vaultFailure("changed-while-read"));
      throw error;
    });
    if (written.ok) return ok({ became: "kept", original: ready.original });
    if (written.error.kind !== "no-room") return written;
    const { file: _, ...without } = ready.original;
    const noted = await write(vault, { puts: [cataloguePut(vault, [...rest, without])] });
    return noted.ok ? ok({ became: "no-room", original: without }) : noted;
  });
}

/**
 * Takes in a file that was sealed with a draft (private-notes.ts), where it lies: its bytes are not written again. Undefined where the vault has no such
 * file.
 */
export function takeSealed(
  vault: Vault,
  { path, name }: { readonly path: string; readonly name: string },
  at: string,
): Promise<Result<Exclude<Taken, { became: "no-room" }> | undefined, VaultFailure>> {
  return inTurn(vault, async () => {
    if (!pathsIn(vault, "originals").includes(path)) return ok(undefined);
    const [catalogue, opened] = [await catalogueOf(vault), await openSealed(vault, path)];
    if (!catalogue.ok) return catalogue;
    if (!opened.ok) return opened;
    const { size, sha256 } = await markOf(vault.world, opened.value);
    const same = catalogue.value.find((original) => original.sha256 === sha256);
    // Taken in before, for an entry that was not written then; or it is here under another name, and these bytes go with the draft.
    if (same?.file !== undefined && (same.file === path || (await openSealed(vault, same.file)).ok))
      return ok({ became: "here-already", original: same });
    const rest = catalogue.value.filter((original) => original !== same);
    const original = { name, size, sha256, file: path, at, ...(same?.terms && { terms: same.terms }) };
    const written = await write(vault, {
      puts: [cataloguePut(vault, [...rest, original])],
      gone: same?.file === undefined ? [] : [same.file],
    });
    return written.ok ? ok({ became: "kept", original }) : written;
  });
}

/** Has it stated how the dates of originals are written, as she says it after they were read: of those of which it was not said yet. */
export function stateDateOrder(vault: Vault, dateOrder: DateOrder): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, async () => {
    const catalogue = await catalogueToChange(vault);
    if (catalogue.every(({ terms }) => terms?.dateOrder !== undefined)) return ok(undefined);
    const stated = catalogue.map((original) => ({ ...original, terms: { dateOrder, ...original.terms } }));
    return write(vault, { puts: [cataloguePut(vault, stated)] });
  });
}

/** Whether the file of an original stands there as long as the log has it. That every byte is as it was is looked at when it is opened. */
export function isOriginalHere(vault: Vault, { file }: Original): Promise<boolean> {
  return inTurn(vault, async () => {
    const found = file === undefined ? undefined : await vault.world.folder.open(file);
    if (file === undefined || found === undefined) return false;
    return found.size === vault.now.log.historyByPath.get(file)?.now?.size;
  });
}

/** The bytes of an original, read by position; all of its file is looked at once beforehand. */
export function openOriginal(vault: Vault, original: Original): Promise<Result<Source, VaultFailure>> {
  return inTurn(vault, async () => {
    if (original.file === undefined) return failed(vaultFailure("not-whole"));
    const opened = await openSealed(vault, original.file);
    if (!opened.ok) return opened;
    return opened.value.size === original.size
      ? ok({ ...opened.value, name: original.name })
      : failed(vaultFailure("not-whole", original.file));
  });
}

/** A file on its way in: what the catalogue is to say of it, and its bytes. */
export interface ReadyToTake {
  readonly became: "ready";
  readonly original: Original & { readonly file: string };
  readonly source: Source;
  /** What stood for it and is whole no more: it goes when this comes. */
  readonly gone: readonly string[];
}

/** Hashes a file that is handed in, and says whether it is to be taken: also where its bytes here are not whole any more. */
export async function readyToTake(
  vault: Vault,
  catalogue: readonly Original[],
  { source, terms, at }: HandedIn & { readonly at: string },
): Promise<ReadyToTake | Extract<Taken, { became: "here-already" }>> {
  const { size, sha256 } = await markOf(vault.world, source);
  const same = catalogue.find((original) => original.sha256 === sha256);
  if (same?.file !== undefined && (await openSealed(vault, same.file)).ok) return { became: "here-already", original: same };
  const file = `originals/${randomName(vault)}.age`;
  // Terms that she gave when it was first named are not asked again.
  const stated = terms ?? same?.terms;
  return {
    became: "ready",
    original: { name: source.name, size, sha256, file, at, ...(stated && { terms: stated }) },
    source,
    gone: same?.file === undefined ? [] : [same.file],
  };
}

/** The bytes of a file on its way in, which must be those that were hashed. */
export function createWatch(ready: ReadyToTake): { put(vault: Vault): Put; hasChanged(): boolean } {
  let changed = false;
  async function* pieces(vault: Vault): AsyncGenerator<Uint8Array, void, undefined> {
    const hasher = vault.world.createHasher();
    let size = 0;
    while (size < ready.original.size) {
      const bytes = await ready.source.read(size, Math.min(ready.original.size, size + step));
      if (bytes.length === 0) break;
      hasher.update(bytes);
      size += bytes.length;
      yield bytes;
    }
    changed = !isSameMark({ size, sha256: hasher.digest() }, markIn(ready.original));
    if (changed) throw new Error("a file changed while it was read");
  }
  return { put: (vault) => sealedPut(vault, ready.original.file, pieces(vault)), hasChanged: () => changed };
}

/** 32 hexadecimal digits that say nothing. */
export function randomName(vault: Pick<Vault, "world">): string {
  return bytesToHex(vault.world.random(16));
}

function markIn({ size, sha256 }: Original): FileMark {
  return { size, sha256 };
}
