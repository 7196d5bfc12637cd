import {
  type ActId,
  type Cover,
  type ElementWithActs,
  type Feared,
  type FilledSlot,
  type LawWithActs,
  type LegalFact,
  type Report,
  type SlotEntry,
  type Zone,
  dayIn,
  daysFromCivil,
  isUndated,
  msPerMinute,
  sectionWithMark,
} from "@unmask/core";
import { namesInPrint, sayAge, sayClock, sayCount, sayDay, sayList, sayDayOfAct } from "@unmask/words";
import { sayRough } from "./cover-section.ts";
import type { Disclosed, DisclosedAct } from "./disclosed-acts.ts";
import { changesInEntries, fearsInEntries, fearsTold } from "./told-in-entries.ts";
import { type Words, quoted, wordsOf } from "./words.ts";

/** Numbers of acts that a line names one by one; more are told by how many and from which to which. */
const mostNumbers = 6;
/** Days or changes that she told, beside one element; the others are in the chronology. */
const mostTold = 4;
/** Days in one line, where there is no room for their words. */
const mostBrief = 6;
/** Characters of her words beside one of them: longer ones are left out whole, because a cut can turn them. */
const longestWords = 160;

/** One element of an offence or one criterion of an order, and what lies beside it. */
interface ElementRow {
  readonly section: string;
  readonly says: string;
  readonly beside: readonly BesideForm[];
}

/** What lies beside an element: a line, and the days or changes below it, of which the page prints as many as it has room for. */
interface BesideForm {
  readonly says: Words;
  readonly told: readonly Words[];
  /** How many more the chronology has. */
  readonly more: number;
  /** Of what it tells, where the line gives way: days need two, so that all of them stand before any of their words. */
  readonly of: "days" | "other answers" | "changes" | null;
  /** The same in one line, without words: every day, or how many answers there are. */
  readonly brief: Words | null;
}

/**
 * The page for whoever decides on an order: the criteria of each order with the acts beside them, the two limbs of the offence that asks for
 * fear or for an effect, and what each offence is tried as, which always stands. Nothing is decided, and a limit that no source was read for is
 * an empty slot.
 */
export function lawSection({ orders, offences }: LawWithActs, report: Report, disclosed: Disclosed): object {
  const rows = createRows(report, disclosed);
  return {
    of: `The law as it stands for ${report.statement.jurisdiction.name}, which is taken where nobody stated another.`,
    age: ageOfLastAct(orders, report, disclosed),
    most: mostTold,
    orders: orders.map(({ order, criteria }) => ({
      name: order.name,
      act: order.applicant.act ?? "",
      criteria: criteria.map(rows),
      text: textRead(order.applicant),
      notes: [order.applicant, order.courtTest, ...order.rules, order.timeLimit]
        .flatMap((fact) => (fact ? [sayFact(fact)] : []))
        .filter((said) => said !== ""),
    })),
    // The offence whose limbs ask for days and changes that she alone can tell.
    limbs: offences.flatMap(({ offence, elements }) => {
      const isLimb = ({ beside }: ElementWithActs): boolean => beside.some(({ slot }) => slot === "days-of-fear" || slot === "changes");
      const limbs = elements.filter(isLimb);
      // That the whole offence is read from a copy stands at its head.
      const others = elements.filter((one) => !isLimb(one)).map(({ element }) => sayFact({ ...element, verification: "text-seen" }));
      const also = others.length === 0 ? "" : `This is a part of the offence only. It asks for more: ${others.join(" ")}`;
      return limbs.length === 0
        ? []
        : [{ name: offence.name, act: limbs[0]?.element.act ?? "", text: textRead(limbs[0]?.element), rows: limbs.map(rows), also }];
    }),
    tried: textRead(offences.find(({ offence }) => offence.trial.verification === "text-seen")?.offence.trial),
    trial: offences.map(({ offence }) => ({
      name: `${offence.name} (${offence.id})`,
      mode: sayFact(offence.trial),
      limit: offence.timeLimit === null ? "" : sayFact(offence.timeLimit),
    })),
    noLimit: offences.some(({ offence }) => offence.timeLimit === null)
      ? "This paper does not know within which time each must be charged; it can be short: ask at once."
      : null,
  };
}

