import type { Source } from "@unmask/core";
import { expect, test } from "vitest";
import { openTar } from "../../packages/pack/src/open-tar.ts";
import { checksumOf, tarHeader } from "../../packages/formats/src/tar/write.ts";

/** A pack of more files than anybody makes. */

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a tar that a stranger handed over is refused with more files than a pack can have", async () => {
  const header = tarHeader("data/originals/0000000.bin", 0);
  const blocks = Uint8Array.from(header);
  const source: Source = {
    name: "many.tar",
    size: 512 * 300_000,
    async read(start) {
      blocks.set(utf8(String(start / 512).padStart(7, "0")), 15);
      blocks.set(utf8(`${checksumOf(blocks).toString(8).padStart(6, "0")}\0 `), 148);
      return blocks.slice();
    },
  };
  const files = await openTar(source);
  expect(!files.ok && files.error.why).toMatch(/more than 200000 files/);
});
