import { type Overall, type ReadValue, type Sha256, type Verdict, count, fault, flag, object, oneOf, verdicts } from "@unmask/core";
import {
  type Contact,
  type CoverTold,
  type QueueGroup,
  caseNumber,
  contact,
  coverTold,
  day,
  hex32,
  id,
  minuteOfDay,
  name,
  queueGroups,
  report,
  sha256,
  some,
  week,
  words,
} from "./shapes.ts";

/** Bodies of the events that only a report has (docs/formats/case-event.md). */

/** For whom somebody reports. */
const reporters = ["self", "another", "witness", "unsaid"] as const;
/** For whom somebody reports. */
export type Reporter = (typeof reporters)[number];
/** Whether somebody is in danger at this moment. "Unsaid" is no "no". */
const dangers = ["now", "no", "unsaid"] as const;
/** Whether somebody is in danger at this moment. */
export type DangerAnswer = (typeof dangers)[number];
/** By which way a report was typed in. */
const doors = ["999", "101", "desk", "agency", "unsaid"] as const;
/** By which way a report was typed in. */
export type Door = (typeof doors)[number];

/** Why a pack or a letter is marked. None of these stops the next one. */
const packFaults = ["altered", "cut-short", "no-key", "not-a-pack", "page", "too-large", "unsupported", "not-read"] as const;
/** Why a pack is marked. */
export type PackFault = (typeof packFaults)[number];

/** Who reports, and about whom. A name that is absent was not given. */
interface Who {
  readonly reporter: Reporter;
  readonly about: "adult" | "child" | "not-known";
  readonly name?: string;
  /** For whom, where somebody reports for another. */
  readonly forName?: string;
}
const reporterFields: ReadValue<Who> = object((fields) => ({
  reporter: fields.must("reporter", oneOf(reporters)),
  about: fields.must("about", oneOf<"adult" | "child" | "not-known">(["adult", "child", "not-known"])),
  ...fields.may("name", name),
  ...fields.may("forName", name),
}));

/** Which force had it first, and handed it on. */
export interface HandedOnBy {
  readonly force: string;
  readonly name: string;
  readonly reference: string;
}
const handedOnBy: ReadValue<HandedOnBy> = object((fields) => ({
  force: fields.must("force", hex32),
  name: fields.must("name", name),
  reference: fields.must("reference", name),
}));

/** A letter was opened. */
export interface ReportReceived {
  readonly letter: string;
  readonly who: Who;
  readonly anonymous: boolean;
  readonly danger: DangerAnswer;
  readonly packs: number;
  readonly account?: string;
  readonly wishes?: string;
  readonly language?: string;
  readonly referral?: "yes" | "no";
  readonly jurisdiction?: "EW" | "NI" | "SCO";
  readonly place?: string;
  readonly contact?: Contact;
  readonly cover?: CoverTold;
  /** The letter did not open, or is none: nothing else of it is known. */
  readonly fault?: PackFault;
  /** It came as an answer, and no report here has its mailbox. */
  readonly answerTo?: "not-known";
  /** It names the mailbox of another report under another key: nothing is answered to it. */
  readonly mailbox?: "of-another";
  /** Stands where another force handed it on. */
  readonly handedOn?: HandedOnBy;
  /** When it was written by the clock of their device, UTC; stands with what was handed on, which came there long before it came here. */
  readonly written?: string;
}
/** Reads it. */
export const reportReceived: ReadValue<ReportReceived> = object((fields) => ({
  letter: fields.must("letter", hex32),
  who: fields.must("who", reporterFields),
  anonymous: fields.must("anonymous", flag),
  danger: fields.must("danger", oneOf(dangers)),
  packs: fields.must("packs", count),
  ...fields.may("account", words),
  ...fields.may("wishes", words),
  ...fields.may("language", name),
  ...fields.may("referral", oneOf<"yes" | "no">(["yes", "no"])),
  ...fields.may("jurisdiction", oneOf<"EW" | "NI" | "SCO">(["EW", "NI", "SCO"])),
  ...fields.may("place", name),
  ...fields.may("contact", contact),
  ...fields.may("cover", coverTold),
  ...fields.may("fault", oneOf(packFaults)),
  ...fields.may("answerTo", oneOf<"not-known">(["not-known"])),
  ...fields.may("mailbox", oneOf<"of-another">(["of-another"])),
  ...fields.may("handedOn", handedOnBy),
  ...fields.may("written", minuteOfDay),
}));

