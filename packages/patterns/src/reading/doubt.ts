import type { Act, Flag, Grade } from "@unmask/core";
import { sayNumber, marks } from "@unmask/words";

/** What can be doubtful about how an act was read, in the order in which it is said. The number stands last, so that one reads like many. */
const doubts: readonly (readonly [Flag | Grade | "open-date" | "stretch" | "group" | "withheld", string])[] = [
  ["zone-assumed", "Read as {zone} because the file names no time zone: {n} of these. In another zone hours, and some days, would shift."],
  ["open-date", "Read day first, though nothing shows which number is the day and which the month: {n} of these."],
  ["stretch", "Known only as one of several days, so that no day counts it: {n} of these."],
  ["time-not-known", "At a time that is not known, so that no day and no hour counts it: {n} of these."],
  ["time-of-writing", "At the time of writing, because when it happened was not said: {n} of these."],
  ["time-twice", "In the autumn hour that came twice, and which of the two is not known: {n} of these."],
  ["time-never", "At a spring time that no clock showed, kept as written: {n} of these."],
  ["forged-header", "At a line that could have been typed inside the message above it: {n} of these."],
  ["mark-unknown", "Marked as words of the app, though no sentence of it that is known, so perhaps typed: {n} of these."],
  ["border-doubtful", "Not certain where one record ends and the next begins: {n} of these."],
  ["not-delivered", "Marked as not delivered, so that it may never have arrived: {n} of these."],
  ["text-export", "Known from a plain-text export, which anybody who held it could have changed: {n} of these."],
  ["screenshot", "Known from a picture of a screen: {n} of these."],
  ["own-account", `Typed by ${marks.you}, which no other file holds: {n} of these.`],
  ["group", `Written in a group, not to ${marks.you} alone: {n} of these.`],
  ["withheld", "By nobody whom the file names, counted although it does not show who it was: {n} of these."],
];

/** The doubts about one act, as bits in the order of the list: counted for many acts without asking each again. */
export type DoubtBits = number;

const bitByDoubt = new Map<string, number>(doubts.map(([doubt], i) => [doubt, 1 << i]));
const bitOf = (doubt: string): number => bitByDoubt.get(doubt) ?? 0;
const openDate = bitOf("open-date");
const stretch = bitOf("stretch");
const group = bitOf("group");
const withheld = bitOf("withheld");

/** Reads what is doubtful about an act. */
export function doubtsOf({ flags, grade, when, from, to }: Act, isStretch: boolean): DoubtBits {
  let bits = bitOf(grade);
  for (const flag of flags) bits |= flag === "date-order-assumed" ? openDate : bitOf(flag);
  if (when.or !== undefined) bits |= openDate;
  if (isStretch && !flags.includes("time-not-known")) bits |= stretch;
  if (from.kind === "withheld") bits |= withheld;
  for (const { kind } of to) if (kind === "group") bits |= group;
  return bits;
}

/** Whether an act went to a group. */
export function isOfGroup(bits: DoubtBits): boolean {
  return (bits & group) !== 0;
}

/** Whether the order of day and month of an act is open, or its time has another reading. */
export function isOfOpenDate(bits: DoubtBits): boolean {
  return (bits & openDate) !== 0;
}

/** Says each doubt that applies to some of the acts, with how many. */
export function sayDoubts(all: readonly { readonly doubts: DoubtBits }[], zoneName: string): string[] {
  const countByBits = new Map<DoubtBits, { count: number }>();
  let [last, lastSeen]: [DoubtBits, { count: number } | undefined] = [0, undefined];
  for (const { doubts: bits } of all) {
    if (lastSeen === undefined || bits !== last) {
      last = bits;
      lastSeen = countByBits.get(bits);
      if (lastSeen === undefined) countByBits.set(bits, (lastSeen = { count: 0 }));
    }
    lastSeen.count++;
  }
  return doubts.flatMap(([, says], i) => {
    let count = 0;
    for (const [bits, { count: some }] of countByBits) if ((bits & (1 << i)) !== 0) count += some;
    return count === 0 ? [] : [says.replace("{zone}", zoneName).replace("{n}", sayNumber(count))];
  });
}
