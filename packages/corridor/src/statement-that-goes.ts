import type { Persona, Statement } from "@unmask/core";
import type { Rules } from "./what-stays-behind.ts";

/** Whoever is left out is named nowhere; a time of which nothing goes is one without a record. */
export function statementWithout(statement: Statement, { people, times }: Rules): Statement {
  const isOut = (normals: Iterable<string>): boolean => [...normals].some((one) => people.some((person) => person.normals.has(one)));
  const { perhaps, agreed, gaps = [], ...rest } = statement;
  const names = [...(perhaps?.normalsByName ?? [])].filter(([, normals]) => !isOut(normals));
  const left = perhaps?.normalsByName === undefined ? (perhaps && !isOut(perhaps.normals) ? perhaps : undefined) : undefined;
  const persona: Persona | undefined =
    perhaps && names.length > 0
      ? { ...perhaps, normals: new Set(names.flatMap(([, normals]) => normals)), normalsByName: new Map(names) }
      : left;
  const more = times.flatMap(({ from, until }) =>
    "hour" in from || "hour" in until ? [] : [{ from, until, says: "left out of this pack" }],
  );
  const rules = agreed?.filter(({ person }) => person === undefined || !isOut(person.normals));
  return {
    ...rest,
    ...(persona && { perhaps: persona }),
    ...(rules && { agreed: rules }),
    ...(gaps.length + more.length > 0 && { gaps: [...gaps, ...more] }),
  };
}
