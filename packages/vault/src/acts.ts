import { type Result, type Sha256, failed, ok } from "@unmask/core";
import { bytesToText, textToBytes } from "@unmask/seal";
import { gunzip, gunzipFailureOf, gzip } from "@unmask/formats";
import { type KeptActs, type Original, catalogueOf, cataloguePut } from "./catalogue.ts";
import { type Put, inTurn, sealedPut, write } from "./deed.ts";
import { type Vault, type VaultFailure, vaultFailure } from "./vault.ts";
import { isCovered, longestActs } from "./layout.ts";
import { piece, readAll } from "./folder.ts";
import { openSealed } from "./sealed-file.ts";
import { parseJson } from "./book.ts";
import { randomName } from "./originals.ts";

/**
 * Acts that were read of an original, so that opening does not read it again. They are derived: a block that is lost or altered is made again from the
 * original and is no loss, and a newer importer makes all of them again.
 */

/** Acts of one block. */
const blockLength = 5_000;

/** Acts as columns: of each field one list, as long as there are acts in the block. What is absent is null. */
export type ActColumns = Readonly<Record<string, readonly unknown[]>>;

/** What read the acts. */
export interface ReadBy {
  readonly importer: string;
  readonly version: string;
}

/** Keeps the acts of an original in place of those that were kept before. Each act is an object that JSON can write. */
export function keepActs(
  vault: Vault,
  sha256: Sha256,
  { importer, version, acts }: ReadBy & { readonly acts: readonly Readonly<Record<string, unknown>>[] },
): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, async () => {
    const catalogue = await catalogueOf(vault);
    if (!catalogue.ok) return catalogue;
    const before = catalogue.value.find((original) => original.sha256 === sha256);
    if (before === undefined) return failed(vaultFailure("not-whole"));
    const puts: Put[] = [];
    for (let at = 0; at < acts.length; at += blockLength) {
      const columns = toColumns(acts.slice(at, at + blockLength));
      puts.push(sealedPut(vault, `acts/${randomName(vault)}.age`, packed(textToBytes(JSON.stringify(columns)))));
    }
    const kept: KeptActs = { importer, version, count: acts.length, files: puts.map(({ path }) => path) };
    return write(vault, {
      puts: [...puts, cataloguePut(vault, withActs(catalogue.value, sha256, kept))],
      gone: loggedOf(vault, before.acts?.files ?? []),
    });
  });
}

/** The acts of an original that `readBy` read; undefined where they are to be made again. */
export function readActs(vault: Vault, { acts }: Original, readBy: ReadBy): Promise<readonly ActColumns[] | undefined> {
  return inTurn(vault, async () => {
    if (acts === undefined || acts.importer !== readBy.importer || acts.version !== readBy.version) return undefined;
    const blocks: ActColumns[] = [];
    for (const path of acts.files) {
      const opened = await openSealed(vault, path);
      const block = opened.ok ? await unpacked(await readAll(opened.value)) : undefined;
      if (block === undefined) return undefined;
      blocks.push(block);
    }
    return blocks;
  });
}

/** Forgets all acts that were kept: what a copy does not carry is made again. */
export function forgetActs(vault: Vault): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, async () => {
    const catalogue = await catalogueOf(vault);
    if (!catalogue.ok) return catalogue;
    const gone = [...vault.now.log.historyByPath].flatMap(([path, { now }]) =>
      now !== undefined && path.startsWith("acts/") ? [path] : [],
    );
    if (gone.length === 0) return ok(undefined);
    const without = catalogue.value.map(({ acts: _, ...rest }): Original => rest);
    return write(vault, { puts: [cataloguePut(vault, without)], gone });
  });
}

/** Objects as columns, in the order in which keys first come. */
export function toColumns(rows: readonly Readonly<Record<string, unknown>>[]): ActColumns {
  const keys = new Set(rows.flatMap((row) => Object.keys(row)));
  return Object.fromEntries([...keys].map((key) => [key, rows.map((row) => row[key] ?? null)]));
}

/** Columns as objects again; what was absent stays away. */
export function fromColumns(columns: ActColumns): readonly Readonly<Record<string, unknown>>[] {
  const entries = Object.entries(columns);
  const length = entries[0]?.[1].length ?? 0;
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(entries.flatMap(([key, column]) => (column[i] === null ? [] : [[key, column[i]]]))),
  );
}

function withActs(catalogue: readonly Original[], sha256: Sha256, acts: KeptActs): readonly Original[] {
  return catalogue.map((original) => (original.sha256 === sha256 ? { ...original, acts } : original));
}

/** Those that the log has: a path goes once. */
function loggedOf(vault: Vault, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => isCovered(path) && vault.now.log.historyByPath.get(path)?.now !== undefined);
}

async function* packed(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield* gzip([bytes], "fast");
}

async function unpacked(bytes: Uint8Array): Promise<ActColumns | undefined> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const part of gunzip(piece(bytes), longestActs)) pieces.push(part);
  } catch (error) {
    if (gunzipFailureOf(error) === undefined) throw error;
    return undefined;
  }
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of pieces) {
    whole.set(part, at);
    at += part.length;
  }
  return columnsIn(parseJson(bytesToText(whole) ?? ""));
}

function columnsIn(value: unknown): ActColumns | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const columns: Record<string, readonly unknown[]> = {};
  for (const [key, column] of Object.entries(value)) {
    if (!Array.isArray(column)) return undefined;
    columns[key] = column;
  }
  const lengths = new Set(Object.values(columns).map(({ length }) => length));
  return lengths.size <= 1 ? columns : undefined;
}
