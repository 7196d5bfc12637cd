import { normalForm } from "./normal-form.ts";

/** What shows nothing on a page: blanks, controls, and what Unicode lets a program leave undrawn; U+2800 is drawn as a blank by custom. */
const unseen = /[\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether nothing of a text can be seen: a text of U+200B alone is as blank as an empty one, and would pass for an answer. */
export function isBlank(text: string): boolean {
  return text.replace(unseen, "") === "";
}

/** A text as an ear hears it: without case, blanks, punctuation and what cannot be seen. Two that are equal cannot be told apart when spoken. */
export function asHeard(text: string): string {
  return normalForm(text, "NFKC").replace(unseen, "").replace(/\p{P}/gu, "").toLowerCase();
}
