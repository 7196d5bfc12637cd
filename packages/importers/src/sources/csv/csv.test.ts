import { type Instant, zoneOfOffset } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createHasher, readingsOf, sourceOf, stepsOf } from "../../../../../fixtures/importers/fixture.ts";
import { csv } from "./csv.ts";
import { type CsvColumns, parseCsvColumns } from "./columns.ts";
import { type CsvForm, type CsvRow, longestRow, scanCsv } from "@unmask/formats";

const seed = 20261125;
const encoder = new TextEncoder();

async function rowsOf(
  bytes: Uint8Array,
  form: CsvForm = { encoding: "utf-8", delimiter: "," },
  most = Number.MAX_SAFE_INTEGER,
): Promise<CsvRow[]> {
  const whole = sourceOf("x.csv", bytes);
  const source = { ...whole, read: (start: number, end: number) => whole.read(start, Math.min(end, start + most)) };
  const rows: CsvRow[] = [];
  for await (const batch of scanCsv(source, form)) rows.push(...batch);
  return rows;
}

const field = fc.string({ unit: fc.constantFrom("a", "é", "😀", '"', ",", ";", "\n", "\r", "\t", " ", "\u2028") });
const table = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 12 });

/** RFC 4180, every field in quotes. */
function written(rows: readonly (readonly string[])[], delimiter: string, lineBreak: string): string {
  return rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter) + lineBreak).join("");
}

test("what somebody writes by RFC 4180 is read back, and each row knows its bytes", async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(",", ";", "\t"), fc.constantFrom("\n", "\r\n"), async (rows, delimiter, lineBreak) => {
      for (const encoding of ["utf-8", "utf-16le", "utf-16be"] as const) {
        const bytes = encoded(written(rows, delimiter, lineBreak), encoding);
        const read = await rowsOf(bytes, { encoding, delimiter }, 5);
        expect(read.map((row) => row.fields)).toEqual(rows);
        expect(read.map((row) => row.start)).toEqual([0, ...read.map((row) => row.end)].slice(0, read.length));
        expect(read.at(-1)?.end ?? 0).toBe(bytes.length);
        expect(read.some((row) => row.doubtful || row.broken)).toBe(false);
      }
    }),
    { seed, numRuns: 200 },
  );
});

function encoded(text: string, encoding: "utf-8" | "utf-16le" | "utf-16be"): Uint8Array {
  if (encoding === "utf-8") return encoder.encode(text);
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(encoding === "utf-16le" ? bytes : bytes.swap16());
}

test("any bytes at all are rows from the first to the last, the same however they are cut", async () => {
  const hostile = fc
    .uint8Array({ maxLength: 300 })
    .map((bytes) => bytes.map((byte) => [0x22, 0x2c, 0x0a, 0x0d, 0x61, 0xe9, 0][byte % 7] ?? 0));
  await fc.assert(
    fc.asyncProperty(hostile, fc.integer({ min: 1, max: 9 }), async (bytes, most) => {
      const rows = await rowsOf(bytes);
      expect(rows.map((row) => row.start)).toEqual([0, ...rows.map((row) => row.end)].slice(0, rows.length));
      expect(rows.at(-1)?.end ?? 0).toBe(bytes.length);
      expect(await rowsOf(bytes, { encoding: "utf-8", delimiter: "," }, most)).toEqual(rows);
    }),
    { seed, numRuns: 1000 },
  );
});

test("rows end with LF, CR LF or CR, and the last needs no end", async () => {
  const rows = await rowsOf(encoder.encode("a,b\nc\r\nd\r\r\ne"));
  expect(rows.map((row) => row.fields)).toEqual([["a", "b"], ["c"], ["d"], [""], ["e"]]);
});

test("a quote inside a field is a character, and one that never closes does not swallow the rows behind it", async () => {
  const rows = await rowsOf(encoder.encode('one,5" pipe,x\ntwo,"open,x\nthree,y,z\n'));
  expect(rows.map((row) => row.fields)).toEqual([
    ["one", '5" pipe', "x"],
    ["two", '"open', "x"],
    ["three", "y", "z"],
  ]);
  expect(rows.map((row) => row.doubtful)).toEqual([false, true, true]);
});

