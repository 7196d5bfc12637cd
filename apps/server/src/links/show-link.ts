import { type CaseState, type ReportState, foldCase, foldReport } from "@unmask/case";
import { type Instant, type Interval, type Zone, daysFromCivil, instantToIso, parseCivilDay, parseZone, startOfDay } from "@unmask/core";
import { type Comparison, type HolderFact, type Identifier, type KeyedHash, compareSides } from "@unmask/link";
import type { Transaction } from "kysely";
import { personsOfCase, personsOfReport } from "../desk/persons-shown.ts";
import type { ActLine } from "../sql/case/case-acts.ts";
import { readStream } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import type { LinkRow } from "../sql/case/link-pairs.ts";
import { keysOf } from "./find-links.ts";
import { type SideReports, type SideUses, identifiersOfKeys, reportsOfSide, sideOf, usesOf } from "./side-of-link.ts";
import { streamNamed } from "./write-links.ts";

/** A link as it is shown: both sides by the acts with the shared identifier and by nothing else. Asked as the machine. */

/** Acts of a side on one page; how many there are in all stands beside them. */
const mostActsShown = 200;

/** One shared identifier, compared. */
export interface ShownIdentifier extends Comparison {
  /** Null where no act shows it and no letter tells it: somebody stated it, and the index alone knows that it is the same. */
  readonly identifier: Identifier | null;
  readonly one: ShownUses;
  readonly other: ShownUses;
}

/** The acts of one side with one identifier. */
interface ShownUses {
  readonly total: number;
  readonly acts: readonly (Pick<ActLine, "kind" | "channel" | "earliest" | "latest" | "grade" | "exhibits" | "agreement"> & {
    readonly says: string | null;
  })[];
}

/** Both sides of a link, and who is shown by it. */
export interface ShownLink {
  readonly one: SideReports;
  readonly other: SideReports;
  readonly identifiers: readonly ShownIdentifier[];
  /** Ids of the persons of both sides. */
  readonly persons: readonly string[];
}

const london = "Europe/London";

/** Reads both sides. */
export async function showLink(
  tx: Transaction<CaseTables>,
  { force, keyedHash, pair }: { readonly force: string; readonly keyedHash: KeyedHash; readonly pair: LinkRow },
): Promise<ShownLink> {
  const zone = parseZone(london);
  if (zone === undefined) throw new Error("the engine has no zones");
  const [one, other] = [await reportsOfSide(tx, force, pair.one), await reportsOfSide(tx, force, pair.other)];
  const keys = keysOf(pair.keys);
  const known = await identifiersOfKeys(tx, { force, reports: [...one.reports, ...other.reports], keys, keyedHash });
  const asked = { one: await enquiriesOf(tx, force, one), other: await enquiriesOf(tx, force, other) };
  const identifiers: ShownIdentifier[] = [];
  for (const key of keys) {
    const identifier = known.get(key);
    identifiers.push(identifier === undefined ? nothingShown : await compared(tx, { force, identifier, one, other, zone, asked }));
  }
  const persons = [...(await personsOf(tx, force, one)), ...(await personsOf(tx, force, other))];
  return { one, other, identifiers, persons: [...new Set(persons)] };
}

const nothingShown: ShownIdentifier = {
  identifier: null,
  one: { total: 0, acts: [] },
  other: { total: 0, acts: [] },
  agrees: [{ says: "Named in both; no act shows it", known: "account", left: "named; no act with it", right: "named; no act with it" }],
  contradicts: [],
  notKnown: [{ says: "Who holds it", known: "record", left: "Not asked", right: "Not asked" }],
};

interface Compared {
  readonly force: string;
  readonly identifier: Identifier;
  readonly one: SideReports;
  readonly other: SideReports;
  readonly zone: Zone;
  readonly asked: { readonly one: readonly Enquired[]; readonly other: readonly Enquired[] };
}

async function compared(tx: Transaction<CaseTables>, { force, identifier, one, other, zone, asked }: Compared): Promise<ShownIdentifier> {
  const uses = {
    one: await usesOf(tx, { force, reports: one.reports, identifier, mostShown: mostActsShown }),
    other: await usesOf(tx, { force, reports: other.reports, identifier, mostShown: mostActsShown }),
  };
  if (uses.one.uses.length + uses.other.uses.length === 0) return { ...nothingShown, identifier };
  const left = await sideOf(tx, { force, side: one, acts: uses.one.uses });
  const right = await sideOf(tx, { force, side: other, acts: uses.other.uses });
  const comparison = compareSides({
    identifier,
    left: { ...left, ...askedFor(asked.one, identifier) },
    right: { ...right, ...askedFor(asked.other, identifier) },
    facts: [...factsOf(asked.one, identifier), ...factsOf(asked.other, identifier)],
    zone,
  });
  return { identifier, one: shownUses(uses.one), other: shownUses(uses.other), ...comparison };
}

