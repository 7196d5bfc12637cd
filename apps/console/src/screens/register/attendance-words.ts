import { type RegisterLaw, type Result, failed, ok } from "@unmask/core";
import { nameKey, namesLeftOut } from "@unmask/case";
import type { Counter, CounterDuty } from "../../desk/attendance.ts";
import { sayCivilDay, sayTrigger } from "../../parts/civil-day.ts";
import { sayNow } from "../../parts/say-when.ts";
import { sayDuty } from "../when-due-words.ts";

/** What is written down at the counter, and what it will come to: said before it is written. */

/** What was chosen and typed so far. */
export interface AttendanceDraft {
  readonly inPerson: "yes" | "no" | undefined;
  readonly day: string;
  readonly at: string;
  readonly station: string;
  readonly area: "local" | "elsewhere" | "unknown" | undefined;
  readonly names: readonly string[];
  readonly allNames: "yes" | "no" | "not-known" | undefined;
  /** A home, or a place where they can regularly be found; undefined: nothing was told of it. */
  readonly lives: "home" | "found" | undefined;
  readonly address: string;
  /** The day of a change that is still to come. */
  readonly changeOn: string;
  readonly online: readonly string[];
  readonly checked: readonly ("photograph" | "fingerprints" | "refused")[];
  readonly says: string;
}

const filled = (words: readonly string[]): readonly string[] => words.map((one) => one.trim()).filter((one) => one !== "");

/** What is still to be answered, in words; or the body that is sent. */
export function attendedBody(draft: AttendanceDraft): Result<object, string> {
  const { inPerson, day, at, area, allNames, lives, changeOn, checked } = draft;
  const [station, address, says] = [draft.station.trim(), draft.address.trim(), draft.says.trim()];
  const [names, online] = [filled(draft.names), filled(draft.online)];
  if (inPerson === undefined) return failed("Say first whether they are here in person: nothing else counts.");
  if (day === "" || at === "") return failed("Write the day and the hour.");
  if (station === "") return failed("Write which station it is.");
  if (area === undefined) return failed("Say whether this station is in the local police area.");
  if (names.length > 0 && allNames === undefined) return failed("Say whether these are said to be all names.");
  if (lives !== undefined && address === "") return failed("Write the address, or the place.");
  if (names.length === 0 && lives === undefined && says === "") return failed("Write what was told: names, an address, or their words.");
  if (checked.includes("refused") && says === "") return failed("The check was refused: write their words, as they said them.");
  return ok({
    ...{ day, at, station, area, names },
    inPerson: inPerson === "yes",
    allNames: allNames ?? "not-known",
    ...(lives === "home" && { address }),
    ...(lives === "found" && { regularlyFound: address }),
    ...(changeOn !== "" && { changeOn }),
    ...(online.length > 0 && { online }),
    identity: identityOf(checked),
    ...(says !== "" && { says }),
  });
}

function identityOf(checked: AttendanceDraft["checked"]): string {
  if (checked.includes("refused")) return "refused";
  const [photograph, prints] = [checked.includes("photograph"), checked.includes("fingerprints")];
  return photograph && prints ? "both" : photograph ? "photograph" : prints ? "fingerprints" : "not-asked";
}

/** What waits to be told: what is overdue first. */
const open = ["overdue", "due", "undecided", "not-served"] as const;

/** Duties that wait, what is overdue first. */
export function openDuties({ duties }: Pick<Counter, "duties">): readonly CounterDuty[] {
  return open.flatMap((state) => duties.filter(({ stands }) => stands === state));
}

