import { type NameRedactor, type Persona, type Statement, normalName } from "@unmask/core";
import type { Rules } from "./what-stays-behind.ts";

/**
 * Whoever is left out is named nowhere, in whatever spelling; a time of which nothing goes is one without a record. A name that has theirs in it is
 * somebody else's and stays: that it stands there is told.
 */
export function statementWithout(statement: Statement, { people, times }: Rules, leftOutNames: NameRedactor | undefined): Statement {
  const isOut = (written: string, normals: Iterable<string>): boolean =>
    leftOutNames?.isName(written) || [...normals].some((one) => people.some((person) => person.normals.has(one)));
  const { perhaps, others, oneGroup, twoChats, agreed, gaps = [], ...rest } = statement;
  const together = (lists: readonly (readonly string[])[] = []): readonly (readonly string[])[] =>
    lists.map((names) => names.filter((name) => !isOut(name, [normalName(name)]))).filter(({ length }) => length > 1);
  const without = (persona: Persona | undefined): Persona | undefined => {
    if (persona?.normalsByName === undefined) return persona && !isOut(persona.label, persona.normals) ? persona : undefined;
    const names = [...persona.normalsByName].filter(([name, normals]) => !isOut(name, normals));
    if (names.length === 0) return undefined;
    return { ...persona, normals: new Set(names.flatMap(([, normals]) => normals)), normalsByName: new Map(names) };
  };
  const [persona, other] = [without(perhaps), without(others)];
  const more = times.flatMap(({ from, until }) =>
    "hour" in from || "hour" in until ? [] : [{ from, until, says: "left out of this pack" }],
  );
  const rules = agreed?.filter(({ person }) => person === undefined || !isOut(person.label, person.normals));
  return {
    ...rest,
    ...(persona && { perhaps: persona }),
    ...(other && { others: other }),
    ...(oneGroup && { oneGroup: together(oneGroup) }),
    ...(twoChats && { twoChats: together(twoChats) }),
    ...(rules && { agreed: rules }),
    ...(gaps.length + more.length > 0 && { gaps: [...gaps, ...more] }),
  };
}
