import { expect, it } from "vitest";
import {
  type RecordingDraft,
  asksHarassmentOnly,
  bodyOf,
  draftOf,
  isStalking,
  sayCode,
  sayOpen,
  withCode,
  withOffence,
  withPrincipal,
  withoutOffence,
} from "./recording-draft.ts";

const help = {
  offences: [
    { offence: "s4a", says: "Stalking involving fear of violence", isStalking: true },
    { offence: "s2", says: "Harassment", isStalking: false },
  ],
};
const empty: RecordingDraft = { rows: [], joined: "", fear: "not-known", alarm: "not-known", harassmentOnly: "" };
const damage = { offence: "other", words: " Damage to a vehicle " };

it("gives stalking its class, and an offence in words no class and no code", () => {
  const draft = withOffence(withOffence(empty, help, { offence: "s4a", words: "" }), help, damage);
  expect(draft.rows).toEqual([
    { offence: "s4a", says: "Stalking involving fear of violence", class: "8Q" },
    { offence: "other", says: "Damage to a vehicle" },
  ]);
  expect(withOffence(draft, help, { offence: "other", words: "  " })).toBe(draft);
});

it("sends the limbs of section 4A where stalking is one of the rows, whichever is the principal", () => {
  const draft = withOffence(withOffence(empty, help, damage), help, { offence: "s4a", words: "" });
  expect(bodyOf({ ...draft, joined: " 26/90417 \n\n", fear: "fits" }, help)).toEqual({
    principal: { offence: "other", says: "Damage to a vehicle" },
    included: [{ offence: "s4a", says: "Stalking involving fear of violence", class: "8Q" }],
    joined: ["26/90417"],
    limbs: { fear: "fits", alarm: "not-known" },
  });
  expect(bodyOf(withOffence(empty, help, { offence: "s2", words: "" }), help)).not.toHaveProperty("limbs");
  expect(bodyOf(empty, help)).toBeUndefined();
});

it("takes a code as the row of the table has it, and says what is open", () => {
  const draft = withOffence(empty, help, { offence: "s4a", words: "" });
  expect(sayOpen({ ...draft, formerPartner: "yes" }, help)).toBe("1 code is not chosen, 2 limbs are not known: it can go so, marked open.");
  expect(sayOpen(draft, help)).toContain("whether it was a former partner is not asked");
  const coded = withCode(draft, 0, "codes-2026.csv", { row: 87, says: "Stalking", code: "8/65" });
  expect(sayOpen({ ...coded, fear: "fits", alarm: "not", formerPartner: "no" }, help)).toBe("");
  expect(coded.rows.map(sayCode)).toEqual(["code 8/65, row 87 of codes-2026.csv"]);
  expect(withCode(coded, 0, "", undefined).rows).toEqual(draft.rows);
});

it("keeps its rows when another is made the principal or one is taken out", () => {
  const two = withOffence(withOffence(empty, help, damage), help, { offence: "s4a", words: "" });
  expect(withPrincipal(two, 1).rows.map(({ offence }) => offence)).toEqual(["s4a", "other"]);
  expect(isStalking(withoutOffence(two, 1), help)).toBe(false);
});

it("begins with what stands there now", () => {
  const offence = { principal: { offence: "s2", says: "Harassment" }, included: [], joined: ["26/1", "26/2"], tests: [] };
  expect(draftOf({ offence }, { limbs: { fear: "not", alarm: "fits" }, formerPartner: "yes", harassmentOnly: "Two letters." })).toEqual({
    rows: [{ offence: "s2", says: "Harassment" }],
    joined: "26/1\n26/2",
    fear: "not",
    alarm: "fits",
    formerPartner: "yes",
    harassmentOnly: "Two letters.",
  });
});

it("sends whether it was a former partner, and of one recorded without stalking why, and asks why of no other", () => {
  const harassment = withOffence({ ...empty, harassmentOnly: " Two letters. " }, help, { offence: "s2", words: "" });
  expect(bodyOf({ ...harassment, formerPartner: "yes" }, help)).toMatchObject({ formerPartner: "yes", harassmentOnly: "Two letters." });
  expect(bodyOf({ ...harassment, formerPartner: "no" }, help)).not.toHaveProperty("harassmentOnly");
  const stalking = withOffence({ ...empty, formerPartner: "yes" }, help, { offence: "s4a", words: "" });
  expect([harassment, { ...harassment, formerPartner: "yes" as const }, stalking].map((one) => asksHarassmentOnly(one, help))).toEqual([
    false,
    true,
    false,
  ]);
});
