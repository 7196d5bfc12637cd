/** How a number of law looks in a text: a section of an Act, and a period. What is no number of law is told apart by where it stands. */

const section = /\b(?:s\d{1,3}[A-Z]{0,2}(?:\(\w{1,3}\))*(?![\w-])|ss\d|[Ss]ections? \d+)/gu;
const period = /(?<![\w.])\d+\s(?:working\s)?(?:hours?|days?|weeks?|months?|years?)\b/giu;

/** One of a unit, beside its words for more of them. */
const oneOf = /^1 (?:hour|day|month|year)$/u;

/** The numbers of law that a text holds, as they stand there; empty: none. */
export function lawNumbersIn(text: string): readonly string[] {
  if (oneOf.test(text.trim())) return [];
  return [section, period].flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found));
}
