import type { Identity, Persona } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActDraft, makeAct, makeTimeline, maya, nadia, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { escalation } from "./escalation.ts";

const find = (...drafts: readonly ActDraft[]) => escalation.find(makeTimeline(drafts), makeStatement());

const visit = (at: string): ActDraft => ({ at, kind: "visit", channel: "in-person", file: "diary.csv", grade: "own-account" });

const personaOf = ({ normal }: Identity): Persona => ({ label: "R", normals: new Set([normal]) });

test("from messages to the door is a step, and no word is weighed", () => {
  const seen: ActDraft = { at: "2026-05-01 20:00", kind: "visit", channel: "doorbell", file: "doorbell.json", text: null };
  const found = find(
    { at: "2026-03-03 10:00", text: "hello" },
    { at: "2026-04-03 10:00", kind: "login", channel: "google", file: "g.json" },
    seen,
  );
  expect(found[0]?.says).toBe(
    "It began from afar on 3 March 2026. It came into accounts and devices first on 3 April 2026: 1 log-in. It came to where you were first on 1 May 2026: 1 visit.",
  );
  expect(found[0]?.line).toBe("It came into accounts and devices, first on 3 April 2026, and to where you were, first on 1 May 2026.");
  const loud = find({ at: "2026-03-03 10:00", text: "I HATE YOU I WILL COME" }, { at: "2026-03-04 10:00", text: "I WILL BREAK YOUR DOOR" });
  expect(loud).toEqual([]);
});

test("a tag that she found and wrote into her diary came into devices, and not to where she was", () => {
  const tag: ActDraft = { at: "2026-06-10 08:00", kind: "check", channel: "in-person", file: "diary.csv", grade: "own-account" };
  expect(find({ at: "2026-06-01 12:00" }, tag)[0]?.line).toBe("It came into accounts and devices: first on 10 June 2026.");
});

test("a threat from afar is from afar", () => {
  expect(find({ at: "2026-03-03 10:00" }, { at: "2026-03-04 10:00", kind: "threat", channel: "sms" })).toEqual([]);
});

test("nearer on the same day is a step where the minutes tell the order, and none where a diary gives the day alone", () => {
  expect(find({ at: "2026-03-03 12:00" }, visit("2026-03-03 12:05"))[0]?.line).toBe("It came to where you were: first on 3 March 2026.");
  expect(find({ at: "2026-03-03 12:00" }, { ...visit("2026-03-03 00:00"), until: "2026-03-03 23:59" })).toEqual([]);
});

test("he stood at her gate before he ever wrote: that he came nearer later is said of nothing", () => {
  const wrote: readonly ActDraft[] = [{ at: "2026-04-20 10:00" }, { at: "2026-04-20 10:01", from: maya }, visit("2026-05-10 10:00")];
  const told = makeStatement({ stops: [stopOn("told to stop", "2026-05-01")] });
  expect(escalation.find(makeTimeline([visit("2026-03-01 18:00"), ...wrote]), told)).toEqual([]);
  const into: ActDraft = { at: "2026-06-01 10:00", kind: "login", channel: "google", file: "g.json" };
  expect(find(visit("2026-03-01 18:00"), { at: "2026-04-20 10:00" }, into)[0]?.says).toMatch(
    /^From afar it came first on 20 April 2026\. It came into accounts/,
  );
});

test("after handovers that were agreed, or visits before she told him to stop, the first that was neither is the step, and the line says so", () => {
  const unwanted = visit("2026-05-10 10:00");
  const talk: readonly ActDraft[] = [{ at: "2026-04-20 10:00" }, { at: "2026-04-20 10:01", from: maya }];
  const told = makeStatement({ stops: [stopOn("told to stop", "2026-05-01")] });
  const line = "It came to where you were: first on 10 May 2026, apart from what was agreed.";
  const [ordinary] = escalation.find(makeTimeline([...talk, visit("2026-04-25 18:00"), unwanted]), told);
  expect(ordinary?.line).toBe("It came to where you were: first on 10 May 2026, apart from visits and gifts while both wrote as much.");
  expect(ordinary?.acts).toHaveLength(2);
  for (const day of ["2026-04-10", "2026-04-25"]) {
    const handover = makeAct(visit(`${day} 18:00`));
    const agreed = { ...told, agreed: [{ says: "handover", acts: [handover.id] }] };
    const [finding] = escalation.find(timelineOf([...talk, unwanted].map(makeAct).concat(handover)), agreed);
    expect(finding?.line, day).toBe(line);
    expect(finding?.acts).not.toContain(handover.id);
    expect(finding?.says).toMatch(day === "2026-04-10" ? /^From afar it came first/ : /^It began from afar/);
  }
  const [plain] = escalation.find(makeTimeline([...talk, unwanted]), told);
  expect(plain?.line).toBe("It came to where you were: first on 10 May 2026.");
});

