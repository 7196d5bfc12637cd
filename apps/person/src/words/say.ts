import type { ReactElement, ReactNode } from "react";
import { Fragment, jsxs } from "react/jsx-runtime";
import { sayNumber } from "@unmask/words";
import { messages } from "virtual:words/en";
import { type Filling, fill } from "./message.ts";

/**
 * What the macros of Lingui become when the app is built (vite-catalogue.ts): nothing else calls these two. A number among the values is written as
 * everywhere in the app, 2,801 and not 2801.
 */

const rules = new Intl.PluralRules("en-GB");

/** Words as text, by their number in the catalogue. */
export function say(number: number, ...values: readonly (string | number)[]): string {
  return pieces(number, values, (_, inside) => inside.join("")).join("");
}

/** Words in the page, with elements in them. */
export function rich(number: number, elements: readonly Drawing[] = [], ...values: readonly ReactNode[]): ReactElement {
  return together(pieces(number, values, (place, inside) => elements[place]?.(together(inside))));
}

/** Draws an element around what is inside it. */
type Drawing = (inside: ReactNode) => ReactNode;

function pieces<Value>(number: number, values: readonly Value[], around: Filling<Value>["around"]): (Value | string)[] {
  const filled = fill(messages[number] ?? "", { values, around, kindOf: (count) => rules.select(count) });
  return filled.map((piece) => (typeof piece === "number" ? sayNumber(piece) : piece));
}

/** Pieces that stand still: none needs a name of its own. */
const together = (children: readonly ReactNode[]): ReactElement => jsxs(Fragment, { children });