/** A fact with its section and its mark; what rests on memory alone is not told. */
function sayFact(fact: LegalFact): string {
  const section = sectionWithMark(fact);
  return section === undefined ? "" : `${fact.says} (${section})`;
}

/** As of which day the text was read; what was changed later, nobody here has read. */
function textRead(fact: LegalFact | undefined): string {
  if (fact === undefined) return "";
  if (fact.textOf === undefined) return `Looked up on ${sayIsoDay(fact.checkedOn)}; of which day that text was is not noted.`;
  const copy = fact.verification === "secondary-source" ? ", from copies" : "";
  const when = fact.textOf.includes("-") ? `on ${sayIsoDay(fact.textOf)}` : `in ${fact.textOf}`;
  return `Read as the Act stood ${when}${copy}; whether it has been changed since is not confirmed.`;
}

/** "7 February 2023" of "2023-02-07". */
function sayIsoDay(iso: string): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return sayDay(daysFromCivil({ year, month, day }));
}

function createRows(report: Report, disclosed: Disclosed): (element: ElementWithActs) => ElementRow {
  const { statement, cover = {} } = report;
  const hasWords = (report.impact ?? "").trim() !== "" || changesInEntries(report, disclosed).length > 0;
  const about: Beside = { me: namesInPrint(statement).me, disclosed, zone: statement.zone, cover, hasWords };
  return ({ element, beside }) => ({
    section: element.section,
    says: element.says,
    beside:
      beside.length === 0
        ? [lineOf("Nothing is laid beside it: people know it, no file does.")]
        : beside.flatMap((slot) => sayBeside(slot, about)),
  });
}

interface Beside {
  readonly me: string;
  readonly disclosed: Disclosed;
  readonly zone: Zone;
  readonly cover: Cover;
  /** She wrote what it has done, there or in her journal. */
  readonly hasWords: boolean;
}

function lineOf(says: string): BesideForm {
  return { says: wordsOf(says), told: [], more: 0, of: null, brief: null };
}

function sayBeside({ slot, entries, notShown = 0 }: FilledSlot, about: Beside): readonly BesideForm[] {
  const { me, disclosed } = about;
  const numbers = (entry: SlotEntry): string => sayActs(entry, disclosed);
  switch (slot) {
    case "acts":
    case "acts-by-example":
      if (!entries || entries.length === 0) return [lineOf("No act.")];
      return entries.map((entry) =>
        lineOf(
          entry.code === undefined
            ? `${numbers(entry)}.`
            : `Can be (${entry.code}) ${(entry.says ?? "").replace(/\.$/, "")}: ${numbers(entry)}.`,
        ),
      );
    case "acts-after-stop":
      // A stop that was an act which is left out goes with it; what she stated beside this pack, the paper does not deny.
      if (entries === null) return [lineOf(`Whether ${me} said stop: not stated${disclosed.heldBack > 0 ? " in this pack" : ""}.`)];
      return [lineOf(`After ${me} said stop: ${entries.length === 0 ? "no act" : entries.map(numbers).join("; ")}.`)];
    case "last-act":
      return [lineOf(`The last act: ${!entries || entries.length === 0 ? "none" : entries.map(numbers).join("; ")}.`)];
    case "days-of-fear":
      return sayFears({ entries, notShown }, about);
    case "changes":
      return sayChanged(entries, about);
  }
}

