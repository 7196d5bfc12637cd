import {
  type BesideRights,
  type CaseState,
  type OperationId,
  type ReportState,
  type RightsRequest,
  foldCase,
  foldReport,
  mayDo,
  nameKey,
  peopleOfOrder,
  undecidedOf,
  whyNotGiven,
} from "@unmask/case";
import type { DeskCall } from "../access/desk-route.ts";
import { relationOf } from "../access/relation-of.ts";
import { readStreams } from "../sql/case/case-events.ts";
import { casesOfOfficer } from "../sql/case/membership.ts";
import { readOrders } from "../sql/case/order-events.ts";
import { ordersOfCases } from "../sql/case/order-views.ts";
import { heldInCaseOf } from "./held-in-case.ts";
import { sayPerson } from "./rights-shown.ts";

/**
 * One request of a person who stands in several cases (docs/formats/subject-access.md): it is carried in each of them that the officer is on, decided
 * there, and handed out as one answer. Nothing here reads a case that the officer is not on, and no case names another.
 */

/** Cases of their own that one look goes through. */
const mostCases = 200;

type Call = Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">;

/** A case of the officer with its reports, and whom its orders ever named. */
interface OwnCase {
  readonly state: CaseState;
  readonly reports: readonly ReportState[];
  readonly ofOrders: BesideRights["ofOrders"];
}

/** The cases that the officer is on and where their role may do this, in order of their numbers. */
export async function ownCases(call: Call, operation: OperationId): Promise<readonly OwnCase[]> {
  const { tx, parts, officer, now } = call;
  const force = parts.force.id;
  const refs = await casesOfOfficer(tx, { force, officer: officer.id, limit: mostCases });
  const mine: string[] = [];
  for (const ref of refs) {
    const { relation } = await relationOf(tx, { force, officer: officer.id, now }, { case: ref });
    if (mayDo(officer.role, operation, relation).allowed) mine.push(ref);
  }
  const states = [...(await readStreams(tx, force, { of: "case", ids: mine }))].map(([ref, events]) => foldCase(ref, events));
  const ofReports = await readStreams(tx, force, { of: "report", ids: states.flatMap(({ reports }) => reports) });
  const caseOf = await ordersOfCases(tx, force, mine);
  const namedIn = new Map<string, BesideRights["ofOrders"]>();
  for (const [id, events] of await readOrders(tx, force, [...caseOf.keys()])) {
    const ref = caseOf.get(id) ?? "";
    namedIn.set(ref, [...(namedIn.get(ref) ?? []), ...peopleOfOrder(id, events).named]);
  }
  return states.map((state) => ({
    state,
    ofOrders: namedIn.get(state.case) ?? [],
    reports: state.reports.flatMap((report) => {
      const events = ofReports.get(report);
      return events === undefined ? [] : [foldReport(report, events)];
    }),
  }));
}

/** The same request as another case has it. */
export interface CarriedIn extends OwnCase {
  readonly request: RightsRequest;
  readonly beside: BesideRights;
}

/** Where else of these cases a request is carried, what was taken back left out. */
export async function carriedIn(
  call: Call,
  { case: ref }: Pick<CaseState, "case">,
  { request, among }: { readonly request: RightsRequest; readonly among: readonly OwnCase[] },
): Promise<readonly CarriedIn[]> {
  const { across } = request;
  if (across === undefined) return [];
  const all: CarriedIn[] = [];
  for (const one of among) {
    const same = one.state.case === ref ? undefined : one.state.rights.find((each) => each.across === across && each.ended === null);
    if (same !== undefined) all.push({ ...one, request: same, beside: await heldInCaseOf(call, one.state.case) });
  }
  return all;
}

/** What the page of a request shows of the officer's other cases, with what is written of the look at them. */
export async function acrossShown(
  call: Call,
  here: OwnCase,
  { request, among }: { readonly request: RightsRequest; readonly among: readonly OwnCase[] },
): Promise<{ readonly shown: object; readonly also: readonly { readonly case: string; readonly person: string }[] }> {
  const carried = await carriedIn(call, here.state, { request, among });
  const names = namesOf(here, request);
  const could = among.flatMap((one) => {
    const { state, ofOrders } = one;
    if (state.case === here.state.case || carried.some((other) => other.state.case === state.case)) return [];
    const found = new Set(heldUnder(one).flatMap(({ id, name }) => (names.has(nameKey(name)) ? [id] : [])));
    const is = [...found].map((id) => ({ id, says: sayPerson(state, id, ofOrders) }));
    return is.length === 0 ? [] : [{ case: state.case, saw: state.number, is }];
  });
  return {
    shown: {
      carried: carried.map(({ state, request: there, beside }) => ({
        case: state.case,
        request: there.request,
        held: beside.held.length,
        undecided: undecidedOf(there, beside.held).length,
        whyNot: whyNotGiven(there, state, beside)?.says ?? null,
        isGiven: there.given.length > 0,
      })),
      // What was written before requests had a number of their own is written anew where it is to be carried.
      could: request.across === undefined || request.ended !== null ? [] : could,
    },
    also: [
      ...carried.flatMap(({ state, request: { is } }) => is.map((person) => ({ case: state.case, person: inLog(state.case, person) }))),
      ...could.flatMap((one) => one.is.map(({ id }) => ({ case: one.case, person: inLog(one.case, id) }))),
    ],
  };
}

/** An id of a person as the log names it. */
function inLog(ref: string, id: string): string {
  return id.includes("/") ? id : `${ref}/${id}`;
}

/** Under which ids a case holds people of which names. */
function heldUnder({ state: { persons }, reports, ofOrders }: OwnCase): readonly { readonly id: string; readonly name: string }[] {
  return [
    ...persons.flatMap(({ person, name }) => (name === undefined ? [] : [{ id: person, name }])),
    ...reports.flatMap(({ report, who }) => [
      ...(who?.name === undefined ? [] : [{ id: `${report}/reporter`, name: who.name }]),
      ...(who?.forName === undefined ? [] : [{ id: `${report}/for`, name: who.forName }]),
    ]),
    ...ofOrders,
  ];
}

/** Names of whoever asks, as this case holds them and as they gave it. */
function namesOf(here: OwnCase, { is, who, authority }: RightsRequest): ReadonlySet<string> {
  const held = heldUnder(here).flatMap(({ id, name }) => (is.includes(id) ? [nameKey(name)] : []));
  return new Set([...held, ...(authority === undefined ? [nameKey(who)] : [])]);
}
