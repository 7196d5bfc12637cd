import {
  type ReportState,
  answeredByAnother,
  contactToAskBy,
  hoursInWords,
  isContactUnread,
  ofAnotherWay,
  unreadAnswer,
  withoutCodeWord,
} from "@unmask/case";
import { sayBriefly, sayCount, withoutQuotationMarks } from "@unmask/words";
import { sayMoment } from "./clock-words.ts";
import type { Fact, FactLine } from "./fact.ts";

/**
 * How the person may be reached, said the same wherever somebody reaches for a telephone: in a preview, on a report, in a case, beside an assessment
 * and before an update goes. What they wrote since stands beside it until an officer has read it for that.
 */

/** Characters of what was written since, beside a way to reach them: all of it stands on the report. A page-long one would hide the way. */
const longestBeside = 600;

type Reached = Pick<
  ReportState,
  "contact" | "contactSince" | "contactsBefore" | "wroteSince" | "contactRead" | "notTheirs" | "packs" | "fault" | "report" | "attempts"
>;

/** What was written since first, then the way, then what is not to be used any more. */
export function contactFacts(state: Reached, nameOf: (id: string) => string): readonly Fact[] {
  return [
    ...anotherAnswered(state, nameOf),
    ...mailboxOfAnother(state, nameOf),
    ...wroteSince(state),
    ...namedBefore(state),
    safeContact(state, nameOf),
    ...formerContacts(state, nameOf),
  ];
}

/** Whose hands the telephone is in stands before its number; what was tried in its case stands with the case. */
function anotherAnswered(state: Reached, nameOf: (id: string) => string): readonly Fact[] {
  const another = answeredByAnother([state], []);
  if (another === undefined) return [];
  const { channel, happened, by } = another;
  const says = `${channel}, ${sayMoment(happened)} by ${nameOf(by)}: use that way no more before it is written that it is theirs again`;
  return [{ label: "Do not ring", strong: "somebody else answered", says, isMind: true }];
}

/** Whoever wrote what was not theirs has the seven words, and reads there for good (THREATS.md): it stands before anybody writes. */
function mailboxOfAnother({ notTheirs }: Reached, nameOf: (id: string) => string): readonly Fact[] {
  if (notTheirs === null) return [];
  const { by, happened } = notTheirs;
  return [
    {
      label: "Mailbox",
      strong: "somebody else has the seven words",
      says: `${nameOf(by)} wrote on ${sayMoment(happened)} that an answer in it was not theirs: write nothing there that the other may not read, and ask by another way whether a letter is theirs`,
      isMind: true,
    },
  ];
}

function wroteSince(state: Reached): readonly Fact[] {
  const { wroteSince: all, contact } = state;
  const [first] = all;
  if (first === undefined) return [];
  const strong =
    contact === null
      ? `${sayMoment(first.happened)}: read it, it may say how they are reached`
      : `${sayMoment(first.happened)}: read it before you use ${isContactUnread(state) ? "a way" : "the way"} below`;
  const lines = all.map(({ happened, says }): FactLine => ({
    ...(all.length > 1 && { label: sayMoment(happened) }),
    says: says === undefined ? "no words; look at what came with it" : `“${withoutQuotationMarks(sayBriefly(says, longestBeside))}”`,
  }));
  return [{ label: "Wrote since", strong, lines, isMind: true }];
}

/** THREATS.md, "A paper that is found": whoever has the seven words writes as if it were she. What warns of the old way may be true as well. */
function namedBefore(state: Reached): readonly Fact[] {
  if (!isContactUnread(state)) return [];
  const before = contactToAskBy(state);
  const label = "Named before";
  if (before === undefined)
    return [{ label, says: "no other way was: ask by one that you know to be theirs whether the answer is", isMind: true, isOpen: true }];
  const { contact, since } = before;
  return [
    {
      label,
      strong: wayOf(contact),
      says: `${since === null ? "" : `on ${sayMoment(since.happened)}: `}ask by it whether the answer is theirs, unless it says that somebody else has it now: then by another way that you know to be theirs`,
      lines: linesOf(contact),
      isMind: true,
    },
  ];
}

/** What can be done about a page that no screen here reads. */
const howToReadPage =
  "ring nowhere and write nowhere but to the mailbox; ask there how the person is reached, or have whoever holds the force’s key open the page with age and tell you, and write under Contacts what it says";

function safeContact(state: Reached, nameOf: (id: string) => string): Fact {
  const { contact, contactSince, packs, fault, contactRead, wroteSince: since } = state;
  const read = contactRead === null ? [] : [readLine(contactRead, nameOf)];
  if (contact === null && contactRead?.outcome === "none-left")
    return { label: "Safe contact", strong: "no way that was said may be used any more", lines: read, isMind: true };
  if (contact === null && packs.some(({ reason }) => reason === "page"))
    return {
      label: "Safe contact",
      strong: "it came as a page sealed alone",
      says: `most likely the contact sheet, which this screen cannot show: ${howToReadPage}`,
      isMind: true,
    };
  if (contact === null && fault !== null)
    return {
      label: "Safe contact",
      strong: "could not be read",
      says: "nobody knows which way is safe, or whether one was said; do not ring or write before you know",
      isMind: true,
    };
  if (contact === null) return { label: "Safe contact", says: "no safe way was said; ask before you ring or write", isMind: true };
  const lines = linesOf(isContactUnread(state) ? withoutCodeWord(contact) : contact);
  if (isContactUnread(state) && contactSince !== null)
    return {
      label: "Named in an answer",
      strong: wayOf(contact),
      says: `it came with the seven words on ${sayMoment(contactSince.happened)}, and whoever has those can write so: no officer has written yet that it is theirs`,
      lines: [...lines, ...read],
      isMind: true,
    };
  return {
    label: "Safe contact",
    strong: wayOf(contact),
    ...(since.length > 0 && contactSince !== null && { says: `as it stood on ${sayMoment(contactSince.happened)}, before that` }),
    lines: [...lines, ...givenLine(state, nameOf), ...read],
    isMind: since.length > 0 || lines.some(({ isMind }) => isMind === true),
  };
}

