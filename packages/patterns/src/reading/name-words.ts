import { type Persona, normalName } from "@unmask/core";

/** A number that an app gave an account: “user” is in every such one. */
const accountNumber = /^(?:telegram:|user)\d+$/i;

/** The names that she stated of a person, as she wrote them where that is known, each with its words. An address or an account number is no name. */
export function wordsByName({ label, normals, normalsByName }: Persona): readonly (readonly [string, ReadonlySet<string>])[] {
  const names = new Set([label, ...(normalsByName?.keys() ?? normals)]);
  return [...names].filter((name) => !name.includes("@") && !accountNumber.test(name)).map((name) => [name, wordsOf(name)] as const);
}

/** The words of a name, compared without capitals, digits and points. */
export function wordsOf(name: string): ReadonlySet<string> {
  return new Set(normalName(name).match(/[\p{L}\p{M}]+/gu));
}

/** One has every word of the other. */
export function isPart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [less, more] = a.size <= b.size ? [a, b] : [b, a];
  return less.size > 0 && [...less].every((word) => more.has(word));
}
