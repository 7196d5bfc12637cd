import { describe, expect, test } from "vitest";
import { type ActDraft, makeTimeline } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import type { Identity, Persona } from "./identity.ts";
import { findOpenChats, findStatedTwins, withStatedTwins } from "./stated-twins.ts";
import { findToldGroups } from "./told-groups.ts";

const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
const [ivo, ivoN, sal, bea] = [named("Ivo Nash"), named("Ivo N"), named("Sal Orr"), named("Bea Kint")];
const persona = (...people: readonly Identity[]): Persona => ({ label: "x", normals: new Set(people.map(({ normal }) => normal)) });
const oneName = makeStatement({ me: persona(sal), them: persona(ivo) });
const bothNames = makeStatement({ me: persona(sal), them: persona(ivo, ivoN) });

interface Export {
  readonly to: Identity;
  /** What the export calls the chat: his name, or the folder it lies in. */
  readonly thread?: string;
  readonly count?: number;
  /** Who wrote the message of a minute. */
  readonly who: (minute: number) => Identity;
  readonly isDeleted?: (minute: number) => boolean;
  readonly isGone?: (minute: number) => boolean;
  readonly text?: (minute: number) => string;
  readonly seconds?: string;
  /** Messages that stand in one minute. */
  readonly aMinute?: number;
}

/** As one make has it: the id is made of author, minute and words, and says nothing of the chat. */
function exported({
  to,
  thread = to.wrote,
  count = 40,
  who,
  isDeleted,
  isGone,
  text = (at) => `words ${at}`,
  seconds = "",
  aMinute = 1,
}: Export): ActDraft[] {
  return Array.from({ length: count }, (_, at) => at).flatMap((at): ActDraft[] => {
    if (isGone?.(at)) return [];
    const from = who(at);
    const minute = Math.floor(at / aMinute);
    const isTaken = isDeleted?.(at) === true;
    const words = isTaken ? null : text(at);
    const when = `2026-06-02 ${10 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}${seconds}`;
    const id = `${from.normal}${when}${words ?? "taken"}${at}`.replaceAll(/[^0-9a-z]/g, "");
    return [
      {
        at: when,
        channel: "whatsapp",
        thread,
        from,
        to: to.kind === "group" || from === sal ? [to] : [sal],
        text: words,
        file: thread,
        grade: "text-export",
        id: `whatsapp-${id.padEnd(32, "0").slice(-32)}-1`,
        ...(isTaken && { flags: ["deleted"] }),
      },
    ];
  });
}

const isHis = (at: number): boolean => at % 2 === 1;
const chat = (him: Identity, more: Partial<Export> = {}) => exported({ to: him, who: (at) => (isHis(at) ? him : sal), ...more });
const counted = (drafts: readonly ActDraft[], statement: ReturnType<typeof makeStatement>) =>
  withStatedTwins(makeTimeline(drafts), statement).acts.filter(({ versionOf }) => versionOf === undefined);
const asked = (drafts: readonly ActDraft[]) =>
  findOpenChats(makeTimeline(drafts), oneName).map(({ count, areContrary }) => [count, areContrary]);

