import { Reader, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from "@zip.js/zip.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sourceOf } from "../../../../fixtures/importers/fixture.ts";
import { rawZip } from "../../../../fixtures/importers/raw-zip.ts";
import { readDirectory } from "./zip-directory.ts";

/** Held against zip.js, the reader of zips that most pages use. */

const most = 50_000;
const said = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What each of the two says of the members of a zip, and why it stopped. */
interface Told {
  readonly members: readonly unknown[];
  readonly start: number | undefined;
  readonly fault: string | undefined;
}

async function toldHere(zip: Uint8Array): Promise<Told> {
  const { records, start, fault } = await readDirectory(sourceOf("export.zip", zip), most);
  const members = records.map(({ name, offset, packedSize, claimedSize, isFolder, method }) => {
    return {
      name,
      offset,
      packedSize,
      claimedSize,
      isFolder,
      method: isWithoutPlace({ offset, packedSize, claimedSize }) ? undefined : method,
    };
  });
  return { members, start: records.length > 0 ? start : undefined, fault };
}

async function toldByZipJs(zip: Uint8Array): Promise<Told> {
  const reader = new ZipReader(readerOf(zip), { strictness: "tolerant", filenameValidation: "tolerant" });
  const members: unknown[] = [];
  let fault: string | undefined;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      const { filename: name, offset, compressedSize: packedSize, uncompressedSize: claimedSize, directory: isFolder } = entry;
      const method = isWithoutPlace({ offset, packedSize, claimedSize }) ? undefined : entry.compressionMethod;
      members.push({ name, offset, packedSize, claimedSize, isFolder, method });
    }
  } catch (error) {
    const message = String(error);
    fault = message.includes("Split zip") ? "split" : message.includes("Encrypted central") ? "hidden" : "none";
  }
  return { members, start: members.length > 0 ? reader.directoryOffset : undefined, fault };
}

/** Of a member whose sizes are missing zip.js reads no further; it is refused here, whatever it says. */
function isWithoutPlace(sizes: Readonly<Record<"offset" | "packedSize" | "claimedSize", number>>): boolean {
  return Object.values(sizes).includes(0xffff_ffff);
}

/** Gives out no more in one piece than is read here of a zip that asks for gigabytes. */
function readerOf(zip: Uint8Array): Reader<Uint8Array> {
  const reader = new Reader(zip);
  reader.size = zip.length;
  reader.readUint8Array = async (index, length) => {
    if (length > 64 * 1024 * 1024) throw new Error("too large");
    return zip.slice(Math.max(0, index), Math.min(zip.length, index + length));
  };
  return reader;
}

async function written(options: object, comment = ""): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  await writer.add("Chat mit Jörg/", undefined, { directory: true });
  await writer.add("Chat mit Jörg/_chat.txt", new Uint8ArrayReader(said("a".repeat(300))));
  await writer.add("b.txt", new Uint8ArrayReader(said("b")), { level: 0 });
  return writer.close(said(comment));
}

const plain = rawZip([
  { name: "a.txt", data: "a" },
  { name: "folder/", data: "" },
  { name: "caf\u00e9.txt", data: "b" },
]);
const zips: readonly (readonly [string, Uint8Array])[] = [
  ["an ordinary zip", plain],
  ["a zip in the large form", await written({ zip64: true })],
  ["a zip with sizes behind the files and a comment", await written({ dataDescriptor: true }, "from her old phone")],
  ["a locked zip", await written({ password: "kettle", encryptionStrength: 3 })],
  ["a zip that is locked as of old", await written({ password: "kettle", zipCrypto: true })],
  ["a zip of nothing", rawZip([])],
  ["two zips joined", Buffer.concat([plain, plain])],
  ["a zip behind words", Buffer.concat([said("words ".repeat(20)), plain])],
  ["a zip of the large form behind words", Buffer.concat([said("words ".repeat(20)), await written({ zip64: true })])],
  ["a zip before words", Buffer.concat([plain, said("words")])],
];

test.each(zips)("of %s the same files are listed as by zip.js", async (_, zip) => {
  expect(await toldHere(zip)).toEqual(await toldByZipJs(zip));
});

test("of zips with bytes changed, cut out, doubled or put in the same files are listed, and the same is said of the rest", async () => {
  const change = fc.record({
    zip: fc.constantFrom(...zips.map(([, zip]) => zip)),
    // Where the directory and its ends are, most of the time.
    fromEnd: fc.oneof({ weight: 4, arbitrary: fc.nat(260) }, { weight: 1, arbitrary: fc.nat(900) }),
    kind: fc.constantFrom("set", "cut", "put", "cut-end", "cut-start"),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      fc.constantFrom(
        Uint8Array.of(0xff, 0xff, 0xff, 0xff),
        Uint8Array.of(0, 0),
        Uint8Array.of(0x50, 0x4b, 5, 6),
        Uint8Array.of(0x50, 0x4b, 1, 2),
      ),
    ),
  });
  let listed = 0;
  await fc.assert(
    fc.asyncProperty(change, fc.option(change), async (first, second) => {
      let zip = changed(first.zip, first);
      if (second) zip = changed(zip, second);
      const told = await toldHere(zip);
      expect(told).toEqual(await toldByZipJs(zip));
      listed += told.members.length;
    }),
    { seed: 450, numRuns: 4000 },
  );
  // Not only the same failures.
  expect(listed).toBeGreaterThan(4000);
});

interface Change {
  readonly fromEnd: number;
  readonly kind: string;
  readonly bytes: Uint8Array;
}

function changed(zip: Uint8Array, { fromEnd, kind, bytes }: Change): Uint8Array {
  const at = Math.max(0, zip.length - fromEnd);
  if (kind === "cut-end") return zip.subarray(0, at);
  if (kind === "cut-start") return zip.subarray(Math.min(fromEnd, zip.length));
  const from = kind === "put" ? at : at + bytes.length;
  return Buffer.concat([zip.subarray(0, at), kind === "cut" ? new Uint8Array(0) : bytes, zip.subarray(from)]);
}