/** A letter that did not open when it came opens since, for its key is here now: what it says stands with that report, and no more with this one. */
export interface LetterRead {
  readonly report: string;
}
/** Reads it. */
export const letterRead: ReadValue<LetterRead> = object((fields) => ({ report: fields.must("report", report) }));

/** She wrote again to a report that is there. */
export interface AnswerReceived {
  readonly letter: string;
  readonly danger: DangerAnswer;
  readonly packs: number;
  readonly account?: string;
  readonly wishes?: string;
  readonly name?: string;
  readonly reporter?: Exclude<Reporter, "unsaid">;
  readonly language?: string;
  readonly referral?: "yes" | "no";
  readonly jurisdiction?: "EW" | "NI" | "SCO";
  readonly place?: string;
  readonly contact?: Contact;
  readonly cover?: CoverTold;
  /** As in `ReportReceived`. */
  readonly written?: string;
}
/** Reads it. */
export const answerReceived: ReadValue<AnswerReceived> = object((fields) => ({
  letter: fields.must("letter", hex32),
  danger: fields.must("danger", oneOf(dangers)),
  packs: fields.must("packs", count),
  ...fields.may("account", words),
  ...fields.may("wishes", words),
  ...fields.may("name", name),
  ...fields.may("reporter", oneOf<"self" | "another" | "witness">(["self", "another", "witness"])),
  ...fields.may("language", name),
  ...fields.may("referral", oneOf<"yes" | "no">(["yes", "no"])),
  ...fields.may("jurisdiction", oneOf<"EW" | "NI" | "SCO">(["EW", "NI", "SCO"])),
  ...fields.may("place", name),
  ...fields.may("contact", contact),
  ...fields.may("cover", coverTold),
  ...fields.may("written", minuteOfDay),
}));

/**
 * Acts of a pack by week of ISO 8601; `night`: between midnight and five, on her clock. `first` and `last` are days. `total` are all; of them
 * `hers` are her own by what is stated in the pack, and stand in no week. Without it nothing was stated, and the weeks count all.
 */
export interface ActsInPack {
  readonly total: number;
  readonly hers?: number;
  readonly weeks: readonly { readonly week: string; readonly acts: number; readonly night: number }[];
  readonly first?: string;
  readonly last?: string;
}
const actsInPack: ReadValue<ActsInPack> = object((fields) => ({
  total: fields.must("total", count),
  ...fields.may("hers", count),
  weeks: fields.must(
    "weeks",
    some(object((one) => ({ week: one.must("week", week), acts: one.must("acts", count), night: one.must("night", count) }))),
  ),
  ...fields.may("first", day),
  ...fields.may("last", day),
}));

/** A pack was looked at: opened or marked, and marked says why. */
export interface PackOpened {
  readonly letter: string;
  /** Its place in the letter, from 0. */
  readonly pack: number;
  /** Of the file as it was made. */
  readonly sha256: Sha256;
  readonly fate: "opened" | "marked";
  /** Stands with marked, and only there. */
  readonly reason?: PackFault;
  readonly overall?: Overall;
  readonly verdicts?: readonly { readonly verdict: Verdict; readonly items: number }[];
  readonly acts?: ActsInPack;
  /** In the order printed. */
  readonly findings?: readonly { readonly id: string; readonly says: string }[];
  /** Acts that came out the same when the originals were read again here, and acts that did not. */
  readonly readAgain?: { readonly same: number; readonly differs: number };
  /** The first page of the report in it. */
  readonly cover?: CoverTold;
  /** Whom the pack names as the person who hands it in. */
  readonly name?: string;
}
const packFields: ReadValue<PackOpened> = object((fields) => ({
  letter: fields.must("letter", hex32),
  pack: fields.must("pack", count),
  sha256: fields.must("sha256", sha256),
  fate: fields.must("fate", oneOf<"opened" | "marked">(["opened", "marked"])),
  ...fields.may("reason", oneOf(packFaults)),
  ...fields.may("overall", oneOf<Overall>(["verified", "not-known", "not-verified"])),
  ...fields.may("verdicts", some(object((one) => ({ verdict: one.must("verdict", oneOf(verdicts)), items: one.must("items", count) })))),
  ...fields.may("acts", actsInPack),
  ...fields.may("findings", some(object((one) => ({ id: one.must("id", id), says: one.must("says", words) })))),
  ...fields.may(
    "readAgain",
    object((one) => ({ same: one.must("same", count), differs: one.must("differs", count) })),
  ),
  ...fields.may("cover", coverTold),
  ...fields.may("name", name),
}));

