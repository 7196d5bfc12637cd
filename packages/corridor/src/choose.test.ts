import { createHash } from "node:crypto";
import type { ActId, Source } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { choir, choose, chosen, file, group, imported, noPerhaps, picture, texts } from "../../../fixtures/choices.ts";
import { sourceOf } from "../../../fixtures/importers/fixture.ts";
import { everythingIn, expectHolds, packOf } from "../../../fixtures/packs-of-choices.ts";
import { storedZip } from "../../../fixtures/sample-case/stored-zip.ts";

async function textOf({ size, read }: Source): Promise<string> {
  return new TextDecoder().decode(await read(0, size));
}

describe("what she leaves out", () => {
  test("a friend in the group is nowhere in the pack: no name, no number, no word, no line of the app about her", async () => {
    const choice = await chosen(["Kim Doyle"]);
    expect(choice.told).toEqual({ acts: { file: 0, person: 3, time: 0, act: 0 }, people: 1, times: [] });
    const files = await packOf(choice, [group, texts]);
    const all = everythingIn(files);
    for (const canary of ["Kim", "kim", "7700900777", "plum tree", "two lines", "quince", "added Jo"])
      expect(all, canary).not.toContain(canary);
    expect(all).toContain("hazel gate");
    expect(all).toContain("3 acts were left out by choice: 3 by or to 1 person");
    await expectHolds(files, { agrees: 9, notCompared: 3 });
  });

  test("a day is gone, and the days that are left are read in the order that only that day showed", async () => {
    const choice = await chosen(["2026-03-25..2026-03-25"]);
    const files = await packOf(choice, [group, texts]);
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

  test("what somebody wrote between her texts as a comment goes only where the whole file goes", async () => {
    const words = new TextDecoder().decode(await texts.read(0, texts.size));
    const noted = file(
      texts.name,
      words.replace('<smses count="3">', "$&<!--the cellar key-->").replace(/\n {2}<sms (?=[^>]*type="2")/, "\n  <!-- the attic key -->$&"),
    );
    const files = await packOf(await chosen(["Kim Doyle"], [group, noted]), [group, noted]);
    const all = everythingIn(files);
    expect(all).toContain("hazel gate");
    expect(all).not.toMatch(/(?:cellar|attic) key/);
    await expectHolds(files, { agrees: 9, notCompared: 3 });
    expect(everythingIn(await packOf(await chosen([group.name], [group, noted]), [group, noted]))).toMatch(/cellar key[^]*attic key/);
  });

  test("a whole file stays behind as a hash, with its name and what only it holds", async () => {
    const files = await packOf(await chosen([texts.name]), [group, texts]);
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

  test.each(["Kím Doyle", "Kim  D\u00f6yle", "Doyle, Kim", "ＫＩＭ_DOYLE"])(
    "she is out of what is stated in whatever way the statement spells her: %s",
    async (spelling) => {
      const agreed = [{ says: "the choir’s lift home", person: spelling }];
      const choice = await chosen(["Kim Doyle"], undefined, { perhaps: [spelling, "somebody else"], agreed });
      const stated = Buffer.from((await packOf(choice, [group, texts])).get("data/statement.json") ?? expect.fail()).toString("utf8");
      expect(JSON.parse(stated)).toMatchObject({ perhaps: ["somebody else"] });
      expect(stated).not.toContain("lift home");
    },
  );

  test("somebody else whose name has hers in it is never taken out in silence: it is said where it stands", async () => {
    const mother = "Kim Doyle’s mother";
    expect(await choose(["Kim Doyle"], undefined, { perhaps: [mother] })).toMatchObject({
      error: expect.stringContaining(": perhaps 1 holds the name"),
    });
    const agreed = [{ says: "lifts", person: mother }];
    expect(await choose(["Kim Doyle"], undefined, { ...noPerhaps, agreed })).toMatchObject({
      error: expect.stringContaining(": agreed 1, person holds"),
    });
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

  test("a file is found by its own name, and a folder with all in it; of a name that is nowhere the files are told", async () => {
    const other = { ...texts, name: "phone/texts/sms.xml" };
    const held = async (written: string) =>
      (await chosen([written], [group, other])).files.flatMap(({ name, withheld }) => (withheld ? [name] : []));
    expect(await held("sms.xml")).toEqual([other.name]);
    expect(await held("phone/")).toEqual([other.name]);
    expect(await held("phone/texts")).toEqual([other.name]);
    const none = await choose(["nowhere.xml"], [group, other]);
    expect(none.ok ? "" : none.error).toMatch(/The files: WhatsApp Chat with Choir\.txt; phone\/texts\/sms\.xml\.$/);
    const two = await choose(["sms.xml"], [group, other, { ...texts, name: "old/sms.xml" }]);
    expect(two.ok ? "" : two.error).toMatch(/2 files have that name/);
  });

  test("messages of a file that is left out, and that another export holds too, are counted because they go", async () => {
    const again = file("WhatsApp Chat with Choir 2.txt", `${await textOf(group)}3/26/26, 12:00 - Sam Okafor: once more\n`);
    expect((await chosen([group.name], [group, again])).heldTwice).toBe(9);
    expect((await chosen([texts.name])).heldTwice).toBe(0);
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

const sms = file(
  "sms.xml",
  `<?xml version='1.0' encoding='UTF-8'?>
<smses count="2">
  <sms address="+447700900123" date="1772359200000" type="1" body="Zo&#235; Doyle&#10;told me, 07700 900777" contact_name="Sam Okafor" />
  <sms address="+447700900777" date="1772359260000" type="1" body="quince jam for you" contact_name="Zo&#xEB; Doyle" />
</smses>
`,
);
const meta = file(
  "message_1.json",
  `{"participants": [{"name": "Sam Okafor"}, {"name": "Zo\\u00c3\\u00ab Doyle"}, {"name": "Maya"}], "messages": [` +
    `{"sender_name": "Sam Okafor", "timestamp_ms": 1772359200000, "content": "Zo\\u00c3\\u00ab Doyle knows your street"},` +
    `{"sender_name": "Zo\\u00c3\\u00ab Doyle", "timestamp_ms": 1772359300000, "content": "leave it"}], "title": "Walks", "thread_path": "inbox/zoedoyle_1"}`,
);
const telegram = file(
  "result.json",
  `{"name": "Choir", "type": "private_group", "id": 5, "messages": [` +
    `{"id": 1, "type": "message", "date": "2026-03-01T10:00:00", "date_unixtime": "1772359200", "from": "Sam Okafor", "from_id": "user1234567", "text": "hello Zo\\u00eb Doyle"},` +
    `{"id": 2, "type": "message", "date": "2026-03-01T10:01:00", "date_unixtime": "1772359260", "from": "Zoë Doyle", "from_id": "user7654321", "text": "no"}]}`,
);
const table = file("gate.csv", 'When,Who,What\r\n2026-03-04 08:00,Sam Okafor,"stood, with Zoë Doyle, at the gate"\r\n');
const columns = file(
  "gate.csv.columns.json",
  JSON.stringify({
    format: "unmask-columns-1",
    zone: "local",
    columns: { when: "When", who: "Who", what: "What" },
    fixed: { kind: "visit", channel: "in-person" },
  }),
);
const everyKind = [choir, picture, sms, meta, telegram, table, columns];

describe("a table that stays behind takes its column list with it", () => {
  const listOf = (name: string, more: object = {}): Source =>
    file(
      `${name}.columns.json`,
      JSON.stringify({
        format: "unmask-columns-1",
        zone: "local",
        columns: { when: "When", what: "What" },
        fixed: { kind: "visit", channel: "in-person", ...more },
      }),
    );
  const rows = (name: string, what: string): Source => file(name, `When,What\r\n2026-03-04 08:00,${what}\r\n`);
  const refuge = rows("Refuge Elm House.csv", "at the gate");

  test("where she leaves out the table by its name, that name is nowhere, even if another table has the same list", async () => {
    for (const more of [[], [rows("gate.csv", "at the fence"), listOf("gate.csv")]]) {
      const sources = [group, texts, refuge, listOf(refuge.name), ...more];
      const choice = await chosen([refuge.name], sources);
      const all = everythingIn(await packOf(choice, sources));
      expect(all).not.toMatch(/Elm House/);
      expect(all.includes("at the fence")).toBe(more.length > 0);
    }
  });

  test("where nothing of the table goes because of whom its list names, in a zip too", async () => {
    const calls = [rows("calls.csv", "rang twice"), listOf("calls.csv", { from: "Kim Doyle" })];
    const sources = [group, texts, ...calls];
    const choice = await chosen(["Kim Doyle"], sources);
    expect(choice.files.flatMap(({ name, withheld }) => (withheld ? [name] : []))).toEqual(calls.map(({ name }) => name));
    expect(everythingIn(await packOf(choice, sources))).not.toMatch(/Kim Doyle|calls\.csv/);
    const members = await Promise.all([...calls, group].map(async (one) => ({ name: one.name, bytes: await one.read(0, one.size) })));
    const zipped = [texts, sourceOf("all.zip", storedZip(members))];
    expect(everythingIn(await packOf(await chosen(["Kim Doyle"], zipped), zipped))).not.toMatch(/Kim Doyle|calls\.csv/);
  });
});

describe("the name of somebody else is covered in what goes", () => {
  const redact = ["Zoë Doyle"];
  const spellings = /zo(?:e|ë|e\u0308|&#235;|&#xeb;|\\u00eb|\\u00c3\\u00ab|Ã«)[ _]*doyle|zoedoyle|7700[ ]?900777|user7654321/iu;

  test("in every kind of file: she is nowhere in the pack, no act is missing, and it agrees with what went", async () => {
    const whole = await imported(everyKind);
    const choice = await chosen([], everyKind, { ...noPerhaps, redact });
    expect(choice.goes.timeline.acts).toHaveLength(whole.timeline.acts.length);
    expect(choice.told.redacted).toEqual({ names: 1, acts: 13 });
    const files = await packOf(choice, everyKind);
    const all = everythingIn(files);
    expect(
      everythingIn(new Map(await Promise.all(everyKind.map(async ({ name, size, read }) => [name, await read(0, size)] as const)))),
    ).toMatch(spellings);
    expect(all).not.toMatch(spellings);
    for (const words of [
      "*1* ***** where I was",
      "IMG-*1§******.jpg",
      "plum tree",
      "quince jam",
      "1 name of another person is covered by choice, in 13 acts",
    ])
      expect(all, words).toContain(words);
    expect(new TextDecoder().decode(files.get("data/VERIFY.md")).replace(/\s+/g, " ")).toContain(
      "in which a part is written over, or signs like `*1*` stand over the names of other people",
    );
    for (const paper of ["data/report.pdf", "data/chronology.pdf"])
      expect(everythingIn(new Map([[paper, files.get(paper) ?? new Uint8Array()]])), paper).toContain(
        "covered by choice, in 13 acts: *1* stands there",
      );
    await expectHolds(files, { agrees: whole.timeline.acts.length, notCompared: 0 });
  });

  test("each copy is as long as its original, every act stands where it stood, and nothing but the name is another", async () => {
    const choice = await chosen([], everyKind, { ...noPerhaps, redact });
    for (const { source, size, copy, name } of choice.files) {
      const original = everyKind[choice.files.findIndex((one) => one.name === name)] ?? expect.fail();
      expect(source.size).toBe(size);
      const [before, after] = [Buffer.from(await original.read(0, size)), Buffer.from(await source.read(0, size))];
      for (const [start, end] of copy?.redacted ?? []) {
        before.fill(0, start, end);
        after.fill(0, start, end);
      }
      expect(after.equals(before), name).toBe(true);
    }
    expect(choice.files.filter(({ copy }) => copy?.redacted !== undefined)).toHaveLength(5);
    expect(choice.files.find(({ name }) => name.endsWith(".jpg"))).toMatchObject({ name: "IMG-*1§******.jpg" });
    const attached = choice.goes.timeline.acts.find(({ attachments }) => attachments.length > 0);
    expect(attached?.attachments[0]?.sha256).toBe(choice.files.find(({ name }) => name.endsWith(".jpg"))?.sha256);
  });

  test("of one chat exported by two phones each message is one act, covered or not", async () => {
    const lines = Buffer.from(await choir.read(0, choir.size)).toString();
    const iphone = file(
      "WhatsApp Chat - Zoë Doyle's choir/_chat.txt",
      lines.replace(/^(.{10}), (.{5}) - /gm, "[$1, $2:07] ").replaceAll("\n", "\r\n"),
    );
    const sources = [choir, picture, iphone];
    const whole = await imported(sources);
    expect(whole.timeline.acts.filter(({ sources: places }) => places.length === 2)).toHaveLength(5);
    const choice = await chosen([], sources, { ...noPerhaps, redact });
    expect(choice.goes.timeline.acts.map((act) => act.sources.length)).toEqual(whole.timeline.acts.map((act) => act.sources.length));
    await expectHolds(await packOf(choice, sources), { agrees: whole.timeline.acts.length, notCompared: 0 });
  });

  test("what she says of single acts goes with them to their ids without the name, and other acts keep theirs", async () => {
    const acts = (await imported([choir, picture])).timeline.acts;
    const idOf = (text: string, all = acts): ActId => all.find((act) => act.text?.startsWith(text))?.id ?? expect.fail();
    const stop = idOf("please stop");
    const choice = await chosen([], [choir, picture], {
      ...noPerhaps,
      redact,
      stops: [{ kind: "told to stop", act: stop }],
      marks: [{ act: idOf("the plum"), whose: "other" }],
      notThis: [{ act: idOf("ask ZOE") }],
      agreed: [
        { says: "the rota", acts: [idOf("zoë")] },
        { says: "the choir", channels: ["whatsapp"], except: [idOf("zoë")] },
      ],
    });
    const now = choice.goes.timeline.acts;
    expect(choice.statement).toMatchObject({
      stops: [{ act: idOf("please stop", now) }],
      marks: [{ act: idOf("the plum", now) }],
      notThis: [{ act: idOf("ask", now) }],
      agreed: [{ acts: [idOf("*1", now)] }, { except: [idOf("*1", now)] }],
    });
    expect(idOf("please stop", now)).not.toBe(stop);
    expect(choice.idNow(stop)).toBe(idOf("please stop", now));
    const words = everythingIn(await packOf(choice, [choir, picture]));
    for (const { id } of acts.filter(({ text }) => /zo/i.test(text ?? ""))) expect(words).not.toContain(id);
  });

  test("with a day left out as well, and of a second name, whose sign has another number", async () => {
    const choice = await chosen(["2026-03-25..2026-03-25"], [group, texts], { ...noPerhaps, redact: ["Kim Doyle", "Plum"] });
    const files = await packOf(choice, [group, texts]);
    const all = everythingIn(files);
    expect(all).not.toMatch(/kim|walnut|plum|7700900777/i);
    expect(all).toContain("1 by time (2026-03-25)");
    expect(all).toContain("2 names of other people are covered by choice");
    await expectHolds(files, { agrees: 11, notCompared: 1 });
    const again = await packOf(await chosen(["2026-03-25..2026-03-25"], [group, texts], { ...noPerhaps, redact: ["Kim Doyle", "Plum"] }), [
      group,
      texts,
    ]);
    const originals = [...files].filter(([path]) => path.startsWith("data/originals/"));
    expect(originals.length).toBe(2);
    for (const [path, bytes] of originals) expect(bytes).toEqual(again.get(path));
  });

  test("a table in UTF-16 and one in Windows-1252 are covered in their own bytes", async () => {
    const row = "2026-03-04 08:00,Sam Okafor,stood with Zoë Doyle\r\n";
    const wide = Buffer.from(`\ufeffWhen,Who,What\r\n${row}`, "utf16le");
    const narrow = Buffer.from(`When,Who,What\r\n${row}`, "latin1");
    for (const bytes of [wide, narrow]) {
      const own: Source = { name: "gate.csv", size: bytes.length, read: async (start, end) => new Uint8Array(bytes.subarray(start, end)) };
      const choice = await chosen([], [own, columns], { ...noPerhaps, redact });
      expect(choice.goes.timeline.acts[0]?.text).toBe("stood with *1§ *****");
      await expectHolds(await packOf(choice, [own, columns]), { agrees: 1, notCompared: 0 });
    }
  });

  test("of an archive the members go by themselves, under names without her", async () => {
    const zip = storedZip(await Promise.all([choir, picture].map(async ({ name, size, read }) => ({ name, bytes: await read(0, size) }))));
    const archive: Source = {
      name: "Zoë Doyle.zip",
      size: zip.length,
      read: async (start, end) => new Uint8Array(zip.subarray(start, end)),
    };
    const choice = await chosen([], [archive], { ...noPerhaps, redact });
    expect(choice.files.map(({ name, withheld }) => [name, withheld])).toEqual([
      ["*1§ *****.zip", true],
      ["WhatsApp Chat with *1§ *****'s choir.txt", false],
      ["IMG-*1§******.jpg", false],
    ]);
    const files = await packOf(choice, [archive]);
    expect(everythingIn(files)).not.toMatch(spellings);
    await expectHolds(files, { agrees: 6, notCompared: 0 });
  });

  test("pictures in an archive that no message names go by themselves, as they go from a folder", async () => {
    const members = await membersAround(["door photos/door 1.jpg", "door photos/door 2.jpg"]);
    const folder = members.map(({ name, bytes }) => sourceOf(name, bytes));
    const archive = sourceOf("my evidence.zip", storedZip(members));
    for (const wish of [{ redact }, { leaveOut: ["Zoë Doyle"] }]) {
      const { leaveOut = [], ...more } = { ...noPerhaps, ...wish };
      const [zipped, loose] = [await chosen(leaveOut, [archive], more), await chosen(leaveOut, folder, more)];
      const going = zipped.files.filter(({ withheld }) => !withheld).map(({ name }) => name);
      expect(going).toEqual(loose.files.map(({ name }) => name));
      expect(going).toContain("door photos/door 2.jpg");
      expect(zipped.unseen).toEqual(["door photos/door 1.jpg", "door photos/door 2.jpg"]);
      expect(zipped.told.members).toBeUndefined();
      await expectHolds(await packOf(zipped, [archive]), {
        agrees: going.length > 0 ? zipped.goes.timeline.acts.length : 0,
        notCompared: zipped.staysBehind.length,
      });
    }
  });

  test("what nobody reads in an archive and names her stays behind, by number in the report and by name on her screen", async () => {
    const card = { name: "contacts/all.vcf", bytes: new TextEncoder().encode("BEGIN:VCARD\nFN:Zoë Doyle\nEND:VCARD\n") };
    const members = [...(await membersAround(["door 1.jpg", "Doyle, Zoë 2.jpg"])), card];
    const archive = sourceOf("my evidence.zip", storedZip(members));
    for (const wish of [{ redact }, { leaveOut: ["Zoë Doyle"] }]) {
      const { leaveOut = [], ...more } = { ...noPerhaps, ...wish };
      const choice = await chosen(leaveOut, [archive], more);
      expect(choice.membersNaming).toEqual(["Doyle, Zoë 2.jpg", "contacts/all.vcf"]);
      expect(choice.told.members).toBe(2);
      expect(choice.files.map(({ name }) => name)).toContain("door 1.jpg");
      const files = await packOf(choice, [archive]);
      expect(everythingIn(files)).not.toMatch(/VCARD|Doyle, Zoë/);
      expect(everythingIn(files)).toContain("2 files that the program does not read stay behind");
    }
  });

  test("an archive without her name goes whole, with no byte changed", async () => {
    const zip = storedZip([{ name: "_chat.txt", bytes: new TextEncoder().encode("02/03/2026, 09:00 - Sam Okafor: please\n") }]);
    const archive = sourceOf("chat.zip", zip);
    const choice = await chosen([], [archive, choir, picture], { ...noPerhaps, redact });
    const [first] = choice.files;
    expect(first).toMatchObject({ name: "chat.zip", withheld: false });
    expect(Buffer.from((await first?.source.read(0, zip.length)) ?? []).equals(zip)).toBe(true);
  });
});

/** A chat in which Zoë writes, and files that no message names. */
async function membersAround(names: readonly string[]): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const chat = { name: "_chat.txt", bytes: await choir.read(0, choir.size) };
  return [chat, ...names.map((name) => ({ name, bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from(`picture ${name.length}`)]) }))];
}

const pictureNames = ["Zoe\u0308 Quillfeather at door.png", "Zoë_Quillfeather_2.png", "ZoëQuillfeather3.png", "Zoe Quillfeather 4.png", "Quillfeather, Zoë 5.png", "ＺＯＥ ＱＵＩＬＬＦＥＡＴＨＥＲ.png"]; // prettier-ignore
const netball = file(
  "WhatsApp Chat with Netball.txt",
  [
    "13/03/2026, 09:00 - Sam Okafor: I know where you park",
    "13/03/2026, 09:05 - Maya: leave me alone",
    "13/03/2026, 09:06 - Zoë Quillfeather: shall I come over",
    "",
  ].join("\n"),
);
const pictured = (name: string): Source => ({ ...picture, name });

test.each(pictureNames)(
  "no file goes that has the name of somebody who is left out in its own name, however it is written there: %s",
  async (name) => {
    for (const folder of ["in/", "Zoë Quillfeather's/"]) {
      const choice = await choose(["Zoë Quillfeather"], [netball, pictured(folder + name)], noPerhaps);
      expect(choice.ok ? "" : choice.error).toMatch(/has the name of somebody who is left out in its own name/);
    }
    const sent = `${await textOf(netball)}13/03/2026, 09:10 - Sam Okafor: ${name} (file attached)\n`;
    const members = [netball.name, name].map((one, i) => ({ name: one, bytes: Buffer.from([sent, "\u0000 not looked through"][i] ?? "") }));
    const zipped = await choose(["Zoë Quillfeather"], [sourceOf("in/all.zip", storedZip(members))], noPerhaps);
    expect(zipped.ok ? "" : zipped.error).toMatch(/has the name of somebody who is left out in its own name/);
  },
);

test("a chat with Hannah goes where Ann is left out, and she is told of the longer word", async () => {
  const lines =
    "13/03/2026, 09:00 - Sam Okafor: I know where you park\n13/03/2026, 09:05 - Maya: no\n13/03/2026, 09:06 - Ann: shall I come over\n";
  const chat = file("WhatsApp Chat with Hannah.txt", lines);
  for (const [files, name] of [
    [[chat], chat.name],
    [[sourceOf("all.zip", storedZip([{ name: chat.name, bytes: Buffer.from(lines) }]))], chat.name],
  ] as const) {
    const choice = await chosen(["Ann"], files, noPerhaps);
    expect(choice.nearlyNamed).toEqual([name]);
    expect(choice.goes.timeline.acts.map(({ text }) => text)).toEqual(["I know where you park", "no"]);
  }
  const own = await choose(["Ann"], [chat, pictured("in/Ann at door.png")], noPerhaps);
  expect(own.ok ? "" : own.error).toMatch(/has the name of somebody who is left out in its own name/);
});

test.each(pictureNames)("the name of a file is covered, or it is said that it cannot be, and never left in silence: %s", async (name) => {
  const choice = await choose([], [netball, pictured(`in/${name}`)], { ...noPerhaps, redact: ["Zoë Quillfeather"] });
  if (!choice.ok) return expect(choice.error).toMatch(/in its own name, or in that of its archive, in a form that cannot be covered/);
  for (const one of choice.value.files) expect(one.name.normalize("NFKD")).not.toMatch(/quill/i);
});

test("a longer word in the name of a file, which can be another, is told", async () => {
  const choice = await chosen([], [netball, pictured("in/quillfeathers-farm.png")], { ...noPerhaps, redact: ["Quillfeather"] });
  expect(choice.nearlyNamed).toEqual(["in/quillfeathers-farm.png"]);
});

describe("what stands beside the words of an act that goes and is of somebody who is left out", () => {
  const zoe = "Zo\u00eb Quillfeather";
  const asMeta = (text: string): string =>
    text.replace(/[\u0080-\u{10ffff}]/gu, (one) => Array.from(Buffer.from(one), (byte) => `\\u00${byte.toString(16)}`).join(""));
  const thread = (reactions: readonly object[], content = "bye"): Source => {
    const participants = ["Sam Okafor", "Maya", zoe, "Jo Finch"].map((name) => ({ name }));
    const messages = [
      { sender_name: zoe, timestamp_ms: 1_773_392_460_000, content: "shall I come" },
      { sender_name: "Sam Okafor", timestamp_ms: 1_773_392_400_000, content, reactions },
      { sender_name: "Maya", timestamp_ms: 1_773_392_300_000, content: "leave me alone" },
    ];
    const document = { participants, messages, title: "Netball", thread_path: "inbox/netball_1" };
    return file("messages/inbox/netball_1/message_1.json", asMeta(JSON.stringify(document)));
  };
  const club = (more: readonly object[]): Source => {
    const date = (minute: number) => ({ date: `2026-03-13T08:0${minute}:00`, date_unixtime: String(1_773_388_800 + minute * 60) });
    const message = (minute: number, from: string, from_id: string, text: string, also: object = {}) => ({
      id: minute,
      type: "message",
      ...date(minute),
      from,
      from_id,
      text,
      ...also,
    });
    const messages = [
      message(1, "Maya", "user1", "please stop"),
      message(2, zoe, "user99", "shall I come"),
      ...more.map((also, i) => message(3 + i, "Sam Okafor", "user2", `outside your house ${i}`, also)),
    ];
    return file("result.json", JSON.stringify({ name: "Club", type: "private_group", id: 77, messages }));
  };
  const diary = (...rows: readonly string[]): readonly Source[] => [
    file("diary.csv", ["date,who,whom,what,note", ...rows, `2026-03-13 08:05,${zoe},Maya,shall I come,`, ""].join("\n")),
    file(
      "diary.csv.columns.json",
      JSON.stringify({
        ...{ format: "unmask-columns-1", zone: "local", kinds: {}, fixed: { channel: "sms", kind: "message" } },
        columns: { when: "date", who: "who", to: "whom", what: "what" },
      }),
    ),
  ];
  const gone = async (sources: readonly Source[], acts: number): Promise<string> => {
    const choice = await chosen([zoe], sources, noPerhaps);
    const files = await packOf(choice, sources);
    const all = everythingIn(files);
    expect(all).not.toMatch(/quillfeather|user99/iu);
    expect([choice.naming, choice.namedOutside]).toEqual([[], []]);
    await expectHolds(files, { agrees: acts, notCompared: choice.staysBehind.length });
    return all;
  };

  test("her reaction in Messenger is written over, with a time or without, and that of somebody else stays", async () => {
    const reactions = [
      { reaction: "x", actor: zoe },
      { reaction: "x", actor: zoe, timestamp: 1_773_392_410 },
      { reaction: "y", actor: "Jo Finch" },
      { reaction: "y", actor: "Zoe  Quillfeather" },
    ];
    const all = await gone([thread(reactions)], 2);
    expect(all).toMatch(/"reactions":\[\{\} *,\{\} *,\{"reaction":"y","actor":"Jo Finch"\},\{\} *\]/);
  });

  test("whom a message in Telegram was passed on from is written over, by name or by number alone, and it is still passed on", async () => {
    const forwards = [
      { forwarded_from: zoe, forwarded_from_id: "user99" },
      { forwarded_from: null, forwarded_from_id: "user99" },
      { forwarded_from: "Jo Finch", forwarded_from_id: "user7" },
      { reactions: [{ type: "emoji", count: 1, emoji: "x", recent: [{ from: zoe, from_id: "user99" }] }] },
    ];
    const all = await gone([club(forwards)], 5);
    expect(all).toContain(`"forwarded_from":"${"x".repeat(17)}","forwarded_from_id":"xxxxxx"`);
    expect(all).toContain('"forwarded_from":"Jo Finch","forwarded_from_id":"user7"');
    // The words are hers, and go: she is told of these two.
    expect((await chosen([zoe], [club(forwards)], noPerhaps)).passedOn).toHaveLength(2);
    expect(all.match(/"forwarded"/g)?.length).toBeGreaterThanOrEqual(3);
  });

  test("her name in a column without a meaning is written over, and what else the column says stays", async () => {
    const all = await gone(diary(`2026-03-13 08:00,Sam Okafor,Maya,outside my house,seen by ZOE QUILLFEATHER at ten`), 1);
    expect(all).toContain("outside my house,seen by xxx xxxxxxxxxxxx at ten");
  });

  test("in words of an act that goes her name stays, and she is told", async () => {
    for (const sources of [[thread([], `ask ${zoe}`)], diary(`2026-03-13 08:00,Sam Okafor,Maya,I saw ${zoe},by ${zoe}`)])
      expect((await chosen([zoe], sources, noPerhaps)).naming).toHaveLength(1);
  });
});
