import type { BodyOf, CaseEvent } from "../event.ts";
import type { Contact } from "../event/shapes.ts";
import { answerInWords } from "./answer-words.ts";
import { type At, atOf } from "./event-at.ts";
import { isSameAddress } from "./same-address.ts";

/**
 * How a person may be reached, and whether it may still be used. Words say so in more ways than a list of words knows, so none is looked for:
 * whatever the person wrote after the way was said stands against it until an officer has read it for that.
 */
export interface ContactState {
  /** The newest that was given; null: none was, or an officer read that none is left. */
  readonly contact: StandingContact | null;
  /** With which event it was given, by the person or by an officer. */
  readonly contactSince: At | null;
  /** What stood before, the oldest first, until which event. */
  readonly contactsBefore: readonly FormerContact[];
  /** What the person wrote since, and nobody has read for how they are reached; the oldest first. */
  readonly wroteSince: readonly WroteSince[];
  /** The newest reading of what the person wrote for it; null: none since the way was said. */
  readonly contactRead: (BodyOf<"contact-read"> & At) | null;
  /**
   * An officer wrote that a way which an answer named is not theirs: whoever wrote that answer has the seven words, reads the mailbox, and can have
   * written the others too. It holds for good: no word of a mailbox can be taken back from somebody. Null: nobody wrote it.
   */
  readonly notTheirs: At | null;
}

/** How somebody is reached as it stands now, with what was said before and goes on beside it. */
export interface StandingContact extends Contact {
  /** What of it was said of another way than this one: the hours of a mailbox are none of a telephone that others hear. */
  readonly ofAnother?: readonly CarriedOn[];
  /** What an answer said of the same way that no officer has read yet: it may give leave that is not theirs to give, or take it; told beside. */
  readonly inAnswer?: Pick<Contact, "hours" | "voicemail" | "codeWord">;
}

/** What goes on beside another way and is marked as said of the one before. */
type CarriedOn = "hours" | "codeWord";
const carriedOn: readonly CarriedOn[] = ["hours", "codeWord"];

/** A way that is not to be used any more. */
interface FormerContact {
  readonly contact: StandingContact;
  readonly since: At | null;
  readonly until: At;
  /** It came in an answer, and no officer read it for that before the next one came. */
  readonly isUnread?: true;
  /** An officer wrote that it is not theirs; and when an answer named it again last. It stays struck: whoever names it has the seven words. */
  readonly isNotTheirs?: true;
  readonly again?: At;
}

/** Something the person wrote after the way was said; without `says` it had no words. */
interface WroteSince extends At {
  readonly says?: string;
}

/** Nobody has said anything yet. */
export const noContact: ContactState = {
  contact: null,
  contactSince: null,
  contactsBefore: [],
  wroteSince: [],
  contactRead: null,
  notTheirs: null,
};

/** After something of hers came: a way in it takes the place of the one before; without one it stands against it. */
export function contactAfter<S extends ContactState>(state: S, event: CaseEvent): S {
  switch (event.kind) {
    case "report-received":
    case "report-typed":
      return event.body.contact === undefined ? state : withContact(state, event, event.body.contact);
    case "answer-received": {
      const { contact } = event.body;
      const says = answerInWords(event.body);
      const wrote: WroteSince = { ...atOf(event), ...(says !== undefined && { says }) };
      const wroteSince = [...state.wroteSince, wrote];
      if (contact === undefined) return { ...state, wroteSince };
      const notTheirs = state.contactsBefore.filter((one) => isNamedAgain(one, contact));
      if (state.contact !== null && isSameNumber(state.contact, contact))
        return { ...state, contact: besideAnswer(state.contact, contact), wroteSince };
      if (notTheirs.length === 0) return { ...withContact(state, event, andBefore(state, contact)), wroteSince };
      const again = (one: FormerContact): FormerContact => (notTheirs.includes(one) ? { ...one, again: atOf(event) } : one);
      return { ...state, wroteSince, contactsBefore: state.contactsBefore.map(again) };
    }
    case "contact-read":
      return afterReading(state, event, event.body);
    default:
      return state;
  }
}

function isNamedAgain({ isNotTheirs, contact: { address } }: FormerContact, named: Contact): boolean {
  return isNotTheirs === true && address !== undefined && named.address !== undefined && isSameAddress(address, named.address);
}

/** A way that an answer named, without the word to say first that was said of another: whoever named it would hear the word. */
export function withoutCodeWord(contact: StandingContact): StandingContact {
  if (contact.ofAnother?.includes("codeWord") !== true) return contact;
  const { codeWord: _, ...rest } = contact;
  return rest;
}

/** Whether the way came in an answer that no officer has read for it: whoever found the seven words writes such an answer too (THREATS.md). */
export function isContactUnread({ contactSince, wroteSince }: Pick<ContactState, "contactSince" | "wroteSince">): boolean {
  return wroteSince.some(({ number }) => number === contactSince?.number);
}

/** The way by which it is asked whether an answer that names another is theirs: the newest that came by more than the seven words. */
export function contactToAskBy({ contactsBefore }: Pick<ContactState, "contactsBefore">): FormerContact | undefined {
  return contactsBefore.findLast(({ isUnread }) => isUnread === undefined);
}

/**
 * What is left out changes nothing: no voicemail, the hours, the word to say first and all else that was said to keep from harm go on beside a new
 * way. Only a way and its address stand together: where either is named, neither of the old ones goes on. Leave to leave a message was given for
 * one number, and goes on to no other: who hears the messages there was not asked. Hours forbid and allow at once, so that those of another way go
 * on with that said of them: any hour of a mailbox is no leave to ring a house at three.
 */
