import { waitingRules } from "@unmask/case";
import type { Instant, WaitingKind } from "@unmask/core";
import { cutAt, sayCount, sayList } from "@unmask/words";
import { sayCivilDay, sayDaysIn } from "../parts/civil-day.ts";
import type { Place } from "../address/place.ts";
import { cutTo } from "../desk/writing-direction.ts";
import type { DipDraw, InboxRow, TimesSet } from "../desk/supervision.ts";

/** Words of supervision, and where each row leads. */

/** Heads of the columns. */
export const columns = ["What", "About what, and what stays open until then", "Asked by, since", "You can"] as const;

/** What whoever may decide it does there. */
const verbs: Readonly<Record<WaitingKind, string>> = {
  reading: "Agree or not",
  opening: "Review",
  service: "Confirm",
  breach: "Read",
  settling: "Agree or not",
  result: "Read it against the copy",
  subject: "Read it",
  authorise: "Read and authorise",
  change: "Read and authorise",
  link: "Agree or not",
  "not-pursued": "Agree or not",
  "not-stalking": "Agree or not",
  cut: "Read",
  schedule: "Read",
  closing: "Agree or return",
  erasure: "Agree or not",
};

/** Why somebody with a hand in it does not decide it. */
const ownHands: Readonly<Record<WaitingKind, string>> = {
  reading: "You decided it yourself, so another reads it",
  opening: "You opened it yourself, or told somebody to, so another reviews it",
  service: "You made the service or wrote it down, so another confirms it",
  breach: "It is your decision, so another reads it",
  settling: "You settled it yourself, so another agrees",
  result: "You typed it, so another reads the copy",
  subject: "You wrote it yourself, so another reads it",
  authorise: "You wrote a part of it or sent it, so another authorises it",
  change: "You wrote a part of it or sent it, so another authorises it",
  link: "You confirmed it yourself, so another agrees",
  "not-pursued": "You answered it yourself, so another reads it",
  "not-stalking": "You answered it yourself, so another reads it",
  cut: "You cut or marked it, so another reads it",
  schedule: "You marked in it, so another reads it",
  closing: "You asked for it, so another closes it",
  erasure: "You asked for it, so another agrees",
};

/** Parts of an order in which it is decided. partial: of what is no order's. */
const orderParts: Readonly<Partial<Record<WaitingKind, string>>> = {
  authorise: "criteria",
  service: "service",
  result: "court",
  subject: "applicant",
  breach: "breach",
  change: "change",
};

/** What stands where the button would be; empty: this officer may decide it. */
export function sayWhyNot({ kind, whyNot, at }: Pick<InboxRow, "kind" | "whyNot" | "at">): string {
  switch (whyNot) {
    case null:
      return "";
    case "own":
      return ownHands[kind];
    case "role":
      return "Not a supervisor’s to decide";
    case "not-on-case":
      return at.of === "report"
        ? "You are not on its case: a supervisor who is on it reads it, or another puts you there"
        : "You are not on this case: whoever is on it reads it, or another supervisor puts you there";
  }
}

/** "Review", "Confirm". */
export function sayCan(kind: WaitingKind): string {
  return verbs[kind];
}

/** Where it is decided; undefined: on no page that this officer can open. */
export function placeOfRow({ kind, at, whyNot }: Pick<InboxRow, "kind" | "at" | "whyNot">): Place | undefined {
  if (whyNot === "not-on-case" || whyNot === "role") return undefined;
  const { of, id } = at;
  if (kind === "erasure") return { screen: "retention", row: id };
  switch (of) {
    case "opening":
      return whyNot === "own" ? undefined : { screen: "review", opening: id };
    case "order": {
      if (kind === "settling") return { screen: "register" };
      const part = orderParts[kind];
      return { screen: "order", order: id, ...(part !== undefined && { part }) };
    }
    case "link":
      return { screen: "link", link: id };
    case "report":
      return kind === "reading" ? { screen: "second" } : { screen: "report", reference: id };
    case "case":
      if (kind === "cut" || kind === "schedule") return { screen: "disclosure", case: id };
      return { screen: "case", case: id, part: kind === "closing" ? "closing" : "decisions" };
  }
}

/** Letters of somebody’s words in a row: what was written at length would push every other row out of sight. */
const mostInRow = 200;

