import { vaultFolder } from "@unmask/fittings-node";
import { addLine, joinSegments, takeOriginal, writeDocumentOf } from "@unmask/vault";
import { sourceOf } from "../../fixtures/vault/memory-folder.ts";
import { lineOf, openHers } from "../../fixtures/vault/vault-of-hers.ts";

/** Writes to a vault without end, and says of each write that it was told as saved. `killed-vault.test.ts` ends it by force. */

const [folder = ""] = process.argv.slice(2);
const vault = await openHers(vaultFolder(folder));
process.stdout.write("open\n");
for (let i = 0; ; i++) {
  const words = `${process.pid} wrote ${i}`;
  const added = await addLine(vault, lineOf(words));
  if (!added.ok) throw new Error(added.error.kind);
  process.stdout.write(`line ${JSON.stringify(lineOf(words)(added.value))}\n`);
  await joinSegments(vault);
  if (i % 4 !== 3) continue;
  const name = `${process.pid}-${i}.txt`;
  const taken = await takeOriginal(vault, { source: sourceOf(name, Buffer.from(name.repeat(20_000))) }, "2026-10-04T21:14:05.123Z");
  if (!taken.ok || taken.value.became !== "kept") throw new Error("it was not kept");
  process.stdout.write(`original ${JSON.stringify(name)}\n`);
  const stated = await writeDocumentOf(vault, "statement", name);
  if (!stated.ok) throw new Error(stated.error.kind);
  process.stdout.write(`stated ${JSON.stringify(name)}\n`);
}
