import { type Identity, type Statement, type Timeline, type TimelineAct, isInPerson, isNobodyTyped } from "@unmask/core";
import { memoize } from "./memoize.ts";
import { isPart, wordsByName, wordsOf } from "./name-words.ts";
import { isOwnWord } from "./own-words.ts";
import { canBeDoing, isDoing } from "./typed-telling.ts";
import { seeIdentities } from "./seen-identities.ts";

/** A name that she typed in a table of her own and of which she did not yet say whose it is. */
export interface TypedName {
  readonly identity: Identity;
  /** What she wrote down under that name and did not answer for, in order of time. */
  readonly acts: readonly TimelineAct[];
  /** How many of these were in person. */
  readonly inPerson: number;
  /** Whose it can be: by the names that it shares words with; "either" where it shares none or both. */
  readonly mayBe: "theirs" | "hers" | "either";
  /** The stated name of which it is a part, or that is a part of it. */
  readonly partOf?: string;
}

/**
 * Names that stand in her own tables, share words with a stated name or acted in person, and were stated by nobody: "Karl" where she stated
 * "Karl Voss". None while nobody is stated as theirs; not whoever only told her of something, nor an officer who took it down.
 *
 * [Note: A name typed by hand] An export writes a name the same way each time, a person does not. What she wrote down of "Karl" is in no
 * number of Karl Voss until she says so, and it can be the gravest of all: so she is asked, and it stands under the name that she typed.
 */
export const findTypedNames: (timeline: Timeline, statement: Statement) => readonly TypedName[] = memoize((timeline, statement) => {
  const { me, them, perhaps, marks = [] } = statement;
  if (them.normals.size === 0) return [];
  const answered = new Set(marks.map(({ act }) => act));
  const theirs = [...wordsByName(them), ...(perhaps ? wordsByName(perhaps) : [])];
  const hers = wordsByName(me);
  return [...seeIdentities(timeline, statement).notNamed.values()].flatMap(({ identity, places, unasked }): TypedName[] => {
    if (identity.kind !== "name" || unasked === 0) return [];
    const acts = places
      .flatMap((place) => timeline.acts[place] ?? [])
      .filter((act) => act.grade === "own-account" && !answered.has(act.id) && !isNobodyTyped(act));
    const inPerson = acts.filter(isInPerson).length;
    const isDoer = acts.some((act) => isInPerson(act) && (isDoing(act) || canBeDoing(act)));
    const words = wordsOf(identity.wrote);
    const [theirName, herName] = [theirs, hers].map((names) => names.find(([, stated]) => isPart(words, stated))?.[0]);
    const isSelf = isOwnWord(identity);
    if (acts.length === 0 || (!isDoer && !isSelf && theirName === undefined && herName === undefined)) return [];
    const partOf = theirName ?? herName;
    return [
      {
        identity,
        acts,
        inPerson,
        mayBe: isKin(identity.wrote) && herName === undefined ? "theirs" : whoseOf({ isSelf, theirName, herName }),
        ...(partOf === undefined ? {} : { partOf }),
      },
    ];
  });
});

/** The typed name of each act that stands under one, unless it can be hers alone. */
export const typedNameByAct: (timeline: Timeline, statement: Statement) => ReadonlyMap<TimelineAct, TypedName> = memoize(
  (timeline, statement) =>
    new Map(
      findTypedNames(timeline, statement)
        .filter(({ mayBe }) => mayBe !== "hers")
        .flatMap((typed) => typed.acts.map((act) => [act, typed] as const)),
    ),
);

/** "his brother", "my son": somebody, and not she. */
function isKin(wrote: string): boolean {
  return /^(?:my|his|her|their|the|an?) /i.test(wrote.trim());
}

function whoseOf(shared: { isSelf: boolean; theirName: string | undefined; herName: string | undefined }): TypedName["mayBe"] {
  const isTheirs = shared.theirName !== undefined;
  const isHers = shared.isSelf || shared.herName !== undefined;
  if (isTheirs === isHers) return "either";
  return isTheirs ? "theirs" : "hers";
}
