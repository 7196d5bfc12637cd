import type { ReactElement, ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { sayNumber } from "@unmask/words";
import type { Message } from "virtual:words/cy";
import { keyOf } from "./key.ts";
import { type Filling, fill } from "./message.ts";

/**
 * What the macros of Lingui become when the app is built (vite-catalogue.ts): nothing else calls `say` and `rich`. A number among the values is written as
 * everywhere in the app, 2,801 and not 2801.
 */

interface Language {
  readonly messages: Readonly<Record<number, Message>>;
  readonly rules: Intl.PluralRules;
}

const englishRules = new Intl.PluralRules("en-GB");

/** What the page has beside English, and whether the screen that is shown is said in it. */
let other: Language | undefined;
let isOther = false;
/** The English of what was said as text on this screen. */
const englishBySaid = new Map<string, string>();

/** Fetches the words of the page's language, as HTML names it, where they are others than English. */
export async function bringWords(language: string): Promise<void> {
  if (language !== "cy") return;
  const { messages } = await import("virtual:words/cy");
  other = { messages, rules: new Intl.PluralRules("cy") };
}

/**
 * A screen begins: `isTranslated` where its words are in the other languages too. Gives the language that it is said in, as HTML names it; a screen
 * is said in one.
 */
export function sayScreen(isTranslated: boolean): "en-GB" | "cy" {
  isOther = isTranslated && other !== undefined;
  englishBySaid.clear();
  return isOther ? "cy" : "en-GB";
}

/** The English of a text that was said on this screen; undefined where it was said in English. */
export function englishOf(said: string): string | undefined {
  return englishBySaid.get(said);
}

/** Words as text. */
export function say(words: Message, ...values: readonly (string | number)[]): string {
  const around = (_: number, inside: readonly (string | number)[]): string => inside.join("");
  const inOther = otherOf(words);
  if (!inOther) return pieces(words, { values, around }).join("");
  const said = pieces(inOther.message, { values, around }, inOther.rules).join("");
  englishBySaid.set(said, pieces(words, { values: values.map(asEnglish), around }).join(""));
  return said;
}

/** Words in the page, with elements in them; where they are not English, the English beside them. */
export function rich(words: Message, elements: readonly Drawing[] = [], ...values: readonly ReactNode[]): ReactElement {
  const around = (place: number, inside: readonly ReactNode[]): ReactNode => elements[place]?.(together(inside));
  const inOther = otherOf(words);
  if (!inOther) return together(pieces(words, { values, around }));
  const drawn = pieces(inOther.message, { values, around }, inOther.rules);
  const same = pieces(words, { values: values.map(asEnglish), around });
  return together([...drawn, " ", jsx("span", { className: "beside", lang: "en-GB", children: together(same) })]);
}

/** Draws an element around what is inside it. */
type Drawing = (inside: ReactNode) => ReactNode;

/** A value that was said itself, in English. */
function asEnglish<Value>(value: Value): Value | string {
  return typeof value === "string" ? (englishOf(value) ?? value) : value;
}

/** The words in the other language; undefined where they are said in English. */
function otherOf(words: Message): { readonly message: Message; readonly rules: Intl.PluralRules } | undefined {
  if (!isOther || !other) return undefined;
  const message = other.messages[keyOf(words)];
  return message === undefined ? undefined : { message, rules: other.rules };
}

function pieces<Value>(message: Message, filling: Omit<Filling<Value>, "kindOf">, rules = englishRules): (Value | string)[] {
  const filled = fill(message, { ...filling, kindOf: (count) => rules.select(count) });
  return filled.map((piece) => (typeof piece === "number" ? sayNumber(piece) : piece));
}

/** Pieces that stand still: none needs a name of its own. */
const together = (children: readonly ReactNode[]): ReactElement => jsxs(Fragment, { children });
