import { expect, test } from "vitest";
import { type ActDraft, makeTimeline, maya, nadia } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import type { Identity, Persona } from "./identity.ts";
import { strayOf } from "./stray.ts";
import { findOpenChats, findStatedTwins, withStatedTwins } from "./stated-twins.ts";

const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
const [tobias, toby, mirela] = [named("Tobias Fenn"), named("Toby"), named("Mirela Quist")];
const number: Identity = { kind: "phone", wrote: "+447700900311", normal: "+447700900311" };
const secondNumber: Identity = { kind: "phone", wrote: "+447700900322", normal: "+447700900322" };
const persona = (...people: readonly Identity[]): Persona => ({ label: "x", normals: new Set(people.map(({ normal }) => normal)) });
const statementOf = (them: readonly Identity[], me: readonly Identity[] = [mirela], perhaps?: readonly Identity[]) =>
  makeStatement({ them: persona(...them), me: persona(...me), ...(perhaps && { perhaps: persona(...perhaps) }) });

interface Chat {
  readonly with: Identity;
  readonly me?: Identity;
  readonly file?: string;
  /** Minutes of the day on which a message stands; each third is hers, unless it is said which are. */
  readonly minutes?: readonly number[];
  readonly text?: (minute: number) => string;
  readonly isHers?: (minute: number) => boolean;
  readonly seconds?: string;
}

const row = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);

const isThird = (minute: number): boolean => minute % 3 === 0;

function chat({
  with: other,
  me = mirela,
  file,
  minutes = row(0, 12),
  text = (at) => `words ${at}`,
  isHers = isThird,
  seconds = "",
}: Chat): ActDraft[] {
  return minutes.map((at) => ({
    at: `2026-03-03 ${String(10 + Math.floor(at / 60))}:${String(at % 60).padStart(2, "0")}${seconds}`,
    channel: "whatsapp",
    thread: other.wrote,
    text: text(at),
    file: file ?? other.wrote,
    grade: "text-export",
    ...(isHers(at) ? { from: me, to: [other] } : { from: other, to: [me] }),
  }));
}

const actsOf = (drafts: readonly ActDraft[], statement: ReturnType<typeof statementOf>) =>
  withStatedTwins(makeTimeline(drafts), statement).acts;
const openOf = (drafts: readonly ActDraft[], statement: ReturnType<typeof statementOf>) => {
  const timeline = withStatedTwins(makeTimeline(drafts), statement);
  return findOpenChats(timeline, statement).map(({ people, count }) => [...people.map(({ wrote }) => wrote), count]);
};

test("one chat from two phones that saved him under two names is counted once where she says that both are his, hers too", () => {
  const both = [...chat({ with: tobias }), ...chat({ with: toby, seconds: ":20" })];
  const acts = actsOf(both, statementOf([tobias, toby]));
  expect(acts).toHaveLength(12);
  expect(acts.every(({ sources }) => sources.length === 2)).toBe(true);
  expect(actsOf(both, statementOf([tobias]))).toHaveLength(24);
  // A number on the older phone, a name on the newer.
  expect(actsOf([...chat({ with: number }), ...chat({ with: tobias })], statementOf([tobias, number]))).toHaveLength(12);
  const herNames = [...chat({ with: tobias }), ...chat({ with: tobias, me: named("Mirela"), file: "second" })];
  expect(actsOf(herNames, statementOf([tobias], [mirela, named("Mirela")]))).toHaveLength(12);
});

test("by each name under which a phone has him he is in the files: none is told as absent", () => {
  const both = [...chat({ with: tobias }), ...chat({ with: toby, seconds: ":20" })];
  const them = { ...persona(tobias, toby), normalsByName: new Map([tobias, toby].map(({ wrote, normal }) => [wrote, [normal]])) };
  const statement = makeStatement({ them, me: persona(mirela) });
  expect(strayOf(withStatedTwins(makeTimeline(both), statement), statement).names).toEqual([]);
});

test("two phones that overlap for a while give each message of that while once, and three equal lines stay three", () => {
  const older = chat({ with: tobias, minutes: row(0, 20), text: () => "where are you" });
  const newer = chat({ with: toby, minutes: row(12, 40), text: () => "where are you" });
  expect(actsOf([...older, ...newer], statementOf([tobias, toby]))).toHaveLength(40);
  const three = [
    ...chat({ with: tobias, minutes: [1, 1, 1], text: () => "hello" }),
    ...chat({ with: toby, minutes: [1, 1, 1], text: () => "hello" }),
  ];
  expect(actsOf(three, statementOf([tobias, toby]))).toHaveLength(3);
});

