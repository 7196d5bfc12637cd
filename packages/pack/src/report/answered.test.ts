import type { Report, Timeline } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleReport } from "../../../../test/report/sample-report.ts";
import { type ActDraft, makeAct, makeTimeline, maya, nadia, rFirst, rSecond, timelineOf } from "../../../../fixtures/timelines/make-act.ts";
import { createAnswered } from "./answered.ts";
import { type Disclosed, discloseActs } from "./disclosed-acts.ts";

const hers = (at: string, text: string, more: Partial<ActDraft> = {}): ActDraft => ({ at, text, from: maya, ...more });

/** What the last of some acts is said to come after. */
function saidOf(...drafts: readonly ActDraft[]): string {
  return ofLast(timelineOf(drafts.map(makeAct)));
}

function ofLast(
  timeline: Timeline,
  seen: (disclosed: Disclosed) => Disclosed = (all) => all,
  stops: Report["statement"]["stops"] = [],
): string {
  const sample = sampleReport(timeline, []);
  const persona = (label: string, ...normals: string[]) => ({ label, normals: new Set(normals) });
  const statement = {
    ...sample.statement,
    me: persona("Maya Ellis", maya.normal),
    them: persona("Rhys Calloway", rFirst.normal, rSecond.normal),
    stops,
  };
  const disclosed = seen(discloseActs({ timeline, exhibits: [] }));
  const last = timeline.acts.at(-1);
  return last === undefined ? "no act" : (createAnswered({ ...sample, statement, timeline }, disclosed)({ act: last })?.says ?? "");
}

test("a text that comes within an hour directly after one of hers has hers beside it, and one that comes later has not", () => {
  const asked = hers("2026-03-03 10:00", "Who is this?");
  expect(saidOf(asked, { at: "2026-03-03 11:00", text: "you know" })).toBe("after ME’s “Who is this?”");
  expect(saidOf(asked, { at: "2026-03-03 11:01", text: "you know" })).toBe("");
  expect(saidOf(asked, { at: "2026-03-03 10:10", text: "hello" }, { at: "2026-03-03 10:20", text: "you know" })).toBe("");
  expect(saidOf({ at: "2026-03-03 10:00", text: "hello" }, { at: "2026-03-03 10:20", text: "you know" })).toBe("");
});

test("“Now you answer” has her last one of that day beside it, with how long it was, whatever came between", () => {
  const between = [hers("2026-03-03 10:00", "Leave me alone"), { at: "2026-03-03 10:10", text: "hello" }] as const;
  expect(saidOf(...between, { at: "2026-03-03 13:10", text: "So you can write after all" })).toBe(
    "after ME’s “Leave me alone”, 3 h 10 min before",
  );
  expect(saidOf(...between, { at: "2026-03-03 10:20", text: "now you answer" })).toBe("after ME’s “Leave me alone”");
  expect(saidOf(...between, { at: "2026-03-04 10:20", text: "now you answer" })).toBe("");
});

test("hers is what she sent him in that talk: not to somebody else, to another number, elsewhere, or in the same minute of another file", () => {
  const reply = { at: "2026-03-03 10:20", text: "you know" } as const;
  for (const other of [{ to: [nadia] }, { to: [rSecond] }, { channel: "whatsapp" as const }, { thread: "family" }, { text: "" }])
    expect(saidOf({ ...hers("2026-03-03 10:00", "Who is this?"), ...other }, reply)).toBe("");
  expect(saidOf(hers("2026-03-03 10:20", "Who is this?", { file: "other.xml" }), reply)).toBe("");
  expect(saidOf(hers("2026-03-03 10:20", "Who is this?"), reply)).toBe("after ME’s “Who is this?”");
  const inGroup = { thread: "family", to: [] } as const;
  expect(saidOf(hers("2026-03-03 10:00", "Stop", inGroup), { ...reply, ...inGroup })).toBe("after ME’s “Stop”");
  expect(
    saidOf(hers("2026-03-03 10:00", "Stop", inGroup), { at: "2026-03-03 10:05", from: nadia, ...inGroup }, { ...reply, ...inGroup }),
  ).toBe("");
});

test("hers is short and ends where a sentence ends, or is not said at all, nor where she holds it back", () => {
  const reply = { at: "2026-03-03 10:20", text: "you know" } as const;
  const long = `I told you. ${"and then he went on and on about it ".repeat(4)}`;
  expect(saidOf(hers("2026-03-03 10:00", long), reply)).toBe("after ME’s “I told you. …” (36 words more)");
  expect(saidOf(hers("2026-03-03 10:00", long.replace(".", ",")), reply)).toBe("");
  const timeline = makeTimeline([hers("2026-03-03 10:00", "Who is this?"), reply]);
  expect(ofLast(timeline, (all) => ({ ...all, byId: new Map([...all.byId].slice(1)) }))).toBe("");
});

test("a stop of hers stands whole before what came after it, and where it has no room by its number, never by its first sentences", () => {
  const reply = { at: "2026-03-03 10:20", text: "ok" } as const;
  const says = "Hi, I have thought about it. It is over between us. I mean it this time, and I am well. Do not contact me again, Rhys.";
  const saidWith = (text: string, stops: (timeline: Timeline) => Report["statement"]["stops"]): string => {
    const timeline = makeTimeline([hers("2026-03-03 10:00", text), reply]);
    return ofLast(timeline, (all) => all, stops(timeline));
  };
  const byId = ({ acts }: Timeline) => acts.slice(0, 1).map(({ id }) => ({ kind: "told to stop", act: id }) as const);
  const byMinute = () => [{ kind: "told to stop", minute: { year: 2026, month: 3, day: 3, hour: 10, minute: 0 } }] as const;
  expect(saidWith(says, () => [])).toBe("after ME’s “Hi, I have thought about it. It is over between us. …” (15 words more)");
  expect(saidWith(says, byId)).toBe(`after ME’s “${says}”`);
  expect(saidWith(says, byMinute)).toBe(`after ME’s “${says}”`);
  expect(saidWith(`${says} `.repeat(9), byId)).toBe("after ME’s stop (no. 1)");
});
