import { expect, it } from "vitest";
import { type RecordingTextOf, recordingText } from "./recording-text.ts";

const about: RecordingTextOf = {
  force: "Northshire Police",
  case: "0412",
  reports: ["R-2100", "R-2107"],
  by: "by DC Bell, Fri 27 Nov 20:36",
  limbs: { fear: "fits", alarm: "not-known" },
  open: "1 code is not chosen: it can go so, marked open.",
};
const tests = [{ asks: "Course of conduct?", says: "12 acts on 9 days, the first LA/7.", section: "PHA 1997 s7(3)" }];
const offence = {
  principal: { offence: "s4a", says: "Stalking, section 4A", class: "8Q", code: { table: "codes.csv", row: 87, code: "8/65" } },
  included: [{ offence: "other", says: "Damage: four tyres, 14 September" }],
  joined: ["26/90417"],
  tests,
};

it("tells the crime system each line of a recording once: what, code or that none is chosen, limbs, tests, and what is open", () => {
  const text = recordingText({ offence }, about) ?? expect.unreachable();
  const lines = text.split("\n");
  expect(lines).toContain("Principal: Stalking, section 4A; class 8Q; code 8/65, row 87 of codes.csv");
  expect(lines).toContain("Included: Damage: four tyres, 14 September; no code is chosen");
  expect(lines).toContain("Points here, and stays as it is recorded: 26/90417");
  expect(lines).toContain("s4A, serious alarm or distress that changes their days: not known");
  expect(lines).toContain("Open: 1 code is not chosen: it can go so, marked open.");
  expect(lines).toContain("Course of conduct? 12 acts on 9 days, the first LA/7. (PHA 1997 s7(3))");
  expect(recordingText({ offence: { ...offence, harassmentOnly: "Two letters." } }, about)).toContain(
    "Harassment in law only: Two letters.\n",
  );
  expect(text.startsWith("Northshire Police, case 0412, of R-2100, R-2107\nRecorded by DC Bell")).toBe(true);
});

it("is no text while nothing is recorded", () => {
  expect(recordingText({ offence: null }, about)).toBeUndefined();
});
