import type { ActId } from "./act.ts";
import { createAgreed, createHeldFromRules } from "./agreed.ts";
import type { Identity, Persona } from "./identity.ts";
import { findSameChats } from "./same-chats.ts";
import { isNamedAsOne } from "./same-groups.ts";
import type { Statement } from "./statement.ts";
import type { TimelineAct } from "./timeline-act.ts";
import type { Timeline } from "./timeline.ts";
import { createSide, isOf } from "./whose.ts";

/** What a statement names and no file holds. */
export interface Stray {
  /** Her spellings by which no act is, in the order of the statement. */
  readonly names: readonly string[];
  /** Acts that stand nowhere in the timeline, each once. */
  readonly acts: readonly ActId[];
  /** Her words for each rule of agreed contact that no act between the two of them fits. */
  readonly rules: readonly string[];
  /** Names of one group or chat, as she states it, of which no two are groups that hold the same messages, or chats that were made one. */
  readonly groups: readonly (readonly string[])[];
  /** The same of names that she states as those of two, where no two hold the same messages. */
  readonly two: readonly (readonly string[])[];
}

/** Finds what of a statement stands in no file, so that it can be told and never passes without a word. */
export function strayOf(timeline: Pick<Timeline, "acts" | "sameGroups">, statement: Statement): Stray {
  const { acts } = timeline;
  const { me, them, perhaps, agreed = [] } = statement;
  const missingActs = new Set(actsNamedIn(statement));
  const identities = new Map<string, Identity>();
  for (const act of acts) {
    missingActs.delete(act.id);
    // Two phones can have one message under two names: by each of them the act is.
    for (const { from } of act.records ?? [act]) identities.set(`${from.normal}\u0000${from.wrote}\u0000${from.name ?? ""}`, from);
  }
  const actors = [...identities.values()];
  // Some sources leave her name out: what she did stands there as the owner's, so that her name is no slip of the pen.
  const isOwnerHere = actors.some(({ kind }) => kind === "owner");
  const personas = [...(isOwnerHere ? [] : [me]), them, ...(perhaps ? [perhaps] : []), ...agreed.flatMap(({ person }) => person ?? [])];
  const names = personas.flatMap((persona) => namesBehind(persona, actors));
  const groups = (statement.oneGroup ?? []).filter(
    (group) => !(timeline.sameGroups ?? []).some((same) => isNamedAsOne(same, [group])) && !acts.some((act) => isUnderBoth(act, group)),
  );
  const two = (statement.twoChats ?? []).filter(
    (group) =>
      !(timeline.sameGroups ?? []).some((same) => isNamedAsOne(same, [group])) &&
      !findSameChats(acts).some(({ people }) => people.some((pair) => isNamedAsOne({ names: pair }, [group]))),
  );
  return { names: [...new Set(names)], acts: [...missingActs], rules: rulesWithoutAct(timeline, statement), groups, two };
}

/** Whether two exports of one act have somebody in it under two of these names. */
function isUnderBoth({ records: [first, ...others] = [] }: TimelineAct, names: readonly string[]): boolean {
  return others.some((other) =>
    [[first?.from, other.from] as const, [first?.to[0], other.to[0]] as const].some(
      ([a, b]) => a && b && a.normal !== b.normal && isNamedAsOne({ names: [a, b] }, [names]),
    ),
  );
}

/** Of single acts each one that is missing is told by its id, so that these are rules alone. */
function rulesWithoutAct(timeline: Pick<Timeline, "acts">, statement: Statement): readonly string[] {
  const rules = (statement.agreed ?? []).filter(({ acts }) => acts === undefined);
  if (rules.length === 0) return [];
  const sideOf = createSide(timeline, statement);
  const open = new Map(
    rules.map((rule) => {
      const alone = { ...statement, agreed: [rule] };
      return [rule, { isAgreed: createAgreed(timeline, alone), isHeld: createHeldFromRules(timeline, alone) }];
    }),
  );
  for (const act of timeline.acts) {
    if (open.size === 0) break;
    const side = sideOf(act);
    if (side !== "theirs" && side !== "perhaps theirs" && side !== "hers to them") continue;
    const isHers = side === "hers to them";
    for (const [rule, { isAgreed, isHeld }] of open) if (isAgreed(act, isHers) || isHeld(act, isHers)) open.delete(rule);
  }
  return [...open.keys()].map(({ says }) => says);
}

/** Every act that a statement names, as often as it names it. */
function actsNamedIn({
  marks = [],
  stops = [],
  agreed = [],
  notThis = [],
}: {
  readonly marks?: Statement["marks"];
  readonly stops?: Statement["stops"];
  readonly agreed?: readonly { readonly acts?: readonly ActId[]; readonly except?: readonly ActId[] }[] | undefined;
  readonly notThis?: Statement["notThis"];
}): readonly ActId[] {
  return [
    ...marks.map(({ act }) => act),
    ...stops.flatMap((stop) => ("act" in stop ? [stop.act] : [])),
    ...agreed.flatMap(({ acts = [], except = [] }) => [...acts, ...except]),
    ...notThis.map(({ act }) => act),
  ];
}

function namesBehind({ normalsByName }: Persona, actors: readonly Identity[]): string[] {
  return [...(normalsByName ?? [])]
    .filter(([, normals]) => !actors.some((one) => isOf({ normals: new Set(normals) }, one)))
    .map(([name]) => name);
}
