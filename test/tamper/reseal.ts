import { createHash } from "node:crypto";
import {
  type SignerKey,
  blake2b512Of,
  formatPublicKey,
  formatTlogProof,
  formatVkey,
  hexToBytes,
  leafHash,
  logKeyOf,
  logOrigin,
  signCheckpoint,
  signDetached,
} from "@unmask/seal";
import { inclusionByTheBook, rootByTheBook } from "../../fixtures/merkle-by-the-book.ts";

/** What somebody who holds a key can do: write the lists and seals of a pack anew over whatever it now holds. */

export type Files = Map<string, Uint8Array>;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (files: Files, path: string): string => new TextDecoder().decode(files.get(path));

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

/** Makes every seal anew but the time-stamp, which stays as it is. `leaves` are the log's, if not those of `log/leaves.txt`. */
export function reseal(files: Files, signer: SignerKey, leaves: readonly string[] = leavesOf(files)): void {
  const manifest = files.get("tagmanifest-sha256.txt") ?? new Uint8Array();
  const origin = logOrigin(signer, /^External-Identifier: (.*)$/m.exec(textOf(files, "bag-info.txt"))?.[1] ?? "none");
  const log = [...leaves.map((leaf) => leafHash(hexToBytes(leaf) ?? new Uint8Array())), leafHash(manifest)];
  const checkpoint = signCheckpoint({ origin, size: log.length, root: rootByTheBook(log) }, signer);
  files.set("seal/checkpoint", utf8(checkpoint));
  files.set(
    "seal/tagmanifest-sha256.txt.tlog-proof",
    utf8(formatTlogProof({ index: leaves.length, hashes: inclusionByTheBook(leaves.length, log), checkpoint })),
  );
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

/** The lines of `log/leaves.txt`. */
export function leavesOf(files: Files): string[] {
  return textOf(files, "log/leaves.txt").trimEnd().split("\n");
}
