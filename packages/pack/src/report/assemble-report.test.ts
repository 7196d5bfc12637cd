import { type Exhibit, type Sha256, isColumnList } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleReport, sampleTimeline } from "../../../../test/report/sample-report.ts";
import { type GivenNumber, type GoingOn, type HandedOver, assembleReport, sayNotRead } from "./assemble-report.ts";
import type { ToldExhibit } from "./read-report.ts";

const file = (name: string, digit: string): HandedOver => ({ name, sha256: digit.repeat(64) as Sha256, size: 1, ending: "txt" });

const exhibit = (number: string, digit: string): ToldExhibit & { readonly withheld: false } => ({
  number,
  path: "data/originals/0001.txt",
  name: "",
  sha256: digit.repeat(64) as Sha256,
  size: 1,
  withheld: false,
});
const goingOn = (exhibits: GoingOn["exhibits"], lastNumber: string): GoingOn => ({
  pack: {
    id: "UM-0123456789AB",
    checkpoint: "",
    lastNumber,
    log: { hashes: new Uint8Array(), salts: new Uint8Array(), leavesByEntry: new Map() },
  },
  exhibits,
});

function numbersOf(label: string, originals: readonly HandedOver[], after?: GoingOn, numbers?: readonly GivenNumber[]): readonly string[] {
  return exhibitsOf(label, originals, after, numbers).map(({ number, name }) => `${number} ${name}`);
}

function exhibitsOf(
  label: string,
  originals: readonly HandedOver[],
  after?: GoingOn,
  numbers?: readonly GivenNumber[],
): readonly Exhibit[] {
  const { statement, ...rest } = sampleReport(sampleTimeline(1));
  const { exhibits } = assembleReport({
    ...rest,
    nonce: new Uint8Array(6),
    statement: { ...statement, me: { ...statement.me, label } },
    originals,
    withheld: new Set(),
    impact: undefined,
    after,
    numbers,
  });
  return exhibits;
}

test("exhibits are numbered in the order in which she handed them over, with her initials", () => {
  expect(numbersOf("Hannah Reyes", [file("b.txt", "f"), file("a.txt", "0"), file("c.txt", "f")])).toEqual(["HR/1 b.txt", "HR/2 a.txt"]);
  expect(numbersOf("+447700900142", [file("b.txt", "1")])).toEqual(["EX/1 b.txt"]);
});

test("the list of columns beside a table is carried and is no exhibit; a file that only bears such a name is one", () => {
  const handedOver = [file("bank.csv", "1"), file("bank.csv.columns.json", "2"), file("other.columns.json", "3")];
  const numbers = numbersOf("Hannah Reyes", handedOver);
  expect(numbers).toEqual(["HR/1 bank.csv", "columns/1 bank.csv.columns.json", "HR/2 other.columns.json"]);
  expect(numbers.map((number) => isColumnList({ number }))).toEqual([false, true, false]);
});

const [chat, calls, diary, letter] = [file("chat.txt", "1"), file("calls.xml", "2"), file("diary.csv", "3"), file("letter.jpg", "4")];

test("a later report keeps each file's number in whatever order it is handed over, and a new file takes the next", () => {
  const after = goingOn([exhibit("HR/1", "1"), exhibit("HR/2", "2"), { ...exhibit("HR/3", "3"), withheld: true }], "HR/3");
  expect(numbersOf("Hannah Reyes", [letter, diary, calls, chat], after)).toEqual([
    "HR/4 letter.jpg",
    "HR/3 diary.csv",
    "HR/2 calls.xml",
    "HR/1 chat.txt",
  ]);
  expect(exhibitsOf("Hannah Reyes", [letter, chat], after).map(({ path }) => path)).toEqual([
    "data/originals/0004.txt",
    "data/originals/0001.txt",
  ]);
});

