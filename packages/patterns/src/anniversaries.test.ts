import { expect, test } from "vitest";
import { type ActDraft, makeTimeline } from "../../../fixtures/timelines/make-act.ts";
import { day, makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { anniversaries } from "./anniversaries.ts";

const birthday = makeStatement({ anniversaries: [{ day: day("1995-05-12"), label: "my birthday" }] });
const on = (count: number, date: string): readonly ActDraft[] => Array.from({ length: count }, (_, i) => ({ at: `${date} 1${i % 10}:00` }));
const find = (statement: ReturnType<typeof makeStatement>, ...drafts: readonly ActDraft[]) =>
  anniversaries.find(makeTimeline(drafts), statement);

test("more around the day than on others is said with both counts", () => {
  const [finding] = find(
    birthday,
    ...on(1, "2026-05-02"),
    ...on(2, "2026-05-11"),
    ...on(5, "2026-05-12"),
    ...on(1, "2026-05-13"),
    ...on(1, "2026-05-31"),
  );
  expect(finding?.says).toBe(
    "Around 12 May (my birthday), one day before and after it too, there were 8 acts on 3 days. On the other 27 days there were 2.",
  );
  expect(finding?.acts).toHaveLength(8);
});

test("as much as on other days is nothing to say", () => {
  const everyDay = Array.from({ length: 30 }, (_, i) => on(2, `2026-05-${String(i + 1).padStart(2, "0")}`)).flat();
  expect(find(birthday, ...everyDay)).toEqual([]);
});

test("two days away is not around it", () => {
  expect(find(birthday, ...on(1, "2026-05-01"), ...on(5, "2026-05-14"), ...on(1, "2026-05-31"))).toEqual([]);
});

test("days without a record do not make the others look busy", () => {
  // Two files of a few days each, months apart: only the recorded days are compared.
  const [finding] = find(
    birthday,
    ...on(1, "2026-01-01").map((draft) => ({ ...draft, file: "january.xml" })),
    ...on(1, "2026-01-10").map((draft) => ({ ...draft, file: "january.xml" })),
    ...on(4, "2026-05-12"),
    ...on(1, "2026-05-15"),
  );
  expect(finding?.says).toContain("On the other 12 days there were 3.");
});

test("a birthday on the leap day is kept on 28 February in other years", () => {
  const leap = makeStatement({ anniversaries: [{ day: day("2024-02-29"), label: "the day we met" }] });
  expect(find(leap, ...on(1, "2026-02-01"), ...on(4, "2026-02-28"), ...on(1, "2026-03-20"))[0]?.acts).toHaveLength(4);
});

test("an act that may have been on another day is not counted around it", () => {
  const open = on(4, "2026-05-12").map((draft) => ({ ...draft, at: draft.at.replace("05-12", "12-05"), or: [draft.at] }));
  expect(find(birthday, ...on(1, "2026-05-01"), ...open)).toEqual([]);
});