/** "First notice, due by the end of today, Mon 2 Nov 2026": what it is, by when, and what it runs from. */
export function sayOpenDuty(duty: CounterDuty, today: string): { readonly says: string; readonly more: string } {
  const { due, overdueFrom, stands, trigger, section } = duty;
  const name = sayDuty(duty);
  const more = `${trigger.startsWith("not ") ? "Nothing runs yet" : "Runs from"}: ${sayTrigger(trigger)}; ${section}.`;
  if (due === null || overdueFrom === null)
    return { says: `${name}: ${stands === "not-served" ? "nothing runs before the order is served" : "no clock"}.`, more };
  const day = sayCivilDay(due);
  if (stands === "undecided") return { says: `${name}: undecided. If it runs, it is due by the end of ${day}.`, more };
  if (stands === "overdue") return { says: `${name}: was due by the end of ${day}, overdue from ${sayNow(overdueFrom)}.`, more };
  return { says: `${name}, due by the end of ${due === today ? `today, ${day}` : day}.`, more };
}

/** What is said where no duty is listed: of an order that another force keeps, nothing is known of what waits. */
export function sayNothingOpen({ keptBy }: Pick<Counter, "keptBy">): string {
  return keptBy === null
    ? "Nothing waits to be told. What is told is written down all the same."
    : `${keptBy} keeps this order. What has to be told, and by when, is not worked out here: ask them. What is told is written down all the same.`;
}

/** What it will come to, said before it is written. */
export interface WillWrite {
  /** "Met", "Undecided", "Nothing is notified". */
  readonly word: string;
  readonly says: string;
  readonly more?: string;
  readonly isMind: boolean;
}

/** What will be written, as far as it is known before: what the register makes of it is shown when it stands. */
export function willWrite(
  draft: AttendanceDraft,
  { duties, keptBy, ...called }: Pick<Counter, "duties" | "keptBy"> & Called,
  { rules }: Pick<RegisterLaw, "rules">,
): WillWrite {
  const { inPerson, area } = draft;
  const where = rules.where === undefined ? "" : `: ${rules.where.section}`;
  if (inPerson === undefined) return { word: "Nothing yet.", says: `Only what is told in person counts${where}.`, isMind: false };
  if (inPerson === "no")
    return {
      word: "Nothing is notified:",
      says: `by letter, form or telephone it does not count${where}.`,
      more: "What was said is written all the same, with when and to whom.",
      isMind: true,
    };
  if (keptBy !== null)
    return { word: "Told:", says: `it is written. Whether it meets anything is for ${keptBy}: tell them.`, isMind: true };
  const waiting = openDuties({ duties });
  const [duty] = waiting;
  if (area !== undefined && area !== "local") return notAtTheirs(draft, area, { waiting, where });
  if (duty === undefined) return { word: "Told:", says: "nothing is open that this would meet. It is written.", isMind: false };
  return duty.rule === "first-notice" || duty.rule === "suspension-ends" ? ofAll(draft, duty, called) : ofChange(draft, duty);
}

/** The word of what an officer decides, because the law or the facts leave it open. */
const undecidedWord = "Undecided:";

/** Whether what is written stands as undecided: the button that writes it says so. */
export function isWrittenUndecided({ word }: WillWrite): boolean {
  return word === undecidedWord;
}

/** At a station elsewhere: what was still in its period is undecided by it; what was over before stays as it is, whichever way that doubt falls. */
function notAtTheirs(
  { day }: AttendanceDraft,
  area: "elsewhere" | "unknown",
  { waiting, where }: { readonly waiting: readonly CounterDuty[]; readonly where: string },
): WillWrite {
  const station = `a station ${area === "elsewhere" ? "outside the local police area" : "that is not known to be in the local police area"}${where}`;
  const [duty] = waiting.filter((one) => isRunning(one) && !isLate(one, day));
  const [late] = waiting.filter((one) => isLate(one, day));
  const stays =
    late === undefined
      ? ""
      : `${sayDuty(late)} stays ${late.stands}: its period was over at the end of ${sayCivilDay(late.due ?? day)}. It is met late once who keeps the register counts this.`;
  if (duty !== undefined) {
    const clock =
      duty.due === null || duty.overdueFrom === null
        ? ""
        : `The clock it would have: due by the end of ${sayCivilDay(duty.due)}, overdue from ${sayNow(duty.overdueFrom)}.`;
    const more = ["No label and no “met” until who keeps the register decides.", clock, stays].filter((one) => one !== "").join(" ");
    return { word: undecidedWord, says: `told at ${station}.`, more, isMind: true };
  }
  if (late !== undefined) return { word: "Late, and not met:", says: `told at ${station}.`, more: stays, isMind: true };
  return { word: "Told:", says: `at ${station}. Nothing runs that this would meet. It is written.`, isMind: true };
}

