import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, rSecond } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement, stopOn } from "../../../fixtures/timelines/make-statement.ts";
import { channelSwitching } from "./channel-switching.ts";

const blocked = makeStatement({ stops: [stopOn("blocked", "2026-03-10")] });
const find = (statement: ReturnType<typeof makeStatement>, ...drafts: readonly ActDraft[]) =>
  channelSwitching.find(makeTimeline(drafts), statement);

test("another number within two weeks after a block is named with both days", () => {
  const [finding] = find(blocked, { at: "2026-03-09 10:00" }, { at: "2026-03-12 10:00" }, { at: "2026-03-24 10:00", from: rSecond });
  expect(finding?.says).toContain(
    "Texts from 07700 900388 on 24 March 2026, after 10 March 2026. You had sent nothing there since that day.",
  );
  expect(finding?.acts).toHaveLength(1);
});

test("the line says how far back the files go, and that they do not show another way", () => {
  const switched: readonly ActDraft[] = [{ at: "2026-03-09 10:00" }, { at: "2026-03-12 10:00", from: rSecond }];
  const [short] = find(blocked, ...switched);
  expect(short?.line).toBe("Within 14 days of a stop they used a way not shown before; the files begin 1 day before a stop.");
  expect(short?.says).toContain("The files begin on 9 March 2026.");
  expect(find(blocked, { at: "2026-03-10 09:55" }, { at: "2026-03-12 10:00", from: rSecond })[0]?.line).toMatch(
    /the files begin on the day of a stop\.$/,
  );
  const [long] = find(blocked, { at: "2026-01-09 10:00" }, ...switched);
  expect(long?.line).toBe("Within 14 days of a stop they used a way that these files do not show in the four weeks before.");
});

test("a mail to her mother is no other way of reaching her", () => {
  const mother = { kind: "email", wrote: "june@example.org", normal: "june@example.org" } as const;
  const mail: ActDraft = { at: "2026-03-12 10:00", channel: "email", file: "m.eml", to: [mother] };
  expect(find(blocked, { at: "2026-03-09 10:00" }, mail)).toEqual([]);
  expect(find(blocked, { at: "2026-03-09 10:00" }, { ...mail, to: [maya] })).toHaveLength(1);
});

test("the fifteenth day is too late, and a way that was in use is not new", () => {
  expect(find(blocked, { at: "2026-03-09 10:00" }, { at: "2026-03-25 10:00", from: rSecond })).toEqual([]);
  expect(
    find(blocked, { at: "2026-03-09 10:00" }, { at: "2026-03-08 10:00", from: rSecond }, { at: "2026-03-12 10:00", from: rSecond }),
  ).toEqual([]);
});

test("a day that may lie before the block is no switch", () => {
  expect(find(blocked, { at: "2026-03-09 10:00" }, { at: "2026-03-11 10:00", until: "2026-04-20 10:00", from: rSecond })).toEqual([]);
});

test("without anything from them before the block there is nothing to switch from", () => {
  expect(find(blocked, { at: "2026-03-12 10:00", from: rSecond })).toEqual([]);
});

test("three channels on one day are said, two are not", () => {
  const two: readonly ActDraft[] = [
    { at: "2026-03-03 10:00" },
    { at: "2026-03-03 11:00", channel: "whatsapp", file: "chat.txt" },
    { at: "2026-03-03 11:30", channel: "imessage", file: "m.db" },
  ];
  expect(find(makeStatement(), ...two)).toEqual([]);
  const [finding] = find(makeStatement(), ...two, { at: "2026-03-03 12:00", channel: "whatsapp", kind: "call", file: "chat.txt" });
  expect(finding?.says).toBe(
    "On 1 day they used three or more channels on the same day, 4 acts in all; you did so on none. The most is 3, on 3 March 2026: Texts, WhatsApp and Calls.",
  );
});

test("a channel that she had opened herself is said beside it", () => {
  const whatsapp = { channel: "whatsapp", file: "chat.txt" } as const;
  const [finding] = find(
    blocked,
    { at: "2026-03-09 10:00" },
    { at: "2026-03-12 09:00", from: maya, ...whatsapp },
    { at: "2026-03-12 10:00", ...whatsapp },
  );
  expect(finding?.says).toMatch(/You had sent 1 there since that day\./);
});

test("a day on which she used as many channels is said beside theirs", () => {
  const ways: readonly Partial<ActDraft>[] = [
    {},
    { channel: "whatsapp", file: "chat.txt" },
    { channel: "imessage", kind: "call", file: "c" },
  ];
  const day = (from?: ActDraft["from"]): readonly ActDraft[] =>
    ways.map((way) => ({ at: "2026-03-03 10:00", ...way, ...(from ? { from } : {}) }));
  expect(find(makeStatement(), ...day(), ...day(maya))[0]?.says).toContain("3 acts in all; you did so on 1: about even.");
});

test("flowers are no other way where both go on writing; where she wrote no more they are", () => {
  const flowers: ActDraft = { at: "2026-03-14 19:00", kind: "gift", channel: "in-person", file: "diary.csv", grade: "own-account" };
  const before: ActDraft = { at: "2026-03-09 10:00" };
  expect(find(blocked, before, { at: "2026-03-12 10:00", from: maya }, flowers)).toEqual([]);
  expect(find(blocked, before, flowers)).toHaveLength(1);
});
