import type { Act } from "./act.ts";
import { type Identity, normalName } from "./identity.ts";
import type { Statement } from "./statement.ts";
import type { Timeline } from "./timeline.ts";
import { createNamed, createSaidOther, isOf } from "./whose.ts";

/** A number that is saved under a name that others are saved under too. */
export interface SharingNumber {
  readonly identity: Identity;
  /** What it did, in order of time. */
  readonly acts: readonly Act[];
}

/** A name that she stated of them, and that is saved beside several numbers: two contacts called “Sam”, or an old number of his and a new one. */
export interface SharedName {
  /** As the address book has it. */
  readonly name: string;
  readonly whose: "theirs" | "perhaps theirs";
  /** Each number under that name that acts and that she did not call somebody else's, the most acts first. */
  readonly numbers: readonly SharingNumber[];
}

/**
 * Finds stated names that several numbers share, while she stated not each of these numbers by itself. All count as hers to state: by her own address
 * book both are him. But an address book can hold two people of one first name, and a friend's lunch would be his next number; so she is asked.
 */
export function sharedNames({ acts }: Pick<Timeline, "acts">, statement: Statement): readonly SharedName[] {
  const named = createNamed(statement);
  const isSaidOther = createSaidOther(statement);
  const { them, perhaps } = statement;
  const asked = new Map<Identity, boolean>();
  const byName = new Map<string, Map<string, { readonly identity: Identity; readonly acts: Act[] }>>();
  // A number that one file has with its name and another without is one number.
  const bare = new Map<string, Act[]>();
  for (const act of acts) {
    const { from } = act;
    if (from.kind !== "phone") continue;
    if (from.name === undefined) {
      const some = bare.get(from.normal);
      if (some) some.push(act);
      else bare.set(from.normal, [act]);
      continue;
    }
    let isByName = asked.get(from);
    if (isByName === undefined) {
      const form = normalName(from.name);
      isByName = (them.normals.has(form) || perhaps?.normals.has(form) === true) && !isSaidOther(from);
      asked.set(from, isByName);
    }
    if (!isByName) continue;
    const form = normalName(from.name);
    const numbers = byName.get(form) ?? new Map<string, { readonly identity: Identity; readonly acts: Act[] }>();
    byName.set(form, numbers);
    const one = numbers.get(from.normal) ?? { identity: from, acts: [] };
    numbers.set(from.normal, one);
    one.acts.push(act);
  }
  return [...byName.values()].flatMap((numbers): readonly SharedName[] => {
    const some = [...numbers]
      .map(([number, one]) => ({ ...one, acts: inOrder([...one.acts, ...(bare.get(number) ?? [])]) }))
      .sort((a, b) => b.acts.length - a.acts.length || (a.identity.normal < b.identity.normal ? -1 : 1));
    const [first] = some;
    if (first?.identity.name === undefined || some.length < 2 || some.every(({ identity }) => isStatedItself(identity))) return [];
    return [{ name: first.identity.name, whose: named(first.identity) === "theirs" ? "theirs" : "perhaps theirs", numbers: some }];
  });

  function isStatedItself({ name: _, ...bare }: Identity): boolean {
    return [them, ...(perhaps ? [perhaps] : [])].some((persona) => isOf(persona, bare));
  }
}

function inOrder(acts: readonly Act[]): readonly Act[] {
  return [...acts].sort((a, b) => a.when.earliest - b.when.earliest);
}
