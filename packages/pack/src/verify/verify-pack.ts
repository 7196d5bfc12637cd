import { type PublicKey, type Timestamp, keyIdText, publicKeyText } from "@unmask/seal";
import { type CreateHash, type PackFile, type PackFiles, readSmall } from "../pack-files.ts";
import { type CheckedItem, type Overall, type Verdict, overallOf } from "@unmask/core";
import { type SealCheck, type Trust, checkSeals } from "./seals.ts";
import { type BagCheck, checkBag, isValidBag } from "../bag/check.ts";
import { type ReadPackInfo, packVersion, readPackInfo } from "../pack-info.ts";
import { checkContents } from "./contents.ts";
import { layout } from "../pack-layout.ts";

/** No `bag-info.txt` comes near this size; a longer one would fill the memory. */
const maxBagInfo = 16 * 1024 * 1024;

/** No seal comes near this size; a longer one would fill the memory. */
const maxSeal = 1024 * 1024;

/** Files that every pack has in its payload. */
const requiredPayload: readonly string[] = [
  layout.acts,
  layout.case,
  layout.report,
  layout.statement,
  layout.print,
  layout.chronology,
  layout.guide,
];

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
  /** The pack existed at this instant, says an authority that is trusted. Only where the time-stamp was found valid. */
  readonly time?: Timestamp;
  /** Set when this is no pack of ours but another BagIt bag: whether it is sound (RFC 8493 §3). It carries no seals, so nothing is verified. */
  readonly bag?: { readonly isSound: boolean; readonly warnings: readonly string[] };
}

/**
 * Verifies a pack: every file against its lists, every seal against the tag manifest and the keys that are trusted, and the files against
 * each other (docs/formats/pack.md, "Verification"). "verified" comes only from a positive result for every file and every declared seal.
 */
export async function verifyPack(files: PackFiles, options: VerifyOptions): Promise<PackCheck> {
  const listed = await files.list();
  if (await isOtherBag(files, listed)) return checkOtherBag(files, options);
  const bag = await checkBag(files, { createHash: options.createHash, names: "exact", manifests: packManifests });
  const info = readPackInfo(bag.info);
  const unusable = new Map(findUnusable(listed).map((item) => [item.path, item]));
  const seals = new Map<string, Uint8Array>();
  let tagManifest: Uint8Array | undefined;
  for (const { path } of listed) {
    if (unusable.has(path) || (!isSeal(path) && path !== layout.tagManifest)) continue;
    const bytes = await readSmall(files, path, maxSeal).catch(() => undefined);
    if (!bytes) unusable.set(path, { path, verdict: "error", why: "could not be read, or is too long" });
    else if (path === layout.tagManifest) tagManifest = bytes;
    else seals.set(path, bytes);
  }
  const sealed = await checkSeals({ seals, tagManifest, info }, options);
  const items = mergeItems({ bag, info, sealed, unusable });
  if (tagManifest && isSound(items)) {
    const faults = await checkContents(files, {
      createHash: options.createHash,
      info,
      sha256ByPath: bag.sha256ByPath,
      sizeByPath: new Map(listed.map((file) => [file.path, file.size])),
      checkpoint: sealed.checkpoint,
      signer: sealed.signer?.key,
      tagManifest,
      time: sealed.time,
    });
    for (const fault of faults) items.set(fault.path, fault);
  }
  return summarise(items, info, sealed);
}

/** A bag with neither a seal nor the label that every pack has: made by another program. */
async function isOtherBag(files: PackFiles, listed: readonly PackFile[]): Promise<boolean> {
  const has = (path: string): boolean => listed.some((file) => file.path === path && file.kind === "file");
  if (!has("bagit.txt") || listed.some((file) => isSeal(file.path))) return false;
  if (!has("bag-info.txt")) return true;
  const bytes = await readSmall(files, "bag-info.txt", maxBagInfo).catch(() => undefined);
  return bytes !== undefined && !/^Unmask-Pack-Version:/im.test(new TextDecoder("latin1").decode(bytes));
}

