import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { type Reading, type Source, parseInstant, parseSha256, parseZone } from "@unmask/core";
import { type Importer, readSources } from "@unmask/importers";

/** Reads one file as an app does: hashed by Node before it is parsed, then read by the importer that is measured. */
export async function* readingsOf(importer: Importer, file: string): AsyncGenerator<readonly Reading[]> {
  const zone = parseZone("Europe/London");
  const now = parseInstant(2_000_000_000_000);
  if (!zone || now === undefined) throw new Error("no zone");
  const { source, close } = await openSource(file);
  const options = { importers: [importer], zone, zoneStated: true, now, country: "GB", createHasher };
  for await (const step of readSources([source], options)) if ("readings" in step) yield step.readings;
  await close();
}

/** A file on this disk as a source. */
export async function openSource(file: string): Promise<{ source: Source; close(): Promise<void> }> {
  const handle = await open(file, "r");
  const { size } = await handle.stat();
  const source: Source = {
    name: file.split("/").pop() ?? file,
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      return bytes.subarray(0, bytesRead);
    },
  };
  return { source, close: () => handle.close() };
}

function createHasher(): { update(bytes: Uint8Array): void; digest(): NonNullable<ReturnType<typeof parseSha256>> } {
  const hash = createHash("sha256");
  return {
    update: (bytes) => void hash.update(bytes),
    digest() {
      const sha256 = parseSha256(hash.digest("hex"));
      if (!sha256) throw new Error("a SHA-256 has 32 bytes");
      return sha256;
    },
  };
}
