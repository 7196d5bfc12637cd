import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { rawZip } from "../../fixtures/importers/raw-zip.ts";
import { expectCutsChangeNothing, handIn, known, timelineOf } from "./hand-in.ts";

/** What people really hand in: the download as it came, wrapped, unpacked, both, or torn. */

const said = { zone: "Europe/London" };
const chat = "01/02/2025, 10:00 - Sam: hi\n01/02/2025, 10:01 - Jo: IMG-1.jpg (file attached)\n01/02/2025, 10:02 - Sam: bye\n";
const sms = '<smses count="1"><sms address="+447700900123" date="1741860000000" type="1" body="text"/></smses>';
const mbox =
  "From sam@example.com Thu Mar 13 09:00:00 2025\nFrom: sam@example.com\nTo: jo@example.org\nDate: Thu, 13 Mar 2025 09:00:00 +0000\nSubject: s\n\nmail\n";
const phone = [
  { name: "chats/WhatsApp Chat with Sam.txt", data: known(chat) },
  { name: "chats/IMG-1.jpg", data: known("picture") },
  { name: "sms-20250313.xml", data: known(sms) },
  { name: "mail/inbox.mbox", data: known(mbox) },
  { name: "notes.bin", data: known(Uint8Array.of(0, 1, 2, 3, 255)) },
];
const texts = ["bye", "hi", "mail", "null", "text"];
const nested = (depth: number): Uint8Array =>
  depth === 0 ? rawZip(phone) : rawZip([{ name: `level-${depth}.zip`, data: known(nested(depth - 1)), method: 0 }]);

test.each([0, 1, 2, 3])("a phone's worth of files, wrapped in %i more archives, is read whole", async (depth) => {
  const { acts, kept, reasons, readers } = await handIn({ "phone.zip": nested(depth) }, said);
  expect(reasons).toEqual([]);
  expect([...readers].sort()).toEqual(["mbox", "sms-backup-restore", "whatsapp"]);
  expect(acts.map((act) => String(act.text)).sort()).toEqual(texts);
  expect(acts.find((act) => act.attachments.length > 0)?.attachments[0]?.size).toBe(7);
  expect(kept).toEqual(["notes.bin"]);
  expect(acts[0]?.source.within).toHaveLength(depth + 1);
});

test("twenty archives in each other end with a reason, not with patience", async () => {
  const { acts, reasons } = await handIn({ "phone.zip": nested(20) }, said);
  expect(acts).toEqual([]);
  expect(reasons.length).toBeGreaterThan(0);
});

test("the archive beside what was unpacked from it adds nothing", async () => {
  const unpacked = Object.fromEntries(phone.map(({ name, data }) => [`phone/${name}`, data]));
  const once = await timelineOf(unpacked, said);
  expect(once.map((act) => String(act.text)).sort()).toEqual(texts);
  const both = await timelineOf({ ...unpacked, "phone.zip": rawZip(phone) }, said);
  expect(both.map((act) => act.id)).toEqual(once.map((act) => act.id));
  expect(both.every((act) => act.sources.length === 2)).toBe(true);
});

test("pictures of one name in two folders go to their own chats", async () => {
  const other = chat.replaceAll("01/02", "02/02");
  const zip = rawZip([
    { name: "a/WhatsApp Chat with Sam.txt", data: known(chat) },
    { name: "a/IMG-1.jpg", data: known("picture") },
    { name: "b/WhatsApp Chat with Kim.txt", data: known(other) },
    { name: "b/IMG-1.jpg", data: known("another picture") },
  ]);
  const { acts, kept } = await handIn({ "phone.zip": zip }, said);
  expect(acts.flatMap((act) => act.attachments.map((one) => one.size))).toEqual([7, 15]);
  expect(kept).toEqual([]);
});

describe("an archive that is not what it says", () => {
  test.each([
    ["a checksum that is wrong", { crc: 1 }],
    ["a size that is too large", { size: chat.length + 100 }],
    ["a size that is too small, which is where reading ends", { size: 56 }],
  ])("%s: what can be read is, and it is told", async (_, claims) => {
    const { acts, reasons, readings } = await handIn(
      {
        "phone.zip": rawZip([
          { name: "WhatsApp Chat with Sam.txt", data: chat, claims },
          { name: "sms.xml", data: known(sms) },
        ]),
      },
      said,
    );
    expect(reasons.length).toBeGreaterThan(0);
    expect(acts.map((act) => act.text)).toContain("text");
    expect(acts.map((act) => act.text)).toContain("hi");
    expect(readings.length).toBeGreaterThan(2);
  });

  test("a member that is locked, or packed in a way nobody knows, is told; its neighbours are read", async () => {
    for (const odd of [{ claims: { flags: 1 } }, { method: 99 }]) {
      const { acts, reasons } = await handIn(
        {
          "phone.zip": rawZip([
            { name: "WhatsApp Chat with Sam.txt", data: chat, ...odd },
            { name: "sms.xml", data: known(sms) },
          ]),
        },
        said,
      );
      expect(acts.map((act) => act.text)).toEqual(["text"]);
      expect(reasons).toHaveLength(1);
    }
  });

  test("a member that is torn in the middle is read to its last good byte", async () => {
    const long = Array.from(
      { length: 3000 },
      (_, i) => `01/02/2025, 10:${String(10 + Math.floor(i / 100))} - Sam: line ${i * 7919}\n`,
    ).join("");
    const packed = deflateRawSync(Buffer.from(long));
    const torn = rawZip([
      {
        name: "WhatsApp Chat with Sam.txt",
        data: long,
        packed: packed.subarray(0, packed.length / 2),
        claims: { compressedSize: packed.length / 2 },
      },
      { name: "sms.xml", data: known(sms) },
    ]);
    const { acts, reasons } = await handIn({ "phone.zip": torn }, said);
    expect(acts.length).toBeGreaterThan(500);
    expect(acts.map((act) => act.text)).toContain("text");
    expect(reasons.length).toBeGreaterThan(0);
  });

  test("a file that is named as an archive and is none is kept or told, never lost", async () => {
    const { readings } = await handIn({ "phone.zip": "no archive at all", "empty.zip": "", "chat.txt": chat }, said);
    expect(readings.length).toBe(3 + 2);
  });
});

test("reads cut anywhere give the same through two archives", async () => {
  await expectCutsChangeNothing({ "phone.zip": nested(1) }, said);
});

test("empty files and unknown files are kept, whole, each once", async () => {
  const { kept, acts } = await handIn(
    { "f/empty.txt": "", "f/x.bin": Uint8Array.of(1, 2, 3), "f/readme.txt": "Hello\nworld\n", "f/chat.txt": chat },
    said,
  );
  expect([...kept].sort()).toEqual(["f/empty.txt", "f/readme.txt", "f/x.bin"]);
  expect(acts).toHaveLength(3);
});
