import type { Cover } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleReport, sampleTimeline } from "../../../../test/report/sample-report.ts";
import { discloseActs } from "./disclosed-acts.ts";
import { fearedWhole } from "./feared-whole.ts";

const sample = sampleReport(sampleTimeline(40));
const id = (i: number): string => sample.timeline.acts[i]?.id ?? "";

function said(feared: unknown): readonly string[] {
  const report = { ...sample, cover: (feared === undefined ? {} : { feared }) as Cover };
  return fearedWhole(report, discloseActs(report)).map(({ words }) => (typeof words === "string" ? words : words.join("")));
}

test("each day that was asked about stands with its answer, the act it was and the words on it, in order of the days", () => {
  expect(
    said([
      { act: "no such act", answer: "not sure", says: "he had a hammer" },
      { act: id(9), answer: "no" },
      { act: id(2), answer: "yes", says: "I thought he would kill me." },
      { day: { year: 2025, month: 10, day: 3 }, answer: "yes", says: "I hid" },
    ]),
  ).toEqual([
    "Days on which Maya Ellis feared violence, each day that was asked about:",
    "3 October 2025: yes. Maya Ellis: “I hid”.",
    "5 November 2025: yes, asked of act 3 (“நீ எங்கே இருக்கிறாய் என்று எனக்குத் தெரியும்”). Maya Ellis: “I thought he would kill me.”",
    expect.stringMatching(/^3 February 2026: no, asked of act 10 \(“.+”\)\.$/),
    "Of an act that is not in the pack: not sure.",
  ]);
});

test("words on a day are never cut there", () => {
  const long = "and so on ".repeat(300).trim();
  expect(said([{ day: { year: 2025, month: 10, day: 3 }, answer: "no", says: long }])[1]).toContain(long);
});

test("not asked, none and not known stay three answers", () => {
  for (const answer of [undefined, "none", "not known"])
    expect(said(answer)).toEqual([`Days on which Maya Ellis feared violence: ${answer ?? "not asked"}.`]);
});
