/** What somebody found who checked one of a sample, and who may say so (docs/formats/dip-check.md). */

/** The closed list of what a check can come to. */
export const dipFindings = ["nothing", "spoke", "put-right"] as const;
/** One of `dipFindings`. */
export type DipFinding = (typeof dipFindings)[number];

/** What it is called. */
export const dipFindingInWords: Readonly<Record<DipFinding, string>> = {
  nothing: "read, nothing",
  spoke: "read, spoke with the officer",
  "put-right": "read, put right",
};

/** Characters of what is said of a check: a line that stands beside a number, not a second record of the case. */
export const longestDipWords = 1_000;

/** A check that somebody would write. */
export interface WantedDip {
  readonly by: string;
  readonly found: DipFinding;
  readonly says: string;
  /** Whether it is one of this draw. */
  readonly isDrawn: boolean;
  /** Officers who decided or closed what was drawn. */
  readonly doneBy: readonly string[];
}

/** Why a check is not written; undefined where it is. */
export function whyNotChecked({ by, found, says, isDrawn, doneBy }: WantedDip): DipRefusal | undefined {
  if (!isDrawn) return { rule: "not-drawn", says: "This is none of that draw. Nothing was written.", allows: "Look at the draw again." };
  if (doneBy.includes(by))
    return {
      rule: "second-person",
      says: "You decided or closed this yourself, so somebody else checks it. Nothing was written.",
      allows: "Another supervisor checks it.",
    };
  if (found !== "nothing" && says.trim() === "")
    return { rule: "reason", says: "Say what you found. Nothing was written.", allows: "Write one line, and write it again." };
  return undefined;
}

/** A refusal in words. */
export interface DipRefusal {
  readonly rule: "not-drawn" | "second-person" | "reason";
  readonly says: string;
  readonly allows: string;
}