test("numbers that were kept stay without the earlier pack, and beside one that says otherwise no number is given twice", () => {
  const kept = [
    { number: "HR/4", place: "1".repeat(64) },
    { number: "HR/2", place: "2".repeat(64) },
  ];
  expect(numbersOf("Hana R. Reyes", [letter, calls, chat], undefined, kept)).toEqual([
    "HR/5 letter.jpg",
    "HR/2 calls.xml",
    "HR/4 chat.txt",
  ]);
  const after = goingOn([exhibit("HR/2", "3"), exhibit("HR/4", "1")], "HR/6");
  expect(numbersOf("Hannah Reyes", [diary, calls, chat], after, kept)).toEqual(["HR/2 diary.csv", "HR/7 calls.xml", "HR/4 chat.txt"]);
});

test("a file that is not handed over again leaves its number unused, in that report and in the one after it", () => {
  expect(numbersOf("Hannah Reyes", [calls, letter], goingOn([exhibit("HR/1", "1"), exhibit("HR/2", "2")], "HR/2"))).toEqual([
    "HR/2 calls.xml",
    "HR/3 letter.jpg",
  ]);
  expect(numbersOf("Hannah Reyes", [diary], goingOn([exhibit("HR/2", "2")], "HR/3"))).toEqual(["HR/4 diary.csv"]);
});

test("the row keeps its initials when she is called otherwise later", () => {
  expect(numbersOf("Hannah", [letter, chat], goingOn([exhibit("HR/1", "1")], "HR/1"))).toEqual(["HR/2 letter.jpg", "HR/1 chat.txt"]);
});

test("a list of columns has no number to keep, and lies behind the exhibits", () => {
  const list = file("diary.csv.columns.json", "9");
  const after = goingOn([exhibit("HR/1", "9"), { ...exhibit("columns/1", "3") }], "HR/1");
  const found = exhibitsOf("Hannah Reyes", [list, diary], after);
  expect(found.map(({ number, path }) => `${number} ${path}`)).toEqual([
    "columns/1 data/originals/0003.txt",
    "HR/2 data/originals/0002.txt",
  ]);
});

test("a member that goes by itself keeps its number where its archive and its name are the same", () => {
  const within = [{ name: "phone.zip", sha256: "7".repeat(64) as Sha256 }];
  const member = { ...chat, within };
  const after = goingOn(
    [
      { ...exhibit("HR/1", "7"), withheld: true },
      { ...exhibit("HR/2", "1"), name: "chat.txt", within },
    ],
    "HR/2",
  );
  expect(numbersOf("Hannah Reyes", [chat, member, { ...member, name: "other.txt" }], after)).toEqual([
    "HR/3 chat.txt",
    "HR/2 chat.txt",
    "HR/4 other.txt",
  ]);
});

test("what is kept beside what is proved, and what cannot be named, is told as what else exists, by numbers alone", () => {
  const none = { entriesApart: 0, filesApart: 0, filesUnnamed: 0 };
  expect(sayNotRead(none)).toEqual([]);
  expect(sayNotRead({ ...none, entriesApart: 2 })).toEqual([
    "2 entries stand beside the list of what is kept: the list does not prove whose they are, and they were not taken in.",
  ]);
  const { statement, ...rest } = sampleReport(sampleTimeline(1));
  const { selection } = assembleReport({
    ...rest,
    statement,
    nonce: new Uint8Array(6),
    originals: [],
    withheld: new Set(),
    impact: undefined,
    cover: undefined,
    leftOut: undefined,
    after: undefined,
    notRead: {
      entriesApart: 1,
      filesApart: 1,
      filesUnnamed: 3,
    },
  });
  expect(selection.moreExists.slice(-2)).toEqual([
    "1 entry and 1 file stand beside the list of what is kept: the list does not prove whose they are, and they were not taken in.",
    "The list of the files that were brought in is missing or was changed where it was kept: 3 files of it cannot be named, and nothing of them is in the pack.",
  ]);
});
