import { sayNumber } from "@unmask/words";

/** "4 of these", "these", "it": so many acts of all that were just named. */
export function sayOfThese(some: number, all: number): string {
  if (some < all) return `${sayNumber(some)} of these`;
  return all === 1 ? "it" : "these";
}
