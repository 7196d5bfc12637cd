import type { Message } from "virtual:words/cy";

/**
 * Words that are two fifths longer, as those of another language can be. Only a build of `--mode longer` has them, which the journeys make for
 * themselves: what people get never does. The English stands at the beginning, so that a button is found by its name.
 */
export const longerMode = "longer";

/** How much is added. */
const share = 0.4;

/** A compiled message with its own letters again behind it; the first of them stand on its last word. */
export function lengthened(message: Message): Message {
  const more = moreOf(textsIn(message));
  if (more === "") return message;
  return typeof message === "string" ? message + more : [...message, more];
}

/** Markup with longer words between its tags. */
export function lengthenedMarkup(markup: string): string {
  return markup.replaceAll(/(?<=>)[^<>]+(?=<)/g, (text) => text.trimEnd() + moreOf(text) + (/\s+$/.exec(text)?.[0] ?? ""));
}

function textsIn(message: Message): string {
  if (typeof message === "string") return message;
  return message
    .map((part) => {
      if (typeof part === "string") return part;
      if (typeof part === "number") return "";
      const [, inner] = part;
      return typeof inner === "string" || Array.isArray(inner) ? textsIn(inner) : Object.values(inner).map(textsIn).at(-1);
    })
    .join("");
}

function moreOf(text: string): string {
  const letters = text.replaceAll(/&\w+;|[^\p{L} ]/gu, "").trim();
  return letters.slice(0, Math.ceil(letters.length * share));
}
