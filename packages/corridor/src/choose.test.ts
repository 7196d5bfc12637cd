import { createHash, randomBytes } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { type ActId, type Instant, type Source, type StatementDocument, ok, parseZone } from "@unmask/core";
import { type ReportDocument, filesInMemory, verifyPack } from "@unmask/pack";
import { createSignerKey } from "@unmask/seal";
import { describe, expect, test } from "vitest";
import { createHasher } from "../../../fixtures/importers/fixture.ts";
import { storedZip } from "../../../fixtures/sample-case/stored-zip.ts";
import { type Chosen, chooseWhatGoes } from "./choose.ts";
import { country, importExports } from "./import-exports.ts";
import { makePack } from "./make-pack.ts";
import { makeReport } from "./make-report.ts";
import { readAgain } from "./read-again.ts";
import { stateCase } from "./state-case.ts";

const at = Date.UTC(2026, 10, 25, 12) as Instant;
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const signer = createSignerKey(random);
const zone = parseZone("Europe/London") ?? expect.fail();

function file(name: string, text: string): Source {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
}

/** Months stand before days, and only the line of the 25th of March shows it: it is one that can be left out. */
const group = file(
  "WhatsApp Chat with Choir.txt",
  [
    "3/1/26, 09:00 - Sam Okafor: good morning to all of you",
    "3/1/26, 09:05 - Maya: please stop writing to me",
    "3/2/26, 10:00 - Kim Doyle: the plum tree is in flower",
    "on two lines",
    "3/2/26, 10:01 - Sam Okafor: I know where you park",
    "3/2/26, 10:01 - Sam Okafor: yes",
    "3/2/26, 10:01 - Sam Okafor: yes",
    "3/2/26, 10:01 - Sam Okafor: yes",
    "3/3/26, 11:00 - Kim Doyle added Jo",
    "3/5/26, 13:00 - Maya: leave me alone",
    "3/25/26, 12:00 - Sam Okafor: walnut cake on the step",
    "",
  ].join("\n"),
);
const texts = file(
  "sms.xml",
  `<?xml version='1.0' encoding='UTF-8'?>
<smses count="3">
  <sms address="+447700900123" date="1772359200000" type="1" body="I saw the hazel gate open" contact_name="Sam Okafor" />
  <sms address="+447700900777" date="1772359260000" type="1" body="quince jam for you" contact_name="Kim Doyle" />
  <sms address="+447700900777" date="1772359320000" type="2" body="thank you for the quinces" contact_name="Kim Doyle" />
</smses>
`,
);
const people = { me: { label: "Maya", names: ["Maya"] }, them: { label: "Sam", names: ["Sam Okafor", "+447700900123"] } };
const said: StatementDocument = { zone: zone.name, jurisdiction: "EW", country, ...people, perhaps: ["Kim Doyle", "somebody else"] };

async function imported(sources: readonly Source[]) {
  return importExports(sources, { zone, zoneStated: true, country, at }, { createHasher });
}

async function choose(leaveOut: readonly string[], sources: readonly Source[] = [group, texts]) {
  const statement = stateCase(said);
  if (!statement.ok) return expect.fail(statement.error);
  return chooseWhatGoes(await imported(sources), leaveOut, { statement: statement.value, world: { createHasher } });
}

async function chosen(leaveOut: readonly string[], sources?: readonly Source[]): Promise<Chosen> {
  const choice = await choose(leaveOut, sources);
  return choice.ok ? choice.value : expect.fail(choice.error);
}

/** The pack, its printed papers as the data that they are set from: every word in them stands there. */
async function packOf(choice: Chosen, sources: readonly Source[] = [group, texts]): Promise<Map<string, Uint8Array>> {
  const report = makeReport(
    await imported(sources),
    { statement: choice.statement, withheld: new Set(), impact: undefined, chosen: choice },
    { at, random, tool: { version: "0", engine: "test", zones: "2025b" } },
  );
  const made = await makePack(report, choice.files, signer, {
    setReport: async ({ files }: ReportDocument) => ok(new Uint8Array(Buffer.concat(files.map(({ bytes }) => bytes)))),
    typesetter: "plain",
    random,
    createHash: (name) => {
      const hash = createHash(name);
      return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("hex") };
    },
  });
  if (!made.ok) return expect.fail(made.error);
  const files = new Map<string, Uint8Array>();
  for await (const { path, chunks } of made.value.pack().entries) {
    const pieces: Uint8Array[] = [];
    for await (const piece of chunks()) pieces.push(piece.slice());
    files.set(path, Buffer.concat(pieces));
  }
  return files;
}

