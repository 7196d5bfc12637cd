import { expect, test } from "vitest";
import { instantFromIso, later, msPerMinute } from "@unmask/core";
import { type CaseEvent, type Intent, foldCase, foldReport } from "@unmask/case";
import { dangerLines, overFacts, toldDangers } from "./danger-told.ts";

const night = instantFromIso("2026-11-27T21:58:00.000Z");
const names: Readonly<Record<string, string>> = { able: "PC Able", bell: "DC Bell" };
const nameOf = (id: string): string => names[id] ?? id;

function stream(of: "report" | "case", id: string, ...steps: readonly (readonly [minute: number, by: string, Intent])[]) {
  return steps.map(([minute, by, intent], i): CaseEvent => {
    if (night === undefined) throw new Error("no such night");
    const at = later(night, minute * msPerMinute);
    return { stream: { of, id }, number: i + 1, happened: at, recorded: at, by, ...intent };
  });
}

const raise = (says: string): Intent => ({ kind: "danger-raised", body: { says, knowing: "account" } });
const meet: Intent = { kind: "danger-met", body: { says: "PC 5120 Ade, at the door" } };
const end: Intent = { kind: "danger-ended", body: { reason: "Gareth Pine arrested 22:13" } };
const own = foldReport("R-22", stream("report", "R-22", [0, "able", raise("He is here")], [3, "able", meet], [22, "able", end]));
const ofCase = foldCase(
  "0001",
  stream("case", "0001", [30, "bell", raise("A second house")], [31, "able", meet], [32, "bell", raise("And a third")]),
);

test("a danger that is over is told with its words and minute, who was there, why it ended, and who wrote each", () => {
  expect(overFacts([own, ofCase], "R-22", nameOf)).toEqual([
    {
      label: "Danger, over",
      says: "27 Nov 21:58 “He is here”, PC Able, there 27 Nov 22:01: “PC 5120 Ade, at the door”, PC Able, ended 27 Nov 22:20, PC Able: “Gareth Pine arrested 22:13”",
      isMind: true,
    },
  ]);
  expect(overFacts([ofCase], "R-22", nameOf)).toEqual([]);
});

test("each danger that stands is told on its report, also what was said in its case, and to whom nobody has gone first", () => {
  expect(dangerLines([own, ofCase], "R-22", nameOf)).toEqual([
    { says: "And a third", how: "account", from: "case 0001, 27 Nov 22:30, DC Bell" },
    { says: "A second house", how: "account", from: "case 0001, 27 Nov 22:28, DC Bell" },
    { says: "PC 5120 Ade, at the door", how: "account", from: "there since 27 Nov 22:29, PC Able" },
  ]);
  // Handed on: whoever told the other force has sent nobody.
  const told = { ...ofCase, report: "R-9", place: null, sentTo: { force: "", name: "Westmere Police", reason: "", isThere: true } };
  expect(dangerLines([told], "R-9", nameOf).map(({ from }) => from)).toContain(
    "told to Westmere Police, who went there is not known here, 27 Nov 22:29, PC Able",
  );
  const place = { report: "R-26", says: "14 Mill Lane, Northbury" };
  const placed = [
    { ...own, report: "R-26", place: place.says },
    { ...ofCase, places: [place] },
  ];
  expect(dangerLines(placed, "R-22", nameOf).filter(({ says }) => says.includes("Mill Lane"))).toEqual([
    { says: "Place told with R-26: 14 Mill Lane, Northbury", how: "account" },
  ]);
  expect(dangerLines(placed.slice(0, 1), "R-22", nameOf)).toEqual([]);
  expect(toldDangers([own], nameOf)).toMatchObject({ standing: [], over: [{ of: "R-22", ended: { by: "PC Able" } }] });
});
