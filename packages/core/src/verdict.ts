/** What was found out about one file or one seal: a closed list, and nothing else is ever said (docs/formats/pack.md, "Verdicts"). */
export const verdicts = [
  /** Checked, and it is what was sealed. Comes only from an explicit positive result. */
  "valid",
  /** Not the bytes that were sealed. */
  "altered",
  /** Named by a list or declared as a seal, and not there. */
  "missing",
  /** There, and named by no list. */
  "unlisted",
  /** Signed without fault, by a key that nobody outside the pack vouched for. */
  "unknown-signer",
  /** Time-stamped without fault, by an authority that nobody outside the pack vouched for. */
  "untrusted-time",
  /** The pack declares no time-stamp: the device's own clock is all there is. */
  "no-time",
  /** Made by rules that this program does not know. */
  "unsupported",
  /** Could not be judged, or cannot be right although it was sealed so. */
  "error",
] as const;
export type Verdict = (typeof verdicts)[number];

/** One file or seal with its verdict. */
export interface CheckedItem {
  /** Path in the pack; `data/` stands for the payload as a whole. */
  readonly path: string;
  readonly verdict: Verdict;
  /** One sentence: where, never what. */
  readonly why: string;
}

/** The verdict on the whole. */
export type Overall =
  /** Every file and every declared seal gave a positive result, and the signer and the time are known. */
  | "verified"
  /** Nothing is altered, but the signer, or the authority for the time, is not known to whoever checks. */
  | "not-known"
  /** Something is altered, missing, unlisted, unsupported or could not be judged. */
  | "not-verified";

/** Sums up. An empty list verifies nothing. */
export function overallOf(items: readonly CheckedItem[]): Overall {
  if (!items.some((item) => item.verdict === "valid")) return "not-verified";
  const known = items.every((item) => item.verdict === "valid" || item.verdict === "no-time");
  if (known) return "verified";
  return items.every((item) => ["valid", "no-time", "unknown-signer", "untrusted-time"].includes(item.verdict))
    ? "not-known"
    : "not-verified";
}

/** Exit code of `unmask verify`: 0 verified, 3 not known, 1 everything else. */
export function exitCodeOf(overall: Overall): 0 | 1 | 3 {
  return overall === "verified" ? 0 : overall === "not-known" ? 3 : 1;
}
