import type { Instant, VictimCodeEventKind } from "@unmask/core";
import type { BodyOf, CaseEvent } from "../event.ts";
import { isStalking, withPartnerBefore } from "../recording/recording.ts";
import { type BothState, applyToBoth, inOrder, nothingYet } from "./both-state.ts";
import { type At, atOf } from "./event-at.ts";
import { type RightsRequest, rightsAfter } from "./rights.ts";
import { type Disclosures, disclosuresAfter, noDisclosures } from "./disclosures.ts";
import { type Referral, referralsAfter } from "./referrals.ts";

/** A case as its events make it. */
export interface CaseState extends BothState {
  readonly case: string;
  readonly opened: At | null;
  /** Reports that belong to it now. */
  readonly reports: readonly string[];
  /** Officers who took it, each once. */
  readonly officers: readonly string[];
  readonly persons: readonly CasePerson[];
  /** Roles that were wrong or are over, as they ended, with why. */
  readonly rolesEnded: readonly (BodyOf<"person-out-of-role"> & At)[];
  /** What is known, each in its own way of knowing. */
  readonly statements: readonly Statement[];
  readonly enquiries: readonly Enquiry[];
  readonly decisions: readonly (BodyOf<"decision-written"> & At)[];
  /** The newest answer to "was an order considered"; null: not answered. */
  readonly order: (BodyOf<"order-considered"> & At) | null;
  /** Answers to it that a later one overruled, as they came. */
  readonly ordersBefore: readonly (BodyOf<"order-considered"> & At)[];
  /** Logs and recorded crimes that were typed in, as they came. */
  readonly records: readonly (BodyOf<"record-typed"> & At)[];
  /** What is recorded as another thing than stalking, with the answer to why. */
  readonly elsewhere: readonly RecordedElsewhere[];
  /** How it is recorded now. */
  readonly offence: (BodyOf<"offence-recorded"> & At) | null;
  /** To services that support her, as they began. */
  readonly referrals: readonly Referral[];
  /** What is held and not relied on. */
  readonly disclosures: Disclosures;
  /** What people asked of the force about themselves, in order. */
  readonly rights: readonly RightsRequest[];
  readonly codeEvents: readonly CodeEvent[];
  /** Enhanced unless somebody said otherwise. */
  readonly status: { readonly status: "enhanced" | "standard"; readonly reason: string | null };
  /** What went between her and the force, in order. */
  readonly thread: readonly ThreadEntry[];
  /** Somebody would close it and nobody has answered. */
  readonly proposal: (BodyOf<"closing-proposed"> & At) | null;
  readonly closed: At | null;
}

/** A person of the case, in every role that holds. */
export interface CasePerson {
  readonly person: string;
  readonly name?: string;
  readonly child?: boolean;
  readonly roles: readonly Pick<BodyOf<"person-in-role">, "role" | "knowing" | "says">[];
}

/** Something known. The three ways are three shapes: none can be taken for another. */
export type Statement = At &
  (
    | ({ readonly of: "fact" } & BodyOf<"fact-recorded">)
    | ({ readonly of: "account" } & BodyOf<"account-recorded">)
    | ({ readonly of: "inference" } & BodyOf<"inference-recorded">)
  );

/** A line of enquiry. */
export interface Enquiry extends BodyOf<"enquiry-opened"> {
  readonly asked?: BodyOf<"enquiry-asked"> & At;
  readonly answered?: BodyOf<"enquiry-answered"> & At;
  readonly ended?: BodyOf<"enquiry-ended"> & At;
}

/** A record that says another thing than stalking; without `answer` it asks why. */
export interface RecordedElsewhere extends At, BodyOf<"recorded-elsewhere"> {
  readonly answer?: BodyOf<"why-not-stalking"> & At;
  /** Answers that a later one overruled, as they came. */
  readonly before?: readonly (BodyOf<"why-not-stalking"> & At)[];
}

/** Something she is told of in time. `tellings`: the updates that tell of it, as they were written; `to`: to the mailbox of which report. */
export interface CodeEvent extends At {
  readonly event: VictimCodeEventKind;
  readonly says?: string;
  readonly tellings: readonly { readonly to?: string; readonly happened: Instant }[];
}

/** One entry between her and the force. `answered`: number of the entry that answers it; `to`: the report to whose mailbox it went. */
export interface ThreadEntry extends At {
  readonly from: "her" | "force";
  readonly to?: string;
  readonly says: string;
  readonly asks: boolean;
  readonly answered?: number;
}

