import { type Act, type Whose, isTheirs } from "@unmask/core";
import { englishActs, englishNumbers } from "./english.ts";
import type { ActWords, NumberWords } from "./language.ts";
import { sayNotKnown } from "./numbers.ts";
import { marks } from "./voice.ts";

/**
 * How it is known whose an act is: "as the file names", where it stands in a file that anybody can edit, "as the record shows", "Hannah Reyes is sure".
 * Lines, tables and papers all ask here, so that of one person no two things are said. `sayer`: the name and verb where hers has no room, "HR is".
 */
export function sayHowKnown(
  whose: Whose,
  { grade }: Pick<Act, "grade">,
  sayer: string = `${marks.you} ${marks.are}`,
  { acts: { howKnown }, numbers }: { readonly acts: Pick<ActWords, "howKnown">; readonly numbers: NumberWords } = {
    acts: englishActs,
    numbers: englishNumbers,
  },
): string {
  if (whose === "theirs, she is sure") return howKnown.sure(sayer);
  if (whose === "perhaps theirs") return howKnown.notSure(sayer);
  if (!isTheirs(whose)) return sayNotKnown(numbers);
  return grade === "text-export" ? howKnown.file : howKnown.record;
}
