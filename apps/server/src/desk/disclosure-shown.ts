import {
  type CaseState,
  type ContactFinder,
  type CutCopy,
  type DisclosureItem,
  type HeldThing,
  copyRefuses,
  coverLines,
  disclosedTo,
  isAgreed,
  isScheduleAgreed,
  markOf,
  notListed,
} from "@unmask/case";
import { type Table, writeCsv } from "@unmask/core";
import { sayList } from "@unmask/words";
import { sha256HexOf, textToBytes } from "@unmask/seal";
import { dayOnTheWall } from "./clock-words.ts";

/**
 * The schedule of a case as its page and its papers show it (docs/formats/disclosure.md). No contact field is among what it is made of, and wherever one
 * stands inside words it is written over: `withoutAnyContact` goes over all that leaves.
 */

/** Things that are told as not looked at yet; all of them are counted. */
const mostUnlisted = 200;

/** What it is made of. */
export interface ShownFrom {
  readonly state: CaseState;
  readonly held: readonly HeldThing[];
  readonly relied: ReadonlySet<string>;
  readonly nameOf: (officer: string) => string;
}

/** SHA-256 of a text as lines, by the document. */
export function hashOfLines(lines: readonly string[]): string {
  return sha256HexOf(textToBytes(lines.join("\n")));
}

/** The schedule, what nobody looked at yet, and what went to whom. */
export function disclosureShown({ state, held, relied, nameOf }: ShownFrom): object {
  const { disclosures } = state;
  const { items, given, asked, marked, scheduleRead } = disclosures;
  const listed = new Set(items.map(({ of }) => of));
  const open = held.filter(({ key }) => !listed.has(key) && !relied.has(key));
  return {
    items: items.map((one) => itemShown(one, held, relied, nameOf)),
    unlisted: open.slice(0, mostUnlisted).map(({ key, kind, knowing, since, by, lines, isWithdrawn }) => ({
      of: key,
      ...{ kind, knowing, since, by: nameOf(by), lines: lines?.length ?? null, isWithdrawn },
    })),
    unlistedInAll: open.length,
    notListed,
    relied: held.filter(({ key }) => relied.has(key)).length,
    schedule: {
      marked,
      isAgreed: isScheduleAgreed(disclosures),
      read: scheduleRead.filter(({ of }) => of === marked).map((one) => readingShown(one, nameOf)),
    },
    given: given.map(({ number, happened, by, copies, schedule, as, to, how, answers }) => ({
      ...{ number, happened, by: nameOf(by), schedule, as, to, how, answers: answers ?? null },
      copies: copies.map((copy) => copyIn(items, copy)),
    })),
    asked: asked.map(({ number, happened, by, as, who, says, item, until, refused, given: went }) => ({
      ...{ number, happened, by: nameOf(by), as, who, says, item: item ?? null, until: until ?? null, given: went ?? null },
      refused: refused === undefined ? null : { happened: refused.happened, by: nameOf(refused.by), reason: refused.reason },
    })),
  };
}

function copyIn(items: CaseState["disclosures"]["items"], number: number): object {
  const item = items.find(({ copies }) => copies.some((copy) => copy.number === number));
  return { number, item: item?.item ?? "", copy: item?.copies.find((copy) => copy.number === number)?.copy ?? "" };
}

type Named = ShownFrom["nameOf"];

function readingShown({ number, happened, by, agrees, says }: CutCopy["readings"][number], nameOf: Named): object {
  return { number, happened, by: nameOf(by), agrees, says: says ?? null };
}

function itemShown(item: DisclosureItem, held: readonly HeldThing[], relied: ReadonlySet<string>, nameOf: Named): object {
  const thing = held.find(({ key }) => key === item.of);
  const { describes, mark, reason, again, by, happened, number } = markOf(item);
  return {
    item: item.item,
    of: item.of,
    thing:
      thing === undefined
        ? null
        : {
            ...{ kind: thing.kind, knowing: thing.knowing, since: thing.since, by: nameOf(thing.by) },
            ...{ lines: thing.lines?.length ?? null, isWithdrawn: thing.isWithdrawn },
          },
    isRelied: relied.has(item.of),
    ...{ describes, mark, reason, again: again ?? null, by: nameOf(by), happened, number },
    before: item.marks.slice(0, -1).map((one) => ({ mark: one.mark, reason: one.reason, by: nameOf(one.by), happened: one.happened })),
    copies: item.copies.map((copy) => copyShown(copy, item, thing, nameOf)),
  };
}

