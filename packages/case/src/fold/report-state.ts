import type { Instant } from "@unmask/core";
import { momentInRow } from "../clock/london.ts";
import type { BodyOf, CaseEvent } from "../event.ts";
import type { DangerAnswer, Door, HandedOnBy, PackFault, PackOpened, Reporter } from "../event/of-report.ts";
import { type CoverTold, type QueueGroup, cutWords, instantOfMinute } from "../event/shapes.ts";
import { quoted } from "../shortened.ts";
import { ownWords } from "./answer-words.ts";
import { type BothState, applyToBoth, giverOf, inOrder, nothingYet, withDanger } from "./both-state.ts";
import { type ContactState, contactAfter, noContact } from "./contact-state.ts";
import { type At, atOf } from "./event-at.ts";
import { type Wrote, withWrote } from "./wrote.ts";

/** UTF-16 units of a later letter in the danger that it says: where, who and what stand in its first sentences. */
const longestInDanger = 160;

/** A report as its events make it. */
export interface ReportState extends BothState, ContactState {
  readonly report: string;
  /** By which door it came; null before it came. */
  readonly door: "letter" | Door | null;
  /** When it came first, and when something of hers came last. */
  readonly came: Instant | null;
  readonly cameLast: Instant | null;
  /** Since when something of it waits unread; what comes while it waits does not begin the waiting anew. Null before it came. */
  readonly unreadSince: Instant | null;
  /** All that the person wrote behind it, in order. */
  readonly wrote: readonly Wrote[];
  /** The newest answer to whether somebody is in danger; "unsaid" until one was given. */
  readonly dangerSaid: DangerAnswer;
  /** When it was said last that nobody is in danger, and where; null: never. It ends no danger. */
  readonly noDanger: NoDangerSaid | null;
  readonly who: Who | null;
  readonly account: string | null;
  /** Where it happens, as the letters or whoever told it say, each that is new behind the others; null: unsaid. */
  readonly place: string | null;
  /** Why its letter did not open; null: it did. */
  readonly fault: PackFault | null;
  /** The report in which that letter stands since it opens; null: it does not, or always did. Nothing is unknown here by it any more. */
  readonly readIn: string | null;
  /** It came as an answer, and no report here had its mailbox. */
  readonly isStrayAnswer: boolean;
  /** Which force had it first, as the letter says; what is written to the person goes by way of that force. Null: none. */
  readonly handedOn: HandedOnBy | null;
  /** Its letter names a mailbox that is another's: nothing is answered to it. */
  readonly namesOthersMailbox: boolean;
  readonly wishes: string | null;
  /** Whether others may be told, as it was said in the letter; null: unsaid. */
  readonly referral: "yes" | "no" | null;
  /** The newest word on a service that supports the person: referred, or asked and not wanted; null: nobody wrote of it. */
  readonly referred: (BodyOf<"referral-made"> & At) | null;
  /** What she was asked for a first page: of the letters and of the packs, each as it came. */
  readonly covers: readonly CoverTold[];
  readonly packs: readonly PackOpened[];
  /** Whom the first pack that names anybody names as the person who hands it in; null: none does. */
  readonly nameInPack: string | null;
  /** How many packs were announced. */
  readonly packsAnnounced: number;
  /** Questions of the telephone, as they stand. */
  readonly questions: BodyOf<"report-typed">["questions"];
  /** The first reading since something came last; null: unread. */
  readonly opened: At | null;
  /** Whom it is with; null: nobody. */
  readonly officer: string | null;
  readonly decisions: readonly (BodyOf<"triage-decided"> & At)[];
  /** Put into another group by hand. */
  readonly override: { readonly group: QueueGroup; readonly reason: string; readonly by: string } | null;
  readonly joinedInto: string | null;
  readonly case: string | null;
  /** `isThere`: the other force has it; until then nobody there knows of it. */
  readonly sentTo: { readonly force: string; readonly name: string; readonly reason: string; readonly isThere: boolean } | null;
}

/** That there is no danger, as it was said: true of its own minute. */
interface NoDangerSaid {
  readonly happened: Instant;
  /** When it was written, where it came by way of another force: it was not said in the minute in which it came here. */
  readonly written?: Instant;
  readonly in: "letter" | "later-letter" | "telling";
}

/** Who reports, and for whom. */
interface Who {
  readonly reporter: Reporter;
  readonly about: "adult" | "child" | "not-known";
  readonly name?: string;
  readonly forName?: string;
  readonly anonymous: boolean;
}

