import {
  type OperationId,
  type Relation,
  type ReportState,
  type RiskRule,
  type WaitsInStream,
  type ReadingTime,
  callCase,
  foldReport,
  foldRetention,
  hoursToRead,
  inOrderOfDanger,
  isSecondPerson,
  mayDo,
  readBy,
  reporterOf,
  waitsInCase,
  waitsInReport,
} from "@unmask/case";
import type { Instant, WaitingKind } from "@unmask/core";
import { asMachine } from "../access/as-machine.ts";
import type { DeskAnswer, DeskCall } from "../access/desk-route.ts";
import { handsIn, openingsShown } from "../desk/openings-shown.ts";
import { personsOfCase, personsOfReport } from "../desk/persons-shown.ts";
import { storyOf } from "../links/show-link.ts";
import { orderWaits, rowEntry } from "../orders/order-row.ts";
import type { AtCourt } from "../orders/order-shown.ts";
import { readStreams } from "../sql/case/case-events.ts";
import { decidedInQueue } from "../sql/case/decided.ts";
import { placesOf } from "../sql/case/membership.ts";
import { readRetention } from "../sql/case/retention.ts";
import { linksThatWait, ordersThatWait, proposedErasures } from "../sql/case/workload.ts";
import type { OpenCase } from "./open-cases.ts";

/** Reports of the queue that one look goes through; what is beyond comes when these are read. */
const mostReports = 500;

/** Where a row is decided. */
export interface DecidedAt {
  readonly of: "report" | "case" | "order" | "link" | "opening";
  readonly id: string;
}

/** One thing that waits for a second person. */
export interface InboxRow {
  readonly kind: WaitingKind;
  readonly at: DecidedAt;
  /** Number of the event that waits, of a report or a case; null: it is named otherwise. */
  readonly number: number | null;
  /** Who reports, or by whom a case is called; null: this officer may not read it. */
  readonly name: string | null;
  /** Of an order: whom the court had, while another name or birth stands than it had. */
  readonly atCourt?: AtCourt;
  /** In the words of who wrote it; empty where this officer may not read them. */
  readonly says: string;
  readonly since: Instant;
  readonly isDanger: boolean;
  /** Who asked. */
  readonly by: string;
  /** Why this officer does not decide it; null: they may. */
  readonly whyNot: "own" | "not-on-case" | "role" | null;
  /** The last day and minute at which another should have read it, within how many hours, and for whom the force set them; null: as proposed. */
  readonly until: Instant;
  readonly hours: number;
  readonly setFor: "team" | "force" | null;
}

/** What a list shows, with its entries in the log. */
interface Part {
  readonly rows: readonly InboxRow[];
  readonly also: NonNullable<DeskAnswer["also"]>;
}

type Call = Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">;

/** What a row is made from. */
interface Found {
  readonly kind: WaitingKind;
  readonly at: DecidedAt;
  readonly number?: number;
  readonly since: Instant;
  readonly by: string;
  readonly notBy: readonly string[];
  readonly name: string | null;
  readonly atCourt?: AtCourt;
  readonly says: string;
  readonly isDanger: boolean;
  /** Whether this officer may read what it is about. */
  readonly isOpen: boolean;
}

/** Which operation decides it, as docs/access.md has it. */
const decides: Readonly<Record<WaitingKind, OperationId>> = {
  reading: "approve-decision",
  opening: "review-opening",
  service: "confirm-service",
  breach: "decide-breach",
  settling: "settle-duty",
  result: "confirm-court-result",
  subject: "authorise-order",
  authorise: "authorise-order",
  change: "change-order",
  link: "decide-link",
  "not-pursued": "approve-decision",
  "not-stalking": "approve-decision",
  cut: "cut-disclosure",
  schedule: "cut-disclosure",
  closing: "close-case",
  erasure: "erase-case",
};