function copyShown(copy: CutCopy, item: DisclosureItem, thing: HeldThing | undefined, nameOf: Named): object {
  const { number, happened, by, original, copy: hash, lines, taken, leftIn, readings } = copy;
  return {
    ...{ number, happened, by: nameOf(by), original, copy: hash, lines, taken, leftIn },
    // Worked out again at each look: the original is what the copy says that it was.
    originalHolds: thing !== undefined && thing.lines !== null && hashOfLines(thing.lines) === original,
    copyHolds: hashOfLines(lines) === hash,
    readings: readings.map((one) => readingShown(one, nameOf)),
    isAgreed: isAgreed(copy),
    whyNot: disclosedTo.map((as) => ({ as, says: copyRefuses(item, number, as)?.says ?? null })),
  };
}

/** Everything in an answer with no contact detail in any word of it: where one stood it says so, with its field and length. */
export function withoutAnyContact(shown: object, finder: ContactFinder): object {
  const covered: unknown = JSON.parse(JSON.stringify(shown), (key, value: unknown) => {
    if (key === "lines" && isTexts(value)) return coverLines(finder, value);
    return typeof value === "string" ? finder.cover(value) : value;
  });
  if (typeof covered !== "object" || covered === null) throw new Error("an answer is an object");
  return covered;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** For whom a paper is: a sensitive item is described for the prosecutor and the court only. */
type PaperFor = (typeof disclosedTo)[number];

/** The schedule as a table, in the order of its numbers. */
function scheduleTable({ state, held, nameOf }: Pick<ShownFrom, "state" | "held" | "nameOf">, as: PaperFor): Table {
  const isOpen = as === "prosecutor" || as === "court";
  const rows = state.disclosures.items
    .filter((item) => isOpen || markOf(item).mark !== "sensitive")
    .map((item) => {
      const { describes, mark, reason, again, happened, by } = markOf(item);
      const thing = held.find(({ key }) => key === item.of);
      const kind = thing?.kind ?? withoutThing[item.of] ?? "in a report that is not in the case any more";
      const since = thing === undefined ? "" : dayOnTheWall(thing.since);
      return [item.item, describes, kind, since, markInWords[mark], again ?? "", reason, nameOf(by), dayOnTheWall(happened)];
    });
  const left = `Held too, and in no row: ${sayList(notListed)}.`;
  rows.push(["", left, "", "", "", "", "", "", ""]);
  return { columns: ["No.", "What it is", "Kind", "Held since", "Mark", "Looked at again", "Reason", "Marked by", "Marked on"], rows };
}

const withoutThing: Readonly<Record<string, string>> = { "nothing-held": "nothing held", elsewhere: "held elsewhere" };

const markInWords = {
  "could-help": "could help the defence",
  "not-decided": "not decided",
  no: "does not help or harm, as far as seen",
  sensitive: "sensitive",
} as const;

/** The same as the file that goes, with its hash. */
export function scheduleFile(
  { finder, ...from }: Parameters<typeof scheduleTable>[0] & { readonly finder: ContactFinder },
  as: PaperFor,
): { readonly bytes: Uint8Array; readonly sha256: string } {
  const { columns, rows } = scheduleTable(from, as);
  // Cell by cell: what begins in one and ends in the next is no detail, and would take the comma along.
  const bytes = textToBytes(writeCsv({ columns, rows: rows.map((row) => row.map((cell) => finder.cover(String(cell)))) }));
  return { bytes, sha256: sha256HexOf(bytes) };
}

/** A copy as the file that goes: what it is, its lines, what was taken out and why, and the hashes of its texts; with that of the lines as they go. */
export function copyFile(
  caseNumber: string,
  item: DisclosureItem,
  { copy, finder }: { readonly copy: CutCopy; readonly finder: ContactFinder },
): { readonly text: string; readonly sha256: string } {
  const { describes } = markOf(item);
  const taken = copy.taken.map(({ line, what, length, why }) => finder.cover(`line ${line}: ${what}, ${length} signs: ${why}`));
  const lines = coverLines(finder, copy.lines);
  const sha256 = hashOfLines(lines);
  const text = [
    `Case ${caseNumber}, item ${item.item}: ${finder.cover(describes)}`,
    "A copy. The original is unchanged; what was taken out has left its length and its reason.",
    `SHA-256 of the original text: ${copy.original}`,
    `SHA-256 of the copy below:    ${sha256}`,
    ...(sha256 === copy.copy
      ? []
      : [`SHA-256 of the copy as read:  ${copy.copy}`, "Since it was read somebody told how they are reached: it is not shown below."]),
    "",
    ...lines,
    "",
    taken.length === 0 ? "Nothing was taken out." : "Taken out:",
    ...taken,
    "",
  ].join("\n");
  return { text, sha256 };
}
