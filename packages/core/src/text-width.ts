/**
 * How wide a label is at most, without a font to ask: the advances of Noto Serif Bold, the widest of the faces that labels are drawn in, in
 * thousandths of the size. Letters of other scripts and emoji count as a full square.
 */

/** From U+0020 to U+007E. */
// prettier-ignore
const asciiWidths = [
  260, 382, 509, 565, 565, 906, 801, 290, 401, 401, 502, 565, 294, 310, 294, 288, 565, 565, 565, 565, 565, 565, 565, 565,
  565, 565, 304, 304, 565, 565, 565, 550, 921, 753, 672, 669, 767, 653, 621, 770, 819, 401, 396, 734, 654, 952, 788, 787,
  638, 787, 712, 579, 653, 747, 698, 1067, 733, 693, 667, 415, 288, 415, 559, 459, 334, 600, 649, 527, 649, 572, 407, 560,
  667, 352, 345, 637, 352, 986, 667, 614, 645, 648, 523, 481, 405, 667, 606, 856, 646, 579, 529, 442, 565, 442, 565,
];
/** Latin, Greek and Cyrillic letters beyond ASCII: the widest common one. */
const lettersWidth = 1035;
const elseWidth = 1100;
/** The regular weight beside the bold one, at most. */
const regularShare = 0.97;

/** Width of a label in units of the picture. */
export function textWidth(text: string, size: number, bold: boolean = false): number {
  let width = 0;
  for (const char of text) width += widthOf(char.codePointAt(0) ?? 0);
  return (width * size * (bold ? 1 : regularShare)) / 1000;
}

function widthOf(code: number): number {
  const known = asciiWidths[code - 0x20];
  if (known !== undefined) return known;
  return code < 0x530 || (code >= 0x2010 && code <= 0x2030) ? lettersWidth : elseWidth;
}

/** A label cut to a width, "…" at its end, never within a pair or between a letter and its mark. */
export function cutToWidth(text: string, size: number, width: number): string {
  if (textWidth(text, size, true) <= width) return text;
  let cut = "";
  for (const [letter] of text.matchAll(/\P{M}\p{M}*/gu)) {
    // From its beginning, because a sender chooses the name: of one of a megabyte no more is measured than has room.
    if (cut !== "" && textWidth(`${cut}${letter}…`, size, true) > width) break;
    cut += letter;
  }
  return `${cut.trimEnd()}…`;
}