function everythingIn(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files].map(([path, bytes]) => (path.endsWith(".gz") ? gunzipSync(bytes) : Buffer.from(bytes)).toString("utf8")).join("\n");
}

async function expectHolds(files: Map<string, Uint8Array>, acts: { readonly agrees: number; readonly notCompared: number }): Promise<void> {
  const createPackHash = (name: string) => {
    const hash = createHash(name);
    return { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest("hex") };
  };
  const check = await verifyPack(filesInMemory(files), { createHash: createPackHash, trustedSigners: [signer], trustedTsa: [] });
  expect(check.items.filter(({ verdict }) => verdict !== "valid" && verdict !== "no-time")).toEqual([]);
  const again = await readAgain(filesInMemory(files), { createHasher });
  expect(again).toMatchObject({ ok: true, value: { outcome: "agrees", acts: { ...acts, differing: 0 }, findings: { differing: 0 } } });
}

describe("what she leaves out", () => {
  test("a friend in the group is nowhere in the pack: no name, no number, no word, no line of the app about her", async () => {
    const choice = await chosen(["Kim Doyle"]);
    expect(choice.told).toEqual({ acts: { file: 0, person: 3, time: 0, act: 0 }, people: 1, times: [] });
    const files = await packOf(choice);
    const all = everythingIn(files);
    for (const canary of ["Kim", "kim", "7700900777", "plum tree", "two lines", "quince", "added Jo"])
      expect(all, canary).not.toContain(canary);
    expect(all).toContain("hazel gate");
    expect(all).toContain("3 acts were left out by choice: 3 by or to 1 person");
    await expectHolds(files, { agrees: 9, notCompared: 3 });
  });

  test("a day is gone, and the days that are left are read in the order that only that day showed", async () => {
    const choice = await chosen(["2026-03-25..2026-03-25"]);
    const files = await packOf(choice);
    const all = everythingIn(files);
    expect(all).not.toContain("walnut cake");
    expect(all).not.toContain("3/25/26");
    expect(choice.files.find(({ name }) => name === group.name)?.copy).toMatchObject({ importer: "whatsapp", dateOrder: "mdy" });
    expect(all).toContain("2026-03-05T13:00:00.000Z");
    expect(all).toContain("1 by time (2026-03-25)");
    await expectHolds(files, { agrees: 11, notCompared: 1 });
  });

  test("the second of three equal lines is gone, and the third is still the third", async () => {
    const acts = (await imported([group])).timeline.acts.filter(({ text }) => text === "yes");
    const second = acts[1]?.id ?? expect.fail();
    const choice = await chosen([second], [group]);
    expect(choice.goes.timeline.acts.filter(({ text }) => text === "yes").map(({ id }) => id)).toEqual([acts[0]?.id, acts[2]?.id]);
    const files = await packOf(choice, [group]);
    expect(everythingIn(files)).not.toContain(second);
    await expectHolds(files, { agrees: 8, notCompared: 1 });
  });

  test("a whole file stays behind as a hash, with its name and what only it holds", async () => {
    const files = await packOf(await chosen([texts.name]));
    const all = everythingIn(files);
    for (const canary of ["sms.xml", "hazel gate", "quince"]) expect(all, canary).not.toContain(canary);
    expect(all).toContain(
      createHash("sha256")
        .update(await texts.read(0, texts.size))
        .digest("hex"),
    );
    await expectHolds(files, { agrees: 9, notCompared: 3 });
  });

  test("somebody named by a name is left out under the number too that a file shows beside it", async () => {
    const calls = file("calls.xml", `<calls count="1"><call number="+447700900777" duration="31" date="1772359400000" type="1" /></calls>`);
    const choice = await chosen(["Kim Doyle"], [group, texts, calls]);
    expect(choice.told.acts.person).toBe(4);
    expect(choice.files.find(({ name }) => name === calls.name)).toMatchObject({ withheld: true });
  });

  test("her name is written over in the frame of a chat that she did not write in, and the chat is read as before", async () => {
    const messages = `"messages": [{"sender_name": "Sam Okafor", "timestamp_ms": 1772359200000, "content": "I know your street"}]`;
    const list = `"participants": [{"name": "Sam Okafor"}, {"name": "Kim Doyle"}, {"name": "Maya"}]`;
    const chat = file("message_1.json", `{${list}, ${messages}, "title": "Walks", "thread_path": "inbox/walks_1"}`);
    const choice = await chosen(["Kim Doyle"], [group, chat]);
    const copy = choice.files.find(({ name }) => name === chat.name) ?? expect.fail();
    expect(Buffer.from(await copy.source.read(0, copy.size)).toString()).toContain('{"name": "xxxxxxxxx"}');
    const files = await packOf(choice, [group, chat]);
    expect(everythingIn(files)).not.toMatch(/kim doyle/i);
    await expectHolds(files, { agrees: 9, notCompared: 1 });
  });

  test("of an archive the members go by themselves, with the pictures of what goes and without those of what stays", async () => {
    const lines = [
      "01/03/2026, 09:00 - Sam Okafor: IMG-1.jpg (file attached)",
      "02/03/2026, 09:00 - Maya: please stop",
      "30/03/2026, 09:00 - Sam Okafor: IMG-2.jpg (file attached)",
      "",
    ];
    const [one, two] = ["the first picture", "the second picture"].map((text) => new TextEncoder().encode(text));
    const zip = storedZip([
      { name: "_chat.txt", bytes: new TextEncoder().encode(lines.join("\n")) },
      { name: "IMG-1.jpg", bytes: one ?? new Uint8Array() },
      { name: "IMG-2.jpg", bytes: two ?? new Uint8Array() },
    ]);
    const archive: Source = { name: "chat.zip", size: zip.length, read: async (start, end) => new Uint8Array(zip.subarray(start, end)) };
    const choice = await chosen(["2026-03-30..2026-03-31"], [archive]);
    expect(choice.files.map(({ name, withheld }) => [name, withheld])).toEqual([
      ["chat.zip", true],
      ["_chat.txt", false],
      ["IMG-1.jpg", false],
    ]);
    const files = await packOf(choice, [archive]);
    const all = everythingIn(files);
    for (const canary of ["IMG-2", "the second picture", "30/03/2026"]) expect(all, canary).not.toContain(canary);
    expect(all).toContain("the first picture");
    await expectHolds(files, { agrees: 2, notCompared: 1 });
  });

  test("a copy is as long as its original, and every act of it stands where it stood", async () => {
    const copy = (await chosen(["Kim Doyle"])).files.find(({ name }) => name === group.name) ?? expect.fail();
    const bytes = Buffer.from(await copy.source.read(0, copy.size));
    const before = Buffer.from(await group.read(0, group.size));
    expect(bytes.length).toBe(before.length);
    let at = 0;
    for (const [start, end] of [...(copy.copy?.leftOut ?? []), [before.length, before.length]] as const) {
      expect(bytes.subarray(at, start)).toEqual(before.subarray(at, start));
      expect(bytes.subarray(start, end).toString("latin1")).toMatch(/^[\0\n]*$/);
      at = end;
    }
  });
});

