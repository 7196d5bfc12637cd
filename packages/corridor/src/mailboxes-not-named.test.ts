import type { Identity } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { mailboxesIn, mailboxesNotNamed } from "./mailboxes-not-named.ts";

const mail = (address: string): Identity => ({ kind: "email", wrote: address, normal: address });
const [hers, work, his, boss] = ["m.ellis@example.com", "m.ellis@example.org", "r@example.net", "boss@example.org"].map(mail) as [
  Identity, Identity, Identity, Identity,
]; // prettier-ignore
const inbox = (from: Identity, to: Identity, day: number, file = "inbox.mbox"): ActDraft => ({
  at: `2026-03-${String(day).padStart(2, "0")} 10:00`, channel: "email", from, to: [to], file,
}); // prettier-ignore
const told = (drafts: readonly ActDraft[], statement = makeStatement()) =>
  mailboxesNotNamed(makeTimeline(drafts), statement).map(({ identity, received, of }) => [identity.normal, received, of]);

test("she is asked about the address to which all mail in her files goes, and not once she has said whose it is", () => {
  const drafts = [inbox(his, hers, 1), inbox(boss, hers, 2), inbox(his, hers, 3), inbox(hers, boss, 4)];
  expect(told(drafts)).toEqual([[hers.normal, 3, 3]]);
  const said = { label: "Maya", normals: new Set([maya.normal, hers.normal]) };
  expect(told(drafts, makeStatement({ me: said }))).toEqual([]);
  expect(told(drafts, makeStatement({ them: said }))).toEqual([]);
  expect(told(drafts, makeStatement({ perhaps: said }))).toEqual([]);
  expect(mailboxesIn(makeTimeline(drafts).acts)).toHaveLength(1);
});

test("two mailboxes are two questions, and an address to which some of the mail goes, or one mail, is none", () => {
  const two = [1, 2, 3].flatMap((day) => [inbox(his, hers, day, "home.mbox"), inbox(boss, work, day, "work.mbox")]);
  expect(told(two)).toEqual([
    [hers.normal, 3, 3],
    [work.normal, 3, 3],
  ]);
  expect(told([inbox(his, hers, 1), inbox(his, boss, 2), inbox(his, work, 3), inbox(boss, hers, 4)])).toEqual([]);
  expect(told([inbox(his, hers, 1)])).toEqual([]);
  expect(told([1, 2, 3].map((day) => ({ ...inbox(his, hers, day), grade: "own-account" }) as const))).toEqual([]);
});

test("a mail about her that was passed on to her names another receiver, and hers is asked about all the same", () => {
  expect(told([inbox(his, hers, 1), inbox(his, boss, 2), inbox(boss, hers, 3)])).toEqual([[hers.normal, 2, 3]]);
});

test("single mails, a file each, are looked at together", () => {
  expect(told([1, 2, 3, 4].map((day) => inbox(his, hers, day, `${day}.eml`)))).toEqual([[hers.normal, 4, 4]]);
});
