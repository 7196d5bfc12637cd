import { shortened, thePack } from "@unmask/words";
import { isRightToLeft, partsOf } from "./printable.ts";

export { insideQuotes, nameInLine as nameInPrint, onOneLine, quoted } from "@unmask/words";

/** Words that somebody wrote, ready for the page: printable, able to break, with the side they begin on. */
export interface Words {
  /** Where a run is longer than a line may be: the parts between which it may break. */
  readonly words: string | readonly string[];
  readonly rightToLeft: boolean;
}

/** Makes words ready for the page. `most`: characters printed; a longer text ends in a note of how many more there are, and where. */
export function wordsOf(text: string, most: number = Infinity, where: string = thePack): Words {
  const { cut, rest } = shortened(text, { most, where });
  return { words: partsOf(cut + rest), rightToLeft: isRightToLeft(cut) };
}

/** The words in one piece, to stand within a sentence that is made ready after it. */
export function textOf({ words }: Words): string {
  return typeof words === "string" ? words : words.join("");
}