/** Reads it. */
export const packOpened: ReadValue<PackOpened> = (value, path) => {
  const body = packFields(value, path);
  return (body.reason === undefined) === (body.fate === "opened") ? body : fault(`${path}.reason`, "stands with marked, and only there");
};

/** One question of the telephone. "Not asked" stays so: it is never a no. */
interface AskedQuestion {
  readonly question: string;
  readonly state: "answered" | "not-known" | "not-asked";
  readonly says?: string;
}
const askedQuestion: ReadValue<AskedQuestion> = object((fields) => ({
  question: fields.must("question", id),
  state: fields.must("state", oneOf<"answered" | "not-known" | "not-asked">(["answered", "not-known", "not-asked"])),
  ...fields.may("says", words),
}));

/** A report that somebody typed in while it was told. */
export interface ReportTyped {
  /** Of the form that it was typed in, random: the same form sent again with the same words is the same call. */
  readonly form?: string;
  readonly door: Door;
  readonly who: Who;
  readonly danger: DangerAnswer;
  readonly questions: readonly AskedQuestion[];
  readonly told: readonly {
    readonly says: string;
    readonly at?: string;
  }[];
  readonly heard?: string;
  readonly log?: string;
  readonly agency?: string;
  /** The number that the call came from. That it is safe to ring is not said by it. */
  readonly from?: string;
  readonly dropped?: boolean;
  readonly jurisdiction?: "EW" | "NI" | "SCO";
  readonly place?: string;
  readonly contact?: Contact;
}
/** Reads it. */
export const reportTyped: ReadValue<ReportTyped> = object((fields) => ({
  ...fields.may("form", hex32),
  door: fields.must("door", oneOf(doors)),
  who: fields.must("who", reporterFields),
  danger: fields.must("danger", oneOf(dangers)),
  questions: fields.must("questions", some(askedQuestion)),
  told: fields.must("told", some(object((one) => ({ says: one.must("says", words), ...one.may("at", name) })))),
  ...fields.may("heard", words),
  ...fields.may("log", name),
  ...fields.may("agency", name),
  ...fields.may("from", name),
  ...fields.may("dropped", flag),
  ...fields.may("jurisdiction", oneOf<"EW" | "NI" | "SCO">(["EW", "NI", "SCO"])),
  ...fields.may("place", name),
  ...fields.may("contact", contact),
}));

/** An officer read it. */
export type ReportOpened = Readonly<Record<string, never>>;
/** Reads it. */
export const reportOpened: ReadValue<ReportOpened> = object(() => ({}));
/** An officer took it: it is now with that officer. */
export type ReportTaken = Readonly<Record<string, never>>;
/** Reads it. */
export const reportTaken: ReadValue<ReportTaken> = object(() => ({}));
/** It is with nobody again. */
export interface ReportGivenBack {
  readonly reason: string;
}
/** Reads it. */
export const reportGivenBack: ReadValue<ReportGivenBack> = object((fields) => ({ reason: fields.must("reason", words) }));

/** What was decided for the report, beside what the rule proposed. */
export interface TriageDecided {
  readonly choice: string;
  readonly proposed: string;
  readonly rule: string;
  readonly reason?: string;
  readonly openPrompts?: readonly string[];
}
/** Reads it. */
export const triageDecided: ReadValue<TriageDecided> = object((fields) => ({
  choice: fields.must("choice", id),
  proposed: fields.must("proposed", id),
  rule: fields.must("rule", name),
  ...fields.may("reason", words),
  ...fields.may("openPrompts", some(id)),
}));