/** A case before its first event. */
export function emptyCase(number: string): CaseState {
  return {
    ...nothingYet,
    case: number,
    opened: null,
    reports: [],
    officers: [],
    persons: [],
    rolesEnded: [],
    statements: [],
    enquiries: [],
    decisions: [],
    order: null,
    ordersBefore: [],
    records: [],
    elsewhere: [],
    offence: null,
    referrals: [],
    disclosures: noDisclosures,
    rights: [],
    codeEvents: [],
    status: { status: "enhanced", reason: null },
    thread: [],
    proposal: null,
    closed: null,
  };
}

/** The case that its events make, in whatever order they came. */
export function foldCase(number: string, events: Iterable<CaseEvent>): CaseState {
  return inOrder(events).reduce(applyToCase, emptyCase(number));
}

/** The case after one more event. */
export function applyToCase(before: CaseState, event: CaseEvent): CaseState {
  const both = {
    ...applyToBoth(before, event),
    referrals: referralsAfter(before.referrals, event),
    disclosures: disclosuresAfter(before.disclosures, event),
    rights: rightsAfter(before.rights, event),
  };
  return [applyLife, applyKnown, applyEnquiry, applyDecided, applyHer].reduce((state, apply) => apply(state, event), both);
}

function applyLife(state: CaseState, event: CaseEvent): CaseState {
  const at = atOf(event);
  switch (event.kind) {
    case "case-opened":
      return { ...state, opened: at, reports: [...new Set(event.body.reports)] };
    case "case-taken":
      return { ...state, officers: [...new Set([...state.officers, event.by])] };
    case "report-added":
      return { ...state, reports: [...new Set([...state.reports, event.body.report])] };
    case "report-removed":
      return { ...state, reports: state.reports.filter((one) => one !== event.body.report) };
    case "closing-proposed":
      return { ...state, proposal: { ...event.body, ...at } };
    case "closing-returned":
      return { ...state, proposal: null };
    case "case-closed":
      return { ...state, closed: at };
    case "case-reopened":
      return { ...state, closed: null, proposal: null };
    default:
      return state;
  }
}

function applyKnown(state: CaseState, event: CaseEvent): CaseState {
  const at = atOf(event);
  switch (event.kind) {
    case "fact-recorded":
      return { ...state, statements: [...state.statements, { of: "fact", ...event.body, ...at }] };
    case "account-recorded":
      return { ...state, statements: [...state.statements, { of: "account", ...event.body, ...at }] };
    case "inference-recorded":
      return { ...state, statements: [...state.statements, { of: "inference", ...event.body, ...at }] };
    case "entry-withdrawn": {
      const { entry } = event.body;
      const records = state.records.filter(({ number }) => number !== entry);
      const statements = state.statements.filter(({ number }) => number !== entry);
      return { ...state, statements, records, elsewhere: withoutTypedCrime(state.elsewhere, entry, records) };
    }
    case "person-in-role":
      return { ...state, persons: withRole(state.persons, event.body) };
    case "person-out-of-role": {
      const { person, role } = event.body;
      const persons = state.persons.map((one) =>
        one.person === person ? { ...one, roles: one.roles.filter((each) => each.role !== role) } : one,
      );
      return { ...state, persons, rolesEnded: [...state.rolesEnded, { ...event.body, ...at }] };
    }
    default:
      return state;
  }
}

function withRole(persons: readonly CasePerson[], body: BodyOf<"person-in-role">): readonly CasePerson[] {
  const { person, name, child, ...role } = body;
  const known = persons.find((one) => one.person === person);
  const roles = [...(known?.roles ?? []).filter((one) => one.role !== role.role), role];
  const next: CasePerson = { ...known, person, roles, ...(name !== undefined && { name }), ...(child !== undefined && { child }) };
  return known ? persons.map((one) => (one === known ? next : one)) : [...persons, next];
}

function applyEnquiry(state: CaseState, event: CaseEvent): CaseState {
  const at = atOf(event);
  const change = (id: string, part: Partial<Enquiry>): CaseState => ({
    ...state,
    enquiries: state.enquiries.map((one) => (one.enquiry === id ? { ...one, ...part } : one)),
  });
  switch (event.kind) {
    case "enquiry-opened":
      return { ...state, enquiries: [...state.enquiries, event.body] };
    case "enquiry-asked":
      return change(event.body.enquiry, { asked: { ...event.body, ...at } });
    case "enquiry-answered":
      return change(event.body.enquiry, { answered: { ...event.body, ...at } });
    case "enquiry-ended":
      return change(event.body.enquiry, { ended: { ...event.body, ...at } });
    default:
      return state;
  }
}