/** A report before its first event. */
export function emptyReport(report: string): ReportState {
  return {
    ...nothingYet,
    ...noContact,
    report,
    door: null,
    came: null,
    cameLast: null,
    unreadSince: null,
    wrote: [],
    dangerSaid: "unsaid",
    noDanger: null,
    who: null,
    account: null,
    place: null,
    fault: null,
    readIn: null,
    isStrayAnswer: false,
    handedOn: null,
    namesOthersMailbox: false,
    wishes: null,
    referral: null,
    referred: null,
    covers: [],
    packs: [],
    nameInPack: null,
    packsAnnounced: 0,
    questions: [],
    opened: null,
    officer: null,
    decisions: [],
    override: null,
    joinedInto: null,
    case: null,
    sentTo: null,
  };
}

/** Nobody said whether somebody is in danger, and no officer wrote of one: that is no "no", and it is told. */
export function isDangerUnsaid({ danger, dangerSaid, covers, log, readIn }: ReportState): boolean {
  if (readIn !== null) return false;
  const isSaid = dangerSaid !== "unsaid" || covers.some((cover) => cover.danger !== undefined);
  return danger === null && !isSaid && !log.some(({ kind }) => kind === "danger-ended");
}

/** Its letter could not be read, and no officer wrote of a danger: nobody knows whether there is any, which is more than that it was not said. */
export function isUnreadable(state: ReportState): boolean {
  return state.fault !== null && isDangerUnsaid(state);
}

/** That nobody is in danger, where it was said last: not while one stands, nor after one that came later. */
export function noDangerOf({ danger, dangers, dangerSaid, noDanger }: ReportState): NoDangerSaid | undefined {
  if (noDanger === null || danger !== null || dangerSaid !== "no") return undefined;
  return dangers.some(({ happened }) => happened >= noDanger.happened) ? undefined : noDanger;
}

/** The same, in words that stand in a row and on a page. */
export function noDangerInWords({ happened, written, in: where }: NoDangerSaid): string {
  return written === undefined
    ? `said ${saidIn[where]} ${momentInRow(happened)}`
    : `said ${saidIn[where]}, ${writtenInWords(written)}, here since ${momentInRow(happened)}`;
}

function writtenInWords(written: Instant): string {
  return `written ${momentInRow(written)} by the clock of their device`;
}

/** ", written 28 Nov 06:05 by the clock of their device", of what came by way of another force. */
function alsoWritten(minute: string | undefined): string {
  const written = minute === undefined ? undefined : instantOfMinute(minute);
  return written === undefined ? "" : `, ${writtenInWords(written)}`;
}

const saidIn: Readonly<Record<NoDangerSaid["in"], string>> = {
  letter: "in the letter",
  "later-letter": "in a later letter",
  telling: "to the one who typed it in",
};

/** The report that its events make, in whatever order they came. */
export function foldReport(report: string, events: Iterable<CaseEvent>): ReportState {
  return inOrder(events).reduce(applyToReport, emptyReport(report));
}

/** The report after one more event. */
export function applyToReport(before: ReportState, event: CaseEvent): ReportState {
  return applyDesk(contactAfter(applyArrival(applyToBoth(before, event), event), event), event);
}

function applyArrival(state: ReportState, event: CaseEvent): ReportState {
  const { happened } = event;
  switch (event.kind) {
    case "report-received": {
      const { who, anonymous, account = null, wishes = null, referral = null, danger, packs, fault = null, answerTo, mailbox } = event.body;
      const { cover, place = null, handedOn = null, written } = event.body;
      const arrived = arrive(state, { happened, danger, cover, says: `Danger now, said in the letter${alsoWritten(written)}.` }, event);
      return {
        ...arrived,
        door: "letter",
        who: { ...who, anonymous },
        account,
        place,
        fault,
        isStrayAnswer: answerTo !== undefined,
        handedOn,
        namesOthersMailbox: mailbox !== undefined,
        wishes,
        referral,
        packsAnnounced: state.packsAnnounced + packs,
      };
    }
    case "letter-read":
      return { ...state, readIn: event.body.report, opened: state.opened ?? atOf(event) };
    case "report-typed": {
      const { who, door, danger, told, questions, place = null } = event.body;
      const arrived = arrive(state, { happened, danger, cover: undefined, says: "Danger now, said to the one who typed it in." }, event);
      // Where they are is told last as often as first.
      const account = told.length === 0 ? null : cutWords(told.map(({ says }) => says).join(" / "));
      return { ...arrived, door, questions, who: { ...who, anonymous: who.name === undefined }, account, place };
    }
    case "answer-received": {
      const { danger, packs, cover, account, place, written } = event.body;
      const words = account === undefined ? "." : `: ${quoted(ownWords(account), longestInDanger)}`;
      const says = `Danger now, said in a later letter${alsoWritten(written)}${words}${place === undefined ? "" : ` Place: ${place}`}`;
      const arrived = arrive(state, { happened, danger, cover, says }, event);
      return { ...withSaid(arrived, event.body), wrote: withWrote(state.wrote, event), packsAnnounced: state.packsAnnounced + packs };
    }
    case "pack-opened": {
      const { cover, name } = event.body;
      // Looked at again, when its key came: what was said of it before is over.
      const others = state.packs.filter(
        ({ letter, pack, fate }) => fate === "opened" || letter !== event.body.letter || pack !== event.body.pack,
      );
      const withPack = {
        ...state,
        nameInPack: state.nameInPack ?? name ?? null,
        packs: [...others, event.body],
        covers: cover === undefined ? state.covers : [...state.covers, cover],
      };
      // What was read before it came was read without it.
      return state.opened === null ? withPack : { ...withPack, cameLast: happened, unreadSince: happened, opened: null };
    }
    default:
      return state;
  }
}

