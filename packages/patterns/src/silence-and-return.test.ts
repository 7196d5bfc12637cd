import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, nadia } from "../../../fixtures/timelines/make-act.ts";
import { day, makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { silenceAndReturn } from "./silence-and-return.ts";

const find = (drafts: readonly ActDraft[], statement = makeStatement()) => silenceAndReturn.find(makeTimeline(drafts), statement);
const bounds: readonly ActDraft[] = [{ at: "2026-03-01 10:00" }, { at: "2026-03-16 10:00" }];

test("fourteen whole days are a silence, thirteen are not", () => {
  expect(find([{ at: "2026-03-01 10:00" }, { at: "2026-03-15 10:00" }])).toEqual([]);
  const [finding] = find(bounds);
  expect(finding?.says).toBe(
    "Once nothing came for 14 days or more, and then it began again. The longest is 14 days, from 2 March 2026 to 15 March 2026; it began again on 16 March 2026 by texts.",
  );
  expect(finding?.acts).toHaveLength(2);
});

test("no silence is claimed over days that no file covers", () => {
  expect(
    find([
      { at: "2026-03-01 10:00", file: "march.xml" },
      { at: "2026-05-01 10:00", file: "may.xml" },
    ]),
  ).toEqual([]);
});

test("no silence is claimed over days without a record that she named", () => {
  expect(find(bounds, makeStatement({ gaps: [{ from: day("2026-03-05"), until: day("2026-03-06"), says: "phone in repair" }] }))).toEqual(
    [],
  );
});

test("one channel that is covered carries the silence, and the other is said to be unknown", () => {
  const [finding] = find([...bounds, { at: "2026-02-27 10:00", channel: "whatsapp", file: "chat.txt" }]);
  expect(finding?.table.rows[0]?.[3]).toBe("Texts");
  expect(finding?.couldChange[0]).toBe("For WhatsApp no file covers all of these days: something may have come there.");
});

test("an act that may have happened inside breaks the silence", () => {
  expect(
    find([...bounds, { at: "2026-03-08 00:00", until: "2026-03-09 23:59", grade: "own-account", kind: "visit", file: "journal" }]),
  ).toEqual([]);
  const open: ActDraft = { at: "2026-07-03 10:00", or: ["2026-03-07 10:00"] };
  expect(find([{ at: "2026-03-01 10:00" }, open, { at: "2026-08-16 10:00" }])[0]?.table.rows.map((row) => row[0])).toEqual(["4 July 2026"]);
});

test("what others wrote meanwhile does not break it, and a withheld call is mentioned", () => {
  const [finding] = find([
    ...bounds,
    { at: "2026-03-05 10:00", from: nadia },
    {
      at: "2026-03-06 10:00",
      kind: "call",
      channel: "phone",
      from: { kind: "withheld", wrote: "", normal: "withheld" },
      file: "calls.xml",
    },
  ]);
  expect(finding?.couldChange).toContain("1 withheld call or message that you did not name as theirs came in these days.");
});
