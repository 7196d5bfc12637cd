import { type JurisdictionCode, parseCivilDay } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { lawRowsOf, plainLawOf } from "./index.ts";

const codes: readonly JurisdictionCode[] = ["EW", "NI", "SCO"];
const rows = lawRowsOf();

describe.each(codes)("the law of %s in plain words", (code) => {
  const parts = plainLawOf(code);
  const lines = parts.flatMap((part) => part.lines);
  const ownRows = rows.filter(({ jurisdiction }) => jurisdiction === code);

  test("tells of stalking, of orders and of the police, each sentence once", () => {
    expect(parts.map(({ topic }) => topic).slice(-3)).toEqual(["stalking", "orders", "police"]);
    expect(new Set(lines.map(({ says }) => says)).size).toBe(lines.length);
    for (const { says } of lines) expect(says).toMatch(/^[A-Z].*\.$/);
  });

  test("names the Act, the sections and the day of each part, as rows of this place and of no other have them", () => {
    for (const { places, topic } of parts) {
      expect(places.length, topic).toBeGreaterThan(0);
      for (const { act, sections, textOf, checkedOn } of places) {
        expect(parseCivilDay(checkedOn), topic).toBeDefined();
        for (const section of sections)
          expect(
            ownRows.some((row) => row.act === act && row.section === section && row.textOf === textOf),
            `${act} ${section}`,
          ).toBe(true);
      }
    }
  });

  test("has no figure, no section and no year of its own, and calls nobody by a name that is not theirs", () => {
    for (const { says } of lines) {
      expect(says).not.toMatch(/\d/);
      expect(says).not.toMatch(/stalker|victim|perpetrator|offender|\bhe\b|\bshe\b|\bsafe\b|you are being|you were stalked/i);
    }
  });

  test("is short enough to be read in fear: no sentence of more than 36 words", () => {
    for (const { says } of lines)
      for (const sentence of says.split(/[.:]/)) expect(sentence.trim().split(/\s+/).length, says).toBeLessThanOrEqual(36);
  });
});

test("where the Act itself was not read the sentence says so: the graver offence of England and Wales, what the police tell, and the orders of Scotland", () => {
  const fromCopies = (code: JurisdictionCode) =>
    plainLawOf(code).flatMap(({ lines }) => lines.filter((one) => one.isFromCopies).map(({ says }) => says));
  expect(fromCopies("EW").filter((says) => /fear violence|usual days|is arrested|newer Act/.test(says))).toHaveLength(4);
  expect(fromCopies("EW").some((says) => /Two times|by the police alone/.test(says))).toBe(false);
  expect(fromCopies("SCO").filter((says) => /Two times|non-harassment|form/.test(says))).toHaveLength(3);
  expect(fromCopies("NI")).toEqual([]);
});

test("the four words stand as their rows have them, with whose they are, and are no law of Scotland or Northern Ireland", () => {
  const [four] = plainLawOf("EW");
  expect(four?.topic).toBe("four");
  expect(four?.lines.map(({ says, isFromCopies }) => [says.split(":")[0], isFromCopies])).toEqual([
    ["Fixated", true],
    ["Obsessive", true],
    ["Unwanted", true],
    ["Repeated", true],
  ]);
  for (const code of ["NI", "SCO"] as const) expect(plainLawOf(code).map(({ topic }) => topic)).not.toContain("four");
});