/** The answers that she gave of days: those on which she feared it with the acts of that day, then the others. */
function sayFears(
  { entries, notShown }: { readonly entries: FilledSlot["entries"]; readonly notShown: number },
  { me, disclosed, zone, cover }: Beside,
): readonly BesideForm[] {
  const asked = `Days on which ${me} feared violence`;
  const feared = fearsTold({ cover }, disclosed);
  if (typeof feared !== "object") return [lineOf(`${asked}: ${feared ?? "not asked"}.`)];
  // An entry about somebody who is not said to be them lies beside no element.
  const laid = new Set((entries ?? []).flatMap(({ day }) => (day ? [daysFromCivil(day)] : [])));
  const apart = fearsInEntries({ cover }, disclosed).filter(
    (one) => one.answer === "yes" && "act" in one && !laid.has(dayOfAct(one.act, disclosed, zone)),
  );
  const said = apart.slice(0, mostTold).map((one) => sayAsked(one, disclosed, zone));
  const ofApart =
    apart.length === 0
      ? []
      : [
          lineOf(
            `${asked}${laid.size === 0 ? "" : ", beside these"}, of acts that are in no count here: ${sayList([...said, ...(apart.length > said.length ? [`${apart.length - said.length} more in the chronology`] : [])])}.`,
          ),
        ];
  const others = feared.filter(({ answer }) => answer !== "yes").map((one) => `${sayAsked(one, disclosed, zone)}: ${one.answer}`);
  const more = others.length - mostTold;
  return [
    ...(ofApart.length > 0 && laid.size === 0
      ? []
      : sayEntries(entries ?? [], { asked, disclosed, of: "days" }, ({ day }) =>
          day === undefined ? "day not known" : sayDay(daysFromCivil(day)),
        )),
    ...ofApart,
    ...(others.length === 0
      ? []
      : [
          {
            ...lineOf(
              `Asked of other days too: ${sayList([...others.slice(0, mostTold), ...(more > 0 ? [`${more} more in the chronology`] : [])])}.`,
            ),
            of: "other answers" as const,
            brief: wordsOf(`Asked of other days too: ${sayCount(others.length, "answer")} in the chronology.`),
          },
        ]),
    ...(notShown === 0
      ? []
      : [
          lineOf(
            `${sayCount(notShown, "answer")} of yes ${notShown === 1 ? "is about an act that is" : "are about acts that are"} not in the pack.`,
          ),
        ]),
  ];
}

function dayOfAct(id: ActId, { byId }: Disclosed, zone: Zone): number {
  const found = byId.get(id);
  return found === undefined || isUndated(found.act) ? Infinity : dayIn(zone, found.act.when.earliest);
}

/** "9 March 2026", "9 March 2026 (act 12)"; what the pack does not show is not named. */
function sayAsked(one: Feared, { byId }: Disclosed, zone: Zone): string {
  if ("day" in one) return sayDay(daysFromCivil(one.day));
  const found = byId.get(one.act);
  return found === undefined ? "an act that is not in the pack" : `${sayDayOfAct(found.act, zone)} (act ${found.number})`;
}

function sayChanged(entries: FilledSlot["entries"], { me, disclosed, hasWords, cover: { changed } }: Beside): readonly BesideForm[] {
  const asked = `What changed for ${me}`;
  if (entries === null || entries.length === 0) {
    if (typeof changed !== "object")
      return [lineOf(`${asked}: ${changed ?? (hasWords ? `in the words of ${me}, under “What it has done”` : "not asked")}.`)];
  }
  // Those of the cover come first, and behind them those of her journal, which say on which day it was written of.
  const ofCover = typeof changed === "object" ? changed : [];
  return sayEntries(entries ?? [], { asked, disclosed, of: "changes" }, ({ day }, i) =>
    i < ofCover.length
      ? `Since ${sayRough(ofCover[i]?.since)}`
      : day === undefined
        ? "In the journal"
        : `In the journal, of ${sayDay(daysFromCivil(day))}`,
  );
}

