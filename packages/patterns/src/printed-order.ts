import { type Finding, type Standing, standings } from "@unmask/core";

/** Patterns under "count", in the order of reading: how much, at the door, who called, on which days, then the rest, and last the law. */
const countOrder = ["frequency", "near-her", "withheld-calls", "anniversaries", "whereabouts", "one-sidedness"];
const lastOfAll = "course-of-conduct";

/**
 * Findings in the order in which page and paper list them, by what each is about and never by how grave it is; equal ones stay as they came.
 * The last act stands before the counts only where something near, new, around her or after an order stands above it: of two people who
 * write to each other every day its date says nothing.
 */
export function inPrintedOrder(findings: readonly Finding[]): readonly Finding[] {
  const isLastTold = findings.some(({ standing }) => standing !== "after a stop" && standing !== "last act" && standing !== "count");
  const placeOf = ({ standing, pattern }: Finding): number => {
    if (standing === "count") return standings.length * 2 + placeOfCount(pattern);
    if (standing === "last act" && !isLastTold) return standings.length * 2 + countOrder.length;
    return placeOfStanding(standing);
  };
  return [...findings].sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOfStanding(standing: Standing): number {
  return standings.indexOf(standing);
}

function placeOfCount(pattern: string): number {
  const place = countOrder.indexOf(pattern);
  if (place >= 0) return place;
  return pattern === lastOfAll ? countOrder.length + 2 : countOrder.length + 1;
}