test("two accounts of his that send one text in one minute are two chats, and two numbers are never one", () => {
  const other = chat({ with: toby, text: (at) => (at === 4 ? "answer me" : `other ${at}`) });
  const one = chat({ with: tobias, text: (at) => (at === 4 ? "answer me" : `words ${at}`) });
  expect(actsOf([...one, ...other], statementOf([tobias, toby]))).toHaveLength(24);
  const numbers = [...chat({ with: number }), ...chat({ with: secondNumber })];
  expect(actsOf(numbers, statementOf([number, secondNumber]))).toHaveLength(24);
  expect(openOf(numbers, statementOf([number, secondNumber]))).toEqual([]);
});

test("where she stated one name of two she is asked, with how many messages are the same; nothing is joined", () => {
  const both = [...chat({ with: toby }), ...chat({ with: tobias, seconds: ":20" })];
  expect(openOf(both, statementOf([tobias]))).toEqual([["Tobias Fenn", "Toby", 12]]);
  expect(openOf(both, statementOf([tobias, toby]))).toEqual([]);
  expect(openOf(both, statementOf([tobias], [mirela], [toby]))).toEqual([["Tobias Fenn", "Toby", 12]]);
  expect(
    openOf([...chat({ with: tobias }), ...chat({ with: tobias, me: named("Mirela"), file: "second" })], statementOf([tobias])),
  ).toEqual([["Mirela Quist", "Mirela", 12]]);
});

test("nobody is asked about chats of third people, about a few words in common, or about one of several exports of one name", () => {
  expect(openOf([...chat({ with: nadia }), ...chat({ with: named("Nadia K") })], statementOf([tobias]))).toEqual([]);
  const common = (from: number) => (at: number) => (at === 2 || at === 7 ? "ok" : `${from} ${at}`);
  expect(openOf([...chat({ with: tobias, text: common(1) }), ...chat({ with: toby, text: common(2) })], statementOf([tobias]))).toEqual([]);
  expect(openOf([...chat({ with: tobias }), ...chat({ with: tobias, file: "second" })], statementOf([tobias]))).toEqual([]);
  expect(openOf([...chat({ with: tobias }), ...chat({ with: maya })], statementOf([tobias], [mirela, maya]))).toEqual([]);
});

test("five messages in a row are enough to ask where the rest of the two chats is cut or deleted", () => {
  const cut = chat({ with: toby, minutes: [...row(3, 8), ...row(30, 50)], text: (at) => (at < 8 ? `words ${at}` : `later ${at}`) });
  expect(openOf([...chat({ with: tobias, minutes: row(0, 60) }), ...cut], statementOf([tobias]))).toEqual([["Tobias Fenn", "Toby", 5]]);
});

const without = (minutes: readonly number[], ...deleted: readonly number[]) => minutes.filter((at) => !deleted.includes(at));

const twinsOf = (drafts: readonly ActDraft[], statement: ReturnType<typeof statementOf>) =>
  findStatedTwins(withStatedTwins(makeTimeline(drafts), statement), statement).map(({ people, count, areOne }) => [
    people.map(({ wrote }) => wrote).sort().join(),
    count,
    areOne,
  ]); // prettier-ignore

