import { type Instant, daysFromCivil, parseCivilDay } from "@unmask/core";
import { dayInWords, londonDay } from "../clock/london.ts";
import type { Enquiry } from "../fold/case-state.ts";

/** A line of enquiry as it stands, with when it is lost. */
export interface EnquiryLine {
  readonly enquiry: string;
  readonly says: string;
  readonly state: "not-asked" | "asked" | "answered" | "lost" | "given-up";
  /** "Lost after Thu 26 Nov 2026, tomorrow", "held to Fri 12 Feb 2027", "kept", "when it is lost is not known". */
  readonly lost: string;
  /** By whose word it is lost then, and read when. */
  readonly source?: string;
  /** Open, and its last day is over or is today or tomorrow. */
  readonly isPressing: boolean;
}

/** Lines of enquiry, what is lost first before everything; then those nobody knows a day for, then those that are over. */
export function linesLostFirst(enquiries: readonly Enquiry[], now: Instant): readonly EnquiryLine[] {
  const today = londonDay(now);
  return enquiries
    .map((one) => ({ one, last: lastDay(one), isOver: Boolean(one.answered ?? one.ended) }))
    .sort((a, b) => Number(a.isOver) - Number(b.isOver) || (a.last ?? Infinity) - (b.last ?? Infinity) || numberOf(a.one) - numberOf(b.one))
    .map(({ one, last, isOver }) => lineOf(one, { last, isOver, today }));
}

/** Who holds it may keep it longer for us than it would be kept; never shorter by our asking. */
function lastDay({ lostAfter, asked }: Enquiry): number | undefined {
  const days = [lostAfter?.day, asked?.heldUntil]
    .flatMap((one) => (one === undefined ? [] : (parseCivilDay(one) ?? [])))
    .map(daysFromCivil);
  return days.reduce<number | undefined>((last, one) => (last === undefined || one > last ? one : last), undefined);
}

function numberOf({ enquiry }: Enquiry): number {
  return Number(enquiry.slice("E-".length));
}

function lineOf(
  one: Enquiry,
  { last, isOver, today }: { readonly last: number | undefined; readonly isOver: boolean; readonly today: number },
): EnquiryLine {
  const { enquiry, says, lostAfter } = one;
  const read = lostAfter?.readOn === undefined ? "" : `, read ${lostAfter.readOn}`;
  return {
    enquiry,
    says,
    state: stateOf(one),
    lost: isOver ? "over" : lostInWords(one, last, today),
    ...(lostAfter && { source: `${lostAfter.source}${read}` }),
    isPressing: !isOver && last !== undefined && last - today <= 1,
  };
}

function stateOf({ answered, ended, asked }: Enquiry): EnquiryLine["state"] {
  if (answered) return "answered";
  if (ended) return ended.how;
  return asked ? "asked" : "not-asked";
}

function lostInWords({ asked }: Enquiry, last: number | undefined, today: number): string {
  if (last === undefined) return "when it is lost is not known";
  if (asked?.heldUntil !== undefined && last >= today) return `held to ${dayInWords(last)}`;
  if (last < today) return `may be lost since ${dayInWords(last)}; ask all the same`;
  const left = last - today;
  return `lost after ${dayInWords(last)}${left === 0 ? ", today" : left === 1 ? ", tomorrow" : ""}`;
}
