import { type Act, type Instant, type OwnEntry, type Report, owner, parseZone } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleReport, sampleTimeline } from "../../../../test/report/sample-report.ts";
import { printedPapers } from "./report-document.ts";
import { sayEntry } from "./say-entry.ts";

const zone = parseZone("Europe/London") ?? expect.fail();
const me = { label: "Hannah Reyes", normals: new Set<string>() };
const them = { label: "Owen Pike", normals: new Set<string>() };
const at = (iso: string): Instant => Date.parse(iso) as Instant;
const written = { at: at("2026-09-07T18:20:03Z"), by: "self" } as const;

function saidOf(says: Partial<OwnEntry>): string {
  return sayEntry({ written, ...says }, { me, them, zone }).join(" · ");
}

test("an entry is printed with when it was written down and by whom", () => {
  expect(saidOf({})).toBe("written down Mon 7 Sep 2026, 19:20 by Hannah Reyes");
  expect(saidOf({ written: { ...written, by: "supporter" } })).toBe(
    "written down Mon 7 Sep 2026, 19:20 by somebody who keeps the journal for Hannah Reyes",
  );
  expect(saidOf({ locked: true })).toContain("by Hannah Reyes, while the device was locked");
  expect(saidOf({ found: true })).toContain("by somebody else than Hannah Reyes, as Hannah Reyes says, while the device was locked");
});

test("where the clock of the device stood otherwise, the hours between which it was are printed beside what it said", () => {
  const between = { from: at("2026-09-07T10:00:00Z"), until: at("2026-09-07T12:00:00Z") };
  const clock = { at: at("2019-01-01T00:05:00Z"), by: "self" } as const;
  expect(saidOf({ written: { ...clock, between } })).toBe(
    "written down after Mon 7 Sep 2026, 11:00 and before Mon 7 Sep 2026, 13:00 (the clock of the device said Tue 1 Jan 2019, 00:05) by Hannah Reyes",
  );
  expect(saidOf({ written: { ...clock, between: { until: between.until } } })).toContain(
    "written down before Mon 7 Sep 2026, 13:00 (the clock",
  );
  expect(saidOf({ written: { ...clock, between: {} } })).toBe(
    "written down at an hour that is not known (the clock of the device said Tue 1 Jan 2019, 00:05) by Hannah Reyes",
  );
});

test("whether it was seen or told, who saw it, her fear, what it changed and what was added on which day stand with it", () => {
  expect(
    saidOf({ firstHand: "told", toldBy: "Ayo", sure: "think-so", how: "It is his sort of car.", witnesses: ["Leonie Voss", "Nora"] }),
  ).toContain(
    "told by Ayo, not seen · by whom: Hannah Reyes thinks so · how known: “It is his sort of car.” · saw it: Leonie Voss and Nora",
  );
  expect(saidOf({ firstHand: "seen", fearedViolence: "unsure", changed: "I come home by the station." })).toContain(
    "at first hand · feared violence: not sure · changed: “I come home by the station.”",
  );
  const added = [{ at: at("2026-09-12T09:00:00Z"), by: "supporter", words: "He said “wait”." }, written] as const;
  expect(saidOf({ added })).toContain(
    "added Sat 12 Sep 2026, 10:00 by somebody who keeps the journal for Hannah Reyes: “He said ’wait’.” · added Mon 7 Sep 2026, 19:20 by Hannah Reyes",
  );
});

test("an entry at a time that is not known stands behind all days, and what was withdrawn is counted", () => {
  const report = sampleReport(sampleTimeline(20));
  const [one] = report.timeline.acts;
  const [file] = report.timeline.coverage;
  if (!one || !file) throw new Error("no act");
  const when: Act["when"] = { wrote: "", zone: "Europe/London", earliest: at("1970-01-01T00:00:00Z"), latest: written.at };
  const open = {
    ...one,
    id: `journal-${"0a".repeat(16)}-1` as typeof one.id,
    kind: "visit",
    to: [owner],
    text: "The pots were moved.",
    when,
  } as const;
  const entry = { ...open, grade: "own-account", flags: ["time-not-known"], entry: { written } } as const;
  const given: Report = {
    ...report,
    findings: [],
    timeline: { acts: [entry, ...report.timeline.acts], coverage: [{ ...file, withdrawn: 2 }] },
  };
  const { report: first, chronology } = printedPapers(given, { signerKey: "", engine: "pdf-a" });
  const papers = [first, chronology]
    .map(({ files }) => new TextDecoder().decode(files.find(({ path }) => path === "/data.json")?.bytes))
    .join("\n");
  expect(papers).not.toContain("1970");
  expect(papers.indexOf("Time not known")).toBeGreaterThan(0);
  expect(papers).toContain("withdrew 2 entries of the journal.");
  expect(papers).not.toContain("the clock of the device");
});

test("how many entries were written at an hour that is not known, and why, stands under coverage and doubt", () => {
  const report = sampleReport(sampleTimeline(20));
  const back = { ...written, between: { from: written.at } };
  const entries: readonly OwnEntry[] = [{ written: back }, { written, added: [back] }, { written }];
  const acts = report.timeline.acts.map((act, i) => {
    const entry = entries[i];
    return entry === undefined ? act : ({ ...act, grade: "own-account", entry } as const);
  });
  const { report: first } = printedPapers({ ...report, timeline: { ...report.timeline, acts } }, { signerKey: "", engine: "pdf-a" });
  const paper = new TextDecoder().decode(first.files.find(({ path }) => path === "/data.json")?.bytes);
  expect(paper).toContain(
    "Of 2 entries of the journal an hour of writing is not known: the clock of the device went back, or does not agree with what is told. Beside each stands between which hours it was. “Just now” or “today” was told by that clock too.",
  );
});
