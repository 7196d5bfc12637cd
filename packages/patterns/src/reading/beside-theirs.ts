import type { Statement, Timeline } from "@unmask/core";
import { sayCount, sayList, sayNumber, marks } from "@unmask/words";
import { memoize } from "./memoize.ts";
import type { PlacedAct } from "./placed-act.ts";
import { isSent } from "./reply.ts";
import { actsByWhose } from "./their-acts.ts";

/**
 * What stands beside the acts of theirs that a pattern counts: hers, those perhaps theirs, those by nobody the files name, and those of which
 * she said "not this one". Each is said apart and is in no number of theirs.
 */
export interface BesideTheirs {
  /** Perhaps theirs, as she says, in order of time; dates far off, what was agreed and what is "not this one" are left out. */
  readonly perhaps: readonly PlacedAct[];
  /** By nobody the files name, or by somebody of whom she cannot say who it is; in order of time, dates far off left out. */
  readonly unnamed: readonly PlacedAct[];
  /** Theirs and perhaps theirs, of which she said "not this one", in order of time. */
  readonly notThese: readonly PlacedAct[];
  /** What she said was agreed, hers, theirs and perhaps theirs, in order of time. */
  readonly agreed: readonly PlacedAct[];
}

/** Finds what stands beside theirs. */
export const besideTheirs: (timeline: Timeline, statement: Statement) => BesideTheirs = memoize((timeline, statement) => {
  const { perhaps, others, notThese, agreed } = actsByWhose(timeline, statement);
  const near = (acts: readonly PlacedAct[]): readonly PlacedAct[] => acts.filter(({ isFar }) => !isFar);
  return {
    perhaps: near(perhaps),
    unnamed: others.filter(({ whose, isFar }) => whose === "withheld" && !isFar),
    notThese: near(notThese),
    agreed: near(agreed),
  };
});

/** One side does at most this many times what the other does, and the two are about even. */
const evenFactor = 1.5;

/** Whether two numbers are about even: neither is more than `evenFactor` times the other. Nothing and nothing are not compared. */
export function isAboutEven(one: number, other: number): boolean {
  return one > 0 && other > 0 && Math.max(one, other) <= Math.min(one, other) * evenFactor;
}

/** ": about even", where it is so. */
export function sayEven(isEven: boolean): string {
  return isEven ? ": about even" : "";
}

/** The rule, for `how`. `what` is what is compared: "numbers". */
export function sayEvenRule(what: string): string {
  return `“About even” is said where ${what} of one side are at most ${evenFactor} times those of the other.`;
}

/** "Besides, 3 are perhaps theirs and 2 are by nobody the files name."; nothing where there is nothing. */
export function sayBeside({ perhaps, unnamed }: { readonly perhaps: number; readonly unnamed: number }): readonly string[] {
  const said = [
    ...(perhaps > 0 ? [`${sayNumber(perhaps)} ${perhaps === 1 ? "is" : "are"} perhaps ${marks.theirs}`] : []),
    ...(unnamed > 0 ? [`${sayNumber(unnamed)} ${unnamed === 1 ? "is" : "are"} by nobody the files name`] : []),
  ];
  return said.length === 0 ? [] : [`Besides, ${sayList(said)}.`];
}

/** "Of 2 more acts you said “not this one”."; nothing where she said so of none. */
export function sayNotThese(notThese: number): readonly string[] {
  return notThese === 0 ? [] : [`Of ${sayCount(notThese, "act")} more that it would count ${marks.you} said “not this one”.`];
}

/** "beside what was agreed ", where she sent something that is in no number of hers: that the files show nothing of hers would not be true. */
export function sayBesideAgreed(agreed: readonly PlacedAct[]): string {
  return agreed.some((one) => one.whose === "hers" && isSent(one)) ? "beside what was agreed " : "";
}

/** What of theirs she said was agreed or is “not this one”: in no number, and in the files all the same. */
export interface LeftAside {
  readonly agreed: readonly PlacedAct[];
  readonly refused: readonly PlacedAct[];
}

/** What of theirs, certainly or perhaps, she left aside, of those acts of which this holds. */
export function leftAside(timeline: Timeline, statement: Statement, isMeant: (one: PlacedAct) => boolean): LeftAside {
  const { agreed, notThese } = besideTheirs(timeline, statement);
  return { agreed: agreed.filter((one) => one.whose !== "hers" && isMeant(one)), refused: notThese.filter(isMeant) };
}

/** " beside what was agreed", " beside what is “not this one”", or both: no sentence says "nothing", "first" or "last" past what she left aside. */
export function sayBesideLeft({ agreed, refused }: LeftAside): string {
  if (refused.length === 0) return agreed.length === 0 ? "" : " beside what was agreed";
  return agreed.length === 0 ? " beside what is “not this one”" : " beside what was agreed or “not this one”";
}
