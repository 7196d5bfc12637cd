import { type Instant, type Source, ok, parseZone } from "@unmask/core";
import { country, importExports, makePack, makeReport, stateCase } from "@unmask/corridor";
import { tarOf } from "@unmask/formats";
import { expect } from "vitest";
import { createHasher } from "../../fixtures/importers/fixture.ts";
import { createHash, exampleSigner, repeatableBytes } from "./sealed-example.ts";

/** A small pack as her app makes one, so that everything in it can be read again: two chats and a picture. */

const at = Date.UTC(2026, 10, 25, 12) as Instant;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Bytes as a file that was handed over. */
export const fileOf = (name: string, bytes: Uint8Array): Source => ({
  name,
  size: bytes.length,
  read: async (start, end) => bytes.slice(start, end),
});

const chat = [
  "13/08/2025, 09:10 - Owen Pike: answer me",
  "13/08/2025, 09:12 - Hannah Reyes: no",
  "14/08/2025, 23:40 - Owen Pike: I am outside",
  "",
].join("\n");
/** Numbers that she typed as hers and as his. */
export const herNumber = "+447700900456";
export const hisNumber = "+447700900123";
/** The second chat, of two acts. */
export const later = "15/08/2025, 07:10 - Owen Pike: I saw you\n15/08/2025, 07:12 - Hannah Reyes: leave me alone\n";
/** What no packer makes smaller, so that there is a second half to cut off. */
const picture = repeatableBytes("a picture")(400_000);

/** Her pack as her app makes it, file by file. */
export async function herFiles(): Promise<Map<string, Uint8Array>> {
  const zone = parseZone("Europe/London") ?? expect.fail();
  const sources = [
    fileOf("WhatsApp Chat with Owen.txt", utf8(chat)),
    fileOf("WhatsApp Chat with Owen 2.txt", utf8(later)),
    fileOf("picture.bin", picture),
  ];
  const imported = await importExports(sources, { zone, zoneStated: true, country, at }, { createHasher });
  const statement = stateCase({
    zone: zone.name,
    jurisdiction: "EW",
    country,
    me: { label: "Hannah", names: ["Hannah Reyes", herNumber] },
    them: { label: "Owen", names: ["Owen Pike", hisNumber] },
    stops: [{ kind: "told to stop", day: { year: 2025, month: 8, day: 12 } }],
  });
  if (!statement.ok) return expect.fail(statement.error);
  const random = repeatableBytes("her pack");
  const tool = { version: "0", engine: "test", zones: "2025b" };
  const report = makeReport(imported, { statement: statement.value, withheld: new Set(), impact: undefined }, { at, random, tool });
  const setReport = async () => ok(new Uint8Array([0x25]));
  const made = await makePack(report, imported.originals, exampleSigner, { setReport, typesetter: "plain", random, createHash });
  if (!made.ok) return expect.fail("the pack was not made");
  const files = new Map<string, Uint8Array>();
  for await (const { path, chunks } of made.value.pack().entries) {
    const pieces: Uint8Array[] = [];
    for await (const piece of chunks()) pieces.push(piece.slice());
    files.set(path, Uint8Array.from(Buffer.concat(pieces)));
  }
  return files;
}

/** The tar of these files, in their order. */
export async function tarred(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  async function* entries() {
    for (const [path, bytes] of files)
      yield {
        path,
        size: bytes.length,
        async *chunks() {
          yield bytes;
        },
      };
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of tarOf(entries())) pieces.push(piece.slice());
  return Uint8Array.from(Buffer.concat(pieces));
}
