import { type Grade, grades } from "@unmask/core";
import { sayGrade, sayGradeInFull } from "@unmask/words";
import type { FindingOfBoth } from "../desk/exhibits.ts";
import { upper } from "./act-line-words.ts";

/** Words of exhibits, packs and findings. */

// partial: another word of a newer server stands as it is.
const fates: Readonly<Record<string, string>> = {
  altered: "not as it was sealed",
  "cut-short": "cut short on the way; what is whole can be read",
  "no-key": "sealed to a key that is not held here",
  "not-a-pack": "no pack; kept as it came",
  page: "a page sealed alone, most likely the contact sheet; kept as it came",
  "too-large": "would unpack past the limit; stopped, kept",
  unsupported: "a format that is not read here",
  "not-read": "could not be read",
};

/** What became of a pack that is marked: "not as it was sealed". */
export function sayFate(reason: string | undefined): string {
  return fates[reason ?? ""] ?? reason ?? "marked";
}

/** How the acts of a file reached the person: "export by an app or service"; of a file without acts, that no act hangs on it. A word that is not known stands as it is. */
export function sayGrades(all: readonly string[]): string {
  return all.length === 0 ? "no act in it" : all.map((one) => sayKnown(one, sayGrade)).join(", ");
}

/** What it means how an act reached the person, whole; a word that is not known stands as it is. */
export function sayGradeWhole(grade: string): string {
  return sayKnown(grade, sayGradeInFull);
}

function sayKnown(word: string, say: (grade: Grade) => string): string {
  const grade = grades.find((one) => one === word);
  return grade === undefined ? word : say(grade);
}

/** The heading over a finding: "Night time". */
export function sayPattern({ pattern }: Pick<FindingOfBoth, "pattern">): string {
  return upper(pattern.replaceAll("-", " "));
}

/** "11 the same, 1 differs, 2 not compared". */
export function sayAgreement(findings: readonly Pick<FindingOfBoth, "agreement">[]): string {
  const many = (agreement: string): number => findings.filter((one) => one.agreement === agreement).length;
  const [same, differs] = [many("agrees"), many("differs")];
  const rest = findings.length - same - differs;
  const parts = [`${same} the same`, differs === 0 ? "" : `${differs} ${differs === 1 ? "differs" : "differ"}`];
  return [...parts, rest === 0 ? "" : `${rest} not compared`].filter((part) => part !== "").join(", ");
}

/** The word of one finding: "the same", "differs", "not compared". */
export function sayAgrees(agreement: string): string {
  return agreement === "agrees" ? "the same" : agreement === "differs" ? "differs" : "not compared";
}
