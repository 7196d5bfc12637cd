import { type Sha256, isColumnList } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleReport, sampleTimeline } from "../../../../test/report/sample-report.ts";
import { type HandedOver, assembleReport } from "./assemble-report.ts";

const file = (name: string, digit: string): HandedOver => ({ name, sha256: digit.repeat(64) as Sha256, size: 1, ending: "txt" });

function numbersOf(label: string, originals: readonly HandedOver[]): readonly string[] {
  const { statement, ...rest } = sampleReport(sampleTimeline(1));
  const { exhibits } = assembleReport({
    ...rest,
    nonce: new Uint8Array(6),
    statement: { ...statement, me: { ...statement.me, label } },
    originals,
    withheld: new Set(),
    impact: undefined,
  });
  return exhibits.map((exhibit) => `${exhibit.number} ${exhibit.name}`);
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
