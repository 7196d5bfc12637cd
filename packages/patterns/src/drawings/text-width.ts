/**
 * How wide a label is at most, without a font to ask: widths in thousandths of the size, those of Noto Serif Bold rounded up, because it is
 * the widest of the faces that labels are drawn in. Whatever is not listed (other scripts, emoji) counts as a full square.
 */
const widths: readonly (readonly [chars: RegExp, width: number])[] = [
  [/[ijlI.,:;'’|!()[\] ]/, 400],
  [/[ft“”"\-–/rJ]/, 520],
  [/[mMwW@%…—]/, 1040],
  [/[A-Z&+=<>#]/, 780],
  [/[\u0020-\u007eÀ-ɏͰ-ϿЀ-ӿ]/, 660],
];

/** Width of a label in units of the picture. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += widths.find(([chars]) => chars.test(char))?.[1] ?? 1100;
  return (width * size) / 1000;
}

/** A label cut to a width, "…" at its end, never within a pair or between a letter and its mark. */
export function cutToWidth(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = text.match(/\P{M}\p{M}*/gu) ?? [];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