async function checkOtherBag(files: PackFiles, { createHash }: VerifyOptions): Promise<PackCheck> {
  const bag = await checkBag(files, { createHash, names: "tolerant" });
  return { overall: "not-verified", items: byPath(bag.items), bag: { isSound: isValidBag(bag), warnings: bag.warnings } };
}

/** The manifests of every pack; any other is a file that no list names. */
const packManifests: readonly string[] = ["manifest-sha256.txt", "manifest-sha512.txt", layout.tagManifest];

function isSeal(path: string): boolean {
  return path.startsWith("seal/");
}

/** Entries that are no plain file, or whose name is there twice: nothing is read from them. */
function findUnusable(listed: readonly PackFile[]): CheckedItem[] {
  const seen = new Set<string>();
  const found: CheckedItem[] = [];
  for (const { path, kind } of listed) {
    if (kind === "folder") found.push({ path, verdict: "unlisted", why: "is a folder with nothing in it; no pack has one" });
    else if (kind !== "file") found.push({ path, verdict: "unsupported", why: "is a link or a device; a pack holds plain files" });
    else if (seen.has(path)) found.push({ path, verdict: "error", why: "is there twice" });
    seen.add(path);
  }
  return found;
}

interface Parts {
  readonly bag: BagCheck;
  readonly info: ReadPackInfo;
  readonly sealed: SealCheck;
  readonly unusable: ReadonlyMap<string, CheckedItem>;
}

/** One verdict a path. What stands in lists counts only as far as the tag manifest is vouched for. */
function mergeItems({ bag, info, sealed, unusable }: Parts): Map<string, CheckedItem> {
  const items = new Map<string, CheckedItem>();
  const put = (path: string, verdict: Verdict, why: string): void => void items.set(path, { path, verdict, why });
  for (const item of bag.items) items.set(item.path, item);
  for (const path of bag.loose) if (!isSeal(path)) put(path, "unlisted", "the tag manifest does not name it");
  for (const path of requiredPayload) if (!items.has(path)) put(path, "missing", "every pack has it");
  for (const path of [...packManifests, layout.leaves, "bagit.txt", "bag-info.txt"])
    if (!items.has(path)) put(path, "missing", "every pack has it");
  if (sealed.items.find((item) => item.path === layout.tagManifest)?.verdict !== "valid") {
    for (const item of bag.items)
      if (item.verdict === "valid") put(item.path, "error", "is as its lists say, but nothing vouches for the lists");
  }
  for (const item of [...sealed.items, ...unusable.values()]) items.set(item.path, item);
  if (items.get("bag-info.txt")?.verdict === "valid" && info.version !== packVersion) {
    put("bag-info.txt", "unsupported", "was made by rules of another version");
  }
  const isWhole = items.get("bag-info.txt")?.verdict === "valid" && sealed.checkpoint !== undefined;
  if (isWhole && sealed.logId !== info.id && !isBad(items.get(layout.checkpoint))) {
    put(layout.checkpoint, "error", "is of another pack's log");
  }
  return items;
}

function isBad(item: CheckedItem | undefined): boolean {
  return item !== undefined && item.verdict !== "valid" && item.verdict !== "unknown-signer";
}

/** Whether every file is what was sealed: only then do faults between them say something. */
function isSound(items: ReadonlyMap<string, CheckedItem>): boolean {
  return [...items.values()].every((item) => isSeal(item.path) || item.verdict === "valid");
}

function summarise(items: ReadonlyMap<string, CheckedItem>, info: ReadPackInfo, { signer, time }: SealCheck): PackCheck {
  const describe = ({ key, known }: { readonly key: PublicKey; readonly known: boolean }): PackCheck["signer"] => ({
    keyId: keyIdText(key.keyId),
    publicKey: publicKeyText(key),
    known,
  });
  const described = signer && describe(signer);
  return {
    overall: overallOf([...items.values()]),
    items: byPath([...items.values()]),
    ...(info.id === undefined ? {} : { id: info.id }),
    ...(described === undefined ? {} : { signer: described }),
    ...(time === undefined || items.get(layout.timeReply)?.verdict !== "valid" ? {} : { time }),
  };
}

function byPath(items: readonly CheckedItem[]): CheckedItem[] {
  return [...items].sort((a, b) => (a.path < b.path ? -1 : 1));
}
