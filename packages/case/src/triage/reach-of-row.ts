import { withoutQuotationMarks } from "@unmask/words";
import type { Contact } from "../event/shapes.ts";
import {
  type StandingContact,
  contactToAskBy,
  hoursInWords,
  isContactUnread,
  ofAnotherWay,
  unreadAnswer,
  withoutCodeWord,
} from "../fold/contact-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { quoted, shortened } from "../shortened.ts";

/** How somebody in danger is reached, in a row: a telephone that rings where the person asked for a text can harm them. */

/** The way that counts: of the report in which danger was said, else the first of those read as one that says any. */
function wayTo(first: ReportState, members: readonly ReportState[]): ReportState {
  return [first, ...members].find(({ contact, contactRead }) => contact !== null || contactRead?.outcome === "none-left") ?? first;
}

const byChannel: Readonly<Record<NonNullable<Contact["channel"]>, string>> = {
  call: "Call now",
  text: "Reach them by text",
  email: "Reach them by email",
  mailbox: "Write to their mailbox",
  "in-person": "Reach them in person",
  "through-another": "Reach them through another person",
};

/** Whose report it is, in words: of several that are read as one, each person has a way of their own. */
export type Whose = (report: ReportState) => string;

/**
 * What is next while nobody is there: "Call now" only where a call is the way that was said, and to nobody who cannot speak; with `whose`, of several, whom: "Call now:
 * R-14, Ana Ames".
 */
export function reachNext(first: ReportState, members: readonly ReportState[], whose?: Whose): string {
  const to = mustReadFirst(first) ? first : wayTo(first, members);
  const step = stepTo(to);
  // Whose telephone it is, nobody knows: that of whoever can say only yes and no can be the other's number as well.
  const silent = step === byChannel.call ? [first, to].find(isOverheard) : undefined;
  const says = silent === undefined ? step : "Do not ring: they cannot speak freely. Say who goes";
  return whose === undefined ? says : `${says}: ${whose(silent ?? to)}`;
}

/** Who could not speak freely when they were asked, and of whom no officer has written since how they are reached. */
function isOverheard({ questions, contactRead }: ReportState): boolean {
  return contactRead === null && questions.some(isSpokenAround);
}

type Question = ReportState["questions"][number];

function isSpokenAround({ question, state, says }: Question): boolean {
  return question === "speak-freely" && state === "answered" && says !== undefined && says !== "Yes";
}

/** What they wrote since a way was said can be that it harms now; where none was said, whoever has read the words knows as much as is known. */
function mustReadFirst({ contact, contactRead, wroteSince, opened }: ReportState): boolean {
  return wroteSince.length > 0 && (contact === null && contactRead === null ? opened === null : true);
}

function stepTo(state: ReportState): string {
  const { contact, contactRead } = state;
  if (mustReadFirst(state)) return "Read what they wrote before you reach them";
  if (contact === null)
    return contactRead?.outcome === "none-left"
      ? "Do not ring: no way that was said is left. Say who goes"
      : "No way to reach them was said. Say who goes";
  if ((contact.channel === "call" || contact.channel === "text") && !hasNumber(contact)) return "No number was said. Say who goes";
  if (contact.channel !== undefined) return byChannel[contact.channel];
  return contact.way === undefined ? "Call now" : "Reach them as they said";
}

/** Six digits and more, as a number is said: in her own words it can stand where no address does. */
const number = /(?:\d[ ()/-]{0,2}){6}/;

/** Whoever is told to ring or text and has no number looks for one while the danger stands. */
function hasNumber({ address, way = "", said = [] }: StandingContact): boolean {
  return address !== undefined || [way, ...said.map(({ says }) => says)].some((one) => number.test(one));
}

/**
 * "Reach: text, Mon-Fri 09:00 to 15:30, never after.": the way with its hours, and no address; nothing where nothing was said. Of several that are
 * read as one each way has its person before it, the one that counts first.
 */
export function reachInWords(first: ReportState, members: readonly ReportState[], whose: Whose): readonly string[] {
  const to = wayTo(first, members);
  if (members.length === 1) return wayInWords(to, "");
  return [to, ...members.filter((one) => one !== to)].flatMap((one) => wayInWords(one, ` ${whose(one)}`));
}

