import { type Identity, withheld } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, rFirst } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { withheldCalls } from "./withheld-calls.ts";

const call = (at: string, more: Partial<ActDraft> = {}): ActDraft => ({
  at,
  kind: "call",
  channel: "phone",
  from: withheld,
  flags: ["withheld-number", "unanswered"],
  file: "calls.xml",
  text: null,
  ...more,
});
const find = (...drafts: readonly ActDraft[]) => withheldCalls.find(makeTimeline(drafts), makeStatement());

test("two withheld calls are nobody's pattern", () => {
  expect(find(call("2026-03-03 02:00"), call("2026-03-03 02:10"))).toEqual([]);
});

test("calls are counted with how many were answered, at night, and near to what they did", () => {
  const [finding] = find(call("2026-03-03 02:16"), call("2026-03-03 02:21"), call("2026-03-05 12:00", { flags: ["withheld-number"] }), {
    at: "2026-03-03 02:10",
    from: rFirst,
  });
  expect(finding?.says).toBe(
    "Between 3 March and 5 March 2026 there were 3 calls from a withheld number. 1 was answered; 2 came between midnight and 5; 1 came within 10 minutes of something that you said is theirs.",
  );
  expect(finding?.couldChange[0]).toContain("A hospital, a school or a surgery");
});

test("how long a phone company keeps a number is not known, and nothing is promised of whoever asks for it", () => {
  const [finding] = find(call("2026-03-03 02:16"), call("2026-03-03 02:21"), call("2026-03-05 12:00"));
  expect(finding?.couldChange[1]).toBe(
    "The phone company may hold the number. Whether it does and for how long is not known here: ask early.",
  );
});

test("ten minutes are near and eleven are not", () => {
  const near = (minute: string): number => {
    const [finding] = find(call(`2026-03-03 12:${minute}`), call("2026-03-04 12:00"), call("2026-03-05 12:00"), { at: "2026-03-03 12:00" });
    return /none came within/.test(finding?.says ?? "") ? 0 : Number(/(\d+) came within/.exec(finding?.says ?? "")?.[1]);
  };
  expect(near("10")).toBe(1);
  expect(near("11")).toBe(0);
});

test("a withheld message and a call with a number do not count", () => {
  const known: Identity = { kind: "phone", wrote: "07700 900900", normal: "+447700900900" };
  expect(
    find(call("2026-03-03 02:00", { kind: "message" }), call("2026-03-03 02:10", { from: known, flags: [] }), call("2026-03-03 02:20")),
  ).toEqual([]);
});

test("calls that she says are theirs are counted the same way, and not near to themselves", () => {
  const statement = { ...makeStatement(), them: { label: "R.", normals: new Set([rFirst.normal, "withheld"]) } };
  const timeline = makeTimeline([call("2026-03-03 02:00"), call("2026-03-03 02:05"), call("2026-03-03 02:09")]);
  expect(withheldCalls.find(timeline, statement)[0]?.says).toContain("none came within 10 minutes");
});
