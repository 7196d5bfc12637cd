const whyByCode: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "your share of this disk is used up"],
  ["ENXIO", "it leads nowhere"],
  ["EPIPE", "nobody reads it any more"],
]);

/** Why standard output takes nothing, as the end of a sentence, by the code with which the machine refuses. */
export function sayNoOutput(code: string): string {
  return whyByCode.get(code) ?? `the machine refuses it (${code})`;
}
