import { describe, expect, it, test } from "vitest";
import type { ImportSummary, Person } from "./engine/protocol.ts";
import { emptyDay } from "./day-draft.ts";
import { answersOf, emptyGap, emptySession, isWrongGap, linesOf, nameOfHers } from "./session.ts";

const third = { day: "3", month: "5", year: "2025" };
const ninth = { day: "9", month: "5", year: "2025" };
const noSuchDay = { day: "31", month: "2", year: "2025" };

test.each([
  ["has neither day", emptyDay, emptyDay, false],
  ["has both", third, ninth, false],
  ["is one day", third, third, false],
  ["has no last day", third, emptyDay, true],
  ["has no first day", emptyDay, ninth, true],
  ["ends before it begins", ninth, third, true],
])("a time without a record that %s is told of before it could be left out: %#", (_, from, until, wrong) => {
  expect(isWrongGap({ ...emptyGap, from, until })).toBe(wrong);
});

const person = (kind: Person["kind"], normal: string, shown: string): Person => ({ kind, normal, shown, acts: 1, ways: ["Texts"] });
const importSummary: ImportSummary = {
  acts: 4,
  twice: 0,
  notices: 0,
  files: [],
  mediaMissing: 0,
  unread: [],
  kept: [],
  known: [],
  originals: [],
  people: [
    person("phone", "+447700900142", "07700 900142"),
    person("name", "r.", "R."),
    person("phone", "+447700900001", "07700 900001"),
    person("name", "maya", "Maya"),
  ],
  peopleLeftOut: 0,
  isDateOrderAssumed: false,
};
const read = { ...emptySession, importSummary };

describe("her answers", () => {
  it("say nothing that she left out: no day, no person, no place", () => {
    expect(answersOf(emptySession)).toEqual({
      me: [],
      them: [],
      theirName: "them",
      toldToStop: "",
      blocked: [],
      anniversaries: [],
      gaps: [],
      places: [],
    });
  });

  it("call them by the name among what she chose, or by their busiest number", () => {
    const number = new Map([["+447700900142", "them"]] as const);
    expect(answersOf({ ...read, sideByNormal: number })).toMatchObject({ them: ["+447700900142"], theirName: "07700 900142" });
    const both = new Map([...number, ["r.", "them"]] as const);
    expect(answersOf({ ...read, sideByNormal: both })).toMatchObject({ them: ["+447700900142", "r."], theirName: "R." });
  });

  it("leave out who is not in the files any more", () => {
    const sideByNormal = new Map([
      ["+447700900777", "them"],
      ["+447700900001", "me"],
    ] as const);
    expect(answersOf({ ...read, sideByNormal })).toMatchObject({ me: ["+447700900001"], them: [], theirName: "them" });
  });

  it("hold the days that exist, and an empty field beside them is no day", () => {
    const answers = answersOf({
      ...read,
      toldToStop: third,
      blocked: [ninth, emptyDay, noSuchDay],
      anniversaries: [
        { day: third, label: " her birthday " },
        { day: ninth, label: " " },
        { day: emptyDay, label: "not dated" },
      ],
    });
    expect(answers).toMatchObject({ toldToStop: "2025-05-03", blocked: ["2025-05-09"] });
    expect(answers.anniversaries).toEqual([
      { day: "2025-05-03", label: "her birthday" },
      { day: "2025-05-09", label: "a day that means something" },
    ]);
  });

  it("hold a time without a record only with both its days, and say that it is her word when she gave no reason", () => {
    const whole = { ...emptyGap, from: third, until: ninth };
    const gaps = [whole, { ...whole, concerns: "whatsapp" as const, says: " deleted " }, { ...emptyGap, from: third }];
    expect(answersOf({ ...read, gaps }).gaps).toEqual([
      { from: "2025-05-03", until: "2025-05-09", concerns: "texts and calls", says: "as she says" },
      { from: "2025-05-03", until: "2025-05-09", concerns: "whatsapp", says: "deleted" },
    ]);
  });
});

it("offers her name for the report only where the files have one that she chose", () => {
  const me = (...normals: string[]): Map<string, "me"> => new Map(normals.map((normal) => [normal, "me"]));
  expect(nameOfHers({ ...read, sideByNormal: me("+447700900001", "maya") })).toBe("Maya");
  expect(nameOfHers({ ...read, sideByNormal: me("+447700900001") })).toBe("");
  expect(nameOfHers(emptySession)).toBe("");
});

it("takes her places one a line, without empty lines and the spaces around them", () => {
  expect(linesOf(" Mill Lane \n\n  \nthe gym")).toEqual(["Mill Lane", "the gym"]);
});
