import type { LetterFields } from "@unmask/submission";

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

/** What she writes back: danger first, her words, and another way to reach her; blank is unsaid and changes nothing. */
export type AnswerDraft = Pick<LetterDraft, "danger" | "account" | "channel" | "address" | "hours" | "voicemail" | "codeWord">;

/** Nothing said yet. */
export const emptyAnswer: AnswerDraft = {
  danger: "unsaid",
  account: "",
  channel: "",
  address: "",
  hours: "",
  voicemail: "",
  codeWord: "",
};

/** What she has written for a letter, as an answer: with her seven words it goes to the report that they have. */
export function answerOf({ danger, account, wishes, channel, address, hours, voicemail, codeWord }: LetterDraft): AnswerDraft {
  const said = [account, wishes].filter((text) => text.trim() !== "").join("\n\n");
  return { danger, account: said, channel, address, hours, voicemail, codeWord };
}

/** The answer as it is said. Danger that she does not speak of is left out: it must not stand against what she said before. */
export function saidInAnswer(draft: AnswerDraft): LetterFields {
  return { ...(draft.danger !== "unsaid" && { danger: draft.danger }), ...lineOf("account", draft.account), ...contactIn(draft) };
}

/** Whether a letter would say nothing to whoever reads it. */
export function saysNothing(draft: LetterDraft): boolean {
  const { danger, account, wishes, name, place } = draft;
  return danger === "unsaid" && [account, wishes, name, place].every((text) => text.trim() === "") && !("contactBrief" in contactIn(draft));
}

/** The letter as it is said: what is blank is left out. Without a name it is anonymous. */
export function saidIn(draft: LetterDraft): LetterFields {
  const { danger, reporter, jurisdiction, referral } = draft;
  return {
    ...(reporter !== "" && { reporter }),
    ...(draft.name.trim() === "" && { anonymous: true }),
    danger,
    ...lineOf("account", draft.account),
    ...lineOf("name", draft.name),
    ...lineOf("wishes", draft.wishes),
    ...lineOf("language", draft.language),
    ...(referral !== "" && { referral: referral === "yes" }),
    ...(jurisdiction !== "" && { jurisdiction }),
    ...lineOf("place", draft.place),
    ...contactIn(draft),
  };
}

function contactIn({ channel, address, hours, voicemail, codeWord }: AnswerDraft): Pick<LetterFields, "contactBrief"> {
  const contactBrief = {
    ...lineOf("channel", channel),
    ...lineOf("address", address),
    ...lineOf("hours", hours),
    ...(voicemail !== "" && { voicemail: voicemail === "yes" }),
    ...lineOf("codeWord", codeWord),
  };
  return Object.keys(contactBrief).length > 0 ? { contactBrief } : {};
}

function lineOf<K extends string>(key: K, written: string): { readonly [P in K]?: string } {
  const line: { [P in K]?: string } = {};
  const text = written.trim();
  if (text !== "") line[key] = text;
  return line;
}
