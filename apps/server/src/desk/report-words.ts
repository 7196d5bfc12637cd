import {
  type CaseEvent,
  type ReportState,
  answerInWords,
  instantOfMinute,
  isDangerUnsaid,
  isReadInCase,
  jurisdictionNames,
  ownWords,
} from "@unmask/case";
import { type Around, alone, breachFacts, triedFact, withFact } from "./around-words.ts";
import { sayIsoDay, sayMoment } from "./clock-words.ts";
import type { Fact } from "./fact.ts";
import { coverFacts, ofPerson, reporterFacts } from "./said-words.ts";
import { callFacts, callPreview } from "./telephone-words.ts";

/** What is said of a report beside its own words: English for the preview and for the head of an opened report. */

/** A reason that one key gives. */
export interface OfferedReason {
  readonly code: "task" | "danger" | "triage" | "contact";
  readonly says: string;
  readonly more?: string;
  readonly task?: string;
}

/** Since when it is there, and whether somebody has read it, in its case too: "Received 27 Nov 01:56, unread". */
export function sayState(state: ReportState, { cases }: Pick<Around, "cases"> = alone(state)): string {
  const { came, cameLast, opened, door, case: ofCase } = state;
  const inCases = cases.map((one) => one.state);
  const first = came === null ? "" : `${door === "letter" ? "Received" : `Told by ${doorNames[door ?? "desk"]}`} ${sayMoment(came)}`;
  const again = cameLast !== null && cameLast !== came ? `, more came ${sayMoment(cameLast)}` : "";
  const unread = isReadInCase(state, inCases) ? ", read and answered in its case" : ", unread";
  const read = opened === null ? unread : `, opened ${sayMoment(opened.happened)}`;
  return `${first}${again}${read}${ofCase === null ? "" : `, case ${ofCase}`}`;
}

const doorNames = {
  letter: "letter",
  "999": "999",
  "101": "101",
  desk: "the front desk",
  agency: "another agency",
  unsaid: "voice, by which line nobody chose,",
} as const;

/** What is known before it is opened, beside how to reach the person: for whom it is, what is asked for, and what was said when asked. */
export function previewFacts(state: ReportState, nameOf: (id: string) => string, around: Around = alone(state)): readonly Fact[] {
  const { packs, packsAnnounced, links } = state;
  const own = (facts: readonly Fact[]): readonly Fact[] => (around.reports.length === 1 ? facts : ofPerson(state, facts));
  return [
    ...own(reporterFacts(state)),
    ...breachFacts(around, state.report),
    triedFact(around, state.report, nameOf),
    ...(packsAnnounced === 0 && packs.length === 0 ? [] : own([packsFact(state)])),
    ...own(callPreview(state)),
    ...links.filter(({ decided }) => decided === undefined).map(({ to }) => ({ label: "Link", says: `may belong to ${to}: not decided` })),
    ...handedOnFacts(state),
    withFact(around, nameOf),
    ...own(coverFacts(state)),
  ];
}

/** Where it was sent and why; and of a danger that was said since, that the letter that tells of it may not be there yet. */
function handedOnFacts({ sentTo, danger }: ReportState): readonly Fact[] {
  if (sentTo === null) return [];
  if (!sentTo.isThere)
    return [
      {
        label: "Handed on",
        strong: `${sentTo.name} does not have it yet: ring them`,
        says: `${sentTo.reason}. It is tried again each minute`,
        isMind: true,
      },
    ];
  const ring =
    danger === null || danger.met !== undefined
      ? ""
      : `. What was said since may not be there yet: ring ${sentTo.name}, and write who was told`;
  return [{ label: "Handed on", says: `to ${sentTo.name}: ${sentTo.reason}${ring}`, isMind: true }];
}

/** What else was said in one that is read as one with it: who it is for, what is asked for and what was answered, under its own reference and person. */
export function joinedFacts(state: ReportState): readonly Fact[] {
  return ofPerson(state, [...reporterFacts(state), ...callPreview(state), ...coverFacts(state)]);
}

/** What happened in the words of one that is read as one with another, under its own reference. */
export function joinedAccount({ state, events }: { readonly state: ReportState; readonly events: readonly CaseEvent[] }): string {
  return `[${state.report}, ${sayState(state)}:]\n${accountOf(events)}`;
}

function packsFact({ packs, packsAnnounced }: ReportState): Fact {
  const pages = packs.filter(({ reason }) => reason === "page").length;
  const marked = packs.filter(({ fate }) => fate === "marked").length - pages;
  const notVerified = packs.filter(({ overall, reason }) => overall === "not-verified" && reason !== "page").length;
  const says = [
    `${packs.length} of ${Math.max(packs.length, packsAnnounced)} here`,
    ...(pages === 0 ? [] : [`${pages} of them a page sealed alone, most likely the contact sheet`]),
    ...(marked === 0 ? [] : [`${marked} could not be opened as sent`]),
    ...(notVerified === 0 ? [] : [`${notVerified} not verified`]),
  ];
  return { label: "Packs", says: says.join("; "), isMind: marked + notVerified > 0 };
}

/**
 * Why it can be opened, the likeliest first: while nobody said that there is no danger, that there may be; after one is over, that it is looked at
 * again. What was said and done in those that are read as one with it, and in their cases, counts as in its own.
 */
