import { describe, expect, it } from "vitest";
import { type ExampleReport, exampleReport, laterReport, partialReport } from "../../../test/tamper/example-report.ts";
import { type Files, earlierLogOf, leavesOf, textOf } from "../../../test/tamper/reseal.ts";
import { createHash, exampleFiles, exampleSigner, repeatableBytes } from "../../../test/tamper/sealed-example.ts";
import { parseActLine } from "./acts-jsonl.ts";
import { readEarlierLog } from "./earlier-log.ts";
import { filesInMemory } from "./pack-files.ts";
import { verifyPack } from "./verify/verify-pack.ts";

/** The same report, going on from this pack. */
function after(earlier: Files, example: ExampleReport): ExampleReport {
  const going = laterReport(earlier).report;
  return { ...example, report: { ...example.report, id: going.id, ...(going.after && { after: going.after }) } };
}

const later = (earlier: Files, example: ExampleReport): Promise<Files> =>
  exampleFiles({ random: repeatableBytes("later") }, after(earlier, example));

/** Leaf by text of each act that is shown. */
function leafByText(files: Files): ReadonlyMap<string, number> {
  const lines = textOf(files, "data/acts.jsonl.gz").trimEnd().split("\n");
  return new Map(
    lines.map((line) => {
      const act = parseActLine(line);
      if (!act.ok) throw new Error(act.error);
      return [(JSON.parse(act.value.entry) as { text: string }).text, act.value.leaf] as const;
    }),
  );
}

const bareOf = (files: Files): readonly string[] =>
  textOf(files, "log/leaves.txt")
    .split("\n")
    .map((line) => line.replace(/ [0-9a-f]{64}/, ""))
    .slice(0, -1);

const overallOf = async (files: Files): Promise<string> =>
  (await verifyPack(filesInMemory(files), { createHash, trustedSigners: [exampleSigner], trustedTsa: [] })).overall;

describe("the log of a pack that goes on from an earlier one", () => {
  it("is read of the earlier pack as the document says, of one that goes on itself too", async () => {
    const first = await exampleFiles();
    const second = await exampleFiles({}, laterReport(first));
    for (const files of [first, second]) {
      const size = Number(textOf(files, "seal/checkpoint").split("\n")[1]);
      expect(await readEarlierLog(filesInMemory(files), size, createHash)).toEqual(earlierLogOf(files));
    }
  });

  it("has all earlier leaves where they were, though a file was added and an act found a second time", async () => {
    const first = await exampleFiles();
    const second = await exampleFiles({}, laterReport(first));
    expect(leavesOf(second).slice(0, 16)).toEqual(leavesOf(first));
    const [before, now] = [leafByText(first), leafByText(second)];
    const moved = [...before].filter(([text, leaf]) => now.get(text) !== leaf).map(([text]) => text);
    expect(moved).toEqual(["mail text"]);
    expect(await overallOf(second)).toBe("verified");
    const third = await later(second, laterReport(first));
    expect(leavesOf(third).slice(0, 20)).toEqual(leavesOf(second));
    expect(leafByText(third)).toEqual(now);
  });

  it("names the acts of findings by the leaves that they have there", async () => {
    const first = await exampleFiles();
    const moved = laterReport(first);
    const [finding] = moved.report.findings;
    const mail = moved.report.timeline.acts.find(({ text }) => text === "mail text");
    if (!finding || !mail) throw new Error("the example has both");
    const findings = [{ ...finding, acts: [mail.id, ...finding.acts], codesByAct: { [mail.id]: ["a"] } }];
    const files = await exampleFiles({}, { ...moved, report: { ...moved.report, findings } });
    expect(JSON.parse(textOf(files, "data/report.json.gz"))).toMatchObject({
      findings: [{ acts: [18, 0], codesByAct: { 18: ["a"] } }],
    });
    expect(leafByText(files).get("mail text")).toBe(18);
    expect(await overallOf(files)).toBe("verified");
  });

  it("keeps the leaf of an act that is left out now, without a mark and without its words", async () => {
    const first = await exampleFiles();
    const files = await later(first, partialReport());
    const leaf = leafByText(first).get("sms text") ?? -1;
    expect(bareOf(files)).toContain(String(leaf));
    expect(leavesOf(files)[leaf]).toBe(leavesOf(first)[leaf]);
    for (const path of ["data/acts.jsonl.gz", "data/report.json.gz", "data/case.jsonld.gz", "log/leaves.txt"])
      expect(textOf(files, path)).not.toContain("sms text");
    expect(await overallOf(files)).toBe("verified");
  });

  it("gives a new leaf to an act that the earlier pack left out, and needs no entry of it", async () => {
    const part = await exampleFiles({}, partialReport());
    const files = await later(part, exampleReport());
    expect(leafByText(files).get("sms text")).toBeGreaterThan(16);
    expect(leavesOf(files).slice(0, 16)).toEqual(leavesOf(part));
    expect(bareOf(files).filter((line) => line.endsWith("earlier"))).toEqual(["3 earlier", "6 earlier", "16 earlier"]);
    expect(await overallOf(files)).toBe("verified");
  });

  it("gives each of two equal entries a leaf of its own", async () => {
    const example = exampleReport();
    const twice = (times: number): ExampleReport => {
      const acts = example.report.timeline.acts.flatMap((act) =>
        act.text === "sms text" ? Array.from({ length: times }, () => ({ ...act })) : [act],
      );
      return { ...example, report: { ...example.report, timeline: { ...example.report.timeline, acts } } };
    };
    const first = await exampleFiles({}, twice(2));
    const files = await later(first, twice(3));
    const lines = textOf(files, "data/acts.jsonl.gz").split("\n");
    const leaves = lines.filter((line) => line.includes("sms text")).map((line) => Number(/\d+/.exec(line)?.[0]));
    expect(leaves).toEqual([6, 7, 19]);
    expect(await overallOf(files)).toBe("verified");
  });

  it("has the same bytes from the same report, earlier pack, key and chance", async () => {
    const first = await exampleFiles();
    expect(await later(first, laterReport(first))).toEqual(await later(first, laterReport(first)));
  });
});
