import { type Identity, createWhose, sharedNames, withheld } from "@unmask/core";
import { expect, test } from "vitest";
import { makeAct, maya, nadia, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { settleStatement } from "./settle-statement.ts";

const hers = makeAct({ at: "2026-03-03 10:00", from: maya, to: [rFirst], text: "Leave me alone." });
const his = makeAct({ at: "2026-03-03 10:01", text: "Answer me." });
const stranger = makeAct({ at: "2026-03-03 10:02", from: nadia, text: "Answer me please darling." });
const call = makeAct({ at: "2026-03-03 10:03", from: withheld, kind: "call", channel: "phone" });
const diary = makeAct({
  at: "2026-03-03 10:04",
  from: withheld,
  text: "A man at the gate.",
  channel: "in-person",
  grade: "own-account",
});
const timeline = timelineOf([hers, his, stranger, call, diary]);

test.each(["told to stop", "blocked"] as const)(
  "no act but her own is taken for “%s”: the paper would print another's words as hers",
  (kind) => {
    const stops = [hers, his, stranger, call, diary].map(({ id: act }) => ({ kind, act }));
    const settled = settleStatement(makeStatement({ stops }), { timeline });
    expect(settled.statement.stops).toEqual([{ kind, act: hers.id }]);
    expect(settled.notHers).toEqual([his.id, stranger.id, call.id, diary.id]);
  },
);

test("the mail of a court can be the act of an order", () => {
  const stops = [{ kind: "order served", act: stranger.id }] as const;
  expect(settleStatement(makeStatement({ stops }), { timeline })).toMatchObject({ statement: { stops }, notHers: [] });
});

test("what she marks as hers is hers, and can be her words", () => {
  const stops = [{ kind: "told to stop", act: stranger.id }] as const;
  const marks = [{ act: stranger.id, whose: "hers" }] as const;
  expect(settleStatement(makeStatement({ stops, marks }), { timeline }).notHers).toEqual([]);
});

test("a number that her address book saves under his name is his where another file has it without; not one saved under a second name too", () => {
  const phone = (wrote: string, name?: string): Identity => ({
    kind: "phone", wrote, normal: `+44${wrote.replace(/^(?:0|\+44)/, "")}`, ...(name === undefined ? {} : { name }),
  }); // prettier-ignore
  const saved = (...names: readonly string[]) =>
    timelineOf([
      ...names.map((name, i) => makeAct({ at: `2026-03-03 10:0${i}`, from: phone("+447700900161", name) })),
      makeAct({ at: "2026-03-04 10:00", from: phone("07700900161"), text: "you will regret this" }),
    ]);
  const rhys = makeStatement({
    them: { label: "Rhys", normals: new Set(["rhys"]), normalsByName: new Map([["Rhys", ["rhys"]]]) },
  });
  const whoseLast = (some: ReturnType<typeof saved>): string | undefined => {
    const settled = settleStatement(rhys, { timeline: some });
    const last = settled.timeline.acts.at(-1);
    return last && createWhose(settled.statement)(last);
  };
  expect(whoseLast(saved("Rhys"))).toBe("theirs, she is sure");
  expect(whoseLast(saved("Rhys", "Gas fitter"))).toBe("other");
  expect(whoseLast(saved("Gas fitter"))).toBe("other");
  expect(settleStatement(rhys, { timeline: saved("Rhys") }).statement.them.normalsByName?.has("+447700900161")).toBe(true);
  const both = timelineOf([...saved("Rhys").acts, makeAct({ at: "2026-03-05 10:00", from: phone("+447700900162", "Rhys") })]);
  const [shared] = sharedNames(both, settleStatement(rhys, { timeline: both }).statement);
  expect(shared?.numbers.map(({ acts }) => acts.length)).toEqual([2, 1]);
});
