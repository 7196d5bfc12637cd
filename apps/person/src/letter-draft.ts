import type { LetterFields } from "@unmask/submission";

/** What she fills in for the letter, as it stands in the fields; blank is unsaid. */
export interface LetterDraft {
  readonly danger: "now" | "no" | "unsaid";
  readonly reporter: "self" | "another" | "witness";
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
  reporter: "self",
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

/** The letter as it is said: what is blank is left out. Without a name it is anonymous. */
export function saidIn(draft: LetterDraft): LetterFields {
  const { danger, reporter, jurisdiction, referral, voicemail } = draft;
  const contactBrief = {
    ...lineOf("channel", draft.channel),
    ...lineOf("address", draft.address),
    ...lineOf("hours", draft.hours),
    ...(voicemail !== "" && { voicemail: voicemail === "yes" }),
    ...lineOf("codeWord", draft.codeWord),
  };
  return {
    reporter,
    ...(draft.name.trim() === "" && { anonymous: true }),
    danger,
    ...lineOf("account", draft.account),
    ...lineOf("name", draft.name),
    ...lineOf("wishes", draft.wishes),
    ...lineOf("language", draft.language),
    ...(referral !== "" && { referral: referral === "yes" }),
    ...(jurisdiction !== "" && { jurisdiction }),
    ...lineOf("place", draft.place),
    ...(Object.keys(contactBrief).length > 0 && { contactBrief }),
  };
}

function lineOf<K extends string>(key: K, written: string): { readonly [P in K]?: string } {
  const line: { [P in K]?: string } = {};
  const text = written.trim();
  if (text !== "") line[key] = text;
  return line;
}
