import type { Jurisdiction, LegalFact, RecordingRule } from "@unmask/core";
import { expect, test } from "vitest";
import { recordingOf, testsOfLaw } from "./tests-of-law.ts";
import { classificationsOf, rowsFor } from "./recording.ts";

const fact: LegalFact = { says: "A rule.", section: "s7(3)", source: "invented", checkedOn: "2026-11-27", verification: "design" };
const law: Jurisdiction = {
  code: "EW",
  name: "England and Wales",
  examples: [],
  examplesRule: null,
  examplesByKind: [],
  examplesByEntryKind: [],
  courseOfConduct: { occasions: 2, rule: fact, aided: fact, speech: fact, alsoShown: [] },
  offences: [],
  orders: [],
  breaches: [],
  explanations: [],
};
const rules: readonly RecordingRule[] = [{ ...fact, id: "former-partner" }];
const offence = {
  principal: { offence: "s4a", says: "Stalking, fear of violence", class: "8Q", code: { table: "codes-2026.csv", row: 87, code: "8/65" } },
  included: [{ offence: "damage", says: "Damage to a vehicle" }],
  joined: ["26/90417"],
  limbs: { fear: "fits", alarm: "not-known" },
  formerPartner: "not-known",
} as const;

test("two occasions are enough, nine months apart or not, and one says where to look", () => {
  const says = (acts: number, days: number, ahead = 0) => testsOfLaw({ acts, days, ahead }, law, rules)[0].says;
  expect(says(2, 2)).toBe("In the files that were sent: 2 acts on 2 days. No longest gap counts against it.");
  expect(says(5, 1)).toContain("look in earlier reports and logs for other occasions");
  // A letter without a pack tells of fourteen texts: no file holds them, and that is all that is said.
  expect(says(0, 0)).toBe(
    "In the files that were sent: 0 acts on 0 days. What was told in words is not counted here: read it, and look in earlier reports and logs for other occasions.",
  );
  expect(says(3, 3, 1)).toContain("1 act more not counted: dated after the pack that holds it came.");
  expect(says(3, 3, 2)).toContain("2 acts more not counted: dated after the pack that holds them came.");
  expect(testsOfLaw({ acts: 2, days: 2, ahead: 0 }, { ...law, courseOfConduct: null }, [])[0].says).toBe(
    "No rule of this jurisdiction is known here.",
  );
});

test("whether they were partners is asked: not asked, not known and no are three things", () => {
  const says = (formerPartner?: "yes" | "no" | "not-known") =>
    testsOfLaw({ acts: 2, days: 2, ahead: 0, ...(formerPartner && { formerPartner }) }, law, rules)[1].says;
  expect(new Set([says(), says("yes"), says("no"), says("not-known")]).size).toBe(4);
  expect(says("yes")).toContain("recorded as stalking");
});

test("what goes to the crime system says what is open, and goes all the same", () => {
  const { rows, open, inAddition } = recordingOf(offence);
  expect(rows.map(({ as, code }) => [as, code])).toEqual([
    ["Principal", "class 8Q; code 8/65, row 87 of codes-2026.csv"],
    ["Included", "code not chosen"],
    ["Joined", "stays as recorded, and points here"],
  ]);
  expect(open).toBe("1 code is not chosen, 1 limb is not known: it can go so, marked open.");
  expect(inAddition).toBe(true);
  const { formerPartner: _, ...notAsked } = offence;
  expect(recordingOf(notAsked).open).toContain("whether it was a former partner is not asked");
});

test("a case is found again by everything that is included, as by its principal", () => {
  expect(classificationsOf(offence)).toEqual([
    "s4a",
    "Stalking, fear of violence",
    "8Q",
    "8/65",
    "damage",
    "Damage to a vehicle",
    "26/90417",
  ]);
});

test("codes are found in the table that the force loaded, and without one there is none", () => {
  const table = {
    table: "codes-2026.csv",
    rows: [
      { row: 311, says: "Damage to a vehicle" },
      { row: 87, says: "Stalking", code: "8/65" },
    ],
  };
  expect(rowsFor("damage VEHICLE", table).map(({ row }) => row)).toEqual([311]);
  expect(rowsFor("8/65", table).map(({ row }) => row)).toEqual([87]);
  expect(rowsFor("damage", null)).toEqual([]);
  expect(rowsFor("  ", table)).toEqual([]);
});
