/** Why an officer opens something: one key, or words that another can check. */
export interface GivenReason {
  /** Of the closed list of reasons (docs/access.md). */
  readonly code: string;
  /** Empty where the code says enough. */
  readonly words: string;
  /** "T-2230" */
  readonly task?: string;
}

/** The line of the log that opening will write: "consult R-2100 · PC 4471 Imran Qureshi · T-2230 danger". */
export function logLineOf(reference: string, officer: string, { code, words, task }: GivenReason): string {
  const why = [task, code === "other" && words.trim() !== "" ? `“${words.trim()}”` : code].filter((one) => one !== undefined);
  return `consult ${reference} · ${officer} · ${why.join(" ")}`;
}
