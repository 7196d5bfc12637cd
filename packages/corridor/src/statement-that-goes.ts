import type { ActId, Persona, Statement, TimelineAct } from "@unmask/core";
import { placeOf } from "@unmask/importers";
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

/** Makes a question: under which id does an act go? An id is made of what stands in the copy. */
export function idsNow(acts: readonly TimelineAct[], wasAt: ReadonlyMap<string, TimelineAct>): (id: ActId) => ActId {
  const now = new Map<ActId, ActId>();
  for (const { id, alsoIds = [], source } of acts) {
    const was = wasAt.get(placeOf(source));
    for (const one of was ? [was.id, ...(was.alsoIds ?? [])] : []) if (one !== id && !alsoIds.includes(one)) now.set(one, id);
  }
  return (id) => now.get(id) ?? id;
}

/** What she says of single acts goes with them. */
export function withIdsNow(statement: Statement, idNow: (id: ActId) => ActId): Statement {
  const { marks, notThis, agreed, stops, ...rest } = statement;
  const named = <T extends { readonly act: ActId }>(one: T): T => ({ ...one, act: idNow(one.act) });
  return {
    ...rest,
    stops: stops.map((stop) => ("act" in stop ? named(stop) : stop)),
    ...(marks && { marks: marks.map(named) }),
    ...(notThis && { notThis: notThis.map(named) }),
    ...(agreed && { agreed: agreed.map((one) => (one.acts ? { ...one, acts: one.acts.map(idNow) } : one)) }),
  };
}