describe("a chat of two phones under two names, where messages were deleted on one of them", () => {
  const cases: readonly (readonly [string, (at: number) => boolean, number])[] = [
    ["each second of his", (at) => at % 4 === 3, 30],
    ["ten of his in a row", (at) => isHis(at) && at < 20, 30],
    ["all of his", isHis, 20],
  ];
  test.each(cases)("%s: she is asked, and by both names each message counts once", (_, isDeleted, same) => {
    const both = [...chat(ivo), ...chat(ivoN, { isDeleted })];
    expect(asked(both)).toEqual([[same, false]]);
    expect(counted(both, oneName)).toHaveLength(80);
    const acts = counted(both, bothNames);
    expect(acts).toHaveLength(40);
    expect(acts.every(({ text }) => text !== null)).toBe(true);
    expect(counted([...both].reverse(), bothNames)).toHaveLength(40);
  });

  test("some on the one and some on the other, hers too, are one chat as well", () => {
    const both = [...chat(ivo, { isDeleted: (at) => at % 4 === 3 }), ...chat(ivoN, { isDeleted: (at) => at % 8 === 1 || at % 10 === 4 })];
    expect(asked(both)).toEqual([[21, false]]);
    expect(counted(both, bothNames)).toHaveLength(40);
  });

  test("what was deleted of one minute is paired in its order, and where the phones write their times otherwise", () => {
    const inARow = [...chat(ivo, { aMinute: 4 }), ...chat(ivoN, { aMinute: 4, isDeleted: isHis })];
    expect(counted(inARow, bothNames)).toHaveLength(40);
    const otherwise = [...chat(ivo, { seconds: ":20" }), ...chat(ivoN, { isDeleted: (at) => at % 4 === 3 })];
    expect(counted(otherwise, bothNames)).toHaveLength(40);
  });

  test("much deleted on both without a trace: she is asked, both names alone join nothing, and her word that it is one chat does", () => {
    const both = [...chat(ivo, { isGone: (at) => at % 4 === 3 }), ...chat(ivoN, { isGone: (at) => at % 4 === 1 })];
    expect(asked(both)).toEqual([[20, true]]);
    expect(counted(both, bothNames)).toHaveLength(60);
    expect(findStatedTwins(withStatedTwins(makeTimeline(both), bothNames), bothNames)).toMatchObject([{ count: 20, areOne: false }]);
    expect(counted(both, { ...bothNames, oneGroup: [["Ivo N", "Ivo Nash"]] })).toHaveLength(40);
  });
});

describe("a chat of two phones under one name, which the one export calls by his name and the other by its folder", () => {
  const android = (more: Partial<Export> = {}) => chat(ivo, { thread: "Ivo Nash", ...more });
  const iphone = (more: Partial<Export> = {}) => chat(ivo, { thread: "2", seconds: ":20", ...more });
  const cases: readonly (readonly [string, Partial<Export>, Partial<Export>])[] = [
    ["all of his on the one", { isDeleted: isHis }, {}],
    ["each second of his on the other", {}, { isDeleted: (at) => at % 4 === 3 }],
    ["one on each", { isDeleted: (at) => at === 7 }, { isDeleted: (at) => at === 21 }],
    ["some on both, hers too", { isDeleted: (at) => at % 5 === 1 }, { isDeleted: (at) => at % 3 === 0 }],
    ["the same on both", { isDeleted: (at) => at === 7 }, { isDeleted: (at) => at === 7 }],
    ["some of many in a minute", { aMinute: 4, isDeleted: isHis }, { aMinute: 4 }],
  ];
  test.each(cases)("%s deleted: each message counts once", (_, here, there) => {
    const both = [...android(here), ...iphone(there)];
    expect(counted(both, oneName)).toHaveLength(40);
    expect(counted([...both].reverse(), oneName)).toHaveLength(40);
  });

  test("two phones of one make, whose exports both are called by their folders, are one chat as well", () => {
    const [first, second] = [chat(ivo, { thread: "1", isDeleted: (at) => at % 4 === 3 }), chat(ivo, { thread: "2" })];
    expect(counted([...first, ...second], oneName)).toHaveLength(40);
    expect(counted([...second, ...first], oneName)).toHaveLength(40);
  });

  test("equal lines of one minute keep their number where some of them were deleted on one phone", () => {
    const same = { aMinute: 6, text: (at: number) => (at % 6 < 3 ? "answer me" : `words ${at}`), who: () => ivo };
    const both = [...android({ ...same, isDeleted: (at) => at % 6 === 1 }), ...iphone(same)];
    expect(counted(both, oneName)).toHaveLength(40);
  });

  test("two chats of two accounts under one name stay two, and what was deleted in the one is not the other's message of that minute", () => {
    const [one, other] = [(at: number) => `one ${at}`, (at: number) => (at % 8 === 0 ? `one ${at}` : `other ${at}`)];
    const both = [...android({ text: one, isDeleted: (at) => at % 4 === 3 }), ...iphone({ text: other })];
    expect(counted(both, oneName)).toHaveLength(75);
    const unlike = [...android({ text: one, isDeleted: isHis }), ...iphone({ text: (at) => `other ${at}` })];
    expect(counted(unlike, oneName)).toHaveLength(80);
  });

  test("what she sent to two people in one minute does not make a message of the one what the other deleted", () => {
    const same = (at: number) => (isHis(at) ? `from ${at}` : `words ${at}`);
    const both = [...android({ text: same, isDeleted: isHis }), ...chat(bea, { thread: "2", seconds: ":20", text: same })];
    expect(counted(both, oneName)).toHaveLength(80);
  });
});

