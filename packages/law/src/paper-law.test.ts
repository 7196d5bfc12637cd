import { paperSections } from "@unmask/core";
import { expect, test } from "vitest";
import { lawRowsOf } from "./law-rows.ts";
import { paperLawOf } from "./paper-law.ts";

const ew = paperLawOf("EW");
const ni = paperLawOf("NI");

test.each([
  ["application", "s1(1), s14(1)"],
  ["area", "s1(3)"],
  ["risk", "s1(4)(a)"],
  ["court-criteria", "s2(1)"],
  ["necessity", "s2(2)"],
  ["least-period", "s3(2)"],
  ["record", "s6"],
  ["breach", "s8"],
  ["complaint", "s13"],
  ["first-notice", "s9(1)"],
  ["other-name", "s9(3)"],
  ["other-home", "s9(4)"],
  ["elsewhere", "s14"],
  ["authorised-person", "s10(1), s10(2)"],
  ["acknowledgement", "s10(4)"],
  ["failing", "s11"],
] as const)("the papers of England and Wales name %s by %s", (place, section) => {
  expect(ew.sections[place]).toBe(section);
});

test("every section on a paper stands in a row of that jurisdiction, and in England and Wales there is one for each place", () => {
  for (const [code, law] of [
    ["EW", ew],
    ["NI", ni],
  ] as const) {
    const known = new Set(lawRowsOf().flatMap(({ jurisdiction, section }) => (jurisdiction === code ? section : [])));
    for (const section of Object.values(law.sections)) expect(known).toContain(section);
  }
  expect(paperSections.filter((one) => ew.sections[one] === undefined)).toEqual([]);
});

test("Northern Ireland has its own Act and its own first day; age, day of the text and examples are not known there, and not filled in", () => {
  expect(ni).toMatchObject({
    act: "Protection from Stalking Act (Northern Ireland) 2022",
    textAsAt: null,
    adultYears: null,
    examples: null,
    noticeFrom: "in-force",
  });
  expect(ni.sections.youth).toBeUndefined();
  expect(ew).toMatchObject({
    act: "Stalking Protection Act 2019",
    textAsAt: "2023-02-07",
    adultYears: 18,
    noticeFrom: "service",
    noticeDays: 3,
  });
  expect(ew.examples).toBe("Protection from Harassment Act 1997, s2A(3)");
});
