import { type Identity, withheld } from "@unmask/core";
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
  expect(finding?.line).toBe("5 March 2026, to manager@brightwater.example: “Your receptionist Maya steals.” By whom: not said.");
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
    "5 March 2026, to manager@brightwater.example: “Maya steals.” By wp3308@example.net, not said whose.",
  ]);
});

test("a mail whose header names a sender is by that account, not said whose, and only what names nobody is by whom is not known", () => {
  const helen: Identity = { kind: "email", wrote: "h.ode@example.com", normal: "h.ode@example.com", name: "Helen Ode" };
  const sent = { at: "2026-03-05 09:14", to: [employer], ...mail } as const;
  const [mailed] = find({ ...sent, from: helen, text: "Maya, can we talk?" });
  expect(mailed?.says).toMatch(/“Maya, can we talk\?” By the mail address h\.ode@example\.com \(Helen Ode\), not said whose\.$/);
  const [rung] = find({ ...sent, from: withheld, text: "Maya steals." });
  expect(rung?.says).toMatch(/ By whom is not known\.$/);
  const long = "Your receptionist Maya takes money out of the till and the whole of the town knows of it by now.";
  expect(find({ ...sent, from: { ...helen, wrote: `${"helen.".repeat(9)}@example.com` }, text: long })[0]?.line).toMatch(
    /message, 20 words, in full below\. By whom: not said\.$/,
  );
});