test("a line longer than a row is told in pieces, none of which looks like a row, and the next line is read", async () => {
  const rows = await rowsOf(encoder.encode(`a,b\n${"x,".repeat(longestRow)}\nc,d\n`));
  expect(rows.filter((row) => row.fields !== undefined).map((row) => row.fields)).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(rows.length).toBeGreaterThan(3);
});

test("Windows-1252 is read as browsers read it", async () => {
  const [row] = await rowsOf(Uint8Array.of(0x80, 0x2c, 0x96, 0x2c, 0xe9, 0x2c, 0x9f), { encoding: "windows-1252", delimiter: "," });
  expect(row?.fields).toEqual(["€", "–", "é", "Ÿ"]);
});

const good = { zone: "UTC", columns: { when: "W" }, fixed: { kind: "message", channel: "sms" } };

function parsed(list: unknown): CsvColumns | string {
  const result = parseCsvColumns(encoder.encode(typeof list === "string" ? list : JSON.stringify(list)));
  return result.ok ? result.value : result.error;
}

test("the shortest column list says when, whose clock, what kind and what channel; a table whose origin nobody states is her own account", () => {
  expect(parsed(good)).toMatchObject({ zone: "UTC", header: true, skip: 0, grade: "own-account", whenAs: "written" });
  const stated = { ...good, fixed: { ...good.fixed, grade: "structured-export" } };
  expect(parsed(stated)).toMatchObject({ grade: "structured-export" });
});

test.each([
  ["{", "is no JSON"],
  ["[]", "is no JSON object"],
  [{ ...good, zone: undefined }, 'needs the key "zone"'],
  [{ ...good, zone: "Mars/Base" }, 'no zone that exists in the key "zone"'],
  [{ ...good, columns: {} }, 'needs "when" or "date"'],
  [{ ...good, columns: { when: "W", date: "D" } }, 'both "when" and "date"'],
  [{ ...good, columns: { when: "W", time: "T" } }, '"time" without "date"'],
  [{ ...good, columns: { when: 0 } }, '"columns.when"'],
  [{ ...good, columns: { when: "W", wer: "X" } }, '"columns.wer", which means nothing'],
  [{ ...good, colums: {} }, '"colums", which means nothing'],
  [{ ...good, columns: { when: "W", other: "O" } }, '"other" without "direction"'],
  [{ ...good, columns: { when: "W", direction: "D", other: "O" } }, '"directions"'],
  [{ ...good, columns: { when: "W", direction: "D", other: "O", who: "X" }, directions: { a: "in" } }, '"other" beside "who"'],
  [{ ...good, fixed: { channel: "sms" } }, 'needs "kind"'],
  [{ ...good, fixed: { kind: "message" } }, 'needs "channel"'],
  [{ ...good, fixed: { kind: "massage", channel: "sms" } }, 'key "fixed.kind" that is none of'],
  [{ ...good, fixed: { ...good.fixed, grade: "database" } }, 'key "fixed.grade"'],
  [{ ...good, kinds: { a: "b" } }, 'key "kinds"'],
  [{ ...good, kinds: { a: { flags: ["missed"] } } }, 'needs "kind" in the key "kinds"'],
  [{ ...good, kinds: { a: { kind: "call", flags: ["forged-header"] } } }, '"kinds.flags"'],
  [{ ...good, kinds: [] }, 'no object in the key "kinds"'],
  [{ ...good, directions: { a: "sideways" } }, '"directions"'],
  [{ ...good, skip: -1 }, "a whole number"],
  [{ ...good, header: "yes" }, "true or false"],
  [{ ...good, delimiter: "::" }, '"delimiter"'],
  [{ ...good, encoding: "latin1" }, '"encoding"'],
  [{ ...good, dateOrder: "ydm" }, '"dateOrder"'],
  [{ ...good, whenAs: "epoch-seconds", columns: { date: "D" } }, '"whenAs"'],
  [{ ...good, me: "me" }, "a list of texts"],
  [{ ...good, format: "unmask-columns-2" }, '"format"'],
])("a column list that is wrong is refused, and the key is named: %j", (list, reason) => {
  expect(parsed(list)).toContain(reason);
});

