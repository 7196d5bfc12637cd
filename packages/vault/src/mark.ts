import type { Source } from "@unmask/core";
import type { FileMark } from "./log.ts";
import type { VaultWorld } from "./vault.ts";

/** Writes a file, and says what was written. */
export async function writeMarked(world: VaultWorld, path: string, pieces: AsyncIterable<Uint8Array>): Promise<FileMark> {
  const hasher = world.createHasher();
  let size = 0;
  async function* passing(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const bytes of pieces) {
      hasher.update(bytes);
      size += bytes.length;
      yield bytes;
    }
  }
  await world.folder.write(path, passing());
  return { size, sha256: hasher.digest() };
}

/** Bytes that are read at once to be hashed. */
export const step: number = 1024 * 1024;

/** What a file is, by its bytes. */
export async function markOf({ createHasher }: Pick<VaultWorld, "createHasher">, source: Source): Promise<FileMark> {
  const hasher = createHasher();
  let size = 0;
  while (size < source.size) {
    const bytes = await source.read(size, Math.min(source.size, size + step));
    if (bytes.length === 0) break;
    hasher.update(bytes);
    size += bytes.length;
  }
  return { size, sha256: hasher.digest() };
}
