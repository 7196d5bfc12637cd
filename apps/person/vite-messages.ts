import { type CompiledMessageToken, compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { Message, Part } from "virtual:words/cy";

/** The names of the values in English words, each with its place among what `say` is given. */
export function placesOf(words: string): ReadonlyMap<string, number> {
  const names = new Set<string>();
  const look = (tokens: readonly unknown[]): void => {
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      names.add(String(token[0]));
      for (const inner of Object.values<unknown>(Object(token[2]))) if (Array.isArray(inner)) look(inner);
    }
  };
  look(compileMessageOrThrow(words));
  return new Map([...names].map((name, place) => [name, place]));
}

/** Words in the syntax of ICU as what is read at run time. Throws where they do not fit the English: another value, a tag that is not closed. */
export function compile(words: string, places: ReadonlyMap<string, number>): Message {
  return compileTokens(compileMessageOrThrow(words), places, undefined);
}

const tag = /<(\/?)(\d+)(\/?)>/;

/** `hash`: what `#` stands for, within a plural. */
function compileTokens(tokens: readonly CompiledMessageToken[], places: ReadonlyMap<string, number>, hash: number | undefined): Message {
  const open: { readonly element: number; readonly parts: Part[] }[] = [{ element: -1, parts: [] }];
  const add = (part: Part): void => void open.at(-1)?.parts.push(part);
  for (const token of tokens) {
    if (token === "#" && hash !== undefined) add(hash);
    else if (typeof token === "string") {
      const pieces = token.split(tag);
      for (let i = 0; i < pieces.length; i += 4) {
        const [text = "", closing, element, alone] = pieces.slice(i, i + 4);
        if (text !== "") add(text);
        if (element === undefined) continue;
        if (closing === "/") {
          const closed = open.pop();
          if (closed?.element !== Number(element) || open.length === 0) throw new Error(`an element is not closed in “${String(token)}”`);
          add([closed.element, simplest(closed.parts)]);
        } else if (alone === "/") add([Number(element), ""]);
        else open.push({ element: Number(element), parts: [] });
      }
    } else {
      const place = places.get(token[0]);
      if (place === undefined) throw new Error(`the English has no {${token[0]}}`);
      if (token[1] === undefined) add(place);
      else if (token[1] === "plural") add([place, casesOf(token[2], places, place)]);
      else throw new Error(`nothing writes a value as “${token[1]}”`);
    }
  }
  const [whole, unclosed] = open;
  if (!whole || unclosed) throw new Error("an element is not closed");
  return simplest(whole.parts);
}

function casesOf(cases: unknown, places: ReadonlyMap<string, number>, hash: number): Readonly<Record<string, Message>> {
  return Object.fromEntries(
    Object.entries<unknown>(Object(cases)).flatMap(([name, tokens]) =>
      isTokens(tokens) ? [[name, compileTokens(tokens, places, hash)] as const] : [],
    ),
  );
}

const isTokens = (value: unknown): value is readonly CompiledMessageToken[] => Array.isArray(value);

function simplest(parts: readonly Part[]): Message {
  const [first, ...others] = parts;
  if (first === undefined) return "";
  return typeof first === "string" && others.length === 0 ? first : parts;
}
