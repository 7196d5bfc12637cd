import { foldText } from "@unmask/case";

/** Numbers that people copy from papers are compared by their letters and digits: each hand sets blanks, dashes and strokes as it likes. */

/** The letters and digits of a number alone, small, those that only look like Latin as Latin; of signs alone, those. Two that read as one have the same. */
export function plainNumber(number: string): string {
  return partsOf(number).join("");
}

/**
 * Whether two numbers read as one: "EM/77", "em-77", "EM 77" and "EM77". A mark can be left out; one that stands elsewhere makes another number, as 26/1/12
 * is none of 26/11/2.
 */
export function isSameNumber(one: string, other: string): boolean {
  const [ends, otherEnds] = [endsOf(one), endsOf(other)];
  const isIn = (some: ReadonlySet<number>, all: ReadonlySet<number>): boolean => [...some].every((end) => all.has(end));
  return plainNumber(one) === plainNumber(other) && (isIn(ends, otherEnds) || isIn(otherEnds, ends));
}

/** Whether a text names a paper of an order ("SPO-26-043/P9"), whatever stands between its parts, before it or behind it, and with zeros left out. */
export function namesPaper(text: string): boolean {
  return paperOfOrder.test(foldText(text).folded);
}

const paperOfOrder = /(?<![a-z0-9])spo[^a-z0-9]*\d{2}[^a-z0-9]*\d+[^a-z0-9]*p[^a-z0-9]*\d/;

/** Halves and other fractions, and raised and lowered digits: each is a sign of its own, and none of the digits that it is drawn with. */
const drawnSmall = /([\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u215f\u2189]+)/u;

function partsOf(number: string): readonly string[] {
  const pieces = number.split(drawnSmall);
  const folded = pieces.map((piece) => (drawnSmall.test(piece) ? piece : foldText(piece).folded)).join("");
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [folded.replace(/\s+/gu, "")];
}

/** After how many letters and digits a mark stands. */
function endsOf(number: string): ReadonlySet<number> {
  const parts = partsOf(number);
  return new Set(parts.map((_, i) => parts.slice(0, i + 1).join("").length));
}
