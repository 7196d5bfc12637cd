import type { EarlierLog } from "@unmask/core";
import { hexToBytes, leafHash, sha256HexOf, textToBytes } from "@unmask/seal";
import { type CreateHash, type PackFiles, readSmall } from "./pack-files.ts";
import { commitmentOf, maxLeafLine, parseLeafLine } from "./pack-log.ts";
import { maxActLine, parseActLine } from "./acts-jsonl.ts";
import { layout } from "./pack-layout.ts";
import { linesOfStream } from "./file-lines.ts";
import { readPacked } from "./packed-file.ts";

/** No tag manifest comes near this size; a longer one would fill the memory. */
const maxTagManifest = 1024 * 1024;

/** Reads the log of a pack that was verified, `size` leaves with its last one: 64 bytes a leaf, and a hash of each act that it shows. */
export async function readEarlierLog(files: PackFiles, size: number, createHash: CreateHash): Promise<EarlierLog> {
  const [hashes, salts] = [new Uint8Array(size * 32), new Uint8Array(size * 32)];
  const leavesByEntry = new Map<string, number[]>();
  const packed = (await files.list()).find(({ path }) => path === layout.acts)?.size ?? 0;
  for await (const line of linesOfStream(readPacked(files, layout.acts, packed), maxActLine)) {
    const act = parseActLine(line);
    const salt = act.ok ? hexToBytes(act.value.salt) : undefined;
    if (!act.ok || !salt) throw new Error("a pack that was verified has acts");
    const { leaf } = act.value;
    const entry = textToBytes(act.value.entry);
    hashes.set(leafHash(commitmentOf(salt, entry, createHash)), leaf * 32);
    salts.set(salt, leaf * 32);
    const key = sha256HexOf(entry);
    const same = leavesByEntry.get(key);
    if (same) same.push(leaf);
    else leavesByEntry.set(key, [leaf]);
  }
  for await (const line of linesOfStream(files.read(layout.leaves), maxLeafLine)) {
    const bare = parseLeafLine(line);
    if (!bare) throw new Error("a pack that was verified has leaves");
    hashes.set(bare.hash, bare.leaf * 32);
  }
  const closing = await readSmall(files, layout.tagManifest, maxTagManifest);
  if (!closing) throw new Error("a pack that was verified has a tag manifest");
  hashes.set(leafHash(closing), (size - 1) * 32);
  return { hashes, salts, leavesByEntry };
}
