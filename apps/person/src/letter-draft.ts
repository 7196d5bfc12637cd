import { isBlank, isPlainText } from "@unmask/core";
import type { LetterFields } from "@unmask/submission";
import { sayCount } from "@unmask/words";
import { objectIn, oneOf } from "./sealed-text.ts";

/** What she fills in for the letter, as it stands in the fields; blank is unsaid. */
export interface LetterDraft {
  readonly danger: "now" | "no" | "unsaid";
  readonly reporter: "" | "self" | "another" | "witness";
  readonly account: string;
  readonly wishes: string;
  readonly name: string;
  readonly language: string;
  readonly place: string;
  readonly jurisdiction: "" | "EW" | "NI" | "SCO";
  readonly referral: "" | "yes" | "no";
  readonly channel: string;
  readonly address: string;
  readonly hours: string;
  readonly voicemail: "" | "yes" | "no";
  readonly codeWord: string;
}

/** As a text, to be sealed when her notes lock; undefined where nothing is said. */
export function letterToText(letter: LetterDraft): string | undefined {
  return JSON.stringify(letter) === JSON.stringify(emptyLetter) ? undefined : JSON.stringify({ of: "letter", ...letter });
}

/** The letter in a text that was sealed; what is no answer in it is left unsaid. Undefined where it is no letter. */
export function letterFromText(text: string): LetterDraft | undefined {
  const read = objectIn(text);
  if (read?.["of"] !== "letter") return undefined;
  const said = (key: keyof LetterDraft): string => {
    const value = read[key];
    return typeof value === "string" ? value : "";
  };
  return {
    danger: oneOf(["unsaid", "now", "no"], read["danger"]),
    reporter: oneOf(["", "self", "another", "witness"], read["reporter"]),
    account: said("account"),
    wishes: said("wishes"),
    name: said("name"),
    language: said("language"),
    place: said("place"),
    jurisdiction: oneOf(["", "EW", "NI", "SCO"], read["jurisdiction"]),
    referral: oneOf(["", "yes", "no"], read["referral"]),
    channel: said("channel"),
    address: said("address"),
    hours: said("hours"),
    voicemail: oneOf(["", "yes", "no"], read["voicemail"]),
    codeWord: said("codeWord"),
  };
}

/** Nothing said yet. */
export const emptyLetter: LetterDraft = {
  danger: "unsaid",
  reporter: "",
  account: "",
  wishes: "",
  name: "",
  language: "",
  place: "",
  jurisdiction: "",
  referral: "",
  channel: "",
  address: "",
  hours: "",
  voicemail: "",
  codeWord: "",
};

/** What she writes by hand, in the order in which it is asked, as it is named where it cannot go. */
const writtenFields = [
  ["account", "What you say"],
  ["wishes", "What you want"],
  ["name", "Your name"],
  ["language", "The language"],
  ["place", "Where it happens"],
  ["channel", "By which way"],
  ["address", "Number or address"],
  ["hours", "When"],
  ["codeWord", "The word that they say first"],
] as const;

/** A field that she writes in. */
export type WrittenField = (typeof writtenFields)[number][0];

/** UTF-16 units of a line, and of the two fields that may be longer: as many as a force reads (docs/formats/submission.md). */
const longestLine = 300;
const longest: { readonly [field in WrittenField]?: number } = { account: 100_000, wishes: 4_000 };

/** Bytes of all that she says: the largest letter, without what goes along in it of itself (mailbox, pack, ids), which is under a thousand. */
const mostBytes = 256 * 1024 - 2_048;

/** Why what she wrote in a field cannot go, with what to do; undefined: it can. */
export function faultIn(field: WrittenField, draft: LetterDraft): string | undefined {
  const written = draft[field].trim();
  const over = Math.max(written.length - (longest[field] ?? longestLine), field === "account" ? overAsBytes(draft) : 0);
  if (over > 0) return `${sayCount(over, "character")} too long: shorten it.`;
  return isPlainText(written) ? undefined : "It holds signs that are no text: write it anew.";
}

