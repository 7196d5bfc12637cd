import { randomBytes } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { hmacSha256 } from "@unmask/seal";
import type { KeyedHash } from "@unmask/link";
import { hasCode, isMissing } from "./shared-sync.ts";

/** Bytes of the secret of the index. */
const keySize = 32;

/** The keyed hash of a force's index (docs/formats/identifier-posting.md), whose secret lies in the case folder: made once, for its owner alone. */
export async function keyedHashIn(folder: string): Promise<KeyedHash> {
  const key = await indexKeyIn(join(folder, "index.key"));
  return (message) => hmacSha256(key, message);
}

async function indexKeyIn(place: string): Promise<Uint8Array> {
  const read = async (): Promise<Uint8Array> => Buffer.from((await readFile(place, "utf8")).trim(), "hex");
  try {
    return await read();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const made = randomBytes(keySize);
  try {
    const handle = await open(place, "wx", 0o600);
    await handle.writeFile(`${made.toString("hex")}\n`);
    await handle.sync();
    await handle.close();
    return made;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    return read();
  }
}
