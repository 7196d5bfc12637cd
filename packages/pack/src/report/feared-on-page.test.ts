import type { Cover, Feared } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleReport, sampleTimeline } from "../../../../test/report/sample-report.ts";
import { discloseActs } from "./disclosed-acts.ts";
import { fearedOnPage } from "./feared-on-page.ts";

const sample = sampleReport(sampleTimeline(40));
const threat = "I am going to kill you on Friday when you leave the depot";
const timeline = { ...sample.timeline, acts: sample.timeline.acts.map((act, i) => (i === 7 ? { ...act, text: threat } : act)) };
const threatId = timeline.acts[7]?.id ?? "";

function said(feared: Cover["feared"] | null): unknown {
  const report = { ...sample, timeline, cover: feared === null ? {} : { feared } } as typeof sample;
  const { words } = fearedOnPage(report, discloseActs(report));
  return typeof words === "string" ? words : words.join("");
}

const on = (month: number, day: number, answer: Feared["answer"] = "yes"): Feared => ({ day: { year: 2027, month, day }, answer });

test("the days on which she feared violence are told beside the danger, in order of time", () => {
  expect(said([on(5, 14), on(11, 12)])).toBe("On 14 May and 12 November 2027 ME feared that violence would be used.");
});

test("a feared message stands there whole with its number, and one without room by its number alone", () => {
  const [act] = [{ act: threatId, answer: "yes" } as Feared];
  expect(said([act])).toMatch(new RegExp(`^On \\d+ \\w+ \\d{4} \\(no\\. 8: “${threat}”\\) ME feared that violence would be used\\.$`));
  const acts = timeline.acts.slice(5, 10).map(({ id }) => ({ act: id, answer: "yes" }) as Feared);
  const long = { ...sample, timeline: { ...timeline, acts: timeline.acts.map((one) => ({ ...one, text: "and so on ".repeat(30) })) } };
  const { words } = fearedOnPage({ ...long, cover: { feared: acts } }, discloseActs(long));
  expect(words).not.toMatch(/“|…/);
});

test("more days than page one has room for are told by how many", () => {
  const many = Array.from({ length: 9 }, (_, i) => on(1, i + 1));
  expect(said(many)).toMatch(/^On 5 January, 6 January.* and 9 January 2027 ME feared .* used\. 4 earlier days in the chronology\.$/);
});

test("not asked, none and not known stay three answers, and a no or not sure is told too", () => {
  expect(said(null)).toBe("Days on which Maya Ellis feared violence: not asked.");
  expect(said("none")).toBe("Days on which Maya Ellis feared violence: none.");
  expect(said("not known")).toBe("Days on which Maya Ellis feared violence: not known.");
  expect(said([on(5, 14), on(5, 15, "no"), on(5, 16, "not sure")])).toContain("Of other days: 1 no and 1 not sure.");
  // Nothing is held back where she answered no, and nothing sounds so.
  expect(said([on(5, 15, "no")])).toBe("Maya Ellis was asked on which days violence was feared, and answered: 1 no.");
});

test("an act that the pack does not show is counted and not named", () => {
  const feared = [on(5, 14), { act: "no such act", answer: "yes" } as unknown as Feared];
  expect(said(feared)).toContain("used. 1 answer of yes about acts that are not in the pack.");
});
