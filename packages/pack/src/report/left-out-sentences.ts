import type { Exhibit, ExhibitCopy, LeftOutTold } from "@unmask/core";
import { sayCount, sayList, saySize } from "@unmask/words";

/** How many acts stay behind. */
export function countLeftOut({ acts }: Pick<LeftOutTold, "acts">): number {
  return acts.file + acts.person + acts.time + acts.act;
}

/** What was left out, in sentences: by number and rule, never by content and never by whom. None where everything goes. */
export function leftOutSentences({ leftOut }: { readonly leftOut?: LeftOutTold | undefined }): readonly string[] {
  if (leftOut === undefined) return [];
  const { acts, people, times, members = 0, redacted } = leftOut;
  const total = countLeftOut(leftOut);
  const parts = [
    acts.person > 0 ? `${acts.person} by or to ${sayCount(people, "person", "people")}` : "",
    acts.time > 0 ? `${acts.time} by time (${times.join(", ")})` : "",
    acts.act > 0 ? `${acts.act} one by one` : "",
    acts.file > 0 ? `${acts.file} with whole files` : "",
  ].filter((part) => part !== "");
  const isAnyLeftOut = total > 0 || redacted === undefined;
  return [
    ...(isAnyLeftOut
      ? [
          `${sayCount(total, "act")} ${total === 1 ? "was" : "were"} left out by choice${parts.length === 0 ? "" : `: ${sayList(parts)}`}. Findings and counts are of what goes alone.`,
          "From a file that goes in part only acts go: lines of the app, and what could not be read, stay behind with the rest of it.",
        ]
      : []),
    ...(members === 0
      ? []
      : [
          `From archives that go in part ${sayCount(members, "file")} that the program does not read ${members === 1 ? "stays" : "stay"} behind: ${members === 1 ? "it came" : "they came"} with an act that is left out, or ${members === 1 ? "holds" : "hold"} a name that is left out or covered.`,
        ]),
    ...sayRedacted({ leftOut }),
  ];
}

/** That names are covered, and how a reader knows the signs: in each paper that holds some. None where all names stand. */
export function sayRedacted({ leftOut }: { readonly leftOut?: LeftOutTold | undefined }): readonly string[] {
  if (leftOut?.redacted === undefined) return [];
  const { names, acts } = leftOut.redacted;
  const [covered, stand] =
    names === 1 ? ["1 name of another person is", "*1* stands"] : [`${names} names of other people are`, "*1*, *2* and so on stand"];
  return [
    `${covered} covered by choice, in ${sayCount(acts, "act")}: ${stand} there, one sign (* § •) for each letter, and the number says which name.`,
  ];
}

/** What is said behind the name of an exhibit of which a part stays behind or names are covered; nothing where it is whole. */
export function sayCopy({ copy }: Pick<Exhibit, "copy">): string {
  const sizeOf = (stretches: ExhibitCopy["leftOut"]): number => stretches.reduce((sum, [start, end]) => sum + end - start, 0);
  const [bytes, redacted] = [sizeOf(copy?.leftOut ?? []), sizeOf(copy?.redacted ?? [])];
  const parts = [bytes > 0 ? `${saySize(bytes)} are written over` : "", redacted > 0 ? `names are covered (${saySize(redacted)})` : ""];
  const said = sayList(parts.filter((part) => part !== ""));
  return said === "" ? "" : `, as a copy of the same length in which ${said}; the hash is the original’s`;
}
