import { type PublicKey, type Timestamp, keyIdText, publicKeyText } from "@unmask/seal";
import { type CreateHash, type PackFiles, readSmall } from "./pack-files.ts";
import { type CheckedItem, type Overall, type Verdict, overallOf } from "./verdict.ts";
import { type SealCheck, type Trust, checkSeals } from "./verify-seals.ts";
import { type BagCheck, checkBag } from "./bag-check.ts";
import { type ReadPackInfo, packVersion, readPackInfo } from "./pack-info.ts";
import { checkContents } from "./verify-contents.ts";
import { layout } from "./pack-layout.ts";

/** No seal comes near this size; a longer one would fill the memory. */
const maxSeal = 1024 * 1024;

/** Files that every pack has in its payload. */
const requiredPayload: readonly string[] = [layout.acts, layout.case, layout.report, layout.print, layout.guide];

/** How to verify. */
export interface VerifyOptions extends Trust {
  /** Must have SHA-256 and SHA-512. */
  readonly createHash: CreateHash;
}

/** What can be said about a pack. */
export interface PackCheck {
  readonly overall: Overall;
  /** By path. */
  readonly items: readonly CheckedItem[];
  /** "UM-…", as the pack says. */
  readonly id?: string;
  /** Whose signature fits. */
  readonly signer?: { readonly keyId: string; readonly publicKey: string; readonly known: boolean };
  /** The pack existed at this instant, says an authority that is trusted. */
  readonly time?: Timestamp;
}

/**
 * Verifies a pack: every file against its lists, every seal against the tag manifest and the keys that are trusted, and the files against
 * each other (docs/formats/pack.md, "Verification"). "verified" comes only from a positive result for every file and every declared seal.
 */
export async function verifyPack(files: PackFiles, options: VerifyOptions): Promise<PackCheck> {
  const bag = await checkBag(files, { createHash: options.createHash, names: "exact", manifests: packManifests });
  const info = readPackInfo(bag.info);
  const listed = await files.list();
  const seals = await readSeals(
    files,
    listed.filter((file) => file.kind === "file" && isSeal(file.path)),
  );
  const tagManifest = await readOne(files, listed, layout.tagManifest);
  const sealed = checkSeals({ seals: seals.bytes, tagManifest, info }, options);
  const items = mergeItems({ bag, info, sealed, unreadable: seals.unreadable });
  if (tagManifest && isSound(items)) {
    const faults = await checkContents(files, {
      createHash: options.createHash,
      info,
      sha256ByPath: bag.sha256ByPath,
      sizeByPath: new Map(listed.map((file) => [file.path, file.size])),
      checkpoint: sealed.checkpoint,
      tagManifest,
    });
    for (const fault of faults) items.set(fault.path, fault);
  }
  return summarise([...items.values()], info, sealed);
}

/** The manifests of every pack; any other is a file that no list names. */
const packManifests: readonly string[] = ["manifest-sha256.txt", "manifest-sha512.txt", layout.tagManifest];

function isSeal(path: string): boolean {
  return path.startsWith("seal/");
}

async function readSeals(
  files: PackFiles,
  listed: readonly { readonly path: string }[],
): Promise<{ readonly bytes: ReadonlyMap<string, Uint8Array>; readonly unreadable: readonly string[] }> {
  const bytes = new Map<string, Uint8Array>();
  const unreadable: string[] = [];
  for (const { path } of listed) {
    const read = await readSmall(files, path, maxSeal).catch(() => undefined);
    if (read) bytes.set(path, read);
    else unreadable.push(path);
  }
  return { bytes, unreadable };
}

async function readOne(files: PackFiles, listed: readonly { readonly path: string }[], path: string): Promise<Uint8Array | undefined> {
  if (!listed.some((file) => file.path === path)) return undefined;
  return readSmall(files, path, maxSeal).catch(() => undefined);
}

interface Parts {
  readonly bag: BagCheck;
  readonly info: ReadPackInfo;
  readonly sealed: SealCheck;
  readonly unreadable: readonly string[];
}

/** One verdict a path. What stands in lists counts only as far as the tag manifest is vouched for. */
function mergeItems({ bag, info, sealed, unreadable }: Parts): Map<string, CheckedItem> {
  const items = new Map<string, CheckedItem>();
  const put = (path: string, verdict: Verdict, why: string): void => void items.set(path, { path, verdict, why });
  for (const item of bag.items) items.set(item.path, item);
  for (const path of bag.loose) if (!isSeal(path)) put(path, "unlisted", "the tag manifest does not name it");
  for (const path of requiredPayload) if (!items.has(path)) put(path, "missing", "every pack has it");
  for (const path of [...packManifests, layout.leaves, "bagit.txt", "bag-info.txt"])
    if (!items.has(path)) put(path, "missing", "every pack has it");
  const vouched = sealed.items.find((item) => item.path === layout.tagManifest);
  if (vouched?.verdict !== "valid") {
    for (const item of bag.items)
      if (item.verdict === "valid") put(item.path, "error", "is as its lists say, but nothing vouches for the lists");
  }
  for (const item of sealed.items)
    if (item.path !== layout.tagManifest || items.get(item.path)?.verdict !== "error") items.set(item.path, item);
  if (vouched && vouched.verdict !== "valid") items.set(vouched.path, vouched);
  for (const path of unreadable) put(path, "error", "could not be read, or is too long for a seal");
  if (items.get("bag-info.txt")?.verdict === "valid" && info.version !== packVersion) {
    put("bag-info.txt", "unsupported", "was made by rules of another version");
  }
  return items;
}

/** Whether every file is what was sealed: only then do faults between them say something. */
function isSound(items: ReadonlyMap<string, CheckedItem>): boolean {
  return [...items.values()].every((item) => isSeal(item.path) || item.verdict === "valid");
}

function summarise(items: readonly CheckedItem[], info: ReadPackInfo, { signer, time }: SealCheck): PackCheck {
  const describe = ({ key, known }: { readonly key: PublicKey; readonly known: boolean }): PackCheck["signer"] => ({
    keyId: keyIdText(key.keyId),
    publicKey: publicKeyText(key),
    known,
  });
  const described = signer && describe(signer);
  return {
    overall: overallOf(items),
    items: [...items].sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...(info.id === undefined ? {} : { id: info.id }),
    ...(described === undefined ? {} : { signer: described }),
    ...(time === undefined ? {} : { time }),
  };
}
