/** What a duty runs from where that did not happen yet, by its trigger. */
const notYet: ReadonlyMap<string, string> = new Map([
  ["not served", "the order is not served yet"],
  ["not interim served", "the interim order is not served yet"],
  ["not in force", "the order is not in force yet"],
  ["not final day of the other register", "the final day of the other register is not written"],
]);

/** The trigger of a duty for whoever reads it: what did not happen yet as a sentence; else as it stands, its civil day as it is written. */
export function triggerInWords(trigger: string): string {
  return notYet.get(trigger) ?? trigger;
}
