import { epoch, instantFromIso } from "@unmask/core";
import { expect, test } from "vitest";
import type { CaseEvent, Intent } from "../event.ts";
import type { Contact } from "../event/shapes.ts";
import { queueOf } from "../triage/queue-of.ts";
import { shippedQueueRule } from "../triage/queue-rule.ts";
import { foldCase } from "./case-state.ts";
import { linesOfCase, linesOfReport } from "./handover-lines.ts";
import { foldReport } from "./report-state.ts";

const now = instantFromIso("2026-11-27T22:12:00.000Z") ?? epoch;
const stream = (of: "report" | "case", id: string, ...intents: readonly Intent[]): readonly CaseEvent[] =>
  intents.map((intent, i) => ({ ...intent, stream: { of, id }, number: i + 1, happened: now, recorded: now, by: "desk" }));
const came = (danger: "now" | "no", place?: string, contact?: Contact): Intent => ({
  kind: "report-received",
  body: {
    letter: "00112233445566778899aabbccddeeff",
    who: { reporter: "self", about: "adult" },
    anonymous: false,
    danger,
    packs: 0,
    ...(place !== undefined && { place }),
    ...(contact !== undefined && { contact }),
  },
});
const inCase: Intent = { kind: "put-in-case", body: { case: "0001" } };
const lane = "14 Mill Lane, Northbury";

test("the place that a report told stands with its danger, in the row and in what is handed over, and without danger in neither", () => {
  const report = (danger: "now" | "no") => foldReport("R-26", stream("report", "R-26", came(danger, lane)));
  const row = (danger: "now" | "no") =>
    queueOf([report(danger)], { rule: shippedQueueRule("Northshire"), now, nameOf: String }).rows[0]?.why.first;
  expect(row("now")).toContain(`Place told: ${lane}.`);
  expect(row("no")).not.toContain("Place");
  const told = { group: "danger", says: `Place told with R-26: ${lane}`, knowing: "account" };
  expect(linesOfReport(report("now"))).toContainEqual(told);
  expect(linesOfReport(report("no"))).not.toContainEqual(told);
  // And how whoever takes over reaches the person: the way that was asked for, with its number, and that a ring is not safe now.
  const way = { channel: "text", address: "07700 900656", hours: "Mon-Fri 09:00 to 15:30", voicemail: "no" } as const;
  const rung: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "somebody-else" } };
  const lines = (contact: typeof way | undefined, ...more: readonly Intent[]) =>
    linesOfReport(foldReport("R-26", stream("report", "R-26", came("now", lane, contact), ...more)))
      .filter(({ group }) => group === "danger")
      .map(({ says }) => says);
  expect(lines(way)).toContain("Reach the person of R-26: text only, 07700 900656, Mon-Fri 09:00 to 15:30; voicemail: no");
  expect(lines(way)).not.toContainEqual(expect.stringContaining("Do not ring"));
  expect(lines(way, rung)).toContain("Do not ring: somebody else answered.");
  expect(lines(undefined)).toContain("No safe way to reach the person was said");
});

test("a danger that an officer wrote in the case has the place that one of its reports told, in the row of each and in what is handed over", () => {
  const told = foldReport("R-26", stream("report", "R-26", came("no", lane), inCase));
  const other = foldReport("R-27", stream("report", "R-27", came("no"), inCase));
  const raise: Intent = { kind: "danger-raised", body: { says: "He is back in the lane", knowing: "account" } };
  const state = foldCase("0001", stream("case", "0001", { kind: "case-opened", body: { reports: ["R-26", "R-27"] } }, raise));
  expect(linesOfCase(state, [told, other]).map(({ says }) => says)).toContain(`Place told with R-26: ${lane}`);
  const { rows } = queueOf([told, other], { rule: shippedQueueRule("Northshire"), now, nameOf: String, cases: [{ state, members: [] }] });
  expect(rows.map(({ report, why }) => [report, why.first.includes(lane)])).toEqual([
    ["R-26", true],
    ["R-27", true],
  ]);
});

test("a place that was told in a later letter is a place too, behind the one that was told before", () => {
  const answer = (place: string): Intent => ({
    kind: "answer-received",
    body: { letter: "11112233445566778899aabbccddeeff", danger: "now", packs: 0, account: "He is here.", place },
  });
  const placeAfter = (first: string | undefined, ...later: readonly string[]) =>
    foldReport("R-26", stream("report", "R-26", came("no", first), ...later.map(answer))).place;
  expect(placeAfter(undefined, "8 Dock Road")).toBe("8 Dock Road");
  expect(placeAfter(lane, lane)).toBe(lane);
  expect(placeAfter(lane, "8 Dock Road")).toBe(`${lane}; in a later letter: 8 Dock Road`);
});

test("what was answered and told on the telephone goes over with the danger, for whoever is sent there", () => {
  const call: Intent = {
    kind: "report-typed",
    body: {
      ...{ door: "999", who: { reporter: "self", about: "adult", name: "Lia Stone" }, danger: "now" },
      questions: [
        { question: "speak-freely", state: "answered", says: "Only yes and no" },
        { question: "where-now", state: "answered", says: "At the front window" },
        { question: "weapon", state: "answered", says: "Yes" },
        { question: "name", state: "answered", says: "Lia Stone" },
      ],
      told: [{ says: "number 4 Weir Close, back bedroom" }],
    },
  };
  const says =
    "R-34, Lia Stone, on the telephone: Can speak “Only yes and no”; Other person “At the front window”; Weapon “Yes”; told “number 4 Weir Close, back bedroom”";
  const report = foldReport("R-34", stream("report", "R-34", call));
  expect(linesOfReport(report)).toContainEqual({ group: "danger", says, knowing: "account" });
  expect(linesOfCase(foldCase("0007", []), [report])).toContainEqual({ group: "danger", says, knowing: "account" });
});
