import { type Identity, type Persona, owner } from "@unmask/core";
import { expect, test } from "vitest";
import { makeAct, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { chatsWithoutHer } from "./chats-without-her.ts";

const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
const called = (...names: readonly string[]): Persona => ({
  label: names[0] ?? "me",
  normals: new Set(names.map((one) => one.toLowerCase())),
  normalsByName: new Map(names.map((one) => [one, [one.toLowerCase()]])),
});
const line = (from: string, thread = "Owen Pike", minute = 10) =>
  makeAct({ at: `2026-03-03 10:${minute}`, from: named(from), to: [], channel: "whatsapp", thread, file: `${thread}.txt` });
const sms = makeAct({ at: "2026-03-03 10:00", from: owner, to: [rFirst] });
const found = (me: Persona, ...acts: ReturnType<typeof makeAct>[]) =>
  chatsWithoutHer(timelineOf([sms, ...acts]), makeStatement({ me, them: called("Owen Pike") }));

test("beside texts that name no owner, a slip in her own name is found by the chat in which nobody is her, with the names that it holds", () => {
  const chat = [line("Owen Pike"), line("Hannah Reyes", "Owen Pike", 11), line("Hannah Reyes", "Owen Pike", 12)];
  expect(found(called("Hanah Reyes"), ...chat)).toEqual([
    { channel: "whatsapp", thread: "Owen Pike", senders: [named("Hannah Reyes"), named("Owen Pike")], open: [named("Hannah Reyes")] },
  ]);
  expect(found(called("H. R."), ...chat)).toHaveLength(1);
  expect(found(called("Hannah Reyes"), ...chat)).toEqual([]);
});

test("a chat in which only he wrote, one that other people have among them, and one with nothing stated of her are left alone", () => {
  expect(found(called("Hanah Reyes"), line("Owen Pike"))).toEqual([]);
  const hers = [line("Hannah Reyes"), line("Owen Pike")];
  expect(found(called("Hannah Reyes"), ...hers, line("Mia", "the walkers"), line("Neil", "the walkers"))).toEqual([]);
  expect(chatsWithoutHer(timelineOf([sms, ...hers]), makeStatement({ me: { label: "you", normals: new Set() } }))).toEqual([]);
});

test("where one of her names is known and another chat writes her otherwise, the name that looks like hers is the one that is asked about", () => {
  const elsewhere = [line("Owen Pike", "work"), line("Hannah R", "work"), line("Neil", "work")];
  const [chat] = found(called("Hannah Reyes"), line("Hannah Reyes"), ...elsewhere);
  expect(chat?.open).toEqual([named("Hannah R")]);
});

test("a chat of twenty thousand long names is looked through in a moment", () => {
  const acts = Array.from({ length: 20_000 }, (_, i) => line(`${"x".repeat(200)} ${i}`, "crowd"));
  const timeline = timelineOf([sms, ...acts]);
  const started = performance.now();
  expect(chatsWithoutHer(timeline, makeStatement({ me: called("Hannah Reyes") }))[0]?.senders).toHaveLength(20_000);
  expect(performance.now() - started).toBeLessThan(4000);
});