function shownUses({ uses, first }: SideUses): ShownUses {
  const acts = first.map(({ kind, channel, earliest, latest, grade, exhibits, agreement, body }) => ({
    kind,
    channel,
    earliest,
    latest,
    grade,
    exhibits,
    agreement,
    says: body,
  }));
  return { total: uses.length, acts };
}

/** What a case asked about, in words: "Asked 2026-11-19, enquiry E-3". */
interface Enquired {
  readonly says: string;
  readonly asked: string;
  /** What was answered of when nobody held it. */
  readonly fact?: HolderFact;
}

async function enquiriesOf(tx: Transaction<CaseTables>, force: string, side: SideReports): Promise<readonly Enquired[]> {
  if (side.case === null) return [];
  const { enquiries } = await caseOf(tx, force, side.case);
  return enquiries.flatMap(({ enquiry, says, asked, answered }) => {
    if (asked === undefined) return [];
    const outOfUse = answered?.outOfUse && spanOfDays(answered.outOfUse);
    // That it was answered, and not what: whoever looks may be on the other case alone.
    const answer = answered === undefined ? "" : `, answered ${dayOf(answered.happened)}`;
    return [
      {
        says,
        asked: `Asked ${dayOf(asked.happened)}, enquiry ${enquiry}${answer}`,
        ...(answered && outOfUse && { fact: { outOfUse, source: `answer to enquiry ${enquiry}, ${dayOf(answered.happened)}` } }),
      },
    ];
  });
}

function dayOf(instant: Instant): string {
  return instantToIso(instant).slice(0, 10);
}

/** From the beginning of the first civil day to the end of the last, in London. */
function spanOfDays({ from, until }: { readonly from: string; readonly until: string }): Interval | undefined {
  const [zone, first, last] = [parseZone(london), parseCivilDay(from), parseCivilDay(until)];
  if (zone === undefined || first === undefined || last === undefined) return undefined;
  return { earliest: startOfDay(daysFromCivil(first), zone), latest: startOfDay(daysFromCivil(last) + 1, zone) };
}

/** What companies answered of this identifier. */
function factsOf(asked: readonly Enquired[], identifier: Identifier): readonly HolderFact[] {
  return asked.flatMap((one) => (one.fact !== undefined && isAbout(one, identifier) ? [one.fact] : []));
}

function askedFor(asked: readonly Enquired[], identifier: Identifier): { readonly askedForHolder?: string } {
  const found = asked.find((one) => isAbout(one, identifier));
  return found === undefined ? {} : { askedForHolder: found.asked };
}

/** An enquiry is about an identifier where its words hold it, however its digits are grouped. */
function isAbout({ says }: Enquired, { normal }: Identifier): boolean {
  const wanted = bare(normal).slice(-shortestNumber);
  return wanted.length >= 5 && bare(says).includes(wanted);
}

/** Digits of a number that are the same with and without its country. */
const shortestNumber = 10;

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s()+.-]/g, "");
}

async function personsOf(tx: Transaction<CaseTables>, force: string, side: SideReports): Promise<readonly string[]> {
  if (side.case === null) return (await reportsOf(tx, force, side.reports)).flatMap(personsOfReport);
  const state = await caseOf(tx, force, side.case);
  return personsOfCase({ state, reports: await reportsOf(tx, force, state.reports) });
}

async function caseOf(tx: Transaction<CaseTables>, force: string, ref: string): Promise<CaseState> {
  return foldCase(ref, await readStream(tx, force, { of: "case", id: ref }));
}

async function reportsOf(tx: Transaction<CaseTables>, force: string, reports: readonly string[]): Promise<readonly ReportState[]> {
  const all: ReportState[] = [];
  for (const report of reports) all.push(foldReport(report, await readStream(tx, force, { of: "report", id: report })));
  return all;
}

/** What happened to a link so far, the oldest first, as the stream of one side tells it. */
export async function storyOf(tx: Transaction<CaseTables>, force: string, { stream_one, id }: LinkRow) {
  const events = await readStream(tx, force, streamNamed(stream_one));
  const numbers = new Set<number>();
  return events.flatMap((event) => {
    if (event.kind === "link-suggested" && event.body.link === id)
      return [{ at: event.happened, by: event.by, says: "Suggested by the rule exact identifier." }];
    if (event.kind === "link-decided" && event.body.link === id) {
      numbers.add(event.number);
      return [
        {
          at: event.happened,
          by: event.by,
          says: sayAnswer[event.body.answer],
          reason: event.body.reason,
          again: event.body.again ?? null,
        },
      ];
    }
    if (event.kind === "decision-read" && numbers.has(event.body.decision))
      return [
        {
          at: event.happened,
          by: event.by,
          says: event.body.agrees ? "A second person agrees." : "A second person does not agree.",
          reason: event.body.says ?? "",
        },
      ];
    return [];
  });
}

const sayAnswer = {
  confirmed: "The same person, says one; a second person must agree.",
  refuted: "Not the same person.",
  open: "Left open.",
} as const;
