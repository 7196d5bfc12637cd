import { sayNumber } from "./numbers.ts";

/** Runs of numbers that are listed: a journal of which every second line was taken out has half a million. */
const mostRuns = 60;

/** "2, 5–9, 12": some numbers in order, runs of three or more drawn together; of very many the first, and how many more there are. */
export function sayRuns(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  const parts = runs.map(({ first, last }) =>
    first === last ? `${first}` : last === first + 1 ? `${first}, ${last}` : `${first}–${last}`,
  );
  const more = runs.slice(mostRuns).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return `${parts.slice(0, mostRuns).join(", ")}${more > 0 ? ` +${sayNumber(more)}` : ""}`;
}

/**
 * Of lines of her journal that were written and cannot be read, by their numbers alone: whoever reads the rest must not take them for left out. What is lost
 * does not say whether it was an entry or something that was added to one. Empty where there are none.
 */
export function sayLostEntries(numbers: readonly number[]): string {
  if (numbers.length === 0) return "";
  const which =
    numbers.length === 1
      ? `Entry ${sayRuns(numbers)} of the journal, or what was added to one under that number, is`
      : `Entries ${sayRuns(numbers)} of the journal, or what was added to some under these numbers, are`;
  const [said, left] = numbers.length === 1 ? ["it", "It was"] : ["they", "They were"];
  return `${which} missing, or changed where the journal was kept: what ${said} said is not in this report. ${left} not left out by choice.`;
}
