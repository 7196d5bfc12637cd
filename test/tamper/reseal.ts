import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { EarlierLog } from "@unmask/core";
import {
  type SignerKey,
  blake2b512Of,
  formatPublicKey,
  formatTlogConsistency,
  formatTlogProof,
  formatVkey,
  hexToBytes,
  leafHash,
  logKeyOf,
  logOrigin,
  signCheckpoint,
  signDetached,
} from "@unmask/seal";
import { consistencyByTheBook, inclusionByTheBook, rootByTheBook } from "../../fixtures/merkle-by-the-book.ts";

/** What somebody who holds a key can do: write the lists and seals of a pack anew over whatever it now holds. */

export type Files = Map<string, Uint8Array>;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text of a file, unpacked where its name says that it is packed. */
export function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = files.get(path) ?? new Uint8Array();
  return new TextDecoder().decode(path.endsWith(".gz") ? gunzipSync(bytes) : bytes);
}

/** The bytes of a file with this text, packed by the engine's own gzip where its name says so: whoever makes a pack may have another than ours. */
export function bytesWith(path: string, text: string): Uint8Array {
  return path.endsWith(".gz") ? Uint8Array.from(gzipSync(text)) : utf8(text);
}

function hashOf(name: string, bytes: Uint8Array): string {
  return createHash(name).update(bytes).digest("hex");
}

function listOf(files: Files, hash: string, isListed: (path: string) => boolean): Uint8Array {
  const paths = [...files.keys()].filter(isListed).sort();
  return utf8(paths.map((path) => `${hashOf(hash, files.get(path) ?? new Uint8Array())}  ${path}\n`).join(""));
}

/** Writes both manifests, Payload-Oxum and the tag manifest anew. */
export function relist(files: Files): void {
  const payload = [...files].filter(([path]) => path.startsWith("data/"));
  const size = payload.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  files.set("bag-info.txt", utf8(textOf(files, "bag-info.txt").replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${size}.${payload.length}`)));
  for (const hash of ["sha256", "sha512"])
    files.set(
      `manifest-${hash}.txt`,
      listOf(files, hash, (path) => path.startsWith("data/")),
    );
  files.set(
    "tagmanifest-sha256.txt",
    listOf(files, "sha256", (path) => !path.startsWith("data/") && !path.startsWith("seal/") && path !== "tagmanifest-sha256.txt"),
  );
}

/**
 * Makes every seal anew but the time-stamp, which stays as it is. `leaves` are the hashes of the log's, if not those that acts and bare leaves give. The
 * proof that the log goes on is of its first leaves, as many as the earlier log is said to have.
 */
export function reseal(files: Files, signer: SignerKey, leaves: readonly string[] = leavesOf(files)): void {
  const manifest = files.get("tagmanifest-sha256.txt") ?? new Uint8Array();
  const origin = logOrigin(signer, /^External-Identifier: (.*)$/m.exec(textOf(files, "bag-info.txt"))?.[1] ?? "none");
  const log = [...leaves.map((leaf) => hexToBytes(leaf) ?? new Uint8Array()), leafHash(manifest)];
  const checkpoint = signCheckpoint({ origin, size: log.length, root: rootByTheBook(log) }, signer);
  files.set("seal/checkpoint", utf8(checkpoint));
  files.set(
    "seal/tagmanifest-sha256.txt.tlog-proof",
    utf8(formatTlogProof({ index: leaves.length, hashes: inclusionByTheBook(leaves.length, log), checkpoint })),
  );
  const oldSize = Number(/^Unmask-After: [^,]*, log of (\d+) leaves/m.exec(textOf(files, "bag-info.txt"))?.[1] ?? 0);
  if (oldSize > 0 && oldSize <= log.length)
    files.set("seal/earlier.consistency", utf8(formatTlogConsistency({ oldSize, hashes: consistencyByTheBook(oldSize, log), checkpoint })));
  files.set("seal/tagmanifest-sha256.txt.minisig", utf8(signDetached(blake2b512Of(manifest), signer, "made again")));
  files.set("seal/signer.pub", utf8(formatPublicKey(signer)));
  files.set("seal/log.vkey", utf8(`${formatVkey(logKeyOf(signer, origin))}\n`));
  signLast(files, signer);
}

/** Writes the list of seals and the last signature anew. */
export function signLast(files: Files, signer: SignerKey): void {
  files.delete("seal/seals-sha256.txt");
  files.delete("seal/seals-sha256.txt.minisig");
  const list = listOf(files, "sha256", (path) => path.startsWith("seal/"));
  files.set("seal/seals-sha256.txt", list);
  files.set("seal/seals-sha256.txt.minisig", utf8(signDetached(blake2b512Of(list), signer, "made again")));
}

/** The hashes of the log's leaves by the document, but for the last: of SHA-256 of salt and entry of each act, and the bare ones, each at its number. */
export function leavesOf(files: ReadonlyMap<string, Uint8Array>): string[] {
  const byNumber = new Map<number, string>();
  for (const line of linesOf(files, "log/leaves.txt")) byNumber.set(Number(line.split(" ")[0]), line.split(" ")[1] ?? "");
  for (const { leaf, salt, entry } of actLinesOf(files)) byNumber.set(leaf, leafOf(salt, entry));
  return [...byNumber].sort(([a], [b]) => a - b).map(([, leaf]) => leaf);
}

/** The hash of the leaf of an entry, in hexadecimal. */
export function leafOf(salt: string, entry: string): string {
  const commitment = createHash("sha256").update(Buffer.from(salt, "hex")).update(entry).digest();
  return createHash("sha256").update(Uint8Array.of(0)).update(commitment).digest("hex");
}

/** What a later pack needs of the log of this one, by the document. */
export function earlierLogOf(files: ReadonlyMap<string, Uint8Array>): EarlierLog {
  const closing = leafHash(files.get("tagmanifest-sha256.txt") ?? new Uint8Array());
  const hashes = Uint8Array.from(Buffer.concat([Buffer.from(leavesOf(files).join(""), "hex"), closing]));
  const salts = new Uint8Array(hashes.length);
  const leavesByEntry = new Map<string, number[]>();
  for (const { leaf, salt, entry } of actLinesOf(files)) {
    salts.set(Buffer.from(salt, "hex"), leaf * 32);
    const key = createHash("sha256").update(entry).digest("hex");
    leavesByEntry.set(key, [...(leavesByEntry.get(key) ?? []), leaf]);
  }
  return { hashes, salts, leavesByEntry };
}

function actLinesOf(files: ReadonlyMap<string, Uint8Array>): { readonly leaf: number; readonly salt: string; readonly entry: string }[] {
  return linesOf(files, "data/acts.jsonl.gz").map((line) => {
    const [, leaf = "", salt = "", entry = ""] = /^\{"leaf":(\d+),"salt":"([0-9a-f]+)","act":(.*)\}$/.exec(line) ?? [];
    return { leaf: Number(leaf), salt, entry };
  });
}

function linesOf(files: ReadonlyMap<string, Uint8Array>, path: string): string[] {
  return files.has(path) ? textOf(files, path).split("\n").slice(0, -1) : [];
}