function applyDecided(state: CaseState, event: CaseEvent): CaseState {
  const at = atOf(event);
  switch (event.kind) {
    case "decision-written":
      return { ...state, decisions: [...state.decisions, { ...event.body, ...at }] };
    case "order-considered":
      return {
        ...state,
        order: { ...event.body, ...at },
        ordersBefore: state.order === null ? [] : [...state.ordersBefore, state.order],
      };
    case "recorded-elsewhere":
      return { ...state, elsewhere: [...state.elsewhere, { ...event.body, ...at }] };
    case "record-typed":
      return {
        ...state,
        records: [...state.records, { ...event.body, ...at }],
        elsewhere: withTypedCrime(state.elsewhere, event.body, at),
      };
    case "why-not-stalking": {
      const answer = { ...event.body, ...at };
      return { ...state, elsewhere: state.elsewhere.map((one) => (one.record === answer.record ? withAnswer(one, answer) : one)) };
    }
    case "offence-recorded":
      return {
        ...state,
        offence: { ...withPartnerBefore(event.body, state.offence), ...at },
        elsewhere: withOwnRecord(state.elsewhere, event.body, at),
      };
    default:
      return state;
  }
}

/** The newest answer to why; one that stood before it is kept. */
function withAnswer(record: RecordedElsewhere, answer: NonNullable<RecordedElsewhere["answer"]>): RecordedElsewhere {
  return record.answer === undefined ? { ...record, answer } : { ...record, answer, before: [...(record.before ?? []), record.answer] };
}

/** A crime that was typed in and is not known to be recorded as stalking asks why, once, under its number. */
function withTypedCrime(
  elsewhere: CaseState["elsewhere"],
  { record, as, agency, says, stalking }: BodyOf<"record-typed">,
  at: At,
): CaseState["elsewhere"] {
  if (as === undefined || stalking === "yes" || elsewhere.some((one) => one.record === record)) return elsewhere;
  return [...elsewhere, { record, as, writtenBy: agency, says, ...at }];
}

/** A crime that was withdrawn asks no why; of two that were typed in under its number the other goes on asking. */
function withoutTypedCrime(elsewhere: CaseState["elsewhere"], entry: number, left: CaseState["records"]): CaseState["elsewhere"] {
  const gone = elsewhere.find(({ number }) => number === entry);
  if (gone === undefined) return elsewhere;
  const others = elsewhere.filter((one) => one !== gone);
  const twin = left.find(({ record }) => record === gone.record);
  return twin === undefined ? others : withTypedCrime(others, twin, { number: twin.number, happened: twin.happened, by: twin.by });
}

/** What the case itself is called where it is recorded as another thing. */
const ownRecord = "this case";

/** The case's own recording asks why like any other: anew where it says another thing than before, and no more once it is stalking. */
function withOwnRecord(elsewhere: CaseState["elsewhere"], body: BodyOf<"offence-recorded">, at: At): CaseState["elsewhere"] {
  const others = elsewhere.filter(({ record }) => record !== ownRecord);
  if (isStalking(body)) return others;
  const as = body.principal.says;
  const before = elsewhere.find((one) => one.record === ownRecord && one.as === as);
  return [...others, before ?? { record: ownRecord, as, ...at }];
}

function applyHer(state: CaseState, event: CaseEvent): CaseState {
  const at = atOf(event);
  switch (event.kind) {
    case "victim-code-event":
      return { ...state, codeEvents: [...state.codeEvents, { ...event.body, ...at, tellings: [] }] };
    case "victim-status":
      return { ...state, status: event.body };
    case "asked-her":
      return { ...state, thread: [...state.thread, { from: "force", ...event.body, asks: true, ...at }] };
    case "she-wrote": {
      const { says, asks, answers } = event.body;
      const thread = answered(state.thread, answers === undefined ? [] : [answers], event.number);
      return { ...state, thread: [...thread, { from: "her", says, asks, ...at }] };
    }
    case "update-written": {
      const { says, to, tells, answers } = event.body;
      const told = state.codeEvents.map((one) =>
        tells.includes(one.number)
          ? { ...one, tellings: [...one.tellings, { ...(to !== undefined && { to }), happened: event.happened }] }
          : one,
      );
      const thread = answered(state.thread, answers, event.number);
      return {
        ...state,
        codeEvents: told,
        thread: [...thread, { from: "force", says, ...(to !== undefined && { to }), asks: false, ...at }],
      };
    }
    default:
      return state;
  }
}

function answered(thread: readonly ThreadEntry[], numbers: readonly number[], by: number): readonly ThreadEntry[] {
  return thread.map((one) => (numbers.includes(one.number) && one.answered === undefined ? { ...one, answered: by } : one));
}
