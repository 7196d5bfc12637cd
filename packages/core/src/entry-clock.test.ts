import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BelievedTime, type WrittenHour, believedTimes, hourOf } from "./entry-clock.ts";
import { parseJournalLine } from "./entry-json.ts";
import { type Instant, instantFromIso, instantToIso, later, msPerDay } from "./instant.ts";

interface Vectors {
  readonly clocks: readonly {
    readonly says: string;
    readonly lines: readonly { readonly at: string; readonly happened?: string; readonly zone?: string }[];
    readonly read: string;
    readonly times: readonly ("believed" | { readonly from?: string; readonly until?: string })[];
  }[];
}

/** What another implementation must believe. `happened` stands for the `from` of a line in its `zone`. */
const { clocks } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/formats/vectors/entry.json"), "utf8")) as Vectors;

const at = (iso: string): Instant => instantFromIso(iso) ?? expect.fail(iso);
const told = ({ isBelieved, from, until }: BelievedTime): Vectors["clocks"][number]["times"][number] =>
  isBelieved
    ? "believed"
    : { ...(from !== undefined && { from: instantToIso(from) }), ...(until !== undefined && { until: instantToIso(until) }) };

describe("when a line was written", () => {
  test.each(clocks)("$says", ({ lines, read, times }) => {
    const hours = lines.map(({ at: written, happened, zone }, i) => {
      const when = happened === undefined ? {} : { happened: { from: happened, until: happened, zone, wrote: "then" } };
      const frame = { written: { at: written, zone: "UTC", by: "self" }, words: "He rang.", ...when };
      const line = i === 0 ? { counter: 1, line: "entry", ...frame } : { counter: i + 1, line: "added", to: 1, ...frame };
      const parsed = parseJournalLine(JSON.stringify(line));
      return hourOf(parsed.ok ? parsed.value : expect.fail(parsed.error));
    });
    expect(believedTimes(hours, at(read)).map(told)).toEqual(times);
  });
});

// Journals that are made up: hours of some days around October 2026, of the years in which a device begins anew, and of years ahead.

const noon = at("2026-10-04T12:00:00.000Z");
const hours: fc.Arbitrary<Instant> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -20, max: 20 }).map((days) => later(noon, days * msPerDay)) },
  { weight: 1, arbitrary: fc.constantFrom(at("1970-01-01T00:01:00.000Z"), at("2015-01-01T00:01:00.000Z"), at("2036-10-04T12:00:00.000Z")) },
);
const lines: fc.Arbitrary<readonly WrittenHour[]> = fc.array(
  fc.record({ at: hours, notBefore: fc.option(hours, { nil: undefined }) }).map((one): WrittenHour => {
    const { notBefore } = one;
    return notBefore === undefined ? { at: one.at } : { at: one.at, notBefore };
  }),
  { maxLength: 9 },
);

/** The referee, word for word as the format has it: every line with every other. */
function believedByTrying(all: readonly WrittenHour[], read: Instant): readonly boolean[] {
  const began = at("2026-01-01T00:00:00.000Z");
  const isWrong = (one: WrittenHour): boolean =>
    one.at < (one.notBefore ?? one.at) || one.at < began || (read >= began && one.at > read + 366 * msPerDay);
  return all.map(
    (one, i) =>
      !isWrong(one) &&
      !(read >= began && one.at > read) &&
      all.every((other, k) => isWrong(other) || (k < i ? other.at <= one.at : other.at >= one.at)),
  );
}

describe("of a journal that is made up", () => {
  test("every line is believed that no other contradicts, and no more", () => {
    fc.assert(
      fc.property(lines, hours, (all, read) => {
        expect(believedTimes(all, read).map(({ isBelieved }) => isBelieved)).toEqual(believedByTrying(all, read));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test("no hour that is believed lies before what its line tells as past, and these hours never go back", () => {
    fc.assert(
      fc.property(lines, hours, (all, read) => {
        const times = believedTimes(all, read);
        const believed = all.filter((_, i) => times[i]?.isBelieved);
        for (const one of believed) expect(one.at).toBeGreaterThanOrEqual(one.notBefore ?? one.at);
        expect(believed.map((one) => one.at)).toEqual(believed.map((one) => one.at).sort((a, b) => a - b));
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test("whatever is written after it, under whatever clock and how often, an hour that was in doubt stays in doubt", () => {
    fc.assert(
      fc.property(lines, lines, hours, (all, more, read) => {
        const before = believedTimes(all, read);
        const after = believedTimes([...all, ...more], read);
        for (const [i, one] of before.entries()) if (!one.isBelieved) expect(after[i]?.isBelieved).toBe(false);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test("the hours between which a line was written never turn round", () => {
    fc.assert(
      fc.property(lines, hours, (all, read) => {
        for (const { from, until } of believedTimes(all, read))
          if (from !== undefined && until !== undefined) expect(from <= until).toBe(true);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  test("where the clock is right but for one stretch in which it was set back, every line outside of the days it was off is believed", () => {
    const day = (days: number): Instant => later(noon, days * msPerDay);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 400 }),
        (off, days, count) => {
          const honest = Array.from({ length: 90 }, (_, i): WrittenHour => ({ at: day(i) }));
          const back = Array.from({ length: count }, (_, i): WrittenHour => ({ at: later(day(90 - off), (i * days * msPerDay) / count) }));
          const after = Array.from({ length: 5 }, (_, i): WrittenHour => ({ at: day(90 + days + i) }));
          const times = believedTimes([...honest, ...back, ...after], day(200));
          for (let i = 0; i < 90; i++) expect(times[i]?.isBelieved).toBe(i <= 90 - off);
          expect(times.slice(-5).every(({ isBelieved }) => isBelieved)).toBe(true);
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });
});

test("a journal of a million lines, half of them under a clock that was set back, is judged line for line", () => {
  const half = 500_000;
  const all = Array.from({ length: 2 * half }, (_, i): WrittenHour => ({ at: later(noon, i < half ? i : i - half) }));
  const times = believedTimes(all, later(noon, msPerDay));
  // The two lines of the first millisecond and of the last contradict nothing that lies further in.
  expect(times.filter(({ isBelieved }) => isBelieved)).toHaveLength(2);
});