/** By how many letters of hers what happened has to be shorter, so that the whole letter can go: a letter of many scripts takes three bytes. */
function overAsBytes(draft: LetterDraft): number {
  const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
  const account = draft.account.trim();
  return Math.ceil(((bytesOf(saidIn(draft)) - mostBytes) * account.length) / bytesOf(account));
}

/** Which field cannot go as it is, and why. */
export function faultOf(draft: LetterDraft): string | undefined {
  for (const [field, name] of writtenFields) {
    const fault = faultIn(field, draft);
    if (fault !== undefined) return `${name}: ${fault}`;
  }
  return undefined;
}

/** An answer as it is said. Danger that she does not speak of is left out: it must not stand against what she said before. */
export function saidInAnswer(draft: LetterDraft): LetterFields {
  return { ...(draft.danger !== "unsaid" && { danger: draft.danger }), ...saidBesides(draft) };
}

/** Whether a letter would say nothing to whoever reads it. */
export function saysNothing(draft: LetterDraft): boolean {
  const { danger, account, wishes, name, place } = draft;
  return danger === "unsaid" && [account, wishes, name, place].every(isBlank) && !("contactBrief" in contactIn(draft));
}

/** All that went in an answer, a line for each: she sees whether danger, a way to reach her and the pack went with her words. */
export function sayWritten(draft: LetterDraft, hasPack: boolean): string {
  const { danger, account, wishes, name, language, place } = draft;
  const lines = [
    danger === "now" && "You are in danger now.",
    danger === "no" && "You are not in danger at this moment.",
    account.trim(),
    wishes.trim(),
    inOneLine([name, language, place]),
    draft.reporter + draft.jurisdiction + draft.referral && "What you chose besides.",
    sayReach(draft),
    hasPack && "A pack.",
  ];
  return lines.filter(Boolean).join("\n");
}

/** How they can reach her; empty where she has not said. */
export function sayReach({ channel, address, hours, voicemail, codeWord }: LetterDraft): string {
  return inOneLine([channel && `By ${channel}`, address, hours, voicemail === "yes" ? "voicemail" : voicemail && "no voicemail", codeWord]);
}

function inOneLine(parts: readonly string[]): string {
  const said = parts.filter((part) => !isBlank(part)).join(", ");
  return said && `${said}.`;
}

/** The letter as it is said: what is blank is left out. Who gives no name here asks for nothing by it. */
export function saidIn(draft: LetterDraft): LetterFields {
  return { danger: draft.danger, ...saidBesides(draft) };
}

function saidBesides(draft: LetterDraft): LetterFields {
  const { reporter, jurisdiction, referral } = draft;
  return {
    ...(reporter !== "" && { reporter }),
    ...textOf("account", draft.account),
    ...lineOf("name", draft.name),
    ...textOf("wishes", draft.wishes),
    ...lineOf("language", draft.language),
    ...(referral !== "" && { referral: referral === "yes" }),
    ...(jurisdiction !== "" && { jurisdiction }),
    ...lineOf("place", draft.place),
    ...contactIn(draft),
  };
}

function contactIn({ channel, address, hours, voicemail, codeWord }: LetterDraft): Pick<LetterFields, "contactBrief"> {
  const contactBrief = {
    ...lineOf("channel", channel),
    ...lineOf("address", address),
    ...lineOf("hours", hours),
    ...(voicemail !== "" && { voicemail: voicemail === "yes" }),
    ...lineOf("codeWord", codeWord),
  };
  return Object.keys(contactBrief).length > 0 ? { contactBrief } : {};
}

/** A line: a tab or a line break that came with what she pasted is a space. */
function lineOf<K extends string>(key: K, written: string): { readonly [P in K]?: string } {
  return textOf(key, written.replace(/\s/g, " "));
}

function textOf<K extends string>(key: K, written: string): { readonly [P in K]?: string } {
  const line: { [P in K]?: string } = {};
  // Signs that nobody sees, which a phone's keyboard or a copy leaves, are no word of hers.
  if (!isBlank(written)) line[key] = written.trim();
  return line;
}
