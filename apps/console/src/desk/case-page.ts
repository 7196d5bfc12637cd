import { type Instant, type ReadValue, count, flag, list, object, oneOf, record, text } from "@unmask/core";
import type { CaseCalled } from "@unmask/case";
import { called } from "./called.ts";
import { type CaseRisk, caseRisk } from "./assess.ts";
import { type CaseDecisions, type ClosingPart, type ThreadLine, closingPart, decisions, threadLine } from "./case-decided.ts";
import {
  type EndedRole,
  type EnquiryOfCase,
  type KnownOfCase,
  type PersonOfCase,
  endedRole,
  enquiryOfCase,
  knownOfCase,
  personOfCase,
} from "./case-known.ts";
import { type RecordingPart, recordingPart } from "./case-recording.ts";
import { type DutyLine, dutyLine } from "./duty-line.ts";
import { type At, at, atFields } from "./event-at.ts";
import { instant } from "./instant.ts";
import { type OfficerOnCase, officerOnCase } from "./case-members.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { type Noted, noted } from "./noted.ts";
import { orNull } from "./or-null.ts";
import { type PackLine, packLine } from "./pack-line.ts";
import { type PlaceTold, placeTold } from "./place-told.ts";
import { type Fact, fact } from "./preview.ts";
import { type ReachedPerson, reachedPerson } from "./reached-person.ts";
import { type RecordTyped, recordTyped } from "./record-typed.ts";
import { type OrderRow, orderRow } from "./order-row.ts";
import { type OpenedOfOrder, openedOfOrders } from "./opened.ts";
import { type ToLookAt, toLookAt } from "./proposed.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";
import { type WroteAgain, wroteAgain } from "./wrote-again.ts";

/** A case as the server answers it: what its events make, in one answer. */
export interface CasePage {
  readonly case: string;
  /** By whom it is called, and about whom it is. */
  readonly called: CaseCalled;
  readonly opened: At | null;
  readonly closed: At | null;
  /** Number of the last event that this was read from. */
  readonly saw: number;
  readonly first: {
    readonly danger: readonly ToldDanger[];
    /** What was said of danger and is over. */
    readonly dangerOver: readonly ToldDanger[];
    /** Where it happens, as it was told with its reports. */
    readonly places: readonly PlaceTold[];
    readonly unanswered: readonly WroteAgain[];
    readonly breaches: readonly ({ readonly says: string; readonly knowing: WayOfKnowing; readonly order: string } & At)[];
    /** Possible breaches and missed duties under its orders that nobody has decided. */
    readonly opened: readonly OpenedOfOrder[];
    /** Acts that lie in the time of its orders. */
    readonly proposed: readonly ToLookAt[];
    readonly overdue: readonly DutyLine[];
    readonly due: readonly DutyLine[];
    readonly done: number;
    readonly new: News;
  };
  readonly summary: {
    readonly acts: number;
    readonly own: number;
    readonly night: number;
    readonly weeks: number;
    readonly reports: number;
  };
  /** What was written of the case beside its life. */
  readonly noted: Noted;
  /** Logs and recorded crimes that were typed in. */
  readonly records: readonly RecordTyped[];
  /** What is known, in three lists, so that none is read as another. */
  readonly facts: readonly KnownOfCase[];
  readonly accounts: readonly KnownOfCase[];
  readonly inferences: readonly KnownOfCase[];
  readonly risk: CaseRisk;
  /** Its orders, for a role that reads them. */
  readonly orders: readonly OrderRow[];
  readonly reports: readonly ReportOfCase[];
  /** To whom an update can go: each report has its own. */
  readonly mailboxes: readonly MailboxOfCase[];
  /** Each person of its reports, and of those that are read as one with them, with the way of that report. */
  readonly reached: readonly ReachedPerson[];
  /** What is lost first, as it was said in its reports: the nearest day first. */
  readonly lost: readonly Fact[];
  readonly people: readonly PersonOfCase[];
  readonly rolesEnded: readonly EndedRole[];
  readonly enquiries: readonly EnquiryOfCase[];
  readonly decisions: CaseDecisions;
  readonly recording: RecordingPart | null;
  readonly codeEvents: readonly CodeEvent[];
  /** Which rights of the Victims' Code; `reason` null: by default. */
  readonly status: { readonly status: "enhanced" | "standard"; readonly reason: string | null };
  readonly updates: readonly ThreadLine[];
  readonly links: number;
  readonly members: readonly OfficerOnCase[];
  /** Who opened it without need to know, the newest first. */
  readonly openedAnyway: readonly { readonly by: string; readonly words: string; readonly since: Instant; readonly until: Instant }[];
  readonly closing: ClosingPart;
  /** Names of officers by their ids. */
  readonly officers: Readonly<Record<string, string>>;
  readonly log: LogEntry;
}

