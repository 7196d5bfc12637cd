import { expect, it } from "vitest";
import { epoch } from "@unmask/core";
import type { ReadingLine } from "../desk/case-decided.ts";
import { mayBeSecond, sayActs, sayOpenReadings, saySecond } from "./second-words.ts";

const bell = { id: "o-1", name: "DC Bell", role: "investigator" };
const holt = { id: "o-2", name: "Sgt Holt", role: "supervisor" };
const written = { number: 5, happened: epoch, by: bell.id };
const page = ({
  readings = [],
  members = [bell],
}: {
  readonly readings?: readonly ReadingLine[];
  readonly members?: readonly object[];
}) => ({
  decisions: { written: [], order: null, ordersBefore: [], elsewhere: [], readings, ofReports: [] },
  officers: { [bell.id]: bell.name, [holt.id]: holt.name },
  members: members.flatMap((one) => [bell, holt].filter((other) => other === one)),
});

it("says of an answer that it waits for a second reader, for whom, and who must be put on the case where nobody of it could be one", () => {
  const needed = { written, isNeeded: true };
  expect(saySecond(page({}), needed, epoch)).toMatch(/^DC Bell, .+; waits for a second reader, and no supervisor is on this case/);
  expect(saySecond(page({ members: [bell, holt] }), needed, epoch)).toMatch(/; waits for a second reader: Sgt Holt$/);
  expect(saySecond(page({}), { written, isNeeded: false }, epoch)).toMatch(/; read by nobody else yet$/);
});

it("says who read it, whether that person agrees, and in which words not", () => {
  const readings = [{ decision: 5, agrees: false, says: "There is no bail.", number: 6, happened: epoch, by: holt.id }];
  expect(saySecond(page({ readings }), { written, isNeeded: true }, epoch)).toMatch(/; not agreed by Sgt Holt .+: “There is no bail.”$/);
  expect(mayBeSecond(page({ readings }), written, holt)).toBe(false);
});

it("lets a supervisor be the second reader, and nobody of what they wrote themselves", () => {
  expect(mayBeSecond(page({}), written, holt)).toBe(true);
  expect(mayBeSecond(page({}), written, bell)).toBe(false);
  expect(mayBeSecond(page({}), { ...written, by: holt.id }, holt)).toBe(false);
});

it("counts what waits for a second reader, and tells what came back with who does not agree and why", () => {
  const order = { ...written, answer: "not-pursued", reason: "Bail." } as const;
  const why = { number: 7, happened: epoch, by: bell.id, answer: "not-stalking", reason: "One quarrel.", acts: ["1"] } as const;
  const elsewhere = [{ number: 4, happened: epoch, by: bell.id, record: "26/1", as: "damage", answer: why }];
  expect(sayOpenReadings({ order, elsewhere, readings: [] }).says).toBe("2 answers wait for a second reader.");
  const not = { decision: 5, agrees: false, says: "There is no bail.", number: 8, happened: epoch, by: holt.id };
  expect(sayOpenReadings({ order, elsewhere, readings: [not] })).toEqual({
    says: "1 answer waits for a second reader. The second reader does not agree with 1 answer: answer anew.",
    back: [not],
  });
  const agreed = [5, 7].map((decision) => ({ decision, agrees: true, number: 9, happened: epoch, by: holt.id }));
  expect(sayOpenReadings({ order, elsewhere, readings: agreed })).toEqual({ says: "", back: [] });
});

it("says on which acts of how many it rests", () => {
  expect(sayActs({ acts: ["1", "2022"] }, 3_223)).toBe("Rests on 2 of 3,223 acts of theirs: 1; 2022.");
  expect(sayActs({ acts: [] }, 3_223)).toBe("");
});
