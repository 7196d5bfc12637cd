import { type Act, type Source, createNameRedactor } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fixture, listFixtures, optionsOf, readingsOf, sourceOf, sourcesOf, stepsOf } from "../../../fixtures/importers/fixture.ts";
import { type ImportStep, fileHoldsName, importers, makeCopy, readsAsBefore, textsOf } from "./index.ts";

/**
 * Names of other people are covered in the bytes of every kind of file whose `spelling` is known: proven with any word of the samples as a name, and
 * with a name at any place of messages that are made up. Words of the samples that cannot be covered: the format's and the app's own, such as the
 * importer knows the record by or adds, and what a file has in two pieces.
 */
const cannot: Readonly<Record<string, readonly string[]>> = {
  "csv/bank-transfers": ["Amount", "GBP"],
  "csv/doorbell-events": ["motion", "bell", "live view"],
  "journal/weeks": ["with"],
  "meta-account/facebook": ["Log"],
  "meta-account/instagram": ["Logged out"],
  "sms-backup-restore/damaged": ["name"],
  "telegram/of-2020": ["from"],
  "telegram/of-2021-shifted": ["see https"],
  "telegram/single-chat": ["Location", "Live location"],
  "telegram/keys-sorted": ["Are you"], // "you are" stands there too: the parts the other way round
  "telegram/torn": ["Never look"],
  "telegram/without-fields": ["date"],
  "whatsapp/android": ["https", "google"],
  "whatsapp/group": ["WhatsApp"],
  "whatsapp/iphone": ["Location", "com", "attached"],
  "whatsapp/odd-bytes": ["caf"], // a byte behind it is no text
};

const covered = listFixtures().filter(({ importer }) => importers.find(({ id }) => id === importer)?.spelling !== undefined);

test("the names in a mail cannot be covered, those in every other kind can", () => {
  expect(importers.filter(({ spelling }) => spelling === undefined).map(({ id }) => id)).toEqual(["mbox", "email"]);
});

test.each(covered.map((fixture) => [`${fixture.importer}/${fixture.name}`, fixture] as const))(
  "%s: whatever word is a name, it is nowhere in the copy, and the rest is read as before",
  async (name, fixture) => {
    const refused: string[] = [];
    const sources = sourcesOf(fixture).filter((source) => !source.name.endsWith(".zip"));
    const steps = await stepsOf(sources, optionsOf(fixture, importers));
    const acts = actsIn(steps);
    for (const word of wordsIn(acts)) if (!(await isCovered(word, { sources, fixture, steps, acts }))) refused.push(word);
    expect(refused).toEqual(cannot[name] ?? []);
  },
);

async function actsOf(sources: readonly Source[], fixture: Fixture): Promise<readonly Act[]> {
  return actsIn(await stepsOf(sources, optionsOf(fixture, importers)));
}

function actsIn(steps: readonly ImportStep[]): readonly Act[] {
  return readingsOf(steps).flatMap((one) => ("act" in one ? [one.act] : []));
}

/** At most so many words of a sample, from all over it. */
const mostWords = 12;

function wordsIn(acts: readonly Act[]): readonly string[] {
  const words = [
    ...new Set(
      acts
        .flatMap(({ text, subject, from }) => [text ?? "", subject ?? "", from.wrote, from.name ?? ""])
        .flatMap((text) => text.match(/\p{L}[\p{L}\p{M}]{2,}(?: \p{L}{3,})?/gu) ?? []),
    ),
  ];
  const step = Math.max(1, Math.ceil(words.length / mostWords));
  return words.filter((_, i) => i % step === 0);
}

interface Sample {
  readonly sources: readonly Source[];
  readonly fixture: Fixture;
  readonly steps: readonly ImportStep[];
  readonly acts: readonly Act[];
}