/** A danger that was said in the case or in a report of it, who was there, and why it ended. By null: what came says so. */
export interface ToldDanger {
  readonly of: string;
  /** Whose report it is; absent where it was said in the case itself. */
  readonly name?: string;
  readonly since: Instant;
  readonly says: string;
  readonly knowing: WayOfKnowing;
  readonly by: string | null;
  /** The other force, where its report was handed on: to be there is to have told them. */
  readonly tellsForce?: string;
  readonly met: readonly { readonly says: string; readonly at: Instant; readonly by: string | null }[];
  readonly ended?: { readonly reason: string; readonly at: Instant; readonly by: string | null };
}

/** What came since this officer looked in an earlier sitting; null: they did in none. */
export interface News {
  readonly since: Instant | null;
  /** The look before this one, also a minute ago; null: there was none. */
  readonly looked: Instant | null;
  /** The newest first; more of them are counted in `total`. */
  readonly total: number;
  readonly lines: readonly NewsLine[];
}

/** One thing that came. */
export interface NewsLine {
  /** The case, or a report of it. */
  readonly of: string;
  readonly says: string;
  /** Who did it; null: the machine. */
  readonly by: string | null;
  readonly recorded: Instant;
}

/** A report of the case. */
export interface ReportOfCase {
  readonly report: string;
  /** Number of the last event that this was read from. */
  readonly saw: number;
  readonly came: Instant | null;
  readonly name?: string;
  readonly forName?: string;
  /** All that was told, in the person's words; empty where nothing was written. */
  readonly account: string;
  /** Who reports, what is asked for and what was answered for a first page. */
  readonly said: readonly Fact[];
  readonly packs: readonly PackLine[];
  readonly packsAnnounced: number;
}

/** One mailbox: of which report, and whose. */
export interface MailboxOfCase {
  readonly report: string;
  readonly says: string;
  /** Number of the last event that whoever writes there has seen: of the case, or of a report that is only read as one with it. */
  readonly saw: number;
  readonly isInCase: boolean;
}

const mailboxOfCase: ReadValue<MailboxOfCase> = object(({ must }) => ({
  report: must("report", text),
  says: must("says", text),
  saw: must("saw", count),
  isInCase: must("isInCase", flag),
}));

/** Something that the person is told of in time; `told`: when it was. */
export interface CodeEvent extends At {
  readonly event: string;
  readonly says?: string;
  readonly told?: Instant;
}

/** A part of the answer that no screen of ours shows yet: it is not looked at, and nothing of it is kept. */
const notShown: ReadValue<undefined> = () => undefined;

const met = object((fields) => ({ says: fields.must("says", text), at: fields.must("at", instant), by: fields.must("by", orNull(text)) }));
const openedBy = object((fields) => ({
  by: fields.must("by", text),
  words: fields.must("words", text),
  since: fields.must("since", instant),
  until: fields.must("until", instant),
}));
const ended = object((fields) => ({
  reason: fields.must("reason", text),
  at: fields.must("at", instant),
  by: fields.must("by", orNull(text)),
}));

const danger: ReadValue<ToldDanger> = object(({ must, may }) => ({
  of: must("of", text),
  ...may("name", text),
  since: must("since", instant),
  says: must("says", text),
  knowing: must("knowing", oneOf(waysOfKnowing)),
  by: must("by", orNull(text)),
  ...may("tellsForce", text),
  met: must("met", list(met)),
  ...may("ended", ended),
}));
const newsLine: ReadValue<NewsLine> = object(({ must }) => {
  must("number", count);
  must("kind", text);
  must("happened", instant);
  return { of: must("of", text), says: must("says", text), by: must("by", orNull(text)), recorded: must("recorded", instant) };
});

