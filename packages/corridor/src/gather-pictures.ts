import { type Report, type Sha256, type Source, parseSha256 } from "@unmask/core";
import { type Leaf, type NoPicture, type Picture, cleanPicture, readStretch, walk } from "@unmask/formats";
import { type BuildPackOptions, type PictureBounds, seekPictures } from "@unmask/pack";

/** The bytes of an exhibit as they go: where a part of it is left out, its copy. */
export interface GoingOriginal {
  readonly source: Source;
  readonly sha256: Sha256;
}

/** What gathering may use of the world. */
export interface Gathering {
  readonly createHash: BuildPackOptions["createHash"];
  readonly engine: "pdf-a" | "plain";
  readonly signal?: AbortSignal | undefined;
}

/**
 * The pictures that the annex prints, by hash: read from the originals again, members of zips too, each checked by its hash and its own bytes. Of
 * originals that are held back not a byte is read. A picture that lies in a record (of a mail, of a saved message) is not taken out. Throws only
 * what `Source.read` throws.
 */
export async function gatherPictures(
  report: Report,
  originals: readonly GoingOriginal[],
  { createHash, engine, signal }: Gathering,
): Promise<ReadonlyMap<Sha256, Picture | NoPicture>> {
  const { sought, bounds } = seekPictures(report, engine);
  const found = new Map<Sha256, Picture | NoPicture>();
  if (sought.length === 0) return found;
  const sha256 = hashWith(createHash);
  const around = new Set(sought.flatMap(({ exhibits }) => exhibits));
  const sizes = new Set(sought.flatMap(({ size }) => size ?? []));
  const leavesBySize = await leavesOf(
    originals.filter((original) => around.has(original.sha256)),
    { sizes, createHash, signal },
  );
  const left = { pictures: bounds.pictures, bytes: bounds.bytes, dots: bounds.dots, tried: bounds.tried };
  for (const one of sought) {
    if (signal?.aborted || left.pictures === 0 || left.tried <= 0) break;
    const leaves = one.size === undefined ? [] : (leavesBySize.get(one.size) ?? []);
    if (leaves.length === 0) continue;
    const bytes = await bytesWith(one.sha256, leaves, { bounds, sha256, left });
    if (bytes === undefined) continue;
    const picture = bytes === "too large" ? tooLarge : cleanPicture(bytes, bounds.dots);
    if ("not" in picture) found.set(one.sha256, picture);
    else {
      const dots = picture.width * picture.height * (picture.format === "png" ? bounds.pngDot : 1);
      if (dots > left.dots || picture.bytes.length > left.bytes) continue;
      left.pictures--;
      left.dots -= dots;
      left.bytes -= picture.bytes.length;
      found.set(one.sha256, picture);
    }
  }
  return found;
}

const tooLarge: NoPicture = { not: "its file is too large" };

/** Files of one size that are read in search of one hash: stops a zip of a thousand files of the same size. */
const mostOfOneSize = 16;

type HashOf = (bytes: Uint8Array) => string;

function hashWith(createHash: Gathering["createHash"]): HashOf {
  return (bytes) => {
    const hash = createHash("sha256");
    if (!hash) throw new Error("there is no SHA-256 here");
    hash.update(bytes);
    return hash.digest();
  };
}

/** Files in the originals that have one of the sizes. */
async function leavesOf(
  originals: readonly GoingOriginal[],
  { sizes, createHash, signal }: Pick<Gathering, "createHash" | "signal"> & { sizes: ReadonlySet<number> },
): Promise<ReadonlyMap<number, readonly Leaf[]>> {
  const bySize = new Map<number, Leaf[]>();
  const createHasher = () => {
    const hash = createHash("sha256");
    if (!hash) throw new Error("there is no SHA-256 here");
    return { update: (bytes: Uint8Array) => hash.update(bytes), digest: () => must(parseSha256(hash.digest())) };
  };
  for await (const one of walk(
    originals.map(({ source }) => source),
    { createHasher, ...(signal && { signal }) },
  )) {
    if (!("leaf" in one) || !sizes.has(one.leaf.source.size)) continue;
    const same = bySize.get(one.leaf.source.size) ?? [];
    if (same.length < mostOfOneSize) bySize.set(one.leaf.source.size, [...same, one.leaf]); // bounded: sixteen
  }
  return bySize;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a hash that is none");
  return value;
}

async function bytesWith(
  wanted: Sha256,
  leaves: readonly Leaf[],
  { bounds, sha256, left }: { bounds: PictureBounds; sha256: HashOf; left: { tried: number } },
): Promise<Uint8Array | "too large" | undefined> {
  if (leaves.every(({ source }) => source.size > bounds.fileBytes)) return "too large";
  for (const { source } of leaves) {
    if (left.tried-- <= 0) return undefined;
    const bytes = await readStretch(source, 0, Math.min(source.size, bounds.fileBytes) + 1);
    if (sha256(bytes) === wanted) return bytes;
  }
  return undefined;
}
