import { describe, expect, test } from "vitest";
import { type Cover, parseZone } from "@unmask/core";
import { exampleReport, hiddenId } from "../../../../test/tamper/example-report.ts";
import { packActsOf } from "../pack-acts.ts";
import { findingOf, readReport } from "./read-report.ts";
import { reportToJson } from "./report-json.ts";

const { report } = exampleReport();
const json = reportToJson(report, packActsOf(report));

/** The report with one value set by its path, or taken out. */
function withChange(path: string, to?: unknown): string {
  const whole = JSON.parse(json) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let at = whole;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (to === undefined) delete at[last];
  else at[last] = to;
  return JSON.stringify(whole);
}

describe("a stranger reads the report of a pack", () => {
  test("who, when, on what terms, which files", () => {
    const told = readReport(json);
    if (!told.ok) throw new Error(told.error);
    const { id, madeAt, terms, exhibits, findings, acts } = told.value;
    expect({ id, madeAt }).toEqual({ id: report.id, madeAt: report.madeAt });
    expect(terms).toEqual({ ...report.terms, zone: "Europe/London" });
    expect(exhibits.map((exhibit) => exhibit.withheld)).toEqual(report.exhibits.map((exhibit) => exhibit.withheld));
    expect(findings).toHaveLength(report.findings.length);
    expect(acts.total).toBe(report.timeline.acts.length);
  });

  test("what was stated of single files that go, and of a file that is held back nothing", () => {
    const [going, other] = report.exhibits.map(({ sha256 }) => sha256);
    const zone = parseZone("America/New_York");
    if (!going || !other || !zone) throw new Error("the example has two exhibits");
    const own = { zone, dateOrder: "mdy" as const, at: report.madeAt };
    const read = (exhibits: typeof report.exhibits): unknown => {
      const terms = { ...report.terms, files: new Map([going, other].map((sha256) => [sha256, own])) };
      const told = readReport(reportToJson({ ...report, terms, exhibits }, packActsOf(report)));
      return told.ok && told.value.terms.files;
    };
    const shown = report.exhibits.map((exhibit) => ({ ...exhibit, withheld: exhibit.sha256 !== going }));
    expect(read(shown)).toEqual([{ sha256: going, zone: "America/New_York", dateOrder: "mdy", at: report.madeAt }]);
    expect(read(shown.map((exhibit) => ({ ...exhibit, withheld: true })))).toBeUndefined();
  });

  test("the span that a file shows of itself, and what else it covers", () => {
    const [first, ...rest] = report.timeline.coverage;
    if (!first) throw new Error("the example has no coverage");
    const covers = { from: report.madeAt, until: report.madeAt };
    const written = { ...report, timeline: { ...report.timeline, coverage: [{ ...first, covers }, ...rest] } };
    const told = readReport(reportToJson(written, packActsOf(written)));
    expect(told.ok && told.value.coverage[0]).toEqual({ ...first, covers });
    expect(readReport(withChange("coverage.0.covers", {})).ok).toBe(false);
  });

  test("what she was asked for the first page, without the acts that the pack does not show", () => {
    const shown = report.timeline.acts[0]?.id;
    if (!shown) throw new Error("the example has no act");
    const feared = [
      { act: shown, answer: "yes" as const, says: "he was at the gate" },
      { act: hiddenId, answer: "yes" as const, says: "what her sister saw" },
    ];
    const cover = { orders: "none" as const, since: "not known" as const, feared };
    const written = (asked: Cover): string => reportToJson({ ...report, cover: asked }, packActsOf(report));
    expect(written(cover)).not.toContain(hiddenId);
    expect(written(cover)).not.toContain("what her sister saw");
    const told = readReport(written(cover));
    expect(told.ok && told.value.cover).toEqual({ orders: "none", since: "not known", feared: feared.slice(0, 1), fearedLeftOut: 1 });
    const none = readReport(written({ feared: feared.slice(1) }));
    expect(none.ok && none.value.cover).toEqual({ fearedLeftOut: 1 });
    expect(JSON.parse(json)).not.toHaveProperty("cover");
  });

  test("how to reach her has no place in a report: it is not written, and where it stands it is refused", () => {
    const contact = { filledIn: "2026-10-04T20:36", why: { says: "canary" } };
    const both = { asks: ["to be read"], contact };
    expect(reportToJson({ ...report, cover: both }, packActsOf(report))).not.toContain("canary");
    const told = readReport(withChange("cover", both));
    expect(told).toEqual({ ok: false, error: "report.cover has a key that does not belong there (the 2. of its keys)" });
  });

  test("acts are named by their leaf, held-back ones by nothing, and come back by their ids", () => {
    const told = readReport(json);
    const [finding] = told.ok ? told.value.findings : [];
    if (!finding) throw new Error("the report has a finding");
    expect(finding.acts).toEqual([0]);
    expect(finding.codesByAct).toEqual({ 0: ["a"] });
    const first = report.timeline.acts[0]?.id ?? expect.fail("no act");
    const back = findingOf(finding, (leaf) => (leaf === 0 ? first : undefined));
    expect(back).toMatchObject({ acts: [first], codesByAct: { [first]: ["a"] } });
    expect(findingOf(finding, () => undefined)).toBeUndefined();
    expect(json).not.toContain(first);
  });

  test("the law that a finding is read against, with its Act and of when its text is", () => {
    const rule = {
      says: "It appears that there is a risk.",
      act: "Stalking Protection Act 2019",
      section: "s1(1)(b)",
      source: "example.org",
      textOf: "2023-02-07",
      checkedOn: "2026-11-26",
      verification: "text-seen",
    };
    const told = readReport(withChange("findings.0.rule", rule));
    expect(told.ok && told.value.findings[0]?.rule).toEqual(rule);
  });

  test.each([
    ["an exhibit at a path where none may be", "exhibits.0.path", "../elsewhere"],
    ["a key too many", "score", 7],
    ["no terms", "terms", undefined],
    ["a finding that is none", "findings.0", {}],
    ["a finding that names an act by its id", "findings.0.acts", [report.timeline.acts[0]?.id]],
    ["letters to an act named by its id", "findings.0.codesByAct", { [report.timeline.acts[0]?.id ?? ""]: ["a"] }],
    ["letters to a leaf in another spelling", "findings.0.codesByAct", { "00": ["a"] }],
    ["a time that is none", "madeAt", "yesterday"],
  ])("is refused: %s", (_, path, to) => {
    const told = readReport(withChange(path, to));
    expect(told.ok).toBe(false);
    if (!told.ok) expect(told.error).toMatch(/^report/);
  });

  test("what is no JSON is refused", () => {
    expect(readReport("{").ok).toBe(false);
  });
});