function andBefore({ contact: before }: ContactState, contact: Contact): StandingContact {
  if (before === null) return contact;
  const namesWay = contact.channel !== undefined || contact.way !== undefined || contact.address !== undefined;
  const { ofAnother = [], inAnswer: ___, ...said } = before;
  const { channel: _, way: __, address, voicemail, ...details } = said;
  const isSameAddress = address !== undefined && address === contact.address;
  const holds = voicemail !== undefined && (voicemail === "no" || isSameAddress);
  const goesOn = namesWay ? { ...details, ...(holds && { voicemail }) } : said;
  const carried = carriedOn.filter((one) => said[one] !== undefined && contact[one] === undefined);
  const marked = namesWay && !isSameWay(before, contact) ? carried : carried.filter((one) => ofAnother.includes(one));
  return { ...goesOn, ...contact, ...(marked.length > 0 && { ofAnother: marked }) };
}

function isSameWay(before: Contact, { channel = before.channel, way = before.way, address }: Contact): boolean {
  return channel === before.channel && way === before.way && address === before.address;
}

/** Whether an answer names no other way and no other number than the one that stands: then it says more of that one, and strikes nothing. */
function isSameNumber(before: Contact, { channel = before.channel, way = before.way, address = before.address }: Contact): boolean {
  if (channel !== before.channel || way !== before.way) return false;
  return address === before.address || (address !== undefined && before.address !== undefined && isSameAddress(address, before.address));
}

/**
 * What takes leave away holds at once, whoever wrote it: no voicemail, and all that is never to be done. What can give leave (voicemail, hours, the
 * word to say first) stands beside what was said until an officer has read it.
 */
function besideAnswer(before: StandingContact, { hours, voicemail, codeWord, said = [] }: Contact): StandingContact {
  const forbids = voicemail !== undefined && voicemail !== "yes";
  const { voicemail: waiting, ...rest } = before.inAnswer ?? {};
  const inAnswer = {
    ...rest,
    ...(waiting !== undefined && !forbids && { voicemail: waiting }),
    ...(hours !== undefined && hours !== before.hours && { hours }),
    ...(voicemail === "yes" && before.voicemail !== "yes" && { voicemail }),
    ...(codeWord !== undefined && codeWord !== before.codeWord && { codeWord }),
  };
  const { inAnswer: _, ...kept } = before;
  const more = said.filter((one) => kept.said?.some(({ label, says }) => label === one.label && says === one.says) !== true);
  return {
    ...kept,
    ...(forbids && { voicemail }),
    ...(more.length > 0 && { said: [...(kept.said ?? []), ...more] }),
    ...(Object.keys(inAnswer).length > 0 && { inAnswer }),
  };
}

/** What an answer said of the way is theirs: it holds, and is said of this way. */
function takenIn({ inAnswer = {}, ...contact }: StandingContact): StandingContact {
  const { ofAnother = [], ...rest } = contact;
  const still = ofAnother.filter((one) => inAnswer[one] === undefined);
  return { ...rest, ...inAnswer, ...(still.length > 0 && { ofAnother: still }) };
}

/** "any (said of another way)", "any; never at night, in an answer that nobody has read: keep to both": the hours as they stand; undefined: none were said. */
export function hoursInWords({ hours, ofAnother, inAnswer }: StandingContact): string | undefined {
  const stands = ofAnother?.includes("hours") === true && hours !== undefined ? `${hours} ${ofAnotherWay}` : hours;
  if (inAnswer?.hours === undefined) return stands;
  return stands === undefined ? `${inAnswer.hours}, ${unreadAnswer}` : `${stands}; ${inAnswer.hours}, ${unreadAnswer}: keep to both`;
}

/** "in an answer that nobody has read". */
export const unreadAnswer = "in an answer that nobody has read";

/** "(said of another way)". */
export const ofAnotherWay = "(said of another way)";

function withContact<S extends ContactState>(state: S, event: CaseEvent, contact: StandingContact): S {
  return { ...struck(state, event), contact, contactSince: atOf(event), wroteSince: [], contactRead: null };
}

function afterReading<S extends ContactState>(state: S, event: CaseEvent, body: BodyOf<"contact-read">): S {
  const read = { contactRead: { ...body, ...atOf(event) }, wroteSince: state.wroteSince.filter(({ number }) => number > body.through) };
  if (body.outcome === "stands")
    return { ...state, ...read, contact: state.contact && (read.wroteSince.length > 0 ? state.contact : takenIn(state.contact)) };
  if (body.outcome === "former-stands") return { ...withFormer(state, event), ...read, notTheirs: atOf(event) };
  const contact = body.contact ? andBefore(state, body.contact) : null;
  return { ...struck(state, event), ...read, contact, contactSince: contact && atOf(event) };
}

/** The way that an answer named is not theirs: it is struck, and the one before it stands as if it had never come, with every word that it had. */
function withFormer<S extends ContactState>(state: S, event: CaseEvent): S {
  const former = contactToAskBy(state);
  if (former === undefined) return state;
  const next = struck(state, event);
  const { contact, since } = former;
  const contactsBefore = next.contactsBefore
    .filter((one) => one !== former)
    .map((one) => (state.contactsBefore.includes(one) ? one : { ...one, isNotTheirs: true as const }));
  return { ...next, contactsBefore, contact, contactSince: since };
}

/** What stood is kept with its dates and never used again. */
function struck<S extends ContactState>(state: S, event: CaseEvent): S {
  if (state.contact === null) return state;
  const isUnread = isContactUnread(state) && { isUnread: true as const };
  const former: FormerContact = { contact: state.contact, since: state.contactSince, until: atOf(event), ...isUnread };
  return { ...state, contactsBefore: [...state.contactsBefore, former] };
}