/** An officer put the report into another group of the queue than the rule does. */
export interface RuleOverridden {
  readonly group: QueueGroup;
  readonly reason: string;
}
/** Reads it. */
export const ruleOverridden: ReadValue<RuleOverridden> = object((fields) => ({
  group: fields.must("group", oneOf(queueGroups)),
  reason: fields.must("reason", words),
}));

/** It is a duplicate, or goes on from another: the two are read as one. */
export interface ReportJoined {
  readonly into: string;
  readonly why: string;
}
/** Reads it. */
export const reportJoined: ReadValue<ReportJoined> = object((fields) => ({
  into: fields.must("into", report),
  why: fields.must("why", words),
}));
/** The two are apart again. */
export interface ReportParted {
  readonly from: string;
  readonly why: string;
}
/** Reads it. */
export const reportParted: ReadValue<ReportParted> = object((fields) => ({
  from: fields.must("from", report),
  why: fields.must("why", words),
}));

/** It belonged to another force and was sealed again to that one. */
export interface SentToForce {
  readonly force: string;
  readonly name: string;
  readonly reason: string;
  /** Who was spoken to there; must stand where danger does. */
  readonly telephoned?: string;
  /** How the person agreed; must stand where they said that nobody else is told, unless danger stands. */
  readonly agreed?: string;
}
/** Reads it. */
export const sentToForce: ReadValue<SentToForce> = object((fields) => ({
  force: fields.must("force", hex32),
  name: fields.must("name", name),
  reason: fields.must("reason", words),
  ...fields.may("telephoned", words),
  ...fields.may("agreed", words),
}));

/** The other force has it: its intake took all of it. Until then it is nobody's there. */
export interface ForceHasIt {
  readonly force: string;
}
/** Reads it. */
export const forceHasIt: ReadValue<ForceHasIt> = object((fields) => ({ force: fields.must("force", hex32) }));

/** The person was referred to a service that supports them, or was asked and did not want it. */
export interface ReferralMade {
  readonly outcome: "referred" | "not-wanted";
  /** Which service; must stand where somebody was referred. */
  readonly to?: string;
  /** How the person agreed, or why not; must stand where they said that nobody else is told. */
  readonly says?: string;
}
const referralFields = object((fields) => ({
  outcome: fields.must("outcome", oneOf<"referred" | "not-wanted">(["referred", "not-wanted"])),
  ...fields.may("to", name),
  ...fields.may("says", words),
}));
/** Reads it. */
export const referralMade: ReadValue<ReferralMade> = (value, path) => {
  const read = referralFields(value, path);
  return read.outcome === "referred" && read.to === undefined ? fault(`${path}.to`, "is missing where somebody was referred") : read;
};

/** An officer read what the person wrote for how they may be reached, or was told it. */
export interface ContactRead {
  /** Number of the last event of the report that was read for it. */
  readonly through: number;
  /**
   * The newest way that was said holds; the one before it does, where an answer named another that is not theirs; another takes its place; or none
   * is left that may be used.
   */
  readonly outcome: "stands" | "former-stands" | "replaced" | "none-left";
  /** Stands with replaced, and only there. */
  readonly contact?: Contact;
  readonly says?: string;
}
const contactReadFields = object((fields) => ({
  through: fields.must("through", count),
  outcome: fields.must("outcome", oneOf<ContactRead["outcome"]>(["stands", "former-stands", "replaced", "none-left"])),
  ...fields.may("contact", contact),
  ...fields.may("says", words),
}));
/** Reads it. */
export const contactRead: ReadValue<ContactRead> = (value, path) => {
  const read = contactReadFields(value, path);
  return (read.contact === undefined) === (read.outcome !== "replaced")
    ? read
    : fault(`${path}.contact`, "stands with replaced, and only there");
};

/** It belongs to a case. */
export interface PutInCase {
  readonly case: string;
}
/** Reads it. */
export const putInCase: ReadValue<PutInCase> = object((fields) => ({ case: fields.must("case", caseNumber) }));
/** It does not belong to the case any more. */
export interface TakenOutOfCase {
  readonly case: string;
  readonly reason: string;
}
/** Reads it. */
export const takenOutOfCase: ReadValue<TakenOutOfCase> = object((fields) => ({
  case: fields.must("case", caseNumber),
  reason: fields.must("reason", words),
}));
