import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hoursByDay } from "./contact.ts";
import { type AskedCover, coverToJson, parseCover, toldCoverFromJson } from "./cover-json.ts";
import { civilToIso, parseCivilDay } from "./instant.ts";
import { hasKeyTwice } from "./json-document.ts";
import { datesOfLoss } from "./loss.ts";
import { readStrictly } from "./strict-json.ts";
import { weekdays } from "./wall-clock.ts";

/** What docs/formats/cover.md says, against its vectors. */

interface Vectors {
  readonly documents: readonly { title: string; document: Record<string, unknown> }[];
  readonly refused: readonly { title: string; document?: unknown; text?: string; fault: string }[];
  readonly losses: readonly { today: string; lost: unknown; dates: object[] }[];
  readonly hours: readonly { hours: unknown; byDay: [string, string, string][][] }[];
}

const formats = join(import.meta.dirname, "../../../docs/formats");
const vectors = JSON.parse(readFileSync(join(formats, "vectors/cover.json"), "utf8")) as Vectors;
const page = readFileSync(join(formats, "cover.md"), "utf8");

function coverOf(json: string): AskedCover {
  const read = parseCover(json);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const written = (document: unknown): string => `${JSON.stringify(document, undefined, 1)}\n`;

test.each(vectors.documents)("a cover is read and written again as it stands: $title", ({ document }) => {
  expect(coverToJson(coverOf(JSON.stringify(document)))).toBe(written(document));
});

test.each(vectors.refused)("a cover is refused with the place of the fault: $title", ({ document, text, fault }) => {
  expect(parseCover(text ?? JSON.stringify(document))).toEqual({ ok: false, error: fault });
});

test("not asked, not known and none stay three facts", () => {
  const [, notAsked, none, notKnown, herWords] = vectors.documents.map(({ document }) => coverOf(JSON.stringify(document)).cover);
  expect([notAsked?.orders, none?.orders, notKnown?.orders]).toEqual([undefined, "none", "not known"]);
  expect(notAsked && "orders" in notAsked).toBe(false);
  expect(herWords).toEqual({ relationship: { says: "none" }, asks: ["not known"] });
});

test("the example of the page is a cover", () => {
  const [, example = ""] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  expect(coverOf(example).cover.orders).toBe("none");
});

test("a mark at the head of the file, as some editors write it, changes nothing", () => {
  expect(parseCover('\ufeff{"version":1}')).toEqual({ ok: true, value: { cover: {} } });
});

test.each(vectors.losses)("dates of loss follow from what is stated alone, nearest first (on $today)", ({ today, lost, dates }) => {
  const stated = coverOf(JSON.stringify({ version: 1, lost })).cover.lost;
  const day = parseCivilDay(today);
  if (!Array.isArray(stated) || !day) throw new Error("the vector has no list");
  const told = datesOfLoss(stated, day).map((date) => {
    const of = stated.indexOf(date.evidence);
    if (date.goes === "not known") return { of, goes: date.goes, because: date.because };
    return { of, goes: civilToIso(date.goes), all: date.all === "daily" ? date.all : civilToIso(date.all), daysLeft: date.daysLeft };
  });
  expect(told).toEqual(dates);
});

test.each(vectors.hours)("hours are told day by day, over midnight too", ({ hours, byDay }) => {
  const read = coverOf(JSON.stringify({ version: 1, contact: { filledIn: "2026-10-04T20:36", hours } })).contact?.hours;
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const told = Array.isArray(read) ? hoursByDay(read) : undefined;
  expect(told?.map((day) => day.map(({ is, from, until }) => [is, clock(from), clock(until)]))).toEqual(byDay);
});

test("whatever hours are stated, each minute of the week is safe, never or not asked as some entry says, or the whole is refused", () => {
  const entry = fc.record({
    is: fc.constantFrom("safe" as const, "never" as const),
    weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
    from: fc.integer({ min: 0, max: 23 }).map((hour) => hour * 60),
    until: fc.integer({ min: 0, max: 24 }).map((hour) => hour * 60),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (hours) => {
      const said = new Map<number, Set<string>>();
      for (const { is, weekdays: on, from, until } of hours)
        for (const weekday of on)
          for (let hour = from / 60; hour < until / 60 + (until > from ? 0 : 24); hour++) {
            const at = (weekdays.indexOf(weekday) * 24 + hour) % 168;
            said.set(at, (said.get(at) ?? new Set()).add(is));
          }
      const byDay = hoursByDay(hours);
      expect(byDay === undefined).toBe([...said.values()].some(({ size }) => size > 1));
      for (let at = 0; byDay && at < 168; at++) {
        const minute = (at % 24) * 60;
        const found = byDay[Math.floor(at / 24)]?.filter(({ from, until }) => from <= minute && minute < until).map(({ is }) => is);
        expect(found).toEqual([...(said.get(at) ?? [])]);
      }
    }),
  );
});

test("a cover in a pack has no place for the contact sheet", () => {
  const read = readStrictly({ contact: { filledIn: "2026-10-04T20:36" } }, "cover", toldCoverFromJson);
  expect(read).toEqual({ ok: false, error: "cover has a key that does not belong there (the 1. of its keys)" });
});

test("a cover that fills the memory is refused before it is read", () => {
  expect(parseCover(" ".repeat(256 * 1024 + 1))).toEqual({ ok: false, error: "cover is longer than 262144 characters" });
});

test("no text whatever makes the reader throw, and no fault repeats what stands there", () => {
  const whole = JSON.stringify(vectors.documents[0]?.document);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.nat(whole.length).map((at) => whole.slice(0, at)),
      ),
      (text) => {
        parseCover(text);
      },
    ),
  );
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.constantFrom("canary", '"canary"', "7", "null", "[]"), (at, put) => {
      const read = parseCover(whole.slice(0, at) + put + whole.slice(at + 1));
      if (!read.ok) expect(read.error).not.toContain("canary");
    }),
  );
});

test("a key that stands twice is found in one object only, however it is spelt", () => {
  expect(hasKeyTwice('{"a":[{"b":1},{"b":2}],"b":"a\\":","c":{"a":1}}')).toBe(false);
  expect(hasKeyTwice('{"a":1,"b":{"c":1},"\\u0061":2}')).toBe(true);
});
