import { everyQuestion, foldReport } from "@unmask/case";
import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import { letterFacts, previewFacts } from "./report-words.ts";
import { firstFacts } from "./said-words.ts";

const answered = (question: string, says: string) => ({ question, state: "answered" as const, says });
const questions = everyQuestion([
  answered("speak-freely", "Only yes and no"),
  answered("where-now", "at the gate of the school"),
  answered("alone", "Children"),
  answered("weapon", "Yes"),
  answered("who", "Dean Kell, her father"),
  answered("accounts", "07700 900412"),
  answered("told-to-stop", "In June"),
  answered("order", "non-molestation order 1 Sept"),
  { question: "afraid", state: "not-known" },
]);
const body = {
  door: "999",
  who: { reporter: "unsaid", about: "child" },
  danger: "unsaid",
  questions,
  told: [],
  from: "01632 960111",
  dropped: true,
} as const;
const at = { happened: epoch, recorded: epoch, by: "pc" };
const events = [{ ...at, stream: { of: "report", id: "R-30" }, number: 1, kind: "report-typed", body }] as const;
const state = foldReport("R-30", events);

test("everything that was answered on the telephone stands on the report, as it was told", () => {
  const shown = JSON.stringify([...previewFacts(state, (id) => id), ...letterFacts(state, events, [])]);
  for (const { says } of questions.filter((one) => one.says !== undefined)) expect(shown).toContain(says);
  expect(shown).toContain("asked, and not known");
  expect(shown).toContain("01632 960111");
  expect(shown).toContain("it went dead");
});

test("whoever rings back reads before opening that only yes and no can be said, who is there, and a weapon", () => {
  const preview = previewFacts(state, (id) => id);
  expect(preview.map(({ strong }) => strong)).toEqual(
    expect.arrayContaining(["Only yes and no", "at the gate of the school", "Children", "Yes"]),
  );
  expect(JSON.stringify(preview)).not.toContain("Dean Kell");
});

test("what nobody asked is named, and only that", () => {
  const open = previewFacts(state, (id) => id).find(({ label }) => label === "Questions");
  expect(open).toMatchObject({ strong: "4 not asked", says: "for whom; name; what came; what changed", isOpen: true });
});

test("a danger that nobody asked about is told as not said, and is no “no”", () => {
  const danger = (one: typeof state) => firstFacts(one, (id) => id).find(({ label }) => label === "Danger");
  expect(danger(state)).toMatchObject({ strong: "not said", isOpen: true });
  const no = foldReport("R-30", [{ ...events[0], body: { ...body, danger: "no" } }]);
  expect(danger(no)).toMatchObject({
    strong: "not in danger at this moment",
    says: expect.stringMatching(/^said to the one who typed it in /) as unknown,
  });
  expect(danger({ ...state, covers: [{ danger: "Asked on 27 Nov: no." }] })).toBeUndefined();
});
