import { type Notice, owner } from "@unmask/core";
import { expect, test } from "vitest";
import { type ActDraft, makeAct, maya, nadia, rFirst, rHandle, shaOf, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { blocksInFiles } from "./blocks-in-files.ts";

const block = (more: Partial<ActDraft> = {}) =>
  makeAct({ at: "2026-03-03 10:00", kind: "block", channel: "whatsapp", from: maya, to: [rFirst], text: null, ...more });
const unblock = (start: number, file = "sms.xml"): Notice => ({
  says: "unblock notice",
  covers: { until: 1_773_000_000_000 as never },
  source: { sha256: shaOf(file), name: file, start, end: start + 10 },
});

test("a block of his account that her own files hold is found while she has stated none, and not once she has", () => {
  const one = block();
  const other = block({ from: owner, to: [rHandle], channel: "instagram", file: "blocked.json", at: "2026-03-03 10:01" });
  const timeline = timelineOf([one, other]);
  const found = (more: Parameters<typeof makeStatement>[0]) => blocksInFiles({ timeline, unblocks: [] }, makeStatement(more));
  expect(found({})).toEqual([
    { act: expect.objectContaining({ id: one.id }), blocked: rFirst },
    { act: expect.objectContaining({ id: other.id }), blocked: rHandle },
  ]);
  expect(found({ stops: [stopOn("told to stop", "2026-03-01")] })).toHaveLength(2);
  expect(found({ stops: [stopOn("blocked", "2026-03-03")] })).toEqual([]);
  expect(found({ stops: [{ kind: "blocked", act: one.id }] })).toEqual([]);
});

test("a block of somebody else, a block by him, and one of which she says that it is not so are not asked about", () => {
  const kept = block();
  const timeline = timelineOf([block({ to: [nadia] }), block({ from: rFirst, to: [maya] }), block({ to: [] }), kept]);
  const found = (more: Parameters<typeof makeStatement>[0]) => blocksInFiles({ timeline, unblocks: [] }, makeStatement(more));
  expect(found({}).map(({ act }) => act.id)).toEqual([kept.id]);
  expect(found({ marks: [{ act: kept.id, whose: "other" }] })).toEqual([]);
  expect(found({ notThis: [{ act: kept.id }] })).toEqual([]);
  expect(found({ answers: { blocked: "none" } })).toEqual([]);
});

test("an unblocking further down in the same file is told of the block before it, and of no other, until she stated one", () => {
  const [first, second] = [block(), block({ at: "2026-03-05 10:00" })];
  const elsewhere = block({ at: "2026-03-06 10:00", file: "other.txt" });
  const timeline = timelineOf([first, second, elsewhere]);
  const at = (act: typeof first) => act.source.start + 1;
  const found = blocksInFiles({ timeline, unblocks: [unblock(at(first)), unblock(0)] }, makeStatement());
  expect(found.map(({ unblocked }) => unblocked?.covers?.until)).toEqual([1_773_000_000_000, undefined, undefined]);
  const stated = makeStatement({ stops: [{ kind: "blocked", act: first.id }] });
  expect(blocksInFiles({ timeline, unblocks: [unblock(at(first))] }, stated)).toEqual([]);
});
