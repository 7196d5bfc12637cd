import { type ReadValue, type Verdict, count, list, object, oneOf, text, verdicts } from "@unmask/core";

/** A pack as it was looked at: opened, or marked with why. */
export interface PackLine {
  readonly pack: number;
  readonly sha256: string;
  readonly fate: "opened" | "marked";
  readonly reason?: string;
  readonly overall?: string;
  readonly verdicts: readonly { readonly verdict: Verdict; readonly items: number }[];
  readonly acts?: PackActs;
  readonly findings: readonly { readonly id: string; readonly says: string }[];
  readonly readAgain?: { readonly same: number; readonly differs: number };
}

/** Acts of a pack by week of ISO 8601; `night`: between midnight and five. */
export interface PackActs {
  readonly total: number;
  /** Of them the person's own, in no week; absent where nobody stated whose is whose. */
  readonly hers?: number;
  readonly weeks: readonly { readonly week: string; readonly acts: number; readonly night: number }[];
  readonly first?: string;
  readonly last?: string;
}

const packActs: ReadValue<PackActs> = object(({ must, may }) => ({
  total: must("total", count),
  ...may("hers", count),
  weeks: must(
    "weeks",
    list(object((one) => ({ week: one.must("week", text), acts: one.must("acts", count), night: one.must("night", count) }))),
  ),
  ...may("first", text),
  ...may("last", text),
}));

/** Reads a pack. */
export const packLine: ReadValue<PackLine> = object(({ must, may }) => {
  const { verdicts: told = [] } = may(
    "verdicts",
    list(object((one) => ({ verdict: one.must("verdict", oneOf(verdicts)), items: one.must("items", count) }))),
  );
  const { findings = [] } = may("findings", list(object((one) => ({ id: one.must("id", text), says: one.must("says", text) }))));
  return {
    pack: must("pack", count),
    sha256: must("sha256", text),
    fate: must("fate", oneOf(["opened", "marked"] as const)),
    ...may("reason", text),
    ...may("overall", text),
    verdicts: told,
    ...may("acts", packActs),
    findings,
    ...may(
      "readAgain",
      object((one) => ({ same: one.must("same", count), differs: one.must("differs", count) })),
    ),
  };
});