/** What an answer says beside its words: what is new stands beside what was said, and never in its place, but for whom may be told. */
function withSaid(state: ReportState, { wishes, referral, name, reporter, place }: BodyOf<"answer-received">): ReportState {
  const { who } = state;
  const isElsewhere = place !== undefined && state.place !== null && place !== state.place;
  const isNew = wishes !== undefined && wishes !== state.wishes;
  return {
    ...state,
    wishes: isNew ? [state.wishes, wishes].filter((one) => one !== null).join("\n") : state.wishes,
    referral: referral ?? state.referral,
    place: isElsewhere ? `${state.place}; in a later letter: ${place}` : (state.place ?? place ?? null),
    who: who && {
      ...who,
      ...(who.name === undefined && name !== undefined && { name, anonymous: false }),
      ...(who.reporter === "unsaid" && reporter !== undefined && { reporter }),
    },
  };
}

/** What every arrival brings. */
interface Arrival {
  readonly happened: Instant;
  readonly danger: DangerAnswer;
  readonly cover: CoverTold | undefined;
  readonly says: string;
}

/** Something of hers came: unread again. That she says "no danger" ends none that stands: only an officer ends it. */
function arrive(state: ReportState, { happened, danger, cover, says }: Arrival, event: CaseEvent): ReportState {
  const arrived: ReportState = {
    ...state,
    came: state.came ?? happened,
    cameLast: happened,
    unreadSince: state.opened === null ? (state.unreadSince ?? happened) : happened,
    covers: cover === undefined ? state.covers : [...state.covers, cover],
    dangerSaid: danger === "unsaid" ? state.dangerSaid : danger,
    noDanger: danger === "no" ? { happened, ...writtenOf(event), in: whereSaid(event) } : state.noDanger,
    opened: null,
  };
  const told = cover?.danger === undefined ? says : `${says} ${cover.danger}`;
  return danger === "now" ? withDanger(arrived, event, { says: told, knowing: "account" }) : arrived;
}

function writtenOf(event: CaseEvent): Pick<NoDangerSaid, "written"> {
  const said = event.kind === "report-received" || event.kind === "answer-received" ? event.body.written : undefined;
  const written = said === undefined ? undefined : instantOfMinute(said);
  return written === undefined ? {} : { written };
}

function whereSaid({ kind }: CaseEvent): NoDangerSaid["in"] {
  return kind === "report-received" ? "letter" : kind === "report-typed" ? "telling" : "later-letter";
}

function applyDesk(state: ReportState, event: CaseEvent): ReportState {
  const at = atOf(event);
  switch (event.kind) {
    case "report-opened":
      return { ...state, opened: state.opened ?? at };
    case "report-taken":
      return { ...state, officer: event.by };
    case "report-given-back":
      return { ...state, officer: null };
    case "handover-read":
      return state.handovers.some((one) => one.number === event.body.number && giverOf(one) === state.officer)
        ? { ...state, officer: event.by }
        : state;
    case "triage-decided":
      return { ...state, decisions: [...state.decisions, { ...event.body, ...at }] };
    case "rule-overridden":
      return { ...state, override: { ...event.body, by: event.by } };
    case "referral-made":
      return { ...state, referred: { ...event.body, ...at } };
    case "report-joined":
      return { ...state, joinedInto: event.body.into };
    case "report-parted":
      return { ...state, joinedInto: null };
    case "put-in-case":
      return { ...state, case: event.body.case };
    case "taken-out-of-case":
      return { ...state, case: null };
    case "sent-to-force":
      return { ...state, sentTo: { force: event.body.force, name: event.body.name, reason: event.body.reason, isThere: false } };
    case "force-has-it":
      return { ...state, sentTo: state.sentTo && { ...state.sentTo, isThere: true } };
    default:
      return state;
  }
}