/** Covers a word in each file of a sample that its importer reads. False where it is said that it cannot be. */
async function isCovered(word: string, { sources, fixture, steps, acts }: Sample): Promise<boolean> {
  const redactor = createNameRedactor([[word]]);
  const copies = new Map<Source, { readonly original: Act["source"]["sha256"]; readonly importer: string }>();
  const present: Source[] = [];
  for (const source of sources) {
    const readings = readingsOf(steps).filter((one) => !("kept" in one) && sourceNameOf(one) === source.name);
    const read = steps.flatMap((step) => ("coverage" in step && step.coverage.source.name === source.name ? [step.coverage] : []))[0];
    const importer = importers.find(({ id }) => id === read?.importer);
    const name = redactor.redact(source.name);
    if (!read || !importer || importer.spelling === undefined) {
      present.push({ name, size: source.size, read: source.read });
      continue;
    }
    const copy = await makeCopy(source, { importer, readings, leavesOut: () => false, redactor });
    if (!copy.ok) return false;
    expect(copy.value.source.size).toBe(source.size);
    await expectOnlyNamesDiffer(source, copy.value);
    if (await fileHoldsName(copy.value.source, redactor)) return false;
    const renamed: Source = { name, size: source.size, read: (start, end) => copy.value.source.read(start, end) };
    present.push(renamed);
    copies.set(renamed, { original: read.source.sha256, importer: importer.id });
  }
  const read = actsIn(await stepsOf(present, { ...optionsOf(fixture, importers), copies }));
  if (!readsAsBefore(acts, read, { redactor })) return false;
  return !read.some((act) => textsOf(act).some((text) => redactor.holds(text)));
}

async function expectOnlyNamesDiffer(
  original: Source,
  copy: { readonly source: Source; readonly redacted: readonly (readonly [number, number])[] },
): Promise<void> {
  const [before, after] = [Buffer.from(await original.read(0, original.size)), Buffer.from(await copy.source.read(0, original.size))];
  for (const [start, end] of copy.redacted) {
    before.fill(0, start, end);
    after.fill(0, start, end);
  }
  expect(after.equals(before)).toBe(true);
}

function sourceNameOf(reading: ReturnType<typeof readingsOf>[number]): string {
  if ("act" in reading) return reading.act.source.name;
  if ("notice" in reading) return reading.notice.source.name;
  return "unread" in reading ? reading.unread.source.name : reading.kept.source.name;
}

