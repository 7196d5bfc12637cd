import type { Kinds, Message } from "virtual:words/cy";
import { apart } from "./apart.ts";

/** What stands in the places of words. */
export interface Filling<Piece> {
  readonly values: readonly Piece[];
  /** What stands at the place of an element, around what is inside it. */
  around(place: number, inside: readonly (Piece | string)[]): Piece;
  /** The kind of a number in the language of the words: `one`, `other`, ... */
  kindOf(count: number): string;
}

/** The words with their values, piece by piece. No value turns the words around it. */
export function fill<Piece>(message: Message, filling: Filling<Piece>): (Piece | string)[] {
  if (typeof message === "string") return [message];
  return message.flatMap((part): (Piece | string)[] => {
    if (typeof part === "string") return [part];
    if (typeof part === "number") return filling.values.slice(part, part + 1).map(apart);
    const [place, inner] = part;
    if (isMessage(inner)) return [filling.around(place, fill(inner, filling))];
    const count = Number(filling.values[place]);
    return fill(inner[count] ?? inner[filling.kindOf(count)] ?? inner["other"] ?? "", filling);
  });
}

const isMessage = (inner: Message | Kinds): inner is Message => typeof inner === "string" || Array.isArray(inner);
