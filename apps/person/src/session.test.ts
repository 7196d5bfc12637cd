import { describe, expect, it, test } from "vitest";
import type { ImportSummary, Person } from "./engine/protocol.ts";
import { emptyDay } from "./day-draft.ts";
import { emptyGap, emptySession, isUnsaved, isWrongGap, linesOf, nameOfHers, statedIn } from "./session.ts";

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
  notTakenIn: [],
  missing: [],
  lostLines: [],
  originals: [],
  people: [
    person("phone", "+447700900142", "07700 900142"),
    person("name", "r.", "R."),
    person("phone", "+447700900001", "07700 900001"),
    person("name", "maya", "Maya"),
  ],
  peopleLeftOut: 0,
  isDateOrderAssumed: false,
  isNotesAlone: false,
};
const read = { ...emptySession, importSummary };

describe("what she states", () => {
  it("holds nothing that she left out: no day, no person, no place", () => {
    expect(statedIn(emptySession)).toEqual({ jurisdiction: "EW", me: { label: "you" }, them: { label: "them" } });
  });

  it("calls them by the name among what she chose, or by their busiest number", () => {
    const number = new Map([["+447700900142", "them"]] as const);
    expect(statedIn({ ...read, sideByNormal: number }).them).toEqual({ label: "07700 900142", names: ["+447700900142"] });
    const both = new Map([...number, ["r.", "them"]] as const);
    expect(statedIn({ ...read, sideByNormal: both }).them).toEqual({ label: "R.", names: ["+447700900142", "r."] });
  });

  it("leaves out who is not in the files any more", () => {
    const sideByNormal = new Map([
      ["+447700900777", "them"],
      ["+447700900001", "me"],
    ] as const);
    const { me, them } = statedIn({ ...read, sideByNormal });
    expect({ me, them }).toEqual({ me: { label: "you", names: ["+447700900001"] }, them: { label: "them" } });
  });

  it("holds the days that exist, and an empty field beside them is no day", () => {
    const { stops, anniversaries } = statedIn({
      ...read,
      toldToStop: third,
      blocked: [ninth, emptyDay, noSuchDay],
      anniversaries: [
        { day: third, label: " her birthday " },
        { day: ninth, label: " " },
        { day: emptyDay, label: "not dated" },
      ],
    });
    const [thirdDay, ninthDay] = [
      { year: 2025, month: 5, day: 3 },
      { year: 2025, month: 5, day: 9 },
    ];
    expect(stops).toEqual([
      { kind: "told to stop", day: thirdDay },
      { kind: "blocked", day: ninthDay },
    ]);
    expect(anniversaries).toEqual([
      { day: thirdDay, label: "her birthday" },
      { day: ninthDay, label: "a day that means something" },
    ]);
  });

  it("holds a time without a record only with both its days, and says that it is her word when she gave no reason", () => {
    const whole = { ...emptyGap, from: third, until: ninth };
    const gaps = [whole, { ...whole, concerns: "whatsapp" as const, says: " deleted " }, { ...emptyGap, from: third }];
    const days = { from: { year: 2025, month: 5, day: 3 }, until: { year: 2025, month: 5, day: 9 } };
    expect(statedIn({ ...read, gaps }).gaps).toEqual([
      { ...days, channels: ["sms", "mms", "imessage", "phone"], says: "as she says" },
      { ...days, channels: ["whatsapp"], says: "deleted" },
    ]);
  });

  it.each([
    ["texts and calls", ["sms", "mms", "imessage", "phone"]],
    ["whatsapp", ["whatsapp"]],
    ["phone", ["sms", "mms", "imessage", "phone", "whatsapp"]],
    ["everything", undefined],
  ] as const)("silences, for a time without a record of %s, those ways and no other", (concerns, channels) => {
    const gaps = [{ ...emptyGap, from: third, until: ninth, concerns }];
    expect(statedIn({ ...read, gaps }).gaps?.map((gap) => gap.channels)).toEqual([channels]);
  });
});

it.each([
  ["nothing that she wrote", {}, false],
  ["a letter that she has begun", { letter: { ...emptySession.letter, account: "He waits outside." } }, true],
  ["an answer that she has begun", { draft: { ...emptySession.draft, address: "07700 900124" } }, true],
  ["what was read of her files", { importSummary }, true],
  ["words of a letter that is there", { sending: { stage: "whole", hasFiles: false, doing: "", done: 0, total: 0 } } as const, true],
])("has the browser ask before it closes a page that holds %s: %#", (_, held, asks) => {
  expect(isUnsaved({ ...emptySession, ...held })).toBe(asks);
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
