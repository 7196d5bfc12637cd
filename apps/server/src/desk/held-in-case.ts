import {
  type BesideDisclosure,
  type BesideRights,
  type BundledDraft,
  type CaseEvent,
  type HeldThing,
  type OrderEvent,
  type OrderState,
  type UnnumberedLine,
  bundledStates,
  contactDetails,
  desk,
  exhibitsOfFacts,
  heldEntries,
  heldOfOrder,
  heldPaper,
  nameKey,
  namedPeople,
  peopleOfOrder,
  reliedOn,
} from "@unmask/case";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import { actsOfDraft } from "../orders/acts-of-draft.ts";
import { factOfRecord, lineOfAct } from "../orders/draft-of-case.ts";
import { deskLawOfOrders } from "../orders/order-laws.ts";
import { exhibitsOf, itemsOf } from "../sql/case/item-facts.ts";
import { readOrders } from "../sql/case/order-events.ts";
import { type OrderPaper, papersOf } from "../sql/case/order-papers.ts";
import { ordersOfCase } from "../sql/case/order-views.ts";
import { everInCase } from "./ever-in-case.ts";
import { type CaseCall, type FoundCase, readCase } from "./find-case.ts";

/** All that is held in a case, how its people are reached, and what the case relies on (docs/formats/disclosure.md). */

interface HeldInCase extends BesideDisclosure, BesideRights {
  /** Keys of what a bundle or a decision names: read when it is asked for, since each bundle stands on every act. */
  readonly relied: () => Promise<ReadonlySet<string>>;
}

/** All that a command of disclosure or of a person's rights is held against, by the number of the case; in one that was never opened nothing is held. */
export async function heldInCaseOf(call: CaseCall, ref: string): Promise<HeldInCase> {
  const found = await readCase(call, ref);
  if (found === undefined)
    return { held: [], reports: [], contact: [], contactOf: new Map(), named: [], ofOrders: [], relied: async () => new Set() };
  return heldInCase(call, found);
}

/** All of it: entries of the case, then of its reports and of those that are read as one with them, the exhibits of its packs, then its orders with their papers. */
export async function heldInCase(
  call: CaseCall,
  { state, events: ofCase, eventsOf, joinedTo }: Pick<FoundCase, "state" | "events" | "eventsOf" | "joinedTo">,
): Promise<HeldInCase> {
  const { tx, parts } = call;
  const force = parts.force.id;
  const ofReports = new Map<string, readonly CaseEvent[]>(eventsOf);
  for (const joined of joinedTo.values()) for (const { state: one, events } of joined) ofReports.set(one.report, events);
  const packs = (await itemsOf(tx, force, [...ofReports.keys()])).filter(({ kind }) => kind === "pack");
  const takenAt = new Map(packs.map(({ id, taken_at }) => [id, taken_at]));
  const rows = await exhibitsOf(tx, force, [...takenAt.keys()]);
  const exhibits = rows.flatMap(({ item, nth, number, size, acts, grades }): readonly ListedExhibit[] => {
    const since = takenAt.get(item);
    return since === undefined ? [] : [{ key: `exhibit/${item}/${nth}`, number, size, acts, grades, since }];
  });
  const orders = await readOrders(tx, force, await ordersOfCase(tx, force, state.case));
  const ofOrders: (readonly HeldThing[])[] = [];
  const papers: OrderPaper[] = [];
  for (const [id, events] of orders) {
    const ofOrder = await papersOf(tx, force, id);
    ofOrders.push(heldOfOrder(id, events), ofOrder.map(heldPaperOf));
    for (const one of ofOrder) papers.push(one);
  }
  const people = [...orders].map(([id, events]) => peopleOfOrder(id, events));
  const held = [
    ...heldEntries("case", ofCase),
    ...[...ofReports].flatMap(([report, events]) => heldEntries(report, events)),
    ...exhibits.map(heldExhibit),
    ...ofOrders.flat(),
  ];
  const ever = await everInCase(call, ofCase);
  const numbered = [...exhibits, ...papers.map(({ exhibit }) => ({ key: exhibit, number: exhibit }))];
  return {
    held,
    reports: [...ofReports.keys()],
    contact: contactDetails([...ever.values()].flat()),
    contactOf: new Map([
      ...[...ever].map(([report, events]): [string, ReturnType<typeof contactDetails>] => [report, contactDetails(events)]),
      ...ofEachBound(people),
    ]),
    named: namedPeople([...ofCase, ...[...ever.values()].flat()]),
    ofOrders: people.flatMap(({ named }) => named),
    relied: async () => reliedOn(ofCase, await bundledOf(call, { state, orders, reports: [...ofReports.keys()] }), numbered),
  };
}

/** Each application of the case as it stood in its bundles, with what the first page rests on. */
async function bundledOf(
  { tx, parts }: CaseCall,
  {
    state,
    orders,
    reports,
  }: Pick<FoundCase, "state"> & { readonly orders: ReadonlyMap<string, readonly OrderEvent[]>; readonly reports: readonly string[] },
): Promise<readonly BundledDraft[]> {
  const folded = [...orders].map(([id, events]) => bundledStates(id, events, deskLawOfOrders));
  const bundled = folded.flatMap(({ states }) => states);
  const facts = state.records.map(factOfRecord);
  const isSame = (one: OrderState, other: OrderState): boolean =>
    one.order !== other.order && nameKey(one.subject.name) === nameKey(other.subject.name);
  // Which acts stand in a draft depends on whom it is against, and that is the same in most.
  const actsAgainst = new Map<string, readonly UnnumberedLine[]>();
  const drafts: BundledDraft[] = [];
  for (const one of bundled) {
    const subject = JSON.stringify(one.subject);
    const acts = actsAgainst.get(subject) ?? (await actsOfDraft(tx, parts.force.id, reports, one.subject)).acts.map(lineOfAct);
    actsAgainst.set(subject, acts);
    const others = folded.flatMap(({ last }) => (isSame(one, last) ? [last] : []));
    drafts.push({ ...one, facts: exhibitsOfFacts(one, { acts, facts, others }) });
  }
  return drafts;
}

/** One person can be bound by several orders. */
function ofEachBound(people: readonly ReturnType<typeof peopleOfOrder>[]): BesideRights["contactOf"] {
  const all = new Map<string, ReturnType<typeof contactDetails>>();
  for (const { contactOf } of people) for (const [id, details] of contactOf) all.set(id, [...(all.get(id) ?? []), ...details]);
  return all;
}

function heldPaperOf({ exhibit, kind: what, form, size, made, by_whom: by }: OrderPaper): HeldThing {
  return heldPaper({ exhibit, what, form, bytes: sayCount(size, "byte"), since: made, by });
}

interface ListedExhibit {
  readonly key: string;
  readonly number: string;
  readonly size: number;
  readonly acts: number;
  /** How each of its acts is known, as its pack says. */
  readonly grades: unknown;
  readonly since: Instant;
}

/** Her name of the file is in no word of it: whoever chooses one can write anything there. */
export function heldExhibit({ key, number, size, acts, grades, since }: ListedExhibit): HeldThing {
  const read = acts === 0 ? "" : `, ${sayCount(acts, "act")} read from it`;
  const kind = `exhibit ${number}, a file of ${sayCount(size, "byte")}${read}`;
  // As the draft application has it: a file of nothing but her own words is an account.
  const isAccount = Array.isArray(grades) && grades.length > 0 && grades.every((one) => one === "own-account");
  return { key, kind, knowing: isAccount ? "account" : "record", since, by: desk, lines: null, isWithdrawn: false };
}
