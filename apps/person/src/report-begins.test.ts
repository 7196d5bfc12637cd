import { type Act, normalName, owner, withheld } from "@unmask/core";
import { expect, test } from "vitest";
import { isNotesAlone } from "./engine/import-summary.ts";
import { reportBegins } from "./report-begins.ts";

const dave = { normal: normalName("Dave"), kind: "name", shown: "Dave", acts: 1, ways: [] } as const;
const summary = { people: [dave] } as never;

test("a report of notes that name somebody begins with who that is, until she said of one that it is them", () => {
  expect(reportBegins({ importSummary: summary, sideByNormal: new Map() })).toEqual({ name: "people" });
  expect(reportBegins({ importSummary: summary, sideByNormal: new Map([[dave.normal, "me"]]) })).toEqual({ name: "people" });
  expect(reportBegins({ importSummary: summary, sideByNormal: new Map([[dave.normal, "them"]]) })).toEqual({ name: "report" });
});

test("a report of notes that name nobody asks who nobody is", () => {
  expect(reportBegins({ importSummary: { people: [] } as never, sideByNormal: new Map() })).toEqual({ name: "report" });
});

test("her notes are alone where every act is an entry of hers", () => {
  const entry = { from: withheld, to: [owner], entry: { written: { at: 0, by: "self" } } } as unknown as Act;
  expect([isNotesAlone([entry]), isNotesAlone([entry, { ...entry, entry: undefined } as unknown as Act]), isNotesAlone([])]).toEqual([
    true,
    false,
    false,
  ]);
});
