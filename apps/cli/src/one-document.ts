/** What is said of a document that an option names and that cannot be used: the same of a statement and of a cover. */

/** There is nothing to read at the path. */
export function noFile(option: string, path: string): string {
  return `there is no file at ${path} (--${option}). Look at how the path is written. Nothing was made.`;
}

/** Something in it does not belong there; which page says what does. */
export function whatMayStand(document: "statement" | "cover"): string {
  return `docs/formats/${document}.md lists what may stand there. Nothing was made.`;
}