/** What rows are made from. */
interface InboxFrom {
  readonly cases: readonly OpenCase[];
  readonly risk: RiskRule;
  readonly nameOf: (id: string) => string;
  readonly teamOf: (id: string) => string | null;
  /** What the force set. */
  readonly times: readonly ReadingTime[];
}

/**
 * What waits for a second person in these cases and beside them, the most dangerous to leave first; what is closed to this officer is not told. Of a case
 * that they are not on it says that something waits, since when and by whom, and neither a name nor a word of it. Who does not supervise is told what
 * they may decide and what is their own.
 */
export async function inboxOf(call: Call, { cases, ...told }: InboxFrom): Promise<Part> {
  const may = (operation: OperationId, relation: Relation): boolean => mayDo(call.officer.role, operation, relation).allowed;
  const parts = [
    may("approve-decision", "queue") ? await ofQueue(call, told.risk) : nothing,
    ofCases(call, cases, told.risk),
    may("see-orders", "force") ? await ofOrders(call) : nothing,
    may("decide-link", "member") ? await ofLinks(call) : nothing,
    may("review-opening", "force") ? await ofOpenings(call) : nothing,
    may("erase-case", "member") ? await ofErasures(call) : nothing,
  ];
  const all = parts.flatMap(({ found }) => found).map((one) => rowOf(one, call.officer, told));
  const rows = may("see-supervision", "force") ? all : all.filter(({ whyNot }) => whyNot !== "role");
  return { rows: inOrderOfDanger(rows, call.now), also: parts.flatMap(({ also }) => also) };
}

interface FoundPart {
  readonly found: readonly Found[];
  readonly also: Part["also"];
}

const nothing: FoundPart = { found: [], also: [] };

function rowOf(
  { notBy, by, isOpen, number, ...one }: Found,
  { id, role }: Call["officer"],
  { nameOf, teamOf, times }: Omit<InboxFrom, "cases">,
): InboxRow {
  const isRole = mayDo(role, decides[one.kind], relationFor(one.kind)).allowed;
  const whyNot = !isSecondPerson(id, notBy).allowed ? "own" : !isRole ? "role" : isOpen ? null : "not-on-case";
  const time = hoursToRead({ kind: one.kind, team: teamOf(by) }, times);
  return { ...one, number: number ?? null, by: nameOf(by), whyNot, until: readBy(one.since, time.hours), ...time };
}

/** The relation that is best for this officer; whether they stand so is said apart. */
function relationFor(kind: WaitingKind): "force" | "member" {
  return kind === "opening" ? "force" : "member";
}

/** Decisions against the rule of reports that wait in the queue. */
async function ofQueue({ tx, parts, officer }: Call, risk: RiskRule): Promise<FoundPart> {
  const force = parts.force.id;
  const decided = await decidedInQueue(tx, { force, officer: officer.id }, mostReports);
  const places = await placesOf(tx, force, decided);
  // What stands in a case is told with it.
  const waiting = decided.filter((one) => (places.get(one) ?? null) === null);
  const states = [...(await readStreams(tx, force, { of: "report", ids: waiting }))].map(([id, events]) => foldReport(id, events));
  const all = states.flatMap((state) => waitsInReport(state, risk).map((one) => ofReport(state, one, true)));
  const shown = new Set(all.map(({ at }) => at.id));
  return {
    found: all,
    also: states.flatMap((one) => (shown.has(one.report) ? personsOfReport(one).map((person) => ({ report: one.report, person })) : [])),
  };
}

function ofReport(state: ReportState, { kind, number, since, by, notBy, says }: WaitsInStream, isOpen: boolean): Found {
  const told = isOpen ? { name: reporterOf(state), says } : { name: null, says: "" };
  return { kind, number, since, by, notBy, ...told, at: { of: "report", id: state.report }, isDanger: state.danger !== null, isOpen };
}