describe("what cannot be left out is said, with what to do", () => {
  test.each([
    ["Nobody Here", /no file of that name was handed over, and no act/],
    ["2026-03-09..2026-03-02", /two days that exist, or two minutes, the earlier first/],
    ["2026-02-30..2026-03-02", /two days that exist/],
    ["2026-02-31T10:00..2026-03-02", /two days that exist, or two minutes/],
    ["2026-03-01T25:61..2026-03-02", /two days that exist, or two minutes/],
    ["2026-03-29T01:30..2026-03-29T09:00", /no clock in Europe\/London showed one of these minutes/],
    [
      "2026-03-28..2026-03-29T01:00",
      /no clock in Europe\/London showed one of these minutes.* Write one that the clock showed, or the day alone/,
    ],
    [`whatsapp-${"0".repeat(32)}-1` as ActId, /no act in these files has this id/],
    ["Sam Okafor", /the report is about this person/],
    ["Maya", /the report is about this person/],
    ["2020-01-01..2030-01-01", /nothing would be left to send/],
  ])("%s", async (written, says) => {
    const choice = await choose([written]);
    expect(choice.ok ? "" : choice.error).toMatch(says);
  });

  test("a file that has her name in its own", async () => {
    const named = file(
      "Kim Doyle and all.xml",
      `<calls count="1"><call number="07700 900123" duration="0" date="1772359400000" type="3" /></calls>`,
    );
    const choice = await choose(["Kim Doyle"], [group, named]);
    expect(choice.ok ? "" : choice.error).toMatch(/has the name of somebody who is left out in its own name/);
  });

  test("a mail in a file of its own that is written to two people stays behind whole, for it cannot go in part", async () => {
    const mail = file(
      "saved.eml",
      "From: sam@example.org\nTo: maya@example.org\nCc: kim@example.org\nDate: Mon, 2 Mar 2026 09:00:00 +0000\n\nThe elder bush.\n",
    );
    const choice = await chosen(["kim@example.org"], [group, mail]);
    expect(choice.files.find(({ name }) => name === mail.name)).toMatchObject({ withheld: true });
    expect(everythingIn(await packOf(choice, [group, mail]))).not.toMatch(/elder bush|kim@example/);
  });
});