/** What is said in a row, cut where it is long. */
function inRow(says: string): string {
  return says.length > mostInRow ? `${cutTo(says, cutAt(says, mostInRow).trimEnd().length)}…` : says;
}

/** All of what the row shows cut; undefined: it shows all. */
export function sayWhole({ says }: Pick<InboxRow, "says">): string | undefined {
  return inRow(says) === says ? undefined : sayDaysIn(says);
}

/** What it is about: "Ada Moss, R-8101", "case 0412". */
export function sayAbout({ at, name, says, kind }: Pick<InboxRow, "at" | "name" | "says" | "kind">): string {
  const { of, id } = at;
  if (of === "opening" || of === "link") return inRow(says);
  const number = of === "case" ? `case ${id}` : id;
  const about = name === null ? number : `${name}, ${number}`;
  return kind === "cut" || kind === "schedule" ? `${about}: ${inRow(says)}` : about;
}

/** The second line: what was said, and what stays open until it is decided. */
export function sayOpen({ kind, says, at }: Pick<InboxRow, "kind" | "says" | "at">): string {
  const { open } = waitingRules[kind];
  const isSaid = at.of === "opening" || at.of === "link" || kind === "cut" || kind === "schedule" || says === "";
  return isSaid ? open : `${sayDaysIn(inRow(says)).replace(/\.$/, "")}; ${open}`;
}

/** The sentence of the screen. */
export function sayWaiting(rows: readonly InboxRow[], now: Instant): string {
  if (rows.length === 0) return "Nothing waits for a second person.";
  const past = rows.filter(({ until }) => until <= now);
  const danger = rows.filter(({ isDanger }) => isDanger);
  const parts = [
    `${sayCount(rows.length, "matter")} ${rows.length === 1 ? "waits" : "wait"} for a second person`,
    ...(past.length === 0 ? [] : [`${past.length} past ${past.length === 1 ? "its" : "their"} time`]),
    ...(danger.length === 0 ? [] : [`in ${danger.length} somebody is in danger now`]),
  ];
  return `${parts.join(", ")}.`;
}

/** The sentence of the second person's list: what waits for this officer, and what for another. */
export function sayForYou(rows: readonly Pick<InboxRow, "whyNot">[]): string {
  const yours = rows.filter(({ whyNot }) => whyNot === null).length;
  const others = rows.length - yours;
  if (rows.length === 0) return "Nothing waits for a second person.";
  const waits = (many: number): string => `${sayCount(many, "matter")} ${many === 1 ? "waits" : "wait"}`;
  if (yours === 0) return `Nothing waits for you. ${waits(others)} for another person.`;
  return `${waits(yours)} for you${others === 0 ? "" : `, and ${others} for another person`}.`;
}

/** By which time it is read, and whose that time is: "within 6 hours, this force’s time for the team". */
export function sayHours({ hours, setFor }: Pick<InboxRow, "hours" | "setFor">): string {
  const whose = { team: "this force’s time for the team of who asked", force: "this force’s time" } as const;
  return `within ${sayCount(hours, "hour")}, ${setFor === null ? "as proposed" : whose[setFor]}`;
}

/** Whose the times of the page are. */
export function sayTimesSet(set: TimesSet): string {
  return set === null
    ? "The times are proposed, and this force has confirmed none: an administrator writes its own at “To confirm”."
    : `The times hold from ${sayCivilDay(set.from)}: confirmed by ${set.by} on ${sayCivilDay(set.on)}, at “To confirm”. What is not named there is as proposed.`;
}

/** How far a sample is checked: "2 of 10 checked. Found so far: R-1944, spoke with the officer." */
export function sayChecked({ drawn }: Pick<DipDraw, "drawn">): string {
  const checked = drawn.filter(({ checks }) => checks.length > 0);
  const found = drawn.flatMap(({ id, checks }) => (checks.some((one) => one.found !== "nothing") ? [id] : []));
  return `${checked.length} of ${drawn.length} checked.${found.length === 0 ? "" : ` Something was found in ${sayList(found)}.`}`;
}

/** The place of a number that was drawn. */
export function placeOfNumber(id: string): Place {
  return id.startsWith("R-") ? { screen: "report", reference: id } : { screen: "case", case: id, part: "now" };
}
