import fc from "fast-check";
import { expect, test } from "vitest";
import { handIn } from "./hand-in.ts";
import { meant } from "./wall-clock.ts";

/**
 * Whatever an honest chat looks like, its true times are what is read, or stand beside what had to be assumed, aloud. Made from a true day and
 * written as a phone would; the order is never told to the reader.
 */

const seed = 20261125;
const two = (value: number) => String(value).padStart(2, "0");

interface Style {
  readonly order: "dmy" | "mdy" | "ymd";
  readonly separator: string;
  readonly padded: boolean;
  readonly shortYear: boolean;
  readonly bracketed: boolean;
  readonly twelve: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  order: fc.constantFrom("dmy", "mdy", "ymd"),
  separator: fc.constantFrom("/", ".", "-"),
  padded: fc.boolean(),
  shortYear: fc.boolean(),
  bracketed: fc.boolean(),
  twelve: fc.boolean(),
});

/** Minutes between messages: within a talk, hours, days, months. */
const steps = fc.array(fc.oneof(fc.nat(30), fc.nat(600), fc.nat(6 * 1440), fc.nat(80 * 1440)), { minLength: 1, maxLength: 30 });
const begins = fc.integer({ min: Date.UTC(2012, 0, 1) / 60_000, max: Date.UTC(2023, 11, 31) / 60_000 });

function write(
  minute: number,
  i: number,
  { order, separator, padded, shortYear, bracketed, twelve }: Style,
): { line: string; wall: string } {
  const at = new Date(minute * 60_000);
  const [year, month, day, hour, min] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()];
  const part = (value: number) => (padded ? two(value) : String(value));
  const y = shortYear && order !== "ymd" ? two(year % 100) : String(year);
  const date = { dmy: [part(day), part(month), y], mdy: [part(month), part(day), y], ymd: [y, part(month), part(day)] }[order].join(
    separator,
  );
  const seconds = bracketed ? ":07" : "";
  const time = twelve ? `${hour % 12 || 12}:${two(min)}${seconds} ${hour < 12 ? "AM" : "PM"}` : `${two(hour)}:${two(min)}${seconds}`;
  const author = i % 3 ? "Sam" : "Jo";
  return {
    line: bracketed ? `[${date}, ${time}] ${author}: ${i}\r\n` : `${date}, ${time} - ${author}: ${i}\n`,
    wall: `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(min)}${seconds}`,
  };
}

test("an honest chat is read at its true times, or its true times stand beside what was assumed", async () => {
  let decided = 0;
  let assumed = 0;
  await fc.assert(
    fc.asyncProperty(style, begins, steps, async (how, first, waits) => {
      let minute = first;
      const lines = waits.map((wait, i) => write((minute += wait), i, how));
      const { acts, reasons } = await handIn({ "_chat.txt": lines.map(({ line }) => line).join("") }, { zone: "Europe/London" });
      expect(reasons).toEqual([]);
      expect(acts).toHaveLength(lines.length);
      for (const [i, act] of acts.entries()) {
        const truth = meant(lines[i]?.wall ?? "");
        const readings = [{ earliest: act.when.earliest, latest: act.when.latest }, ...(act.when.or ?? [])];
        expect(readings).toContainEqual(truth);
        if (act.flags.includes("date-order-assumed")) assumed++;
        else {
          expect(readings).toEqual([truth]);
          decided++;
        }
        expect(act.flags).not.toContain("forged-header");
      }
    }),
    { seed, numRuns: 300 },
  );
  expect(decided).toBeGreaterThan(assumed);
  expect(assumed).toBeGreaterThan(0);
});