/** What she told, each with its day, her words and the acts of that day. */
function sayEntries(
  entries: readonly SlotEntry[],
  { asked, disclosed, of }: { readonly asked: string; readonly disclosed: Disclosed; readonly of: "days" | "changes" },
  sayWhen: (entry: SlotEntry, i: number) => string,
): readonly BesideForm[] {
  const told = entries.slice(0, mostTold).map((entry, i) => {
    const { says = "" } = entry;
    const words = says === "" ? "" : says.length > longestWords ? ": the words are in the chronology" : `: ${quoted(says)}`;
    const acts = entry.acts.length + entry.perhaps.length === 0 ? "" : ` (that day: ${sayActs(entry, disclosed)})`;
    const said = `${sayWhen(entry, i)}${words}${acts}`;
    return wordsOf(acts === "" && /[.!?…]”$/u.test(words) ? said : `${said}.`);
  });
  const days = entries.slice(0, mostBrief).map((entry, i) => {
    const acts = entry.acts.length + entry.perhaps.length === 0 ? "" : ` (${sayActs(entry, disclosed)})`;
    return `${startingLow(sayWhen(entry, i))}${acts}`;
  });
  const more = entries.length - days.length;
  const brief = `${asked}: ${sayList([...days, ...(more > 0 ? [`${more} more`] : [])])}; the words are in the chronology.`;
  return [
    {
      says: wordsOf(`${asked}:${told.length === 0 ? " none told." : ""}`),
      told,
      more: entries.length - told.length,
      of,
      brief: told.length === 0 ? null : wordsOf(brief),
    },
  ];
}

function startingLow(says: string): string {
  return `${says.charAt(0).toLowerCase()}${says.slice(1)}`;
}

/** "act 4", "acts 4, 5 and 8", "1,769 acts, Nos. 12 to 3,070"; those that may belong there apart. Held back acts have no number. */
function sayActs({ acts, perhaps }: SlotEntry, disclosed: Disclosed): string {
  const sure = numbersOf(acts, disclosed);
  const may = numbersOf(perhaps, disclosed);
  const parts = [sure.length === 0 ? "" : sayNumbers(sure), may.length === 0 ? "" : `perhaps ${sayNumbers(may)}`].filter(
    (part) => part !== "",
  );
  return parts.length === 0 ? "no act that can be shown" : parts.join(", ");
}

function numbersOf(ids: SlotEntry["acts"], { byId }: Disclosed): readonly number[] {
  return ids.flatMap((id) => byId.get(id)?.number ?? []).sort((a, b) => a - b);
}

function sayNumbers(numbers: readonly number[]): string {
  if (numbers.length > mostNumbers) return `${sayCount(numbers.length, "act")}, Nos. ${numbers[0]} to ${numbers.at(-1)}`;
  return `${numbers.length === 1 ? "act" : "acts"} ${sayList(numbers.map(String))}`;
}

/** How long before the report the last act was, where its day is known: as the finding of the last act says it. */
function ageOfLastAct(orders: LawWithActs["orders"], { statement: { zone }, madeAt }: Report, { byId }: Disclosed): string | null {
  const slots = orders.flatMap(({ criteria }) => criteria.flatMap(({ beside }) => beside)).filter(({ slot }) => slot === "last-act");
  const [id] = slots.flatMap(({ entries }) => entries?.flatMap(({ acts }) => acts) ?? []);
  const last: DisclosedAct | undefined = id === undefined ? undefined : byId.get(id);
  if (!last) return null;
  const { when, flags } = last.act;
  const age = sayAge(when, madeAt, zone, flags.includes("date-order-assumed"));
  const clock = when.latest - when.earliest < msPerMinute ? ` at ${sayClock(when.earliest, zone)}` : "";
  const day = sayDay(dayIn(zone, when.earliest));
  // A phone whose clock was ahead: no age can be told.
  if (age === undefined) return `The last act whose day is known is dated ${day}${clock}, after this report.`;
  const { says, isExact, days } = age;
  const at = isExact ? ` at ${sayClock(when.earliest, zone)}` : "";
  const before = !isExact && days === 0 ? "on the day of" : `${says} before`;
  return `The last act whose day is known was on ${day}${at}, ${before} this report.`;
}