describe("two chats that are really two stay two", () => {
  const greeting = (own: string) => (at: number) => (at % 4 === 0 ? "good morning" : `${own} ${at}`);

  test("the same daily greeting of hers to two people in one minute is two acts, and two accounts of his stay two", () => {
    const both = [...chat(ivo, { text: greeting("one") }), ...chat(bea, { text: greeting("other") })];
    expect(counted(both, oneName)).toHaveLength(80);
    expect(asked(both)).toEqual([]);
    const accounts = [...chat(ivo, { text: greeting("one") }), ...chat(ivoN, { text: greeting("other") })];
    expect(counted(accounts, bothNames)).toHaveLength(80);
    const deleted = chat(ivoN, { text: greeting("other"), isDeleted: (at) => at % 8 === 5 });
    expect(counted([...chat(ivo, { text: greeting("one") }), ...deleted], bothNames)).toHaveLength(80);
  });

  test("two groups with the same daily greeting stay two, and by her word that they are one the greeting counts once", () => {
    const to = (wrote: string): Identity => ({ ...named(wrote), kind: "group" });
    const group = (wrote: string) => exported({ to: to(wrote), who: (at) => (isHis(at) ? ivo : sal), text: greeting(wrote) });
    const both = [...group("Choir"), ...group("Garden")];
    expect(counted(both, oneName)).toHaveLength(80);
    expect(findToldGroups(makeTimeline(both), oneName)).toEqual([]);
    expect(counted(both, { ...oneName, oneGroup: [["Choir", "Garden"]] })).toHaveLength(70);
  });
});

describe("a renamed group, where messages were deleted on one of the phones", () => {
  const to = (wrote: string): Identity => ({ ...named(wrote), kind: "group" });
  const who = (at: number): Identity => (isHis(at) ? ivo : at % 4 === 0 ? bea : sal);
  const group = (wrote: string, more: Partial<Export> = {}) => exported({ to: to(wrote), who, ...more });

  test.each([
    ["each fourth", 40, (at: number) => at % 4 === 3],
    ["all of his", 40, isHis],
    ["one of seven", 7, (at: number) => at === 3],
  ] as const)("%s: it is one group, each message counts once, and that is told", (_, count, isDeleted) => {
    const both = [...group("Choir Tuesdays", { count, isDeleted }), ...group("Choir Thursdays", { count })];
    const acts = counted(both, oneName);
    expect(acts).toHaveLength(count);
    expect(acts.every(({ text }) => text !== null)).toBe(true);
    expect(findToldGroups(makeTimeline(both), oneName)).toMatchObject([{ are: "one" }]);
  });

  test("all of his deleted on the phone that saved him under another name: by both names each counts once, and the group is two by her word", () => {
    const whoN = (at: number): Identity => (isHis(at) ? ivoN : who(at));
    const both = [...group("Choir Tuesdays", { isDeleted: isHis }), ...group("Choir Thursdays", { who: whoN, seconds: ":20" })];
    expect(counted(both, oneName)).toHaveLength(60);
    expect(counted(both, bothNames)).toHaveLength(40);
    expect(counted(both, { ...bothNames, oneGroup: [["Choir Tuesdays", "Choir Thursdays"]] })).toHaveLength(40);
    expect(counted(both, { ...bothNames, twoChats: [["Choir Tuesdays", "Choir Thursdays"]] })).toHaveLength(80);
    expect(counted(both, { ...bothNames, twoChats: [["Ivo N", "Ivo Nash"]] })).toHaveLength(60);
  });

  test("much deleted on both without a trace: it stays two, she is asked, and by her word it is one", () => {
    const both = [...group("Choir", { isGone: (at) => at % 4 === 3 }), ...group("b", { isGone: (at) => at % 4 === 1 })];
    expect(counted(both, oneName)).toHaveLength(60);
    expect(findToldGroups(makeTimeline(both), oneName)).toMatchObject([{ are: "contrary", count: 20 }]);
    expect(counted(both, { ...oneName, oneGroup: [["Choir", "b"]] })).toHaveLength(40);
  });
});