test("two accounts of his that send the same texts in the same minutes are two where one chat holds what the other lacks", () => {
  const both = statementOf([tobias, toby]);
  const differ = (own: string) => (at: number) => (at < 6 ? `words ${at}` : `${own} ${at}`);
  const twoAccounts = [...chat({ with: tobias, text: differ("one") }), ...chat({ with: toby, text: differ("other") })];
  expect(actsOf(twoAccounts, both)).toHaveLength(24);
  expect(twinsOf(twoAccounts, both)).toEqual([["Tobias Fenn,Toby", 6, false]]);
  // Her one answer to the one, in a time that the chat with the other covers: nothing else of hers is in both.
  const isAnswer = (at: number) => at === 7;
  const answered = [
    ...chat({ with: tobias, minutes: row(0, 12), isHers: isAnswer }),
    ...chat({ with: toby, minutes: without(row(0, 12), 7), isHers: isAnswer }),
  ];
  expect(actsOf(answered, both)).toHaveLength(23);
  // What one export lost at its ends, a picture and a message that was taken back are no word against one chat; nor is another order within a minute.
  const ends = [...chat({ with: tobias, minutes: row(0, 30) }), ...chat({ with: toby, minutes: row(10, 20) })];
  expect(actsOf(ends, both)).toHaveLength(30);
  const media = chat({ with: tobias }).map((one, i): ActDraft =>
    i === 5 ? { ...one, text: null } : i === 7 ? { ...one, flags: ["deleted"] } : one,
  );
  expect(actsOf([...media, ...chat({ with: toby, minutes: [0, 1, 2, 3, 4, 6, 8, 9, 10, 11] })], both)).toHaveLength(12);
  // A message that was taken back before the other export was made: its minute and its hand are there, its words are not.
  const takenBack = chat({ with: toby }).map((one, i): ActDraft => (i === 5 ? { ...one, flags: ["deleted"], text: null } : one));
  expect(actsOf([...chat({ with: tobias }), ...takenBack], both)).toHaveLength(13);
  const swapped = [...chat({ with: tobias, minutes: [0, 1, 4, 4, ...row(5, 13)] })].map((one, i): ActDraft => ({
    ...one,
    text: `t ${i}`,
  }));
  const there = swapped.map((one): ActDraft => ({
    ...one,
    thread: "Toby",
    file: "Toby",
    ...(one.from === tobias ? { from: toby } : { to: [toby] }),
  }));
  const inOtherOrder = [...there.slice(0, 2), ...there.slice(2, 4).reverse(), ...there.slice(4)];
  expect(actsOf([...swapped, ...inOtherOrder], both)).toHaveLength(12);
});

test("a few messages deleted on one of two phones leave one chat: what only one phone has stays an act, and the rest counts once", () => {
  const both = statementOf([tobias, toby]);
  const deletedOnOne = (...deleted: readonly number[]) => [
    ...chat({ with: tobias, minutes: row(0, 60) }),
    ...chat({ with: toby, minutes: without(row(0, 60), ...deleted), seconds: ":20" }),
  ];
  expect(actsOf(deletedOnOne(30), both)).toHaveLength(60);
  expect(twinsOf(deletedOnOne(30), both)).toEqual([["Tobias Fenn,Toby", 59, true]]);
  expect(actsOf(deletedOnOne(13, 27, 28, 41, 46), both)).toHaveLength(60);
  expect(actsOf([...deletedOnOne(13, 27)].reverse(), both)).toHaveLength(60);
  const short = [...chat({ with: tobias, minutes: row(0, 8) }), ...chat({ with: toby, minutes: without(row(0, 8), 4) })];
  expect(actsOf(short, both)).toHaveLength(8);
  // More than one in ten of what is the same.
  expect(actsOf(deletedOnOne(7, 13, 21, 27, 28, 41, 46), both)).toHaveLength(113);
});

test("a few messages deleted on each of two phones leave one chat where the rest is long, and no message stands for another", () => {
  const both = statementOf([tobias, toby]);
  const deletedOnEach = (minutes: readonly number[], some: readonly number[], others: readonly number[]) => [
    ...chat({ with: tobias, minutes: without(minutes, ...some) }),
    ...chat({ with: toby, minutes: without(minutes, ...others), seconds: ":20" }),
  ];
  expect(actsOf(deletedOnEach(row(0, 60), [10, 22], [40, 51]), both)).toHaveLength(60);
  expect(actsOf(deletedOnEach(row(0, 60), [10, 22, 25, 34], [40, 45, 48, 51]), both)).toHaveLength(112);
  expect(actsOf(deletedOnEach(row(0, 16), [5], [10]), both)).toHaveLength(30);
  // Where the one has these words the other has those: two accounts that are answered differently.
  const differ = (own: string) => (at: number) => (at === 30 ? `${own} ${at}` : `words ${at}`);
  const answered = [
    ...chat({ with: tobias, minutes: row(0, 60), text: differ("one") }),
    ...chat({ with: toby, minutes: row(0, 60), text: differ("other") }),
  ];
  expect(actsOf(answered, both)).toHaveLength(120);
  // All of the same is his: one hand alone can send it from two accounts.
  const his = deletedOnEach(row(0, 60), [10, 22], [40, 51]).map((one): ActDraft => {
    const him = one.thread === "Toby" ? toby : tobias;
    return { ...one, from: him, to: [mirela] };
  });
  expect(actsOf(his, both)).toHaveLength(116);
});