function wayInWords(state: ReportState, who: string): readonly string[] {
  const { contact, wroteSince } = state;
  if (contact === null) return [];
  const way = shortWay(contact);
  if (isContactUnread(state)) {
    // Whoever has the seven words can have named it: it is no way to reach them before they were asked by the one before.
    const before = contactToAskBy(state);
    const by = before === undefined ? "" : shortWay(before.contact);
    return [
      `Reach${who}: ${way || "another way"} was named in an answer, and nobody knows yet whether it is theirs; ${by === "" ? "no way was named before it" : `ask by the one before it: ${by}`}.`,
    ];
  }
  return [
    ...(way === "" ? [] : [`Reach${who}: ${way}.`]),
    ...(wroteSince.length === 0 ? [] : ["What was written since is not read yet for how they are reached."]),
  ];
}

function shortWay(contact: StandingContact): string {
  const { channel, way, hours, inAnswer } = contact;
  const when = hoursInWords({
    ...contact,
    ...(hours !== undefined && { hours: shortened(hours) }),
    ...(inAnswer?.hours !== undefined && { inAnswer: { hours: shortened(inAnswer.hours) } }),
  });
  const says = [channel?.replaceAll("-", " ") ?? (way && quoted(way)), when];
  return says.filter((one) => one !== undefined && one !== "").join(", ");
}

/** "text only, 07700 900656, Mon-Fri 09:00 to 15:30; voicemail: no; say first: “Your books are in.”": all that was said, whole, for who is to do it; undefined where nothing was. */
export function reachInFull(state: ReportState): string | undefined {
  const { contact, contactRead, wroteSince } = state;
  if (contact === null) return contactRead?.outcome === "none-left" ? "do not ring: no way that was said is left" : undefined;
  if (isContactUnread(state)) {
    const before = contactToAskBy(state);
    const by = before === undefined ? "no way was named before it" : `ask by the one before it: ${wholeWay(before.contact)}`;
    return `not yet by ${wholeWay(withoutCodeWord(contact)) || "what an answer named"}, which an answer named: nobody knows whether it is theirs; ${by}`;
  }
  const all = [wholeWay(contact), wroteSince.length === 0 ? "" : "what was written since is not read yet for how they are reached"];
  return all.every((one) => one === "") ? undefined : all.filter((one) => one !== "").join("; ");
}

function wholeWay(contact: StandingContact): string {
  const { channel, way, address, voicemail, codeWord, ofAnother = [], inAnswer } = contact;
  const first = [
    channel === "text" ? "text only" : channel?.replaceAll("-", " "),
    way && `“${withoutQuotationMarks(way)}”`,
    address,
    hoursInWords(contact),
  ];
  const all = [
    first.filter((one) => one !== undefined && one !== "").join(", "),
    voicemail === undefined ? "" : `voicemail: ${voicemail}`,
    codeWord === undefined
      ? ""
      : `say first: “${withoutQuotationMarks(codeWord)}”${ofAnother.includes("codeWord") ? ` ${ofAnotherWay}` : ""}`,
    inAnswer?.codeWord === undefined ? "" : `say first: “${withoutQuotationMarks(inAnswer.codeWord)}”, ${unreadAnswer}`,
    inAnswer?.voicemail === undefined ? "" : `voicemail: ${inAnswer.voicemail}, ${unreadAnswer}`,
  ];
  return all.filter((one) => one !== "").join("; ");
}

/** What stands beside each letter and each way to write where an answer was not theirs. */
export const wordsOfAnother =
  "Somebody else has the seven words: what comes by them may not be theirs, and nothing goes to the mailbox that the other may not read.";

/** The same in a row, of several with whose mailbox it is. */
export function mailboxInWords(members: readonly ReportState[]): readonly string[] {
  return members
    .filter(({ notTheirs }) => notTheirs !== null)
    .map(({ report }) => (members.length > 1 ? `${report}: ${wordsOfAnother}` : wordsOfAnother));
}

/**
 * "Can speak freely: “Only yes and no”." and "Where the other person is: “in the house”.", as they were answered on the telephone: whoever rings
 * back, or goes, acts by them. Nothing where the person could speak, and of what was not asked.
 */
export function speaksInWords(members: readonly ReportState[], whose: Whose): readonly string[] {
  return members.flatMap((one) => {
    const by = members.length > 1 ? `${whose(one)}: ` : "";
    const said = one.questions.flatMap((each) => {
      const { question, state, says } = each;
      if (isSpokenAround(each)) return [`Can speak freely: ${quoted(says ?? "")}.`];
      return question === "where-now" && state === "answered" && says !== undefined ? [`Where the other person is: ${quoted(says)}.`] : [];
    });
    return said.length === 0 ? [] : [`${by}${said.join(" ")}`];
  });
}
