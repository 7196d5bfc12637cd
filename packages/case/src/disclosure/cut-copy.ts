import type { TakenOut } from "../event/of-disclosure.ts";

/** A copy of a text with spans taken out: each leaves its length, and what it was, where it stood (docs/formats/disclosure.md). */

/** Why a copy cannot be cut so, in words; or its lines. */
export type CutLines = { readonly lines: readonly string[] } | { readonly cannot: string };

/** The lines with the spans taken out. Characters are code points. Spans that lie outside their line or over one another are refused. */
export function cutLines(lines: readonly string[], taken: readonly TakenOut[]): CutLines {
  const strays = taken.find(({ line }) => line > lines.length);
  if (strays !== undefined) return { cannot: `The text has ${lines.length} lines, and none of number ${strays.line}.` };
  const copy: string[] = [];
  for (const [i, whole] of lines.entries()) {
    const cut = cutLine(
      whole,
      i + 1,
      taken.filter(({ line }) => line === i + 1),
    );
    if ("cannot" in cut) return cut;
    copy.push(cut.line);
  }
  return { lines: copy };
}

function cutLine(whole: string, number: number, taken: readonly TakenOut[]): { readonly line: string } | { readonly cannot: string } {
  const signs = [...whole];
  let copy = "";
  let from = 0;
  for (const { at, length, what } of taken.toSorted((one, other) => one.at - other.at)) {
    if (at < from) return { cannot: `Two spans of line ${number} lie over one another.` };
    if (at + length > signs.length) return { cannot: `A span of line ${number} ends behind the end of the line.` };
    copy += signs.slice(from, at).join("") + gap(what, length);
    from = at + length;
  }
  return { line: copy + signs.slice(from).join("") };
}

/** What stands where something was taken out: "[taken out: address, 26 signs]". */
function gap(what: string, length: number): string {
  return `[taken out: ${what}, ${length} ${length === 1 ? "sign" : "signs"}]`;
}