export function reasonsToOpen({ tasks }: ReportState, { reports, cases, dangers }: Around): readonly OfferedReason[] {
  const open = tasks.filter(({ done }) => !done);
  const said = dangers.flatMap((one) => one.dangers);
  const unread = reports.filter(({ opened }) => opened === null);
  const mayBe = said.some(({ ended }) => ended === undefined) || unread.some(isDangerUnsaid);
  const isOver = !mayBe && said.length > 0;
  const attempts = [...reports, ...cases.map(({ state }) => state)].flatMap((one) => one.attempts);
  return [
    ...(mayBe ? [{ code: "danger" as const, says: "Somebody may be in danger now" }] : []),
    ...(isOver ? [{ code: "danger" as const, says: "Danger was said here and ended: look again" }] : []),
    ...open.map(({ task, says, due }) => ({
      code: "task" as const,
      says,
      task,
      ...(due !== undefined && { more: `by ${sayIsoDay(due)}` }),
    })),
    ...(unread.length > 0 ? [{ code: "triage" as const, says: "It waits, and must be read to be ranked" }] : []),
    ...(attempts.length === 0 ? [] : [{ code: "contact" as const, says: "The person called, or another force did" }]),
  ];
}

/** What the letter says beside the account. `forces` are the other forces whose sets are loaded here. */
export function letterFacts(state: ReportState, events: readonly CaseEvent[], forces: readonly KnownForce[]): readonly Fact[] {
  const first = events.find(({ kind }) => kind === "report-received" || kind === "report-typed");
  const told = first?.kind === "report-received" ? first.body : undefined;
  const typed = first?.kind === "report-typed" ? first.body : undefined;
  const one = (label: string, says: string | undefined): readonly Fact[] => (says === undefined ? [] : [{ label, says }]);
  return [
    ...faultFacts(state),
    ...(state.isStrayAnswer
      ? [
          {
            label: "Answer",
            says: "it came as an answer, and no report here has its mailbox: it may belong to another force",
            isMind: true,
          },
        ]
      : []),
    ...(state.namesOthersMailbox
      ? [{ label: "Mailbox", says: "it names the mailbox of another report under another key: nothing is answered to it", isMind: true }]
      : []),
    ...one("Language", told?.language),
    ...one("Law of", inWords(told?.jurisdiction ?? typed?.jurisdiction)),
    ...one(
      "Referral",
      state.referral === null ? undefined : state.referral === "yes" ? "may be told to others who help" : "tell nobody else",
    ),
    ...(told?.handedOn === undefined ? [] : [handedOnFact(told.handedOn, forces)]),
    ...callFacts(state, typed),
    ...one("Log", typed?.log),
    ...one("Heard", typed?.heard),
  ];
}

/** Why the letter does not open; where it opens since, in which report it is read. */
function faultFacts({ fault, readIn }: ReportState): readonly Fact[] {
  if (readIn !== null)
    return [{ label: "Letter", strong: `it stands in ${readIn}`, says: "its key came later: what it says is read there", isMind: true }];
  return fault === null ? [] : [{ label: "Letter", strong: "it could not be read", says: letterFaults[fault], isMind: true }];
}

const letterFaults: Readonly<Record<NonNullable<ReportState["fault"]>, string>> = {
  altered: "its bytes are not those that were sealed; it is kept as it came",
  "cut-short": "it ends before its end; it is kept as it came",
  "no-key": "no key that is held here fits: one may be missing here, or it is to another force",
  "not-a-pack": "it is no sealed letter",
  page: "it is a page, not a letter",
  "too-large": "it is larger than a letter can be",
  unsupported: "it is of a kind that is not known here",
  "not-read": "what was sealed is no letter that is known here",
};

/** A force by what its verified set says of it. */
export interface KnownForce {
  readonly force: string;
  readonly name: string;
}

interface HandedOn extends KnownForce {
  readonly reference: string;
}

/** Nothing authenticates who handed a letter on: anybody who writes to a force can say so, under any name. It is told as what the letter says. */
function handedOnFact({ force, name, reference }: HandedOn, forces: readonly KnownForce[]): Fact {
  const known = forces.find((one) => one.force === force);
  const checked =
    known === undefined
      ? "not checked; its force is in no set loaded here"
      : `the id it gives is that of ${known.name}, whose set is loaded here; that it came from there is not checked`;
  const says = `The letter says that it was handed on by ${name}, where it is ${reference}: ${checked}. Ask that force, by a number that you know, before you rely on it. If it is so, what is written to the person goes by way of that force, which can read it.`;
  return { label: "Handed on", says, isMind: true };
}

/** "Written 28 Nov 06:25"; of what came by way of another force when it was written, too. */
function whenWritten({ happened, body }: Extract<CaseEvent, { kind: "answer-received" }>): string {
  const written = body.written !== undefined ? instantOfMinute(body.written) : undefined;
  if (written === undefined) return `Written ${sayMoment(happened)}`;
  return `Written ${sayMoment(written)} by the clock of their device, here since ${sayMoment(happened)}`;
}

/** All that was told, in its order, each with when it came: what stands in square brackets is the desk’s. */
export function accountOf(events: readonly CaseEvent[]): string {
  const parts = events.flatMap((event) => {
    if (event.kind === "report-received") return event.body.account === undefined ? [] : [ownWords(event.body.account)];
    if (event.kind === "report-typed") return event.body.told.map(({ says, at }) => (at === undefined ? says : `${at}: ${says}`));
    if (event.kind !== "answer-received") return [];
    const says = answerInWords(event.body);
    return says === undefined ? [] : [`[${whenWritten(event)}:] ${says}`];
  });
  return parts.join("\n\n");
}

function inWords(jurisdiction: keyof typeof jurisdictionNames | undefined): string | undefined {
  return jurisdiction && jurisdictionNames[jurisdiction];
}
