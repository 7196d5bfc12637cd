import { mergeActs, readingToJson, type Act, type SourceSpan } from "@unmask/core";
import { expect, test } from "vitest";
import { listFixtures, optionsOf, readingsOf, sourceOf, stepsOf } from "../../../fixtures/importers/fixture.ts";
import type { Importer } from "./importer.ts";
import { importers } from "./index.ts";
import { between, identityIn, textWithAmount } from "./table-cells.ts";
import { createTableImporter } from "./tables.ts";

/** The statement of a bank that nobody has: money in is above zero. Not on the shelf; it shows how long such a source is. */
const inventedBank: Importer = createTableImporter({
  id: "invented-bank",
  label: "Statement of an invented bank",
  version: "1",
  columns: {
    date: ["Date", "Booking date"],
    time: "Time",
    other: "Counter party",
    what: "Reference",
    amount: "Amount (GBP)",
    type: "Type",
  },
  optional: ["time"],
  moments: { zone: "Europe/London", dateOrder: "dmy" },
  grade: "structured-export",
  rows: {
    kindOf(row) {
      if (row.cell("type") === "CARD") return { notice: "payment by card" };
      return { kind: "transfer", channel: "bank" };
    },
    contentOf(row, { country }) {
      const amount = row.cell("amount");
      if (!/^[+-]?\d+\.\d\d$/.test(amount)) return { unread: "This row has no amount." };
      return {
        ...between(amount.startsWith("-") ? "out" : "in", identityIn(row.cell("other"), country)),
        text: textWithAmount(row.written("what"), "Amount (GBP)", amount),
      };
    },
  },
});

const statement = `Account 12345678;;;;
Booking date;Counter party;Reference;Amount (GBP);Type
28/02/2026;D Marsh;WHY DID U BLOCK ME;0.01;FP
28/02/2026;D Marsh;WHY DID U BLOCK ME;0.01;FP
01/03/2026;Corner Shop;Milk;-4.20;CARD
02/03/2026;D Marsh;"PICK UP;\nNOW";x;FP
03/03/2026;Ann Lee;thank you;-20.00;FP
31/02/2026;D Marsh;no such day;0.01;FP
`;

const [anyFixture] = listFixtures();
if (!anyFixture) throw new Error("no fixture");
const options = optionsOf(anyFixture, [...importers, inventedBank]);
const encoder = new TextEncoder();
const file = sourceOf("statement.csv", encoder.encode(statement));
const reading = stepsOf([file], options);

function spansOf(readings: ReturnType<typeof readingsOf>): SourceSpan[] {
  return readings.map((one) => {
    if ("act" in one) return one.act.source;
    if ("notice" in one) return one.notice.source;
    return "unread" in one ? one.unread.source : one.kept.source;
  });
}

function actsOf(readings: ReturnType<typeof readingsOf>): Act[] {
  return readings.flatMap((one) => ("act" in one ? [one.act] : []));
}

test("a bank's statement with a known header is read by a list of columns and two functions", async () => {
  const readings = readingsOf(await reading);
  expect(actsOf(readings).map(({ kind, from, to, text }) => [kind, from.normal, to.map((one) => one.normal), text])).toEqual([
    ["transfer", "d marsh", ["owner"], "WHY DID U BLOCK ME\nAmount (GBP): 0.01"],
    ["transfer", "d marsh", ["owner"], "WHY DID U BLOCK ME\nAmount (GBP): 0.01"],
    ["transfer", "owner", ["ann lee"], "thank you\nAmount (GBP): -20.00"],
  ]);
  expect(readings.flatMap((one) => ("unread" in one ? [one.unread.reason] : []))).toEqual([
    "This row has no amount.",
    "There is no such date or time as this row gives.",
  ]);
});

test("every byte of the statement is told, in order, and two equal transfers are two", async () => {
  const readings = readingsOf(await reading);
  const spans = spansOf(readings);
  expect(spans.map(({ start }) => start)).toEqual([0, ...spans.map(({ end }) => end)].slice(0, spans.length));
  expect(spans.at(-1)?.end).toBe(file.size);
  expect(new Set(actsOf(readings).map(({ id }) => id)).size).toBe(3);
});

test.each([1, 7])("the statement is read the same when reads are cut to %i bytes, and twice adds nothing", async (most) => {
  const cut = { ...file, read: (start: number, end: number) => file.read(start, Math.min(end, start + most)) };
  const [once, again] = [readingsOf(await reading), readingsOf(await stepsOf([cut], options))];
  expect(again.map(readingToJson)).toEqual(once.map(readingToJson));
  expect(mergeActs([...actsOf(once), ...actsOf(again)], []).acts).toEqual(mergeActs(actsOf(once), []).acts);
});

test.each([
  ["a table with other columns", "Date,Name\n01/02/2026,Ann\n"],
  ["a column of the header standing twice", statement.replace("Account 12345678;", "x").replace("Type", "Type;Reference")],
  ["a header behind too many lines", "\n".repeat(40) + statement],
  ["an empty file", ""],
])("nobody else's table is taken for the bank's: %s", (_, text) => {
  expect(inventedBank.recognises({ name: "x.csv", bytes: encoder.encode(text), text, siblings: [] })).toBe(false);
});

test("a statement in UTF-16 is recognised by its byte-order mark and read", async () => {
  const bytes = Uint8Array.from(Buffer.from(`\uFEFF${statement}`, "utf16le"));
  expect(actsOf(readingsOf(await stepsOf([sourceOf("statement.csv", bytes)], options)))).toHaveLength(3);
});

test("noise under the header of a statement ends as readings over every byte", async () => {
  const noise = Uint8Array.from({ length: 300_000 }, (_, at) => Math.imul(at + 1, 2654435761) >>> 24);
  const bytes = Uint8Array.from(Buffer.concat([encoder.encode(statement), noise]));
  const steps = await stepsOf([sourceOf("statement.csv", bytes)], options);
  expect(steps.some((step) => "fault" in step)).toBe(false);
  expect(spansOf(readingsOf(steps)).at(-1)?.end).toBe(bytes.length);
});