test("by her word that two names are one chat it is one, whatever one of them lacks: of both names as his alone it is not", () => {
  const cut = [...chat({ with: tobias, minutes: row(0, 60) }), ...chat({ with: toby, minutes: without(row(0, 60), ...row(20, 30)) })];
  const both = statementOf([tobias, toby]);
  expect(actsOf(cut, both)).toHaveLength(110);
  const asOne = { ...both, oneGroup: [["Toby", "Tobias Fenn"]] };
  expect(actsOf(cut, asOne)).toHaveLength(60);
  expect(twinsOf(cut, asOne)).toEqual([["Tobias Fenn,Toby", 50, true]]);
  expect(strayOf(withStatedTwins(makeTimeline(cut), asOne), asOne).groups).toEqual([]);
  const slip = { ...both, oneGroup: [["Toby", "Tobias Fen"]] };
  expect(strayOf(withStatedTwins(makeTimeline(cut), slip), slip).groups).toEqual([["Toby", "Tobias Fen"]]);
  // One name of two alone: the chats are no one person's as she states it.
  const half = { ...statementOf([tobias]), oneGroup: [["Toby", "Tobias Fenn"]] };
  expect(actsOf(cut, half)).toHaveLength(110);
  expect(strayOf(withStatedTwins(makeTimeline(cut), half), half).groups).toEqual([["Toby", "Tobias Fenn"]]);
});

test("her answer that they are two closes the question, leaves each message two acts, and is told; a name of somebody else says the same", () => {
  const same = [...chat({ with: tobias }), ...chat({ with: toby })];
  const one = statementOf([tobias]);
  expect(openOf(same, one)).toHaveLength(1);
  for (const two of [
    { ...one, twoChats: [["toby", "Tobias Fenn"]] },
    { ...one, others: statementOf([toby]).them },
  ]) {
    expect(openOf(same, two)).toEqual([]);
    expect(actsOf(same, two)).toHaveLength(24);
    expect(findStatedTwins(withStatedTwins(makeTimeline(same), two), two)).toMatchObject([{ count: 12, areOne: false, isSaid: true }]);
    expect(strayOf(makeTimeline(same), two).two).toEqual([]);
  }
  const both = { ...statementOf([tobias, toby]), twoChats: [["Toby", "Tobias Fenn"]] };
  expect(actsOf(same, both)).toHaveLength(24);
  expect(openOf(same, both)).toEqual([]);
  const slip = { ...one, twoChats: [["Toby", "Tobias Fen"]] };
  expect(openOf(same, slip)).toHaveLength(1);
  expect(strayOf(makeTimeline(same), slip).two).toEqual([["Toby", "Tobias Fen"]]);
});

test("of two chats that are asked about it is known whether one lacks more than was deleted", () => {
  const cut = [...chat({ with: tobias, minutes: row(0, 60) }), ...chat({ with: toby, minutes: without(row(0, 60), ...row(20, 30)) })];
  const open = (drafts: readonly ActDraft[]) =>
    findOpenChats(makeTimeline(drafts), statementOf([tobias])).map(({ areContrary }) => areContrary);
  expect(open(cut)).toEqual([true]);
  expect(open([...chat({ with: tobias }), ...chat({ with: toby })])).toEqual([false]);
});

test("what is made one by her word is told with both names and how many messages, and what the files alone make one is not", () => {
  const both = [...chat({ with: tobias }), ...chat({ with: toby, seconds: ":20" })];
  expect(twinsOf(both, statementOf([tobias, toby]))).toEqual([["Tobias Fenn,Toby", 12, true]]);
  expect(twinsOf(both, statementOf([tobias]))).toEqual([]);
  expect(
    twinsOf([...chat({ with: tobias }), ...chat({ with: tobias, file: "second", seconds: ":20" })], statementOf([tobias, toby])),
  ).toEqual([]);
});
