import { type Act, type Whose, isTheirs, normalName } from "@unmask/core";
import { englishActs, englishNumbers } from "./english.ts";
import type { ActWords, NumberWords } from "./language.ts";
import { sayNotKnown } from "./numbers.ts";
import { nameInLine } from "./quoted.ts";
import { marks, withoutMarks } from "./voice.ts";

/** A line has room for so many characters of a name beside the words. */
const longestShown = 30;

/**
 * How it is known whose an act is: "as the file names", where it stands in a file that anybody can edit, "as the record shows", "Hannah Reyes is sure".
 * Lines, tables and papers all ask here, so that of one person no two things are said. `sayer`: the name and verb where hers has no room, "HR is".
 */
export function sayHowKnown(
  whose: Whose,
  { grade, entry, from }: Pick<Act, "grade"> & Partial<Pick<Act, "entry" | "from">>,
  sayer: string = `${marks.you} ${marks.are}`,
  { acts: { howKnown }, numbers }: { readonly acts: Pick<ActWords, "howKnown">; readonly numbers: NumberWords } = {
    acts: englishActs,
    numbers: englishNumbers,
  },
): string {
  // Whose a name is she said, and of the entry that tells of it not how sure she is.
  const isSaidOfName = entry !== undefined && entry.sure !== "certain" && from !== undefined && from.kind !== "withheld";
  if (whose === "theirs, she is sure") return isSaidOfName ? howKnown.entry : howKnown.sure(sayer);
  if (whose === "perhaps theirs") return howKnown.notSure(sayer);
  if (!isTheirs(whose)) return sayNotKnown(numbers);
  return grade === "text-export" ? howKnown.file : howKnown.record;
}

/**
 * The account or the saved name by which a record shows what is theirs, where they are called by another of their names: "grey_moth_44". No paper says
 * that a record shows one account where it shows another. Undefined where both are one, and where the record shows no name.
 */
export function sayShownAs(whose: Whose, { from }: Pick<Act, "from">, label: string): string | undefined {
  const shown = from.name ?? from.wrote;
  if (whose !== "theirs as the record shows" || shown === "") return undefined;
  const isLabel = [from.wrote, shown].some((name) => normalName(name) === normalName(label));
  return isLabel ? undefined : withoutMarks(nameInLine(shown, longestShown));
}
