import { isRightToLeft, partsOf } from "./printable.ts";

/** Words that somebody wrote, ready for the page: printable, able to break, with the side they begin on. */
export interface Words {
  /** Where a run is longer than a line may be: the parts between which it may break. */
  readonly words: string | readonly string[];
  readonly rightToLeft: boolean;
}

/** Makes words ready for the page. `most`: characters printed; a longer text ends in a note of how many more there are, and where. */
export function wordsOf(text: string, most: number = Infinity, where: string = "the pack"): Words {
  const cut = text.length > most ? cutAt(text, most) : text;
  const more = text.length - cut.length;
  const rest = more > 0 ? ` […, ${more} more characters in ${where}]` : "";
  return { words: partsOf(cut + rest), rightToLeft: isRightToLeft(cut) };
}

/** Never between the two halves of a pair. */
function cutAt(text: string, most: number): string {
  const code = text.charCodeAt(most - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? most - 1 : most);
}
