import { waitsForReading } from "@unmask/case";
import type { CourtDid } from "./court-words.ts";

/** The result that the page is about: the one that waits, else the newest that stands. */
export function resultAtHand({ results }: { readonly results: readonly CourtDid[] }): CourtDid | undefined {
  return results.find(waitsForReading) ?? results.findLast(({ standing }) => standing !== "corrected" && standing !== "twice");
}