test("no value of a column list is repeated in its refusal", () => {
  expect(parsed({ ...good, fixed: { kind: "secret words", channel: "sms" } })).not.toContain("secret");
});

test("a bill covers the days that it states, to the day of the import at most, and one that is torn off ends with its last row", async () => {
  const list = (covers: unknown) =>
    JSON.stringify({
      format: "unmask-columns-1",
      zone: "Europe/London",
      columns: { when: "When", who: "Who", what: "What" },
      fixed: { kind: "call", channel: "phone" },
      covers,
    });
  const coversOf = async (covers: unknown, body = "2026-03-05 10:00,+447700900123,hi\n") => {
    const sources = [
      sourceOf("calls.csv", encoder.encode(`When,Who,What\n${body}`)),
      sourceOf("calls.csv.columns.json", encoder.encode(list(covers))),
    ];
    const now = Date.parse("2026-06-15T12:00:00Z") as Instant;
    const steps = await stepsOf(sources, { importers: [csv], zone: zoneOfOffset(0), zoneStated: true, now, country: "GB", createHasher });
    const all = readingsOf(steps).flatMap((one) => ("unread" in one ? [one.unread.reason] : []));
    return { all, covers: steps.flatMap((step) => ("coverage" in step ? [step.coverage.covers] : []))[0] };
  };
  expect((await coversOf({ from: "2026-03-01", until: "2026-03-31" })).covers).toEqual({
    from: Date.parse("2026-03-01T00:00:00Z"),
    until: Date.parse("2026-03-31T22:59:59.999Z"),
  });
  expect((await coversOf({ until: "2026-06-30" })).covers).toEqual({ until: Date.parse("2026-06-15T12:00:00Z") });
  expect((await coversOf({ until: "2026-03-31" }, "2026-03-05 10:00,+447700900123,hi\n2026-03-06 10:00")).covers).toBeUndefined();
  for (const blank of ["\n", "   \n", "  "])
    expect((await coversOf({ until: "2026-03-31" }, `2026-03-05 10:00,+447700900123,hi\n${blank}`)).covers, JSON.stringify(blank)).toEqual({
      until: Date.parse("2026-03-31T23:59:59.999+01:00"),
    });
  expect((await coversOf(undefined)).covers).toBeUndefined();
  expect((await coversOf({ from: "2026-02-31" })).all[0]).toContain("covers.from");
  expect((await coversOf({ from: "2026-04-01", until: "2026-03-01" })).all[0]).toContain("ends before it begins");
});

test("an entry by whoever keeps the table is a line of a diary, and by anybody else a coming in", async () => {
  const kindsOf = async (grade: string) => {
    const list = JSON.stringify({
      format: "unmask-columns-1",
      zone: "Europe/London",
      columns: { when: "When", who: "Who", what: "What" },
      fixed: { kind: "entry", channel: "in-person", grade },
      me: ["Nell Harrow"],
    });
    const body = "When,Who,What\n2026-03-05 10:00,Nell Harrow,A bird on my doorstep\n2026-03-06 10:00,Gavin Stroud,Let himself in\n";
    const sources = [sourceOf("diary.csv", encoder.encode(body)), sourceOf("diary.csv.columns.json", encoder.encode(list))];
    const now = Date.parse("2026-06-15T12:00:00Z") as Instant;
    const steps = await stepsOf(sources, { importers: [csv], zone: zoneOfOffset(0), zoneStated: true, now, country: "GB", createHasher });
    return readingsOf(steps).flatMap((one) => ("act" in one ? [one.act.kind] : []));
  };
  expect(await kindsOf("own-account")).toEqual(["other", "entry"]);
  expect(await kindsOf("structured-export")).toEqual(["entry", "entry"]);
});
