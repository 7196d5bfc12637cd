import type { Exhibit, Report } from "@unmask/core";
import { sayCount, sayList, saySize } from "@unmask/words";

/** What was left out, in sentences: by number and rule, never by content and never by whom. None where everything goes. */
export function leftOutSentences({ leftOut }: Pick<Report, "leftOut">): readonly string[] {
  if (leftOut === undefined) return [];
  const { acts, people, times } = leftOut;
  const total = acts.file + acts.person + acts.time + acts.act;
  const parts = [
    acts.person > 0 ? `${acts.person} by or to ${sayCount(people, "person", "people")}` : "",
    acts.time > 0 ? `${acts.time} by time (${times.join(", ")})` : "",
    acts.act > 0 ? `${acts.act} one by one` : "",
    acts.file > 0 ? `${acts.file} with the files that hold them` : "",
  ].filter((part) => part !== "");
  return [
    `${sayCount(total, "act")} ${total === 1 ? "was" : "were"} left out by choice${parts.length === 0 ? "" : `: ${sayList(parts)}`}. Findings and counts are of what goes alone.`,
    "From a file that goes in part only acts go: lines of the app, and what could not be read, stay behind with the rest of it.",
  ];
}

/** What is said behind the name of an exhibit of which a part stays behind; nothing where it is whole. */
export function sayCopy({ copy }: Pick<Exhibit, "copy">): string {
  const bytes = copy?.leftOut.reduce((sum, [start, end]) => sum + end - start, 0) ?? 0;
  return bytes === 0 ? "" : `, as a copy of the same length in which ${saySize(bytes)} are written over; the hash is the original’s`;
}
