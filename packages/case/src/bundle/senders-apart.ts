import { type PaperBlock, dayIn } from "@unmask/core";
import { sayCount, sayNumber, sayRange } from "@unmask/words";
import type { BundleLine, BundleSource } from "./bundle-source.ts";
import { type Writing, col, heading, partHeading, sayExhibits, text } from "./writing.ts";

/**
 * Senders of whom nobody can say whose they are. A few of them stand line by line; a whole mailbox of them would bury the chronology: it is counted there, those
 * with the most acts first, and the whole list is a part of its own.
 */

/** Senders up to which each of their acts has its line. */
const mostInLines = 20;
/** Senders that the chronology names where they stand apart. */
const mostNamed = 12;

/** A sender, and acts of theirs that have no line. */
export interface SenderApart {
  readonly sender: string;
  readonly lines: readonly BundleLine[];
}

/** The senders that stand apart, those with the most acts first. What a criterion of the first page or a condition names has its line all the same. */
export function sendersApart({
  chronology,
  facts,
  conditions,
}: Pick<BundleSource, "chronology" | "facts" | "conditions">): readonly SenderApart[] {
  const bySender = new Map<string, BundleLine[]>();
  for (const line of chronology) {
    if (line.sender === undefined) continue;
    const own = bySender.get(line.sender) ?? [];
    bySender.set(line.sender, own);
    own.push(line);
  }
  if (bySender.size <= mostInLines) return [];
  const named = new Set([...facts.map(String), ...conditions.flatMap(({ evidence }) => evidence)]);
  return [...bySender]
    .map(([sender, lines]): SenderApart => ({ sender, lines: lines.filter(({ number }) => !named.has(String(number))) }))
    .filter(({ lines }) => lines.length > 0)
    .toSorted((one, other) => other.lines.length - one.lines.length || (one.sender < other.sender ? -1 : 1));
}

/** How many senders, and how many acts of theirs, in words. */
export function countOfSenders(apart: readonly SenderApart[]): { readonly acts: string; readonly senders: string } {
  return {
    acts: sayCount(
      apart.reduce((sum, { lines }) => sum + lines.length, 0),
      "act",
    ),
    senders: sayCount(apart.length, "sender"),
  };
}

/** What the chronology says of them, behind its months: those with the most acts, and how many the others are. */
export function sendersInBrief(writing: Writing): readonly PaperBlock[] {
  const { say, plain, source } = writing;
  const apart = sendersApart(source);
  if (apart.length === 0) return [];
  const rest = apart.slice(mostNamed);
  return [
    heading(3, plain("senders-title")),
    text(say("senders-says", countOfSenders(apart))),
    sendersTable(apart.slice(0, mostNamed), writing),
    ...(rest.length === 0 ? [] : [text(say("senders-rest", countOfSenders(rest)))]),
  ];
}

/** Part 8: all of them. It is there where they stand apart, and else not. */
export function sendersPart(writing: Writing): readonly PaperBlock[] {
  const { say, plain, source } = writing;
  const apart = sendersApart(source);
  return apart.length === 0 ? [] : [partHeading(8, plain("senders-title"), say("senders-under")), sendersTable(apart, writing)];
}

function sendersTable(apart: readonly SenderApart[], { plain, pen, source }: Writing): PaperBlock {
  return {
    block: "table",
    margin: plain("head-exhibit"),
    columns: [col(plain("head-sender")), col(plain("head-acts"), 16), col(plain("head-span"), 56)],
    rows: apart.map(({ sender, lines }) => {
      const days = lines.map(({ when }) => dayIn(source.zone, when.earliest));
      const [first, last] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
      const exhibits = [...new Set(lines.flatMap((line) => line.exhibits))];
      return { margin: sayExhibits(exhibits.map(pen.name)), cells: [pen.prose(sender), sayNumber(lines.length), sayRange(first, last)] };
    }),
  };
}