describe("a name at any place of any message", () => {
  const redactor = createNameRedactor([["Zoë Doyle", "+447700900777"], ["李雷"], ["𝓚im 🌸"]]);
  const names = fc.constantFrom("Zoë Doyle", "zoe  doyle", "ZOË-DOYLE", "Zoe\u0308 Doyle", "07700 900777", "李雷", "𝓚im 🌸", "Kim🌸");
  const words = fc.stringMatching(/^[a-zA-Zéßж李😀&<>"'\\,;:*()/]{0,12}$/u);
  const message = fc
    .array(fc.tuple(words, names), { minLength: 1, maxLength: 4 })
    .map((parts) => `a${parts.map(([before, name]) => `${before} ${name} `).join("")}z`);
  const messages = fc.array(message, { minLength: 1, maxLength: 5 });
  const escaped = (text: string, isEach: (code: number) => boolean): string =>
    JSON.stringify(text).replace(/[^\0-\x7f]/g, (unit) =>
      isEach(unit.charCodeAt(0)) ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}` : unit,
    );
  const bytesOf = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
  const reference = (text: string): string =>
    text
      .replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
      .replace(/[^\0-\x7f]/g, (unit) => (unit.charCodeAt(0) % 2 === 0 ? `&#${unit.charCodeAt(0)};` : unit))
      // Half a pair beside a reference to the other half is no text.
      .replace(/[\ud800-\udfff]/g, (unit) => `&#${unit.charCodeAt(0)};`);
  const columns = {
    format: "unmask-columns-1",
    zone: "UTC",
    columns: { when: "When", who: "Who", what: "What" },
    fixed: { kind: "message", channel: "other" },
  };
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = (texts: readonly string[]): string =>
    ["When,Who,What", ...texts.map((text) => `2026-03-01 09:00,Sam Okafor,${cell(text)}`), ""].join("\r\n");

  const makes: Readonly<Record<string, (texts: readonly string[]) => readonly Source[]>> = {
    WhatsApp: (texts) => [
      file("WhatsApp Chat with Sam Okafor.txt", texts.map((text) => `01/03/2026, 09:00 - Sam Okafor: ${text}\n`).join("")),
    ],
    "SMS Backup & Restore": (texts) => [
      file(
        "sms.xml",
        `<smses count="1">\n${texts.map((text) => `<sms address="+447700900123" date="1772359200000" type="1" body="${reference(text)}" />\n`).join("")}</smses>\n`,
      ),
    ],
    Telegram: (texts) => [
      file(
        "result.json",
        `{"name": "Sam", "type": "personal_chat", "id": 5, "messages": [${texts
          .map(
            (text, i) =>
              `{"id": ${i}, "type": "message", "date_unixtime": "1772359200", "from": "Sam", "from_id": "user1", "text": ${escaped(text, (code) => code % 2 === 0 || (code >= 0xd800 && code < 0xe000))}}`,
          )
          .join(",")}]}`,
      ),
    ],
    Meta: (texts) => [
      file(
        "message_1.json",
        `{"participants": [{"name": "Sam"}, {"name": "Maya"}], "messages": [${texts
          .map((text) => `{"sender_name": "Sam", "timestamp_ms": 1772359200000, "content": ${escaped(bytesOf(text), () => true)}}`)
          .join(",")}], "title": "Sam", "thread_path": "inbox/sam_1"}`,
      ),
    ],
    "a table": (texts) => [file("t.csv", rows(texts)), file("t.csv.columns.json", JSON.stringify(columns))],
    "a table in UTF-16": (texts) => [
      sourceOf("t.csv", Buffer.from(`\ufeff${rows(texts)}`, "utf16le")),
      file("t.csv.columns.json", JSON.stringify(columns)),
    ],
  };

  test.each(Object.entries(makes))("%s", async (_, make) => {
    const fixture = covered[0] ?? expect.fail();
    await fc.assert(
      fc.asyncProperty(messages, async (texts) => {
        const sources = make(texts);
        const acts = await actsOf(sources, fixture);
        expect(acts.map(({ text }) => text)).toEqual(texts);
        const [source] = sources;
        const steps = await stepsOf(sources, optionsOf(fixture, importers));
        const read = steps.flatMap((step) => ("coverage" in step ? [step.coverage] : []))[0] ?? expect.fail();
        const importer = importers.find(({ id }) => id === read.importer) ?? expect.fail();
        if (!source) return expect.fail();
        const copy = await makeCopy(source, { importer, readings: readingsOf(steps), leavesOut: () => false, redactor });
        if (!copy.ok) return expect.fail(copy.error);
        await expectOnlyNamesDiffer(source, copy.value);
        const again = await actsOf([copy.value.source, ...sources.slice(1)], fixture);
        expect(again.map(({ text }) => text)).toEqual(texts.map((text) => redactor.redact(text)));
        expect(again.map(({ source: { start, end } }) => [start, end])).toEqual(acts.map(({ source: { start, end } }) => [start, end]));
        expect(await fileHoldsName(copy.value.source, redactor)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

function file(name: string, text: string): Source {
  return sourceOf(name, Buffer.from(text, "utf8"));
}

describe("the last look over what goes sees a name in whatever way text is written", () => {
  const zoe = createNameRedactor([["Zoë Doyle", "+447700900123", "Зоя"]]);
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
  const wide = (text: string, width: 2 | 4): Uint8Array =>
    Uint8Array.from([...text].flatMap((one) => [one.charCodeAt(0), ...Array.from({ length: width - 1 }, () => 0)]));
  test.each([
    ["an address", utf8("https://x.example/Zo%C3%AB%20Doyle"), true],
    ["an address with plus signs", utf8("https://x.example/?n=zoe+doyle"), true],
    ["a page", utf8("<p>Zo&euml; <b>Doyle</b></p>"), true],
    ["a page with a tag in the name", utf8("<td>x</td><td>Z<i>o&#235</i></td><td>Doyle</td>"), true],
    ["UTF-16 without a mark", wide("Zoë\nDoyle", 2), true],
    ["UTF-16 in the other order", wide("elyoD ëoZ", 2).reverse(), true],
    ["UTF-32", wide("Zoë Doyle", 4), true],
    ["RTF", utf8("{\\rtf1 Zo\\'eb \\b Doyle}"), true],
    ["a calendar with folded lines", utf8("SUMMARY:with Zoë Do\r\n yle\r\n"), true],
    ["a card of contacts", utf8("BEGIN:VCARD\nN:Doyle;Zoë;;;\nEND:VCARD\n"), true],
    ["a table", utf8("what,first,last\nx,Zoë,Doyle\n"), true],
    ["fields beside each other", utf8('{"a": "Zo\\u00eb",\n  "b" : "Doyle"}'), true],
    ["first and last name apart in one entry", utf8('{"first_name":"Zoë","phone":"","lastName":"Doyle"}'), true],
    ["last and first name as attributes", utf8('<person family="Doyle" id="7" given="Zoë"/>'), true],
    [
      "first and last name of two people",
      utf8('[{"first_name":"Zoë","last_name":"Reyes"},{"first_name":"Kim","last_name":"Doyle"}]'),
      false,
    ],
    ["an encoded word in a field that no act shows", utf8("Reply-To: =?utf-8?B?Wm/DqyBEb3lsZQ==?= <z@x.example>\n"), true],
    ["an encoded word of UTF-16", utf8(`X-Note: =?utf-16be?B?${base64(wide("elyoD ëoZ", 2).reverse())}?=\n`), true],
    ["two encoded words that are one", utf8("X-Note: =?utf-8?Q?Zo=C3=AB_Do?=\n =?utf-8?Q?yle?=\n"), true],
    [
      "a mail inside a mail",
      utf8("--b\nContent-Type: message/rfc822\n\nFrom: =?iso-8859-1?Q?Zo=EB_Doyle?= <z@x.example>\n\nbody\n--b--\n"),
      true,
    ],
    ["base64 of twelve letters", utf8(`see card\n--b\nContent-Transfer-Encoding: base64\n\n${base64(utf8("Zoe Doyle"))}\n--b--\n`), true],
    ["base64 in short lines", utf8(`card\n${base64(utf8("BEGIN:VCARD\r\nFN:Zoë Doyle\r\n")).replace(/.{20}/g, "$&\r\n")}\n--b--\n`), true],
    ["base64 under another indent", utf8(`x\n  ${base64(utf8("FN:Zoë Doyle\r\n")).replace(/.{10}/g, "$&\n  ")}\n`), true],
    ["a short part of a picture message", utf8(`<part ct="text/x-vCard" data="${base64(utf8("Zoe Doyle"))}" />`), true],
    ["a part in lines", utf8(`<part data="${base64(utf8("BEGIN:VCARD\nFN:Zoë Doyle\n")).replace(/.{16}/g, "$&&#10;")}" />`), true],
    ["base64 of a mail", utf8(base64(utf8("From: =?utf-8?B?Wm/DqyBEb3lsZQ==?= <z@x.example>\n"))), true],
    ["base64 of UTF-16", utf8(`data="${base64(wide("Zoë Doyle", 2))}"`), true],
    ["the name of a file in pieces", utf8("filename*0*=utf-8''Zo%C3%AB%20;\r\n filename*1*=Doyle"), true],
    ["over two lines of JSON", utf8('{"a":"Zo\\u00eb\\nDoyle"}'), true],
    ["KOI8, as the mail says", Uint8Array.from([...utf8("Content-Type: text/plain; charset=koi8-r\n\n"), 0xfa, 0xcf, 0xd1]), true],
    ["base64 of KOI8", utf8(`charset="koi8-r"\n\n${base64(Uint8Array.of(0xfa, 0xcf, 0xd1))}\n`), true],
    ["base64 beyond the first look", utf8(`${"QUJD".repeat(300_000)}A${base64(utf8("and Zoe Doyle then"))}`.slice(1)), true],
    ["a page without her", utf8("<p>Zo&euml; <b>and</b> Mr Doyle, 100%</p>"), false],
  ] as const)("%s", async (_, bytes, isThere) => {
    const source = { name: "n", size: bytes.length, read: async (start: number, end: number) => bytes.slice(start, end) };
    expect(await fileHoldsName(source, zoe)).toBe(isThere);
  });
});
