import { expect, test } from "vitest";
import { everyQuestion, notAskedInWords, telephoneQuestions } from "./questions.ts";

test("what nobody asked stays not asked, and is never a no", () => {
  const kept = everyQuestion([
    { question: "weapon", state: "not-known" },
    { question: "alone", state: "answered", says: "Alone" },
  ]);
  expect(kept).toHaveLength(telephoneQuestions.length);
  expect(kept.filter(({ state }) => state === "not-asked")).toHaveLength(11);
  expect(kept.find(({ question }) => question === "weapon")?.state).toBe("not-known");
  expect(notAskedInWords(kept)).toBe("11 not asked");
  expect(notAskedInWords(telephoneQuestions.map(({ id }) => ({ question: id, state: "not-known" })))).toBe("");
});

test("each answer has a name of its own on the report", () => {
  expect(new Set(telephoneQuestions.map(({ short }) => short)).size).toBe(telephoneQuestions.length);
});

test("what keeps somebody alive is asked before a name", () => {
  const ids = telephoneQuestions.map(({ id }) => id);
  for (const first of ["speak-freely", "where-now", "alone", "afraid", "weapon"])
    expect(ids.indexOf(first)).toBeLessThan(ids.indexOf("name"));
});
