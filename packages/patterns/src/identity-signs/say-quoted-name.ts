import { nameInLine, withoutMarks } from "@unmask/words";

/** Characters of a typed name that one sentence has room for. */
const longestTyped = 40;

/** A name as somebody typed it, in quotation marks that it cannot end. */
export function sayQuotedName(name: string): string {
  return `“${withoutMarks(nameInLine(name, longestTyped))}”`;
}
