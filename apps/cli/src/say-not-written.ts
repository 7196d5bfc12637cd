const whyByCode: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "your share of this disk is used up"],
  ["EROFS", "this disk can only be read"],
  ["ENXIO", "it leads nowhere"],
  ["EPIPE", "nobody reads it any more"],
]);

/** Why standard output or a folder takes nothing, as the end of a sentence, by the code with which the machine refuses. */
export function sayNotWritten(code: string): string {
  return whyByCode.get(code) ?? `the machine refuses it (${code})`;
}
