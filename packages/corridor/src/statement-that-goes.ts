import type { NameRedactor, Persona, Statement } from "@unmask/core";
import type { Rules } from "./what-stays-behind.ts";

/**
 * Whoever is left out is named nowhere, in whatever spelling; a time of which nothing goes is one without a record. A name that has theirs in it is
 * somebody else's and stays: that it stands there is told.
 */
export function statementWithout(statement: Statement, { people, times }: Rules, leftOutNames: NameRedactor | undefined): Statement {
  const isOut = (written: string, normals: Iterable<string>): boolean =>
    leftOutNames?.isName(written) || [...normals].some((one) => people.some((person) => person.normals.has(one)));
  const { perhaps, agreed, gaps = [], ...rest } = statement;
  const names = [...(perhaps?.normalsByName ?? [])].filter(([name, normals]) => !isOut(name, normals));
  const left = perhaps?.normalsByName === undefined ? (perhaps && !isOut(perhaps.label, perhaps.normals) ? perhaps : undefined) : undefined;
  const persona: Persona | undefined =
    perhaps && names.length > 0
      ? { ...perhaps, normals: new Set(names.flatMap(([, normals]) => normals)), normalsByName: new Map(names) }
      : left;
  const more = times.flatMap(({ from, until }) =>
    "hour" in from || "hour" in until ? [] : [{ from, until, says: "left out of this pack" }],
  );
  const rules = agreed?.filter(({ person }) => person === undefined || !isOut(person.label, person.normals));
  return {
    ...rest,
    ...(persona && { perhaps: persona }),
    ...(rules && { agreed: rules }),
    ...(gaps.length + more.length > 0 && { gaps: [...gaps, ...more] }),
  };
}
