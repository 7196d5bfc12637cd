import { type CaseEvent, type Duty, type ReportState, isDangerUnsaid } from "@unmask/case";
import { sayMoment } from "./clock-words.ts";
import type { Fact } from "./fact.ts";
import { callFacts, callPreview } from "./telephone-words.ts";

/** What is said of a report beside its own words: English for the preview and for the head of an opened report. */

/** A sentence, and how it is known. */
export interface KnownLine {
  readonly says: string;
  readonly how: "record" | "account" | "worked-out";
  readonly from?: string;
}

const dangerUnsaid: Fact = {
  label: "Danger",
  strong: "not said",
  says: "whether somebody is in danger now was not asked, or not answered; that is no “no”",
  isMind: true,
  isOpen: true,
};

/** A reason that one key gives. */
export interface OfferedReason {
  readonly code: "task" | "danger" | "triage" | "contact";
  readonly says: string;
  readonly more?: string;
  readonly task?: string;
}

/** Since when it is there, and whether somebody has read it: "Received 27 Nov 01:56, unread". */
export function sayState({ came, cameLast, opened, door, case: ofCase }: ReportState): string {
  const first = came === null ? "" : `${door === "letter" ? "Received" : `Told by ${doorNames[door ?? "desk"]}`} ${sayMoment(came)}`;
  const again = cameLast !== null && cameLast !== came ? `, more came ${sayMoment(cameLast)}` : "";
  const read = opened === null ? ", unread" : `, opened ${sayMoment(opened.happened)}`;
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

/** What says that somebody is in danger now; none where nothing does. */
export function dangerLines({ danger }: ReportState): readonly KnownLine[] {
  if (danger === null) return [];
  const { ground, since, met } = danger;
  const there: readonly KnownLine[] = met ? [{ says: met.says, how: "account", from: sayMoment(met.happened) }] : [];
  return [{ says: ground.says, how: ground.knowing, from: sayMoment(since) }, ...there];
}

/** What is known before it is opened: how to reach the person first, and what was said when asked. */
export function previewFacts(state: ReportState, nameOf: (id: string) => string): readonly Fact[] {
  const { attempts, packs, packsAnnounced, officer, links } = state;
  const last = attempts.at(-1);
  return [
    safeContact(state),
    ...(isDangerUnsaid(state) ? [dangerUnsaid] : []),
    ...dangerSaid(state),
    last === undefined
      ? { label: "Tried", says: "nobody has tried to reach the person yet", isMind: state.danger !== null }
      : {
          label: "Tried",
          says: `${last.channel}, ${last.outcome.replaceAll("-", " ")}, ${sayMoment(last.happened)} by ${nameOf(last.by)}`,
        },
    ...(packsAnnounced === 0 && packs.length === 0 ? [] : [packsFact(state)]),
    ...callPreview(state),
    ...links.filter(({ decided }) => decided === undefined).map(({ to }) => ({ label: "Link", says: `may belong to ${to}: not decided` })),
    ...(state.sentTo === null ? [] : [{ label: "Handed on", says: `to ${state.sentTo.name}: ${state.sentTo.reason}`, isMind: true }]),
    { label: "With", says: officer === null ? "nobody yet" : nameOf(officer) },
    ...coverFacts(state),
  ];
}

/** What was answered when the person was asked of danger: also "afraid" and "no", each with its minute. */
function dangerSaid({ covers }: ReportState): readonly Fact[] {
  const says = covers.flatMap(({ danger }) => danger ?? []);
  return says.length === 0 ? [] : [{ label: "Danger, as it was said", says: [...new Set(says)].join("; "), isMind: true }];
}

/** What was asked for a first page, as it was said in letters and packs; the same answer of both stands once. */
function coverFacts({ covers }: ReportState): readonly Fact[] {
  const byLabel = new Map<string, Set<string>>();
  for (const { label, says } of covers.flatMap(({ said = [] }) => said)) byLabel.set(label, (byLabel.get(label) ?? new Set()).add(says));
  return [...byLabel].map(([label, says]) => ({ label, says: [...says].join("; ") }));
}

/** What is lost first, as the person said it: the nearest day first, then what has no day, then what is past. `today`: `2026-11-27`. */
export function lostFacts(states: readonly ReportState[], today: string): readonly Fact[] {
  const lost = states.flatMap(({ covers }) => covers).flatMap((cover) => cover.lost ?? []);
  const once = [...new Map(lost.map((one) => [one.says, one])).values()];
  const rank = ({ goes }: { readonly goes?: string }): string => (goes === undefined ? "1" : goes < today ? `2${goes}` : `0${goes}`);
  return once
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
    .map(({ says, goes }) =>
      goes === undefined
        ? { label: says, strong: "ask today: the day of loss is not known", isMind: true }
        : { label: says, strong: goes < today ? `first of it past on ${goes}` : `first of it lost on ${goes}`, isMind: true },
    );
}

function safeContact({ contact, packs }: ReportState): Fact {
  if (contact === null && packs.some(({ reason }) => reason === "page"))
    return {
      label: "Safe contact",
      strong: "it came as a page sealed alone",
      says: "most likely the contact sheet, which this screen does not show: have it opened before you ring or write",
      isMind: true,
    };
  if (contact === null) return { label: "Safe contact", says: "no safe way was said; ask before you ring or write", isMind: true };
  const { channel, way, address, hours, voicemail, codeWord, said = [] } = contact;
  const isSaid = (label: string): boolean => said.some((one) => one.label === label);
  const strong = [channel ?? way ?? "way not asked", address].filter((one) => one !== undefined).join(", ");
  const more = [
    hours === undefined ? "hours not asked" : hours,
    ...(voicemail === undefined
      ? isSaid("Never")
        ? []
        : ["voicemail not asked"]
      : [voicemailWords.get(voicemail) ?? `voicemail: “${voicemail}”`]),
    ...(codeWord === undefined ? (isSaid("Said first") ? [] : ["what to say first was not asked"]) : [`say first: “${codeWord}”`]),
    ...said.map(({ label, says }) => `${label}: ${says}`),
  ];
  return { label: "Safe contact", strong, says: more.join("; "), isMind: said.length > 0 || (voicemail ?? "yes") !== "yes" };
}

const voicemailWords: ReadonlyMap<string, string> = new Map([
  ["yes", "voicemail is fine"],
  ["no", "no voicemail"],
]);

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

/** Why it can be opened, the likeliest first. */
export function reasonsToOpen({ tasks, danger, opened, attempts }: ReportState): readonly OfferedReason[] {
  const open = tasks.filter(({ done }) => !done);
  return [
    ...(danger === null ? [] : [{ code: "danger" as const, says: "Somebody may be in danger now" }]),
    ...open.map(({ task, says, due }) => ({ code: "task" as const, says, task, ...(due !== undefined && { more: `by ${due}` }) })),
    ...(opened === null ? [{ code: "triage" as const, says: "It waits, and must be read to be ranked" }] : []),
    ...(attempts.length === 0 ? [] : [{ code: "contact" as const, says: "The person called, or another force did" }]),
  ];
}

/** What the letter says beside the account. `forces` are the other forces whose sets are loaded here. */
export function letterFacts(state: ReportState, events: readonly CaseEvent[], forces: readonly KnownForce[]): readonly Fact[] {
  const first = events.find(({ kind }) => kind === "report-received" || kind === "report-typed");
  const told = first?.kind === "report-received" ? first.body : undefined;
  const typed = first?.kind === "report-typed" ? first.body : undefined;
  const { who, wishes } = state;
  const one = (label: string, says: string | undefined): readonly Fact[] => (says === undefined ? [] : [{ label, says }]);
  return [
    ...(state.fault === null ? [] : [{ label: "Letter", strong: "it could not be read", says: letterFaults[state.fault], isMind: true }]),
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
    ...one("Reports", who === null ? undefined : reporterWords[who.reporter]),
    ...(who?.about === "child" ? [{ label: "About", says: "a child", isMind: true }] : []),
    ...one("Asks", wishes ?? undefined),
    ...one("Language", told?.language),
    ...one("Place", told?.place ?? typed?.place),
    ...one("Jurisdiction", told?.jurisdiction ?? typed?.jurisdiction),
    ...one(
      "Referral",
      told?.referral === undefined ? undefined : told.referral === "yes" ? "may be told to others who help" : "tell nobody else",
    ),
    ...(told?.handedOn === undefined ? [] : [handedOnFact(told.handedOn, forces)]),
    ...callFacts(state, typed),
    ...one("Log", typed?.log),
    ...one("Heard", typed?.heard),
  ];
}

/** What is due of a report in no case: each with its day, its rule and what counts. */
export function dutyFacts(duties: readonly Duty[]): readonly Fact[] {
  return duties.map(({ id, says, state, dueBy, since, why }) => ({
    label: `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll("-", " ")}`,
    strong: `${dutyStates[state]}${dueBy === undefined ? "" : `, by ${dueBy}`}`,
    says: `${says}. From ${since}. ${why}`,
    isMind: state === "overdue" || state === "cannot-be-worked-out",
  }));
}

const dutyStates: Readonly<Record<Duty["state"], string>> = {
  met: "done",
  "met-late": "done late",
  due: "due",
  overdue: "overdue",
  "no-figure": "due, no figure",
  "cannot-be-worked-out": "when it is due cannot be worked out",
  open: "open",
};

const letterFaults: Readonly<Record<NonNullable<ReportState["fault"]>, string>> = {
  altered: "its bytes are not those that were sealed; it is kept as it came",
  "cut-short": "it ends before its end; it is kept as it came",
  "no-key": "no key of this force fits; it may be to another force",
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

const reporterWords = {
  self: "for themselves",
  another: "for another person",
  witness: "as a witness",
  unsaid: "not said for whom",
} as const;

/** All that was told, in its order, each with when it came. */
export function accountOf(events: readonly CaseEvent[]): string {
  const parts = events.flatMap((event) => {
    if (event.kind === "report-received") return event.body.account === undefined ? [] : [event.body.account];
    if (event.kind === "report-typed") return event.body.told.map(({ says, at }) => (at === undefined ? says : `${at}: ${says}`));
    if (event.kind === "answer-received" && event.body.account !== undefined)
      return [`Written ${sayMoment(event.happened)}: ${event.body.account}`];
    return [];
  });
  return parts.join("\n\n");
}
