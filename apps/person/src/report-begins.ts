import type { Session } from "./session.ts";

/** Where a report begins: with who is who, where somebody is named and nobody is said to be them, so that nothing is counted as by somebody of whom she did not say it. */
export function reportBegins({ importSummary, sideByNormal }: Pick<Session, "importSummary" | "sideByNormal">): {
  readonly name: "people" | "report";
} {
  const people = importSummary?.people ?? [];
  const isAsked = people.length === 0 || people.some(({ normal }) => sideByNormal.get(normal) === "them");
  return { name: isAsked ? "report" : "people" };
}
