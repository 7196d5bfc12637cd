/** How a random sample is drawn, so that anybody draws the same again (docs/formats/dip-check.md). */

/** The rule by which it is drawn, as every draw names it. */
export const dipRule = "unmask-dip-1";

/** How many are drawn at once: what one person reads in a sitting. */
export const dipSize = 10;

/** SHA-256 of a text as UTF-8, 64 lower-case hex digits: it comes from outside, since only the room `seal` holds cryptography. */
export type HashText = (text: string) => string;

/**
 * The sample of these numbers under a seed, in the order in which it was drawn: each number is hashed with the seed, and the lowest hashes are it. The
 * order of the numbers and a number named twice change nothing; fewer than asked for are all drawn.
 */
export function drawDips(seed: string, numbers: readonly string[], hash: HashText): readonly string[] {
  return [...new Set(numbers)]
    .map((number) => ({ number, hash: hash(`${dipRule}\n${seed}\n${number}\n`) }))
    .toSorted((one, other) => (one.hash < other.hash ? -1 : 1))
    .slice(0, dipSize)
    .map(({ number }) => number);
}