test("a second app and a payment are no steps", () => {
  expect(
    find(
      { at: "2026-03-03 10:00" },
      { at: "2026-03-09 10:00", channel: "instagram", file: "i.json" },
      { at: "2026-03-12 10:00", kind: "transfer", channel: "bank", file: "b.csv" },
    ),
  ).toEqual([]);
});

test("an account that began after a block is new, and one that is perhaps theirs says so", () => {
  const acts: readonly ActDraft[] = [
    { at: "2026-03-03 10:00" },
    { at: "2026-03-09 10:00", from: nadia, text: "i know which train is yours" },
    { at: "2026-03-10 10:00" },
  ];
  const blocked = makeStatement({ stops: [stopOn("blocked", "2026-03-05")], perhaps: personaOf(nadia) });
  const [finding] = escalation.find(makeTimeline(acts), blocked);
  expect(finding?.standing).toBe("new after a block");
  expect(finding?.line).toBe("9 March 2026, a new number after a block: “i know which train is yours”. Perhaps by them.");
  const before = makeStatement({ stops: [stopOn("blocked", "2026-03-01")], perhaps: personaOf(nadia) });
  expect(escalation.find(makeTimeline(acts), before)).toEqual([]);
});

test("a number that she had rung before the block is not new after it", () => {
  const blocked = makeStatement({ stops: [stopOn("blocked", "2026-03-05")], perhaps: personaOf(nadia) });
  const acts: readonly ActDraft[] = [{ at: "2026-03-03 10:00" }, { at: "2026-03-09 10:00", from: nadia }, { at: "2026-03-10 10:00" }];
  const rung: ActDraft = { at: "2026-03-02 10:00", kind: "call", channel: "phone", from: maya, to: [nadia], file: "calls.xml" };
  expect(escalation.find(makeTimeline(acts), blocked)).toHaveLength(1);
  expect(escalation.find(makeTimeline([rung, ...acts]), blocked)).toEqual([]);
});

test("roses between two who write to each other are no step; after a stop they are, and so is damage at any time", () => {
  const talk: readonly ActDraft[] = [{ at: "2026-03-03 10:00" }, { at: "2026-03-03 10:01", from: maya }];
  const roses: ActDraft = { at: "2026-06-21 19:00", kind: "gift", channel: "in-person", file: "diary.csv", grade: "own-account" };
  const linesOf = (statement: ReturnType<typeof makeStatement>, ...drafts: readonly ActDraft[]): readonly string[] =>
    escalation.find(makeTimeline([...talk, ...drafts]), statement).map(({ line }) => line);
  expect(linesOf(makeStatement(), roses)).toEqual([]);
  const nearer = ["It came to where you were: first on 21 June 2026."];
  expect(linesOf(makeStatement({ stops: [stopOn("told to stop", "2026-05-01")] }), roses)).toEqual(nearer);
  expect(linesOf(makeStatement({ stops: [stopOn("order served", "2026-05-01")] }), roses)).toEqual(nearer);
  expect(linesOf(makeStatement(), { ...roses, kind: "damage" })).toEqual(nearer);
  expect(linesOf(makeStatement(), { at: "2026-04-01 10:00" }, { at: "2026-04-02 10:00" }, { at: "2026-04-03 10:00" }, roses)).toEqual(
    nearer,
  );
});

test("a visit to her mother is no step to where she was", () => {
  const mum = { kind: "name", wrote: "Mum", normal: "mum" } as const;
  const visit: ActDraft = { at: "2026-06-15 15:00", kind: "visit", channel: "in-person", file: "diary.csv", grade: "own-account" };
  const linesOf = (...drafts: readonly ActDraft[]): readonly string[] =>
    escalation.find(makeTimeline([{ at: "2026-06-01 10:00" }, ...drafts]), makeStatement()).map(({ line }) => line);
  expect(linesOf({ ...visit, to: [mum] })).toEqual([]);
  expect(linesOf({ ...visit, to: [mum] }, { ...visit, at: "2026-07-10 18:00" })).toEqual([
    "It came to where you were: first on 10 July 2026.",
  ]);
});

test("a poster in a pub, an arrest and what he told her daughter on the phone are no steps to where she was, whatever the column list says", () => {
  const row = { channel: "in-person", file: "diary.csv", grade: "own-account" } as const;
  const rows = (["post", "other", "message"] as const).map((kind): ActDraft => ({
    at: "2026-04-03 10:00",
    kind,
    text: "Jo took it down.",
    ...row,
  }));
  expect(find({ at: "2026-03-03 10:00" }, ...rows)).toEqual([]);
  expect(find({ at: "2026-03-03 10:00" }, ...rows, visit("2026-05-10 10:00"))[0]?.says).toMatch(/first on 10 May 2026: 1 visit\.$/);
});
