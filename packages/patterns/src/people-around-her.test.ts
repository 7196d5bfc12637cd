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

const family: Identity = { kind: "group", wrote: "Family", normal: "family" };
const chat = { to: [family], channel: "whatsapp", file: "chat.txt" } as const;

test("what he tells a group about her stands with the group, can be publishing, and where she lives is told before the rest", () => {
  const insult = (day: number): ActDraft => ({ ...chat, at: `2026-03-1${day} 08:00`, text: "Maya is a liar" });
  const found = find(
    { ...chat, at: "2026-03-05 09:00", from: maya, text: "I am leaving" },
    insult(0),
    insult(1),
    insult(2),
    { ...chat, at: "2026-03-21 21:00", text: "She lives at flat 9 now if anyone wants a laugh" },
    { ...chat, at: "2026-03-22 21:00", text: "Sausages on me" },
  );
  expect(found.map(({ line }) => line.replace(/ By them.*/, ""))).toEqual([
    "10 March 2026, to a group of 2 or more: “Maya is a liar”.",
    "11 March 2026, to a group of 2 or more: “Maya is a liar”.",
    "21 March 2026, to a group of 2 or more: “She lives at flat 9 now if anyone wants a laugh”.",
    "To other people or published, besides: 1 message.",
  ]);
  expect(found[2]?.table.rows[0]?.[4]).toBe("To a group of 2 or more");
  expect(Object.values(found[2]?.codesByAct ?? {})).toEqual([["c"]]);
});

test("a word about somebody else in a group, and one in a group where she goes on writing that does not name her, are not told", () => {
  expect(find({ ...chat, at: "2026-03-10 08:00", text: "She lives at flat 9 now" })).toEqual([]);
  const stays: ActDraft = { ...chat, at: "2026-03-12 09:00", from: maya, text: "Stop it" };
  expect(find({ ...chat, at: "2026-03-10 08:00", text: "She is late again" }, stays)).toEqual([]);
  expect(find({ ...chat, at: "2026-03-10 08:00", text: "Maya is late again" }, stays)).toHaveLength(1);
});

test("her own answer to her employer from an address that shows her name is asked about, and is no act of others", () => {
  const named = { ...statement, me: { label: "Maya Osei", normals: new Set(["maya osei"]) } };
  const hers: Identity = { kind: "email", wrote: "m.osei@example.com", normal: "m.osei@example.com", name: "Maya Osei" };
  const sent: readonly ActDraft[] = [
    { at: "2026-03-01 10:00" },
    { at: "2026-03-05 09:14", from: stranger, to: [employer], text: "Maya steals.", ...mail },
    { at: "2026-03-06 09:14", from: hers, to: [employer], text: "None of that is true. Maya", ...mail },
  ];
  const timeline = makeTimeline(sent);
  const found = peopleAroundHer.find(timeline, named);
  expect(found.map(({ line }) => line)).toEqual([
    "5 March 2026, to manager@brightwater.example: “Maya steals.” By wp3308@example.net, not said whose.",
  ]);
  expect(found[0]?.couldChange).toContain(
    "1 act to other people, by an account that shows a name of yours and that you did not name, is in none of these: anybody can choose that name.",
  );
  const [, , answer] = timeline.acts;
  if (answer === undefined) throw new Error("three acts");
  expect(peopleAroundHer.find(timeline, { ...named, marks: [{ act: answer.id, whose: "other" }] })).toHaveLength(2);
});
