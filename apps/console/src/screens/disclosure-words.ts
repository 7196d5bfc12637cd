import type { Instant } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import type { Copy, Given, GoesTo, Mark, Schedule, ScheduleItem, UnlistedThing } from "../desk/disclosure.ts";
import { sayWhen } from "../parts/say-when.ts";
import type { Chosen } from "../parts/written-fields.ts";

/** What the schedule of a case says in words. The marks are this force's own: which form the law wants is not confirmed here. */

/** The groups, gravest for us first. */
export const markGroups: readonly { readonly mark: Mark; readonly says: string; readonly more: string }[] = [
  { mark: "could-help", says: "Could help the defence", more: "" },
  { mark: "not-decided", says: "Not decided", more: "each waits for somebody, with a day" },
  { mark: "no", says: "Does not help or harm, as far as seen", more: "" },
  { mark: "sensitive", says: "Sensitive", more: "described for the prosecutor and the court only, in no other paper" },
];

/** A mark in a word. */
export const markWords: Readonly<Record<Mark, string>> = {
  "could-help": "could help the defence",
  "not-decided": "not decided",
  no: "no",
  sensitive: "sensitive",
};

/** To whom something goes. */
export const goesToWords: Readonly<Record<GoesTo, string>> = {
  prosecutor: "the prosecutor",
  defence: "the defence",
  court: "the court",
  another: "somebody else",
};

/** The same, to be chosen. */
export const goesTo: readonly Chosen[] = (["prosecutor", "defence", "court", "another"] as const).map((value) => ({
  value,
  says: goesToWords[value],
}));

/** "Nineteen items are held and not relied on. Three could help the defence; two are not decided." */
export function sayHeld({ items, unlistedInAll }: Pick<Schedule, "items" | "unlistedInAll">): string {
  const held = items.filter(({ isRelied }) => !isRelied);
  const [helps, open] = [held.filter(({ mark }) => mark === "could-help").length, held.filter(({ mark }) => mark === "not-decided").length];
  const listed = held.length === 0 ? "Nothing is listed yet." : `${says(held.length, "item is", "items are")} held and not relied on.`;
  const marks =
    held.length === 0
      ? ""
      : ` ${says(helps, "could", "could")} help the defence; ${small(open === 0 ? "None is" : says(open, "is", "are"))} not decided.`;
  const rest = unlistedInAll === 0 ? "" : ` ${says(unlistedInAll, "thing is", "things are")} held that nobody looked at yet.`;
  return listed + marks + rest;
}

function says(number: number, one: string, more: string): string {
  return `${number === 0 ? "None" : sayNumber(number)} ${number === 1 ? one : more}`;
}

function small(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** What a thing is of, by its key: "entry 12 of the case". */
export function sayOf(of: string): string {
  const [place = "", number = "", nth] = of.split("/");
  if (of === "nothing-held") return "nothing held";
  if (of === "elsewhere") return "held elsewhere";
  if (place === "exhibit") return `exhibit ${Number(nth) + 1} of a pack`;
  if (number.startsWith("P")) return `paper ${of}`;
  return place === "case" ? `entry ${number} of the case` : `entry ${number} of ${place}`;
}

/** Why the newest copy goes to nobody yet, or what stands in its way; undefined: it may go to somebody. */
export function whyNoCopy({ copies }: Pick<ScheduleItem, "copies">): string | undefined {
  const copy = copies.at(-1);
  if (copy === undefined) return "no copy was cut yet";
  if (copy.whyNot.some(({ says: why }) => why === null)) return undefined;
  if (copy.readings.some(({ agrees }) => !agrees)) return "the second person does not agree: another copy is cut";
  return "a second person must read what was cut";
}

/** To whom a copy may go. */
export function openTo({ whyNot }: Pick<Copy, "whyNot">): readonly GoesTo[] {
  return whyNot.flatMap(({ as, says: why }) => (why === null ? [as] : []));
}

/** What is pressed to save the table of a schedule that went: "Save the schedule that went to the defence, 10:58". */
export function sayScheduleWent({ as, happened }: Pick<Given, "as" | "happened">, now: Instant): string {
  return `Save the schedule that went to ${goesToWords[as]}, ${sayWhen(happened, now)}`;
}

/** How much of it there is: "3 lines", "a file". */
export function sayLength({ lines }: Pick<UnlistedThing, "lines">): string {
  if (lines === null) return "a file: its copy is made elsewhere";
  return `${sayNumber(lines)} ${lines === 1 ? "line" : "lines"}`;
}