/** "call, 07700 900752": a way as it is named wherever one is chosen or told. */
export function wayOf({ channel, way, address }: NonNullable<Reached["contact"]>): string {
  return [channel ?? way ?? "way not asked", address].filter((one) => one !== undefined).join(", ");
}

/** What can harm where it is missed, in this order, before everything else of the sheet (sheet-words.ts has the labels). */
const mindFirst: readonly string[] = [
  "Never",
  "Voicemail",
  "Hours",
  "Hearing",
  "Say first",
  "Said first",
  "The person answers, when it is safe",
  "The person answers, when it is not: stop",
  "If somebody else answers",
  "Interpreter",
  "Language",
];
const isMinded: ReadonlySet<string> = new Set(["Never", "Hearing", "The person answers, when it is not: stop", "If somebody else answers"]);

/** The sheet as a list. What was not asked is said where a call could go wrong for want of it. */
function linesOf(contact: NonNullable<Reached["contact"]>): readonly FactLine[] {
  const { voicemail, codeWord, said = [], ofAnother = [], inAnswer = {} } = contact;
  const isSaid = (label: string): boolean => said.some((one) => one.label === label);
  const lines: readonly FactLine[] = [
    ...said.map(({ label, says }) => ({ label, says, ...(isMinded.has(label) && says !== "none" && { isMind: true }) })),
    ...(voicemail === undefined
      ? isSaid("Never")
        ? []
        : [{ label: "Voicemail", says: "not asked" }]
      : [
          {
            label: "Voicemail",
            says: voicemailWords.get(voicemail) ?? `“${withoutQuotationMarks(voicemail)}”`,
            ...(voicemail !== "yes" && { isMind: true }),
          },
        ]),
    {
      label: "Hours",
      says: hoursInWords(contact) ?? "not asked",
      ...((ofAnother.includes("hours") || inAnswer.hours !== undefined) && { isMind: true }),
    },
    ...(inAnswer.voicemail === undefined
      ? []
      : [{ label: "Voicemail", says: `it is fine, ${unreadAnswer}: not before it is read`, isMind: true }]),
    ...(inAnswer.codeWord === undefined
      ? []
      : [{ label: "Say first", says: `“${withoutQuotationMarks(inAnswer.codeWord)}”, ${unreadAnswer}`, isMind: true }]),
    ...(codeWord === undefined
      ? isSaid("Said first")
        ? []
        : [{ label: "Say first", says: "not asked" }]
      : [{ label: "Say first", says: `“${withoutQuotationMarks(codeWord)}”${ofAnother.includes("codeWord") ? ` ${ofAnotherWay}` : ""}` }]),
  ];
  const rank = ({ label = "" }: FactLine): number => (mindFirst.includes(label) ? mindFirst.indexOf(label) : mindFirst.length);
  return lines.toSorted((one, other) => rank(one) - rank(other));
}

const voicemailWords: ReadonlyMap<string, string> = new Map([
  ["yes", "it is fine"],
  ["no", "none"],
]);

/** By which word this way stands, where it is not the first that was said. */
function givenLine({ contactSince, contactsBefore }: Reached, nameOf: (id: string) => string): readonly FactLine[] {
  // What was struck after it is one that an answer named and that is not theirs.
  if (contactSince === null || !contactsBefore.some(({ until }) => until.number <= contactSince.number)) return [];
  const by = contactSince.by === "desk" ? "an answer with the seven words" : nameOf(contactSince.by);
  return [{ label: "In place of another", says: `since ${sayMoment(contactSince.happened)}, by ${by}` }];
}

function readLine({ outcome, says, happened, by }: NonNullable<Reached["contactRead"]>, nameOf: (id: string) => string): FactLine {
  const found = {
    stands: "read what they wrote: this way holds",
    "former-stands": "read what they wrote: this way holds, and the one that an answer named is not theirs",
    replaced: "wrote this way down",
    "none-left": "wrote that none is left",
  }[outcome];
  return { label: sayMoment(happened), says: `${nameOf(by)} ${found}${says === undefined ? "" : `: “${says}”`}` };
}

/** Kept with their dates; what is struck is never used. The one by which it is asked whether the newest is theirs stands by itself. */
function formerContacts(state: Reached, nameOf: (id: string) => string): readonly Fact[] {
  const asked = isContactUnread(state) ? contactToAskBy(state) : undefined;
  // With other hours or another word alone it is the way that stands.
  const isStanding = (one: Reached["contactsBefore"][number]): boolean =>
    state.contact !== null && one.isNotTheirs !== true && wayOf(one.contact) === wayOf(state.contact);
  const former = state.contactsBefore.filter((one) => one !== asked && !isStanding(one));
  return former.length === 0
    ? []
    : [
        {
          label: "Not any more",
          says: sayCount(former.length, "way that was said before", "ways that were said before"),
          lines: former.toReversed().map(({ contact, until, isUnread, again }) => ({
            label: `until ${sayMoment(until.happened)}`,
            says: `${wayOf(contact)} (${isUnread ? `named in an answer${until.by === "desk" ? " that nobody read" : ""}; ` : ""}${until.by === "desk" ? "an answer named another" : nameOf(until.by)})${again === undefined ? "" : `; named again in an answer ${sayMoment(again.happened)}: whoever wrote that has the seven words, and it stays struck`}`,
            isStruck: true,
          })),
        },
      ];
}
