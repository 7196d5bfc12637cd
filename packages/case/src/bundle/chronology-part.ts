import { type PaperBlock, type PaperRun, type PaperWords, civilFromDays, dayIn } from "@unmask/core";
import { sayDay, sayMonth, sayNumber, sayShortDay, sayShortMonth, sayTimeOf } from "@unmask/words";
import type { BundleLine } from "./bundle-source.ts";
import { longestText } from "./pen.ts";
import { type Writing, col, heading, partHeading, sayExhibits, sayKnown, saySure, text } from "./writing.ts";
import { together } from "./say-words.ts";
import { sendersApart, sendersInBrief } from "./senders-apart.ts";

/** Part 4: every act in order of time, a table for each month; senders of whom nobody can say whose they are stand behind it where they are many. */
export function chronologyPart(writing: Writing, perText: number): readonly PaperBlock[] {
  const { say, plain, source } = writing;
  const { chronology, zone } = source;
  const cut = perText < longestText ? say("chronology-cut", { count: sayNumber(perText) }) : "";
  const head = partHeading(4, plain("chronology-title"), together([say("chronology-under", { zone: zone.name }), cut]));
  if (chronology.length === 0) return [head, text(say("chronology-none"))];
  const apart = new Set(sendersApart(source).flatMap(({ lines }) => lines));
  const inOrder = chronology
    .filter((line) => !apart.has(line))
    .toSorted((a, b) => a.when.earliest - b.when.earliest || a.number - b.number);
  const months = new Map<string, BundleLine[]>();
  for (const line of inOrder) {
    const { year, month } = civilFromDays(dayIn(zone, line.when.earliest));
    const name = sayMonth(year, month);
    const lines = months.get(name);
    if (lines) lines.push(line);
    else months.set(name, [line]);
  }
  return [head, ...[...months].flatMap(([name, lines]) => [heading(3, name), monthTable(lines, writing)]), ...sendersInBrief(writing)];
}

function monthTable(lines: readonly BundleLine[], writing: Writing): PaperBlock {
  const { plain, pen } = writing;
  return {
    block: "table",
    margin: plain("head-exhibit"),
    columns: [
      col(plain("head-number"), 10),
      col(plain("head-when"), 38),
      col(plain("head-what")),
      col(plain("head-known"), 20),
      col(plain("head-who"), 26),
    ],
    rows: lines.map((line) => ({
      margin: sayExhibits(line.exhibits.map(pen.name)),
      cells: [
        String(line.number),
        lineWhen(line, writing, "short"),
        lineWhat(line, writing, true),
        sayKnown(line.knowing, writing, line.also),
        saySure(line, writing),
      ],
    })),
  };
}

/** "Tue 28 Apr 2026, 19:30:05"; "28 April 2026", or "28 Apr" under a year. */
export function lineWhen({ when }: BundleLine, { source }: Writing, form: "short" | "day" | "day-of-year"): string {
  const day = dayIn(source.zone, when.earliest);
  const time = sayTimeOf(when, source.zone);
  const says = form === "short" ? sayShortDay(day) : form === "day" ? sayDay(day) : sayBriefDay(day);
  return time === "day only" ? says : time.startsWith("to ") ? `${says} ${time}` : `${says}, ${time}`;
}

function sayBriefDay(days: number): string {
  const { month, day } = civilFromDays(days);
  return `${day} ${sayShortMonth(month)}`;
}

/** What happened, with the words that stand in its source, and what speaks against it where that is asked for. */
export function lineWhat({ says, quotes, against }: BundleLine, { say, pen }: Writing, isWhole = false): PaperWords {
  const told = pen.prose(says);
  const quote: readonly (string | PaperRun)[] = quotes === undefined ? [] : [{ says: pen.quote(quotes), look: "quoted" }];
  const doubt = isWhole && against !== undefined ? say("line-against", { says: pen.prose(against) }) : "";
  if (quote.length === 0 && doubt === "") return told;
  const colon = told === "" || quote.length === 0 ? told : `${told.replace(/[.:]$/, "")}: `;
  return [...(colon === "" ? [] : [colon]), ...quote, ...(doubt === "" ? [] : ["\n", ...(typeof doubt === "string" ? [doubt] : doubt)])];
}