/** Whether a period runs or would: nothing runs before an order is served. */
function isRunning({ stands }: CounterDuty): boolean {
  return stands !== "not-served";
}

/** Whether its period was over on that day: then nothing that is told meets it in time. */
function isLate({ due, stands }: CounterDuty, day: string): boolean {
  return stands === "overdue" && due !== null && day > due;
}

/** How somebody is called, as far as the counter knows: by which name, and how many others there are. */
type Called = Pick<Counter, "name" | "otherNames">;

/** What is known before of the names that were told, by the rule of the register: which others are known nobody at a counter is told. */
function sayNamesLeft(told: readonly string[], { name, otherNames }: Called): "the name of the order" | "some" | "perhaps" | "none" {
  if (namesLeftOut(told, [name]).length > 0) return "the name of the order";
  if (otherNames === 0) return "none";
  return new Set(told.map(nameKey)).size <= otherNames ? "some" : "perhaps";
}

function ofAll({ names, allNames, lives, address, changeOn, day }: AttendanceDraft, duty: CounterDuty, called: Called): WillWrite {
  const isAll = filled(names).length > 0 && allNames === "yes" && lives !== undefined && address.trim() !== "" && changeOn === "";
  if (!isAll)
    return {
      word: "Not all is told yet:",
      says: "this notice asks for every name, and for a home or a place where they can regularly be found.",
      more: sayUntilDecided(duty, day),
      isMind: true,
    };
  if (duty.due === null || duty.stands === "undecided")
    return { word: "Told:", says: "names and address. Whether it counts is undecided, and an officer decides.", isMind: true };
  const left = sayNamesLeft(filled(names), called);
  if (left === "the name of the order" || left === "some")
    return {
      word: isLate(duty, day) ? "Late, and not met:" : undecidedWord,
      says:
        left === "some"
          ? "fewer names are told than are known here."
          : "the name by which the order calls them is not among those that are told.",
      more: sayUntilDecided(duty, day),
      isMind: true,
    };
  if (left === "perhaps")
    return {
      word: "Told:",
      says: `names and address. Where a name that is known here is not among them, an officer decides; else it is met${day > duty.due ? " late" : ""}.`,
      more: "The register compares the names once it is written.",
      isMind: true,
    };
  if (day > duty.due)
    return {
      word: "Met late:",
      says: `the period was over at the end of ${sayCivilDay(duty.due)}.`,
      more: "The label stays until an officer decides. Write their words: nobody has been asked why.",
      isMind: true,
    };
  return {
    word: "Met",
    says: `on ${sayCivilDay(day)}${day === duty.due ? ", the last day" : ""}. Names and address are told.`,
    more: "From then on: a new name or a new address, each in its own period.",
    isMind: false,
  };
}

function sayUntilDecided(duty: CounterDuty, day: string): string {
  return isLate(duty, day)
    ? `It stays overdue: its period was over at the end of ${sayCivilDay(duty.due ?? day)}. It is met late once an officer counts it.`
    : "Written like this it stays undecided until an officer decides.";
}

function ofChange({ day }: AttendanceDraft, duty: CounterDuty): WillWrite {
  const isAfter = duty.due !== null && day > duty.due;
  return {
    word: "Told:",
    says: `${sayDuty(duty).toLowerCase()}${isAfter ? ", after its period" : ", within its period"}, where it is the one that changed.`,
    more: "The register compares what is told with what was found, and says what it met.",
    isMind: isAfter,
  };
}

/** "SPO-26-025-I" while the interim order is the newest. */
export function numberOf({ order, orders }: Pick<Counter, "order" | "orders">): string {
  return orders.length > 0 && orders.every(({ which }) => which === "interim") ? `${order}-I` : order;
}
