import {
  type Channel,
  type Identity,
  type Persona,
  type Statement,
  type Timeline,
  createNamed,
  createSaidOther,
  isDoubtedName,
  isOf,
  normalName,
  strayOf,
} from "@unmask/core";
import { createLooksLike } from "./names-alike.ts";

/** A name of the statement by which no act is, with the names in the files that can be meant by it. */
export interface NameWithoutAct {
  /** As she spelled it. */
  readonly name: string;
  /** Whose she said that it is. Of her own and of the person of a rule no names are looked for here. */
  readonly of: "hers" | "theirs" | "perhaps" | "rule";
  /** Those below look like it; else they are all of whom she said nothing, because nothing in the files is theirs. */
  readonly isAlike: boolean;
  readonly open: readonly OpenName[];
}

/** Somebody in the files of whom she said nothing, by what channels, the most acts first. */
export interface OpenName {
  readonly identity: Identity;
  readonly acts: number;
  readonly channels: readonly Channel[];
}

/** Names that are compared letter by letter. Stops a crowd of a hundred thousand from taking minutes. */
const mostCompared = 1000;

/**
 * Finds the names that she gave and no act is by, each with those in the files that look like it: a first name alone, or a slip of the pen, would leave
 * every threat of theirs to "others" and the paper without a pattern. Nothing is joined; it is asked.
 */
export function namesWithoutAct(timeline: Pick<Timeline, "acts">, statement: Statement): readonly NameWithoutAct[] {
  const stray = strayOf(timeline, statement).names;
  if (stray.length === 0) return [];
  const { me, them, perhaps } = statement;
  const isPartOf = (personas: readonly Persona[]) => createIsPartOfActing(personas, { stray, shown: namesShownBy(timeline, personas) });
  const isFound = [isPartOf([me]), isPartOf([them, ...(perhaps ? [perhaps] : [])])];
  const names = stray.filter((name) => !isFound.some((isPart) => isPart(name)));
  if (names.length === 0) return [];
  const { open, isAnyTheirs } = openNames(timeline, statement);
  return names.map((name): NameWithoutAct => {
    const of = them.normalsByName?.has(name)
      ? "theirs"
      : perhaps?.normalsByName?.has(name)
        ? "perhaps"
        : me.normalsByName?.has(name)
          ? "hers"
          : "rule";
    if (of === "hers" || of === "rule") return { name, of, isAlike: false, open: [] };
    const looksLike = createLooksLike([name]);
    const alike = open.slice(0, mostCompared).filter(({ identity }) => looksLike(identity));
    const isAlike = alike.length > 0;
    return { name, of, isAlike, open: isAlike ? alike : of === "theirs" && !isAnyTheirs ? open : [] };
  });
}

/**
 * Makes a question: is a name a part of another that she stated of the same person, and by which something is, or of one that their account shows? Where
 * she stated "Hal" and "Hal Quennell", or the account that shows this, it is found, and nothing is left to ask.
 */
function createIsPartOfActing(
  personas: readonly Persona[],
  { stray, shown }: { readonly stray: readonly string[]; readonly shown: readonly string[] },
): (name: string) => boolean {
  const without = new Set(stray);
  const stated = new Set(personas.flatMap(({ normalsByName }) => [...(normalsByName?.keys() ?? [])]));
  const acting = [...[...stated].filter((name) => !without.has(name)), ...shown].slice(0, mostCompared).map((name) => new Set(wordsOf(name))); // prettier-ignore
  return (name) => {
    const words = wordsOf(name);
    return stated.has(name) && words.length > 0 && acting.some((fuller) => words.every((word) => fuller.has(word)));
  };
}

/** Names that accounts of theirs show beside themselves, each once. */
function namesShownBy({ acts }: Pick<Timeline, "acts">, personas: readonly Persona[]): readonly string[] {
  const names = new Set<string>();
  for (const { from } of acts)
    if (from.name !== undefined && !names.has(from.name) && personas.some((persona) => isOf(persona, from))) names.add(from.name);
  return [...names];
}

function wordsOf(name: string): readonly string[] {
  return normalName(name).match(/[\p{L}\p{M}]+/gu) ?? [];
}

function openNames(
  { acts }: Pick<Timeline, "acts">,
  statement: Statement,
): { readonly open: readonly OpenName[]; readonly isAnyTheirs: boolean } {
  const named = createNamed(statement);
  const isSaidOther = createSaidOther(statement);
  const seen = new Map<string, { readonly identity: Identity; acts: number; readonly channels: Map<Channel, number> }>();
  let isAnyTheirs = false;
  for (const { from, channel } of acts) {
    const whose = isOf(statement.me, from) ? "hers" : named(from);
    isAnyTheirs ||= whose === "theirs";
    if (whose !== "other" || from.kind === "owner" || from.kind === "withheld" || from.normal === "" || isSaidOther(from)) continue;
    if (from.kind === "name" && isDoubtedName(from.wrote)) continue;
    const one = seen.get(from.normal) ?? { identity: from, acts: 0, channels: new Map<Channel, number>() };
    seen.set(from.normal, one);
    one.acts++;
    one.channels.set(channel, (one.channels.get(channel) ?? 0) + 1);
  }
  const open = [...seen.values()]
    .sort((a, b) => b.acts - a.acts)
    .map(({ identity, acts, channels }) => ({
      identity,
      acts,
      channels: [...channels].sort(([, a], [, b]) => b - a).map(([channel]) => channel),
    }));
  return { open, isAnyTheirs };
}
