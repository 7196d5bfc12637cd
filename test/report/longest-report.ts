import type { Cover, Report, Timeline } from "@unmask/core";
import { drawingSizes, findAll, illustrate } from "@unmask/patterns";
import { printVoice } from "@unmask/words";
import { sampleReport, statement } from "./sample-report.ts";

/** The report of a sample in which everything that somebody can be asked is answered at its longest, for the bar of eight pages. */
export function longestReport(timeline: Timeline): Report {
  const voice = printVoice(statement);
  const findings = illustrate(findAll(timeline, statement, { voice }), timeline, { statement, size: drawingSizes.print, voice });
  return { ...sampleReport(timeline, findings), cover: longestCover, impact: long(arabic, 20_000) };
}

/** Words that take much room on a line: wide letters, a word without a blank, letters from right to left, signs that are printed by their number. */
const arabic = "المستشفياتوالمدارسوالمحاكم لماذا لا تجيبين؟ ";
const samples: readonly string[] = [
  "WWWWWW MMMMMM ",
  arabic,
  "\u202e\u200b",
  "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
  "我知道你在哪里。",
  "x\n",
];

const long = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const anyOf = (i: number, length: number): string => long(samples[i % samples.length] ?? "x", length);
const listOf = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const day = { year: 2026, month: 11, day: 2 } as const;

const longestCover: Cover = {
  to: { says: anyOf(1, 4_000) },
  danger: { answer: "afraid", asked: { ...day, hour: 11, minute: 40 }, says: anyOf(0, 4_000) },
  relationship: { says: anyOf(1, 4_000) },
  since: { ...day, year: 2019 },
  feared: listOf(60, (i) => ({
    day: { year: 2026, month: 1 + (i % 10), day: 1 + (i % 28) },
    answer: "yes" as const,
    says: anyOf(i, 3_000),
  })),
  changed: listOf(20, (i) => ({ area: "other" as const, says: anyOf(i, 4_000), since: day })),
  earlier: listOf(20, (i) => ({ says: anyOf(i, 4_000), day, reference: { says: anyOf(i + 1, 300) } })),
  orders: listOf(10, (i) => ({ kind: "order" as const, says: anyOf(i, 4_000), from: day, until: day, reference: { says: anyOf(i, 300) } })),
  asks: listOf(26, (i) => anyOf(i, 300)),
  helps: listOf(10, (i) => ({ who: anyOf(i, 300), says: anyOf(i, 4_000) })),
  lost: listOf(20, (i) => ({
    what: anyOf(i, 300),
    where: { says: anyOf(i + 1, 300) },
    first: day,
    last: "goes on" as const,
    kept: { days: 30 + i, by: "her" as const, says: anyOf(i + 2, 300) },
  })),
};
