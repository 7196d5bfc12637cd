import { owner, withheld } from "@unmask/core";
import { inVoice, pageVoice } from "@unmask/words";
import { expect, test } from "vitest";
import { makeAct, makeTimeline, maya, nadia, timelineOf } from "../../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../../fixtures/timelines/make-statement.ts";
import { findAll } from "../index.ts";
import { sayAbsences } from "./absences.ts";
import { actsByWhose } from "./their-acts.ts";

const statement = makeStatement();

test("every act of the timeline stands in exactly one list", () => {
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00" },
    { at: "1970-03-03 10:00", flags: ["far-date"] },
    { at: "2026-03-03 10:01", from: maya },
    { at: "2026-03-03 10:02", from: maya, to: [nadia] },
    { at: "2026-03-03 10:03", from: nadia },
  ]);
  const lists = actsByWhose(timeline, statement);
  expect([lists.theirs, lists.far, lists.hers, lists.hersElsewhere, lists.others, lists.versions].map((list) => list.length)).toEqual([
    1, 1, 1, 1, 1, 0,
  ]);
});

test("hers in their thread is to them, hers in another thread is not, though the file names no receiver", () => {
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", thread: "R" },
    { at: "2026-03-03 10:01", from: owner, to: [], thread: "R" },
    { at: "2026-03-03 10:02", from: owner, to: [], thread: "Nadia" },
  ]);
  expect(actsByWhose(timeline, statement).hers).toHaveLength(1);
});

test("of two records that point to each other the one with the smaller id counts", () => {
  const old = makeAct({ at: "2026-03-03 10:00", id: "t-a-1", file: "old.json", sourceId: "7", text: "one", flags: ["edited"] });
  const edited = makeAct({ at: "2026-03-03 10:00", id: "t-b-1", file: "new.json", sourceId: "7", text: "two", flags: ["edited"] });
  const { theirs, versions } = actsByWhose(timelineOf([edited, old]), statement);
  expect(theirs.map(({ act }) => act.id)).toEqual(["t-a-1"]);
  expect(versions.map(({ id }) => id)).toEqual(["t-b-1"]);
});

test("a record whose other version is not on the timeline counts", () => {
  const { acts, coverage } = makeTimeline([{ at: "2026-03-03 10:00" }]);
  const lonely = { acts: acts.map((act) => ({ ...act, versionOf: makeAct({ at: "2026-03-03 10:00", id: "t-gone-1" }).id })), coverage };
  expect(actsByWhose(lonely, statement).theirs).toHaveLength(1);
});

test("what is perhaps theirs, agreed, or not this one stands apart and is in no number of theirs", () => {
  const acts = ["10:00", "10:01", "10:02", "10:03"].map((clock) => makeAct({ at: `2026-03-03 ${clock}` }));
  const ids = acts.map(({ id }) => id);
  const timeline = timelineOf([...acts, makeAct({ at: "2026-03-03 10:05", from: nadia })]);
  const stated = makeStatement({
    perhaps: { label: "R.", normals: new Set([nadia.normal]) },
    marks: [{ act: ids[1] ?? expect.fail(), whose: "perhaps theirs" }],
    agreed: [{ says: "handover", acts: [ids[2] ?? expect.fail()] }],
    notThis: [{ act: ids[3] ?? expect.fail() }],
  });
  const { theirs, perhaps, agreed, notThese } = actsByWhose(timeline, stated);
  expect(theirs.map(({ act }) => act.id)).toEqual(ids.slice(0, 1));
  expect([perhaps, agreed, notThese].map((list) => list.length)).toEqual([2, 1, 1]);
  expect(sayAbsences(timeline, stated, theirs).map((says) => inVoice(says, pageVoice))).toEqual(
    expect.arrayContaining([
      "Perhaps theirs, as you say, and in no number of theirs: 2 acts.",
      "Counted apart, because you said that it was agreed: 1 act.",
      "Not counted, because you said “not this one”: 1 act.",
    ]),
  );
});

test("“not this one” and what was agreed hold for what is perhaps theirs and by nobody named: in no count, and told with her reason", () => {
  const at = (clock: string): string => `2026-03-03 ${clock}`;
  const wrong = makeAct({ at: at("10:01"), from: nadia, text: "who is this" });
  const boiler = makeAct({ at: at("10:02"), from: nadia, text: "the boiler" });
  const rest = makeAct({ at: at("10:03"), from: nadia, text: "still here" });
  const surgery = makeAct({ at: at("10:04"), from: withheld, kind: "call", channel: "phone", text: null });
  const door = makeAct({
    at: at("10:05"),
    kind: "damage",
    channel: "in-person",
    grade: "own-account",
    file: "diary.csv",
    text: "the door",
  });
  const gate = makeAct({ at: at("10:06"), kind: "visit", channel: "in-person", grade: "own-account", file: "diary.csv", text: "the gate" });
  const calls = ["10:07", "10:08", "10:09"].map((clock) =>
    makeAct({ at: at(clock), from: withheld, kind: "call", channel: "phone", text: null }),
  );
  const timeline = timelineOf([makeAct({ at: at("10:00") }), wrong, boiler, rest, surgery, door, gate, ...calls]);
  const stated = makeStatement({
    perhaps: { label: "R.", normals: new Set([nadia.normal]) },
    stops: [{ kind: "told to stop", day: { year: 2026, month: 3, day: 2 } }],
    agreed: [{ says: "texts about the boiler", acts: [boiler.id] }],
    notThis: [
      { act: wrong.id, says: "a wrong number" },
      { act: surgery.id, says: "the surgery rang" },
      { act: door.id, finding: "near-her", says: "I broke it" },
    ],
  });
  const found = findAll(timeline, stated);
  const of = (pattern: string) => found.find((one) => one.pattern === pattern) ?? expect.fail(pattern);
  expect(of("contact-after-stop").line).toContain("3 acts came, perhaps 1 more");
  expect(of("withheld-calls").line).toContain("3 calls");
  expect(of("agreed-contact").says).toContain("1 act was contact that you said was agreed: 0 of theirs, 1 perhaps theirs and 0 of yours.");
  expect(of("frequency").couldChange).toContain(
    "Not counted, because you said “not this one”: 2 acts (“a wrong number”; “the surgery rang”).",
  );
  expect(of("near-her").line).toContain("the gate");
  expect(of("near-her").couldChange[0]).toBe("Of 1 act more that would be named you said “not this one” (“I broke it”).");
});

test("“not this one” of one pattern changes that pattern alone", () => {
  const acts = ["01:00", "02:00", "03:00", "04:00"].map((clock) => makeAct({ at: `2026-03-03 ${clock}` }));
  const timeline = timelineOf(acts);
  const found = findAll(timeline, makeStatement({ notThis: [{ act: acts[0]?.id ?? expect.fail(), finding: "night-time" }] }));
  const countOf = (pattern: string): number | undefined => found.find((one) => one.pattern === pattern)?.acts.length;
  expect([countOf("night-time"), countOf("frequency")]).toEqual([3, 4]);
});