/** What waits in open cases and in their reports. */
function ofCases({ officer }: Call, cases: readonly OpenCase[], risk: RiskRule): FoundPart {
  const parts = cases.map((one): FoundPart => {
    const { state, reports, joined, members } = one;
    const isOpen = members.includes(officer.id);
    const isDanger = [state, ...reports, ...joined].some(({ danger }) => danger !== null);
    const name = isOpen ? callCase(state, reports).name : null;
    const own = waitsInCase(state).map(({ kind, number, since, by, notBy, says }): Found => ({
      ...{ kind, number, since, by, notBy, name, isDanger, isOpen, says: isOpen ? says : "" },
      at: { of: "case", id: state.case },
    }));
    const beside = [...reports, ...joined].flatMap((report) => waitsInReport(report, risk).map((waits) => ofReport(report, waits, isOpen)));
    const found = [...own, ...beside];
    if (found.length === 0) return { found, also: [] };
    const persons = isOpen ? personsOfCase(one).map((person) => ({ case: state.case, person })) : [{ case: state.case }];
    return { found, also: persons };
  });
  return { found: parts.flatMap(({ found }) => found), also: parts.flatMap(({ also }) => also) };
}

/** What waits in orders: a supervisor keeps the register of the force. */
async function ofOrders({ tx, parts }: Call): Promise<FoundPart> {
  const rows = await ordersThatWait(tx, parts.force.id);
  return {
    found: rows.flatMap((row) => {
      const { subject, waits, ...atCourt } = orderWaits(row);
      return waits.map(({ what, since, notBy, says }): Found => ({
        ...{ kind: what, at: { of: "order", id: row.order_id }, since, by: notBy.at(-1) ?? "", notBy },
        ...{ name: subject, ...atCourt, says, isDanger: false, isOpen: true },
      }));
    }),
    also: rows.map(rowEntry),
  };
}

/** Links of which this officer sees both sides. */
async function ofLinks({ tx, parts }: Call): Promise<FoundPart> {
  const rows = await linksThatWait(tx, parts.force.id);
  const found: Found[] = [];
  for (const row of rows) {
    const decided = (await storyOf(tx, parts.force.id, row)).at(-1);
    found.push({
      ...{ kind: "link", at: { of: "link", id: row.id }, since: decided?.at ?? row.made_at, by: row.decided_by ?? "" },
      ...{ notBy: row.decided_by === null ? [] : [row.decided_by], name: null, isDanger: false, isOpen: true },
      says: `${row.one} and ${row.other}`,
    });
  }
  return { found, also: rows.flatMap(({ one, other }) => [{ report: one }, { report: other }]) };
}

/** Cases that were opened without need to know. */
async function ofOpenings(call: Call): Promise<FoundPart> {
  const openings = await openingsShown(call);
  return {
    found: openings.map((one) => ({
      ...{ kind: "opening", at: { of: "opening", id: one.id }, since: one.opened_at, by: one.officer, notBy: handsIn(one) },
      ...{ name: null, says: `Case ${one.case_ref}: “${one.words}”`, isDanger: false, isOpen: true },
    })),
    also: openings.map(({ case_ref }) => ({ case: case_ref })),
  };
}

/** What somebody would erase: numbers and who, as the list of reviews has them. */
async function ofErasures(call: Call): Promise<FoundPart> {
  const { tx, parts, officer } = call;
  return asMachine(tx, call, async () => {
    const found: Found[] = [];
    for (const { of, id, isOn } of await proposedErasures(tx, parts.force.id, officer.id)) {
      const { proposed, agreed } = foldRetention(await readRetention(tx, parts.force.id, { of, id }));
      if (proposed === null || agreed !== null) continue;
      const { at, by } = proposed;
      found.push({
        ...{ kind: "erasure", at: { of, id }, since: at, by, notBy: [by], name: null, says: "", isDanger: false, isOpen: isOn },
      });
    }
    return { found, also: found.map(({ at: { of, id } }) => (of === "case" ? { case: id } : { report: id })) };
  });
}
