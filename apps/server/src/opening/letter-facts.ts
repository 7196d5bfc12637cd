import { type BodyOf, type Contact, instantOfMinute, longestName, longestWords } from "@unmask/case";
import { isBlank, minuteToText } from "@unmask/core";
import type { Letter } from "@unmask/submission";
import { contactOfSheet } from "./sheet-words.ts";
import { coverTold } from "./cover-words.ts";

/** What an opened letter says, in the words of the events (docs/formats/case-event.md). The letter itself is kept whole beside them. */

type PackFault = NonNullable<BodyOf<"pack-opened">["reason"]>;

/** What a letter's mailbox says of it. */
export interface LetterStanding {
  /** It came as an answer, and no report has its mailbox. */
  readonly isStray: boolean;
  /** Its mailbox was named by another before, under another key. */
  readonly isOfAnother: boolean;
}

/** The body of `report-received`. */
export function receivedOf(letter: Letter, { isStray, isOfAnother }: LetterStanding): BodyOf<"report-received"> {
  const { reporter = "unsaid", anonymous = false, name } = letter;
  return {
    letter: letter.letter,
    who: { reporter, about: "not-known", ...some("name", name, longestName) },
    anonymous,
    danger: dangerOf(letter),
    packs: letter.packs.length,
    ...some("account", letter.account, longestWords),
    ...saidBeside(letter),
    ...withContact(letter),
    ...coverTold(letter.cover, letter.written),
    ...(isStray && { answerTo: "not-known" as const }),
    ...(isOfAnother && { mailbox: "of-another" as const }),
    ...(letter.handedOn && {
      handedOn: { force: letter.handedOn.force, name: letter.handedOn.name, reference: letter.handedOn.reference },
    }),
    ...writtenBefore(letter),
  };
}

/** The body of `answer-received`. */
export function answeredOf(letter: Letter): BodyOf<"answer-received"> {
  const { reporter } = letter;
  return {
    letter: letter.letter,
    danger: dangerOf(letter),
    packs: letter.packs.length,
    ...some("account", letter.account, longestWords),
    ...some("name", letter.name, longestName),
    ...(reporter !== undefined && { reporter }),
    ...saidBeside(letter),
    ...withContact(letter),
    ...coverTold(letter.cover, letter.written),
    ...writtenBefore(letter),
  };
}

/** What was handed on came long after it was written: "not in danger at this moment" is of that minute. A clock of no year that we know says nothing. */
function writtenBefore({ handedOn, written }: Letter): { readonly written?: string } {
  const minute = minuteToText(written);
  return handedOn === undefined || instantOfMinute(minute) === undefined ? {} : { written: minute };
}

/** The body of `report-received` for a letter that did not open: nothing is known but that it came, and why it did not. */
export function unreadLetter(letter: string, fault: PackFault): BodyOf<"report-received"> {
  return { letter, who: { reporter: "unsaid", about: "not-known" }, anonymous: true, danger: "unsaid", packs: 0, fault };
}

/** What a letter of either kind says beside its account. */
function saidBeside({ wishes, language, referral, jurisdiction, place }: Letter): SaidBeside {
  return {
    ...some("wishes", wishes, longestWords),
    ...some("language", language, longestName),
    ...(typeof referral === "boolean" && { referral: referral ? ("yes" as const) : ("no" as const) }),
    ...(jurisdiction && { jurisdiction }),
    ...some("place", place, longestName),
  };
}
type SaidBeside = Pick<BodyOf<"answer-received">, "wishes" | "language" | "referral" | "jurisdiction" | "place">;

function dangerOf({ danger, cover }: Letter): "now" | "no" | "unsaid" {
  const answer = cover?.danger?.answer;
  return danger ?? (answer === "yes" ? "now" : answer === "no" ? "no" : "unsaid");
}

function withContact(letter: Letter): { readonly contact?: Contact } {
  const contact = letter.contactBrief ? ofBrief(letter.contactBrief) : letter.contact ? contactOfSheet(letter.contact) : {};
  return Object.keys(contact).length === 0 ? {} : { contact };
}

/** Ways as people write them. */
const channelByWord: ReadonlyMap<string, NonNullable<Contact["channel"]>> = new Map([
  ["call", "call"],
  ["phone", "call"],
  ["telephone", "call"],
  ["text", "text"],
  ["sms", "text"],
  ["e-mail", "email"],
  ["email", "email"],
  ["mailbox", "mailbox"],
  ["in-person", "in-person"],
  ["in person", "in-person"],
  ["through-another", "through-another"],
]);

function ofBrief({ channel, address, hours, voicemail, codeWord }: NonNullable<Letter["contactBrief"]>): Contact {
  const way = channelByWord.get(channel?.trim().toLowerCase() ?? "");
  return {
    ...(way ? { channel: way } : some("way", channel, longestName)),
    ...some("address", address, longestName),
    ...some("hours", hours, longestName),
    ...(typeof voicemail === "boolean" ? { voicemail: voicemail ? "yes" : "no" } : some("voicemail", voicemail, longestName)),
    ...some("codeWord", codeWord, longestName),
  };
}

/** The text under its key, cut to what an event takes; nothing where it is absent or blank. */
function some<K extends string>(key: K, written: string | undefined, longest: number): { readonly [P in K]?: string } {
  if (written === undefined || isBlank(written)) return {};
  const value = written.length <= longest ? written : `${written.slice(0, longest - 1)}…`;
  const one: { [P in K]?: string } = {};
  Object.assign(one, { [key]: value });
  return one;
}
