import { type Persona, normalName } from "@unmask/core";
import { parseIdentity } from "./identity.ts";

/**
 * The identities that she says are one, from words as she writes them: a word can be a number, an address, a handle or a name, so it counts
 * as each of the forms it can have. `others` are normal forms that belong to the persona besides.
 */
export function personaOf(
  label: string,
  words: readonly string[],
  { country, others = [] }: { country: string; others?: readonly string[] },
): Persona {
  return { label, normals: new Set([...others, ...words.flatMap((word) => [parseIdentity(word, country).normal, normalName(word)])]) };
}
