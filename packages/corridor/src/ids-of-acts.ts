import type { ActId, Cover, Statement, Timeline, TimelineAct } from "@unmask/core";
import { placeOf } from "@unmask/importers";

/**
 * What she says of a single act is found by its id, and an act has several: each export of another make gives it one of its own (docs/formats/act.md,
 * 8.1), and one that goes without a name has another. Which leads depends on the files that are there, so that a stop stated while she had one export
 * would be gone on the day on which she adds the other. Everything she says is put under the id that leads, once, before anything is asked.
 */
export type IdNow = (id: ActId) => ActId;

/** Makes a question: under which id does an act of a timeline lead? An id that leads an act itself means that act, whoever else has it too. */
export function leadIds({ acts }: Pick<Timeline, "acts">): IdNow {
  const now = new Map<ActId, ActId>();
  for (const { id, alsoIds = [] } of acts) for (const one of alsoIds) if (!now.has(one)) now.set(one, id);
  if (now.size > 0) for (const { id } of acts) now.delete(id);
  return (id) => now.get(id) ?? id;
}

/** Makes a question: under which id does an act go? An id is made of what stands in the copy, and the record that led may stay behind. */
export function idsNow(acts: readonly TimelineAct[], wasAt: ReadonlyMap<string, TimelineAct>): IdNow {
  const now = new Map<ActId, ActId>();
  for (const { id, source } of acts) {
    const was = wasAt.get(placeOf(source));
    for (const one of was ? [was.id, ...(was.alsoIds ?? [])] : []) if (one !== id) now.set(one, id);
  }
  return (id) => now.get(id) ?? id;
}

/** The acts of a timeline by their places, each place of a merged act. */
export function actsByPlace({ acts }: Pick<Timeline, "acts">): ReadonlyMap<string, TimelineAct> {
  return new Map(acts.flatMap((act) => act.sources.map((span) => [placeOf(span), act] as const)));
}

/** What she says of single acts goes with them. What she said of one act under two of its ids stands once, as she said it first. */
export function withIdsNow(statement: Statement, idNow: IdNow): Statement {
  const { marks, notThis, agreed, stops, ...rest } = statement;
  return {
    ...rest,
    stops: oneOfEach(
      stops.map((stop) => ("act" in stop ? { ...stop, act: idNow(stop.act) } : stop)),
      (stop) => ("act" in stop ? `${stop.kind} ${stop.act}` : undefined),
    ),
    ...(marks && {
      marks: oneOfEach(
        marks.map((mark) => ({ ...mark, act: idNow(mark.act) })),
        ({ act }) => act,
      ),
    }),
    ...(notThis && {
      notThis: oneOfEach(
        notThis.map((one) => ({ ...one, act: idNow(one.act) })),
        ({ act, finding }) => `${act} ${finding ?? ""}`,
      ),
    }),
    ...(agreed && {
      agreed: agreed.map(({ acts, except, ...one }) => ({
        ...one,
        ...(acts && { acts: [...new Set(acts.map(idNow))] }),
        ...(except && { except: [...new Set(except.map(idNow))] }),
      })),
    }),
  };
}

/** What she feared of single acts goes with them. */
export function withFearedNow(cover: Cover, idNow: IdNow): Cover {
  const { feared } = cover;
  if (feared === undefined || typeof feared === "string") return cover;
  return {
    ...cover,
    feared: oneOfEach(
      feared.map((one) => ("act" in one ? { ...one, act: idNow(one.act) } : one)),
      (one) => ("act" in one ? one.act : undefined),
    ),
  };
}

/** Acts of which she said two things that cannot both be, under two of their ids: the first holds, and she is told. */
export function saidTwice({ marks = [] }: Pick<Statement, "marks">, cover: Cover | undefined, idNow: IdNow): readonly ActId[] {
  const feared = Array.isArray(cover?.feared)
    ? cover.feared.flatMap((one) => ("act" in one ? [{ act: one.act, says: one.answer }] : []))
    : [];
  const all = [marks.map(({ act, whose }) => ({ act, says: whose })), feared];
  return all.flatMap((list) => {
    const first = new Map<ActId, string>();
    return list.flatMap(({ act, says }): readonly ActId[] => {
      const known = first.get(idNow(act));
      if (known === undefined) first.set(idNow(act), says);
      return known === undefined || known === says ? [] : [act];
    });
  });
}

/** What has the same key stands once; what has none stays. */
function oneOfEach<T>(list: readonly T[], keyOf: (one: T) => string | undefined): readonly T[] {
  const seen = new Set<string>();
  return list.filter((one) => {
    const key = keyOf(one);
    return key === undefined || seen.size !== seen.add(key).size;
  });
}
