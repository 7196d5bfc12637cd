import { withheld } from "@unmask/core";
import { expect, test } from "vitest";
import {
  type ActDraft,
  makeAct,
  makeTimeline,
  maya,
  nadia,
  rFirst,
  rHandle,
  rSecond,
  timelineOf,
} from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { frequency } from "./frequency.ts";

const find = (...drafts: readonly ActDraft[]) => frequency.find(makeTimeline(drafts), makeStatement());

test("one message is said as one message on one day", () => {
  expect(find({ at: "2026-03-03 10:00" })[0]?.says).toBe(
    "On 3 March 2026 there was 1 message, from one number. The files show nothing that you sent them.",
  );
});

test("three months from three identities read like a careful friend", () => {
  const drafts: ActDraft[] = Array.from({ length: 30 }, (_, i) => ({
    at: `2026-0${3 + (i % 4)}-${String(3 + (i % 7)).padStart(2, "0")} ${i % 3 === 0 ? "02" : "14"}:${String(10 + i)}`,
    from: [rFirst, rSecond, rHandle][i % 3] ?? rFirst,
  }));
  const [finding] = find(...drafts, { at: "2026-03-04 15:00", from: maya }, { at: "2026-03-04 16:00", from: nadia });
  expect(finding?.says).toBe(
    "Between 3 March and 9 June 2026 there were 30 messages, from two numbers and one account. The acts came on 28 days; the most in one day is 2, on 3 March 2026. " +
      "You sent them 1. 10 came between midnight and 5.",
  );
  expect(finding?.acts).toHaveLength(30);
  expect(finding?.couldChange).toContain("Not counted, because they are by other people or by nobody the files name: 1 act.");
});

test("a picture of a doorbell that she marked as theirs came from no withheld number; a call without one did", () => {
  const seen = makeAct({ at: "2026-03-04 18:00", from: withheld, kind: "visit", channel: "doorbell", file: "e.csv", text: null });
  const call = makeAct({ at: "2026-03-05 18:00", from: withheld, kind: "call", channel: "phone", file: "c.xml", text: null });
  const wrote = makeAct({ at: "2026-03-03 10:00" });
  const statement = makeStatement({ marks: [seen, call].map(({ id }) => ({ act: id, whose: "theirs" })) });
  const saysOf = (acts: Parameters<typeof timelineOf>[0]) => frequency.find(timelineOf(acts), statement)[0]?.says;
  expect(saysOf([wrote, seen])).toContain("from one number and nobody whom the files name (1).");
  expect(saysOf([wrote, call])).toContain("from one number and one withheld number.");
  const camera = makeAct({
    at: "2026-03-06 18:00",
    from: { kind: "name", wrote: "Front door", normal: "front door" },
    kind: "visit",
    channel: "doorbell",
    file: "e.csv",
    text: null,
  });
  const named = makeStatement({ marks: [{ act: camera.id, whose: "theirs" }] });
  expect(frequency.find(timelineOf([wrote, camera]), named)[0]?.says).toContain("from one number and one device.");
});

test("what she sent to somebody else is no answer to them", () => {
  const [finding] = find({ at: "2026-03-03 10:00" }, { at: "2026-03-03 11:00", from: maya, to: [nadia] });
  expect(finding?.says).toContain("The files show nothing that you sent them.");
});

test("what went to a group is said to have gone to the group, theirs and hers", () => {
  const choir = [{ kind: "group", wrote: "Choir", normal: "choir" }] as const;
  const inGroup = { channel: "whatsapp", thread: "Choir", to: choir } as const;
  const drafts: readonly ActDraft[] = [
    { at: "2026-03-03 10:00" },
    { at: "2026-03-03 11:00", ...inGroup },
    { at: "2026-03-03 12:00", ...inGroup, from: nadia },
    { at: "2026-03-03 13:00", ...inGroup, from: maya },
    { at: "2026-03-03 14:00", ...inGroup, from: maya },
  ];
  const [both] = find(...drafts, { at: "2026-03-03 15:00", from: maya });
  expect(both?.says).toContain("Of these, 1 went to a group of 3 or more. You sent them 1, and 2 to a group of 3 or more.");
  const [onlyGroup] = find(...drafts);
  expect(onlyGroup?.says).toContain("You sent 2 to a group of 3 or more, and the files show nothing to them alone.");
  expect(onlyGroup?.says).not.toContain("sent them");
});

test("what she wrote down herself is not something that she sent", () => {
  const [finding] = find(
    { at: "2026-03-03 10:00" },
    { at: "2026-03-03 11:00", from: maya, to: [], kind: "other", grade: "own-account", file: "journal" },
    { at: "2026-03-04 11:00", kind: "visit", channel: "in-person", grade: "own-account", file: "journal" },
  );
  expect(finding?.says).toContain("The files show nothing that you sent them.");
});

test("an act that stands in two files is one act", () => {
  const one = makeAct({ at: "2026-03-03 10:00", id: "t-1-1", file: "a.xml" });
  const again = makeAct({ at: "2026-03-03 10:00", id: "t-1-1", file: "b.xml" });
  expect(frequency.find(timelineOf([one, again]), makeStatement())[0]?.acts).toEqual(["t-1-1"]);
});

test("a date far off stands in the table and in no month", () => {
  const [finding] = find({ at: "1971-03-03 10:00", flags: ["far-date"] }, { at: "2026-03-03 10:00" });
  expect(finding?.acts).toHaveLength(1);
  expect(finding?.table.rows).toEqual([
    ["March 2026", 1, 1, 1, 0, 0],
    ["Dated before 1990 or after the import, not counted", 1, 0, 0, 0, 0],
  ]);
});

test("days that rest on an assumed order of day and month are said to, in the line itself", () => {
  const open: ActDraft = { at: "2026-03-04 10:00", or: ["2026-04-03 10:00"], flags: ["date-order-assumed"] };
  expect(find(open, { at: "2026-03-05 10:00" })[0]?.line).toBe(
    "2 acts by them, between 4 March and 5 March 2026, on 2 days, as read day first.",
  );
});

test("where all that she sent was agreed, the sentence says so; what went to other people is told with its number", () => {
  const mum = { kind: "name", wrote: "Mum", normal: "mum" } as const;
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00" },
    { at: "2026-03-04 10:00", to: [mum] },
    { at: "2026-04-01 10:00", from: maya },
  ]);
  const reply = timeline.acts.at(-1)?.id;
  const [finding] = frequency.find(timeline, makeStatement({ agreed: reply ? [{ says: "handover", acts: [reply] }] : [] }));
  expect(finding?.says).toContain("Beside what was agreed, the files show nothing that you sent them.");
  expect(finding?.says).toContain("Of these, 1 went to other people.");
});
