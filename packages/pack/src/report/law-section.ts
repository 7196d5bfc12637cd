import {
  type ElementWithActs,
  type FilledSlot,
  type LawWithActs,
  type LegalFact,
  type Report,
  type SlotEntry,
  dayIn,
  daysFromCivil,
} from "@unmask/core";
import { namesInPrint, sayCount, sayDay, sayList } from "@unmask/words";
import type { Disclosed, DisclosedAct } from "./disclosed-acts.ts";
import { type Words, wordsOf } from "./words.ts";

/** Numbers of acts that a line names one by one; more are told by how many and from which to which. */
const mostNumbers = 6;
/** Days that she named, beside one element; the others are in the chronology. */
const mostDays = 4;
/** Characters of her words beside one day. */
const longestWords = 160;

/** One element of an offence or one criterion of an order, and what lies beside it. */
interface ElementRow {
  readonly section: string;
  readonly says: string;
  readonly beside: readonly Words[];
}

/**
 * The page for whoever decides on an order: the criteria of each order with the acts beside them, the two limbs of the offence that asks for
 * fear or for an effect, and what each offence is tried as. Nothing is decided, and a limit that no source was read for is an empty slot.
 */
export function lawSection({ orders, offences }: LawWithActs, report: Report, disclosed: Disclosed): object {
  const rows = createRows(report, disclosed);
  return {
    age: ageOfLastAct(orders, report, disclosed),
    orders: orders.map(({ order, criteria }) => ({
      name: order.name,
      act: order.applicant.act ?? "",
      criteria: criteria.map(rows),
      notes: [order.applicant, order.courtTest, ...order.rules, order.timeLimit].flatMap((fact) => (fact ? [sayFact(fact)] : [])),
    })),
    // The offence whose limbs ask for days and changes that she alone can tell.
    limbs: offences.flatMap(({ offence, elements }) => {
      const limbs = elements.filter(({ beside }) => beside.some(({ slot }) => slot === "days-of-fear" || slot === "changes"));
      return limbs.length === 0 ? [] : [{ name: offence.name, act: limbs[0]?.element.act ?? "", rows: limbs.map(rows) }];
    }),
    trial: offences.map(({ offence }) => ({
      name: `${offence.name} (${offence.id})`,
      mode: sayFact(offence.trial),
      limit: offence.timeLimit === null ? "No limit of time was found in what was read: ask a lawyer." : sayFact(offence.timeLimit),
    })),
  };
}

/** A fact with its section; what nobody read at its source says so. */
function sayFact({ says, section, verification }: LegalFact): string {
  return `${says} (${section}${verification === "memory" ? "; not confirmed" : ""})`;
}

function createRows(report: Report, disclosed: Disclosed): (element: ElementWithActs) => ElementRow {
  const { me } = namesInPrint(report.statement);
  return ({ element, beside }) => ({
    section: element.section,
    says: element.says,
    beside:
      beside.length === 0
        ? [wordsOf("Nothing is laid beside it: people know it, no file does.")]
        : beside.flatMap((slot) => sayBeside(slot, { me, disclosed })),
  });
}

function sayBeside({ slot, entries }: FilledSlot, { me, disclosed }: { me: string; disclosed: Disclosed }): readonly Words[] {
  const numbers = (entry: SlotEntry): string => sayActs(entry, disclosed);
  switch (slot) {
    case "acts":
    case "acts-by-example":
      if (!entries || entries.length === 0) return [wordsOf("No act.")];
      return entries.map((entry) =>
        wordsOf(
          entry.code === undefined ? `${numbers(entry)}.` : `(${entry.code}) ${(entry.says ?? "").replace(/\.$/, "")}: ${numbers(entry)}.`,
        ),
      );
    case "acts-after-stop":
      if (entries === null) return [wordsOf(`Whether ${me} said stop: not stated.`)];
      return [wordsOf(`After ${me} said stop: ${entries.length === 0 ? "no act" : entries.map(numbers).join("; ")}.`)];
    case "last-act":
      return [wordsOf(`The last act: ${!entries || entries.length === 0 ? "none" : entries.map(numbers).join("; ")}.`)];
    case "days-of-fear":
      return sayDays(entries, { asked: `Days on which ${me} feared violence`, numbers });
    case "changes":
      return sayDays(entries, { asked: `What changed for ${me}`, numbers });
  }
}

/** Days that she named, each with her words and the acts of that day. */
function sayDays(
  entries: readonly SlotEntry[] | null,
  { asked, numbers }: { asked: string; numbers: (entry: SlotEntry) => string },
): readonly Words[] {
  if (entries === null) return [wordsOf(`${asked}: not asked.`)];
  if (entries.length === 0) return [wordsOf(`${asked}: asked, none told.`)];
  const told = entries.slice(0, mostDays).map((entry) => {
    const day = entry.day === undefined ? "day not known" : sayDay(daysFromCivil(entry.day));
    const words = entry.says === undefined ? "" : `: “${entry.says.slice(0, longestWords)}${entry.says.length > longestWords ? "…" : ""}”`;
    const acts = entry.acts.length + entry.perhaps.length === 0 ? "" : ` (that day: ${numbers(entry)})`;
    return wordsOf(acts === "" && /[.!?…]”$/u.test(words) ? `${day}${words}` : `${day}${words}${acts}.`);
  });
  const more = entries.length - told.length;
  return [wordsOf(`${asked}:`), ...told, ...(more > 0 ? [wordsOf(`${more} more.`)] : [])];
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

/** How many days before the report the last act was, where its day is known. */
function ageOfLastAct(orders: LawWithActs["orders"], { statement, madeAt }: Report, { byId }: Disclosed): string | null {
  const slots = orders.flatMap(({ criteria }) => criteria.flatMap(({ beside }) => beside)).filter(({ slot }) => slot === "last-act");
  const [id] = slots.flatMap(({ entries }) => entries?.flatMap(({ acts }) => acts) ?? []);
  const last: DisclosedAct | undefined = id === undefined ? undefined : byId.get(id);
  if (!last) return null;
  const day = dayIn(statement.zone, last.act.when.earliest);
  const age = dayIn(statement.zone, madeAt) - day;
  return `The last act whose day is known was on ${sayDay(day)}, ${age === 0 ? "on the day of" : `${sayCount(age, "day")} before`} this report.`;
}
