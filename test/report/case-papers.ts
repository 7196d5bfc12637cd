import type { Cover, Report } from "@unmask/core";
import { makeReport, stateCase } from "@unmask/corridor";
import { type StoredCase, cases } from "../../fixtures/cases.ts";
import { readAt, readCase, whatSheSays } from "../cases/read-case.ts";

/** Other words than the case has: what both are called, and answers for the first page. */
export interface OtherWords extends Cover {
  readonly label?: string;
}

/** The report of each invented case, made on one evening with the same random bytes, as somebody would who told all that the case says. */
export const caseReports: readonly { readonly name: string; readonly report: (other?: OtherWords) => Promise<Report> }[] = cases.map(
  (stored) => ({
    name: stored.name,
    report: (other = {}) => reportOf(stored, other),
  }),
);

async function reportOf(stored: StoredCase, { label, ...cover }: OtherWords): Promise<Report> {
  const imported = await readCase(stored);
  const told = whatSheSays(stored, imported.timeline);
  const { me, them } = told;
  const statement = stateCase(label === undefined ? told : { ...told, me: { ...me, label }, them: { ...them, label } });
  if (!statement.ok) throw new Error(statement.error);
  return makeReport(
    imported,
    {
      statement: statement.value,
      withheld: new Set(),
      impact: undefined,
      cover: Object.keys(cover).length === 0 ? coverByCase[stored.name] : { ...coverByCase[stored.name], ...cover },
    },
    { at: readAt, random: (size) => new Uint8Array(size).fill(7), tool: { version: "0.1.0", engine: "Node 20", zones: "2025b" } },
  );
}

/** What the person of the case of few acts answered for the first page; nobody asked the others. */
const coverByCase: Readonly<Record<string, Cover>> = {
  few: {
    to: { says: "Northshire Police" },
    danger: {
      answer: "afraid",
      asked: { year: 2026, month: 11, day: 26, hour: 11, minute: 40 },
      says: "He will come back. I am at my aunt’s until Tuesday.",
    },
    relationship: { says: "He came once to the desk where I work." },
    since: { year: 2026, month: 5 },
    feared: [
      { day: { year: 2026, month: 6, day: 8 }, answer: "yes", says: "The eyes were cut out. I thought he would do that to me." },
      { day: { year: 2026, month: 9, day: 12 }, answer: "yes" },
      { day: { year: 2026, month: 9, day: 28 }, answer: "not sure" },
    ],
    changed: [
      { area: "sleep", says: "I sleep at my aunt’s.", since: { year: 2026, month: 9, day: 13 } },
      { area: "routes", says: "I take a lift to work with a colleague.", since: { year: 2026, month: 10, day: 5 } },
    ],
    earlier: [{ says: "999 call", day: { year: 2026, month: 9, day: 12 }, reference: "not known" }],
    orders: "none",
    asks: ["That a stalking protection order is considered."],
    lost: [
      { what: "who opened the two accounts" },
      {
        what: "doorbell clips",
        where: { says: "the maker’s cloud" },
        first: { year: 2026, month: 11, day: 2 },
        last: "goes on",
        kept: { days: 30, by: "her", says: "maker’s terms, read 20 November 2026" },
      },
    ],
  },
};
