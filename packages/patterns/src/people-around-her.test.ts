import type { Identity } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { peopleAroundHer } from "./people-around-her.ts";

const employer: Identity = { kind: "email", wrote: "manager@brightwater.example", normal: "manager@brightwater.example" };
const stranger: Identity = { kind: "email", wrote: "wp3308@example.net", normal: "wp3308@example.net" };
const mail = { channel: "email", file: "mail.eml" } as const;
const statement = { ...makeStatement(), me: { ...makeStatement().me, label: "Maya Osei" } };
const find = (...drafts: readonly ActDraft[]) => peopleAroundHer.find(makeTimeline([{ at: "2026-03-01 10:00" }, ...drafts]), statement);

test("a mail to her employer that names her is told, whoever sent it, and gets no letter", () => {
  const [finding] = find({ at: "2026-03-05 09:14", from: stranger, to: [employer], text: "Your receptionist Maya steals.", ...mail });
  expect(finding?.line).toBe("5 March 2026, to manager@brightwater.example: “Your receptionist Maya steals.” By whom is not known.");
  expect(finding?.codesByAct).toBeUndefined();
});

test("mail between others that does not name her, and mail to her, are not told", () => {
  expect(find({ at: "2026-03-05 09:14", from: stranger, to: [employer], text: "Two boxes of gloves.", ...mail })).toEqual([]);
  expect(find({ at: "2026-03-05 09:14", from: stranger, to: [maya], text: "Dear Maya", ...mail })).toEqual([]);
});

test("a post of theirs is published: it can be c, and never b", () => {
  const [finding] = find({ at: "2026-03-05 09:14", kind: "post", channel: "facebook", file: "f.json", text: "Ask her what she did." });
  expect(finding?.line).toMatch(/^5 March 2026, published: “Ask her what she did.” /);
  expect(Object.values(finding?.codesByAct ?? {})).toEqual([["c"]]);
});

test("a mail to her employer is told though nothing in the files is theirs", () => {
  const mailed = makeTimeline([{ at: "2026-03-05 09:14", from: stranger, to: [employer], text: "Maya steals.", ...mail }]);
  expect(peopleAroundHer.find(mailed, statement).map(({ line }) => line)).toEqual([
    "5 March 2026, to manager@brightwater.example: “Maya steals.” By whom is not known.",
  ]);
});