const breach = object((fields) => ({
  says: fields.must("says", text),
  knowing: fields.must("knowing", oneOf(waysOfKnowing)),
  order: fields.must("order", text),
  ...fields.may("condition", text),
  ...atFields(fields),
}));

const first: ReadValue<CasePage["first"]> = object(({ must }) => ({
  danger: must("danger", list(danger)),
  dangerOver: must("dangerOver", list(danger)),
  places: must("places", list(placeTold)),
  unanswered: must("unanswered", list(wroteAgain)),
  breaches: must("breaches", list(breach)),
  opened: must("opened", openedOfOrders),
  proposed: must("proposed", list(toLookAt)),
  overdue: must("overdue", list(dutyLine)),
  due: must("due", list(dutyLine)),
  done: must("done", count),
  new: must(
    "new",
    object((news) => ({
      since: news.must("since", orNull(instant)),
      looked: news.must("looked", orNull(instant)),
      total: news.must("total", count),
      lines: news.must("lines", list(newsLine)),
    })),
  ),
}));

const who = object(({ must, may }) => {
  must("reporter", text);
  must("about", text);
  must("anonymous", flag);
  return { ...may("name", text), ...may("forName", text) };
});

const report: ReadValue<ReportOfCase> = object(({ must }) => ({
  report: must("report", text),
  saw: must("saw", count),
  came: must("came", orNull(instant)),
  ...must("who", orNull(who)),
  account: must("account", text),
  said: must("said", list(fact)),
  packs: must("packs", list(packLine)),
  packsAnnounced: must("packsAnnounced", count),
}));

const codeEvent: ReadValue<CodeEvent> = object((fields) => ({
  event: fields.must("event", text),
  ...fields.may("says", text),
  ...fields.may("told", instant),
  ...atFields(fields),
}));

/** Reads the answer of `GET /desk/cases/:case`. */
export const casePage: ReadValue<CasePage> = object(({ must }) => {
  must("handovers", notShown);
  return {
    case: must("case", text),
    called: must("called", called),
    opened: must("opened", orNull(at)),
    closed: must("closed", orNull(at)),
    saw: must("saw", count),
    first: must("first", first),
    summary: must(
      "summary",
      object((one) => ({
        acts: one.must("acts", count),
        own: one.must("own", count),
        night: one.must("night", count),
        weeks: one.must("weeks", count),
        reports: one.must("reports", count),
      })),
    ),
    noted: must("noted", noted),
    records: must("records", list(recordTyped)),
    facts: must("facts", list(knownOfCase)),
    accounts: must("accounts", list(knownOfCase)),
    inferences: must("inferences", list(knownOfCase)),
    risk: must("risk", caseRisk),
    orders: must("orders", list(orderRow)),
    reports: must("reports", list(report)),
    mailboxes: must("mailboxes", list(mailboxOfCase)),
    reached: must("reached", list(reachedPerson)),
    lost: must("lost", list(fact)),
    people: must("people", list(personOfCase)),
    rolesEnded: must("rolesEnded", list(endedRole)),
    enquiries: must("enquiries", list(enquiryOfCase)),
    decisions: must("decisions", decisions),
    recording: must("recording", orNull(recordingPart)),
    codeEvents: must("codeEvents", list(codeEvent)),
    status: must(
      "status",
      object((one) => ({
        status: one.must("status", oneOf(["enhanced", "standard"] as const)),
        reason: one.must("reason", orNull(text)),
      })),
    ),
    updates: must("updates", list(threadLine)),
    links: must("links", list(notShown)).length,
    members: must("members", list(officerOnCase)),
    openedAnyway: must("openedAnyway", list(openedBy)),
    closing: must("closing", closingPart),
    officers: must("officers", record(text)),
    log: must("log", logEntry),
  };
});
