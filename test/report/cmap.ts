/**
 * Which characters a font draws: the `cmap` table of a TrueType or OpenType file (ISO/IEC 14496-22 §5.2), formats 4 and 12, which every
 * font in use carries one of. Reads nothing else and trusts no length: reading past the end throws, because our own fonts are handed in.
 */

/** Code points from `first` to `last`, both included. */
export interface CodeRange {
  readonly first: number;
  readonly last: number;
}

/** The characters a font draws, in order, ranges merged. Throws when the bytes are no such font: a bug, the fonts are ours. */
export function readCmap(font: Uint8Array): readonly CodeRange[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = findTable(view, "cmap");
  const count = view.getUint16(cmap + 2);
  let best = { rank: 0, at: 0 };
  for (let i = 0; i < count; i++) {
    const at = cmap + 4 + i * 8;
    const subtable = cmap + view.getUint32(at + 4);
    const rank = rankOf(view.getUint16(at), view.getUint16(at + 2), view.getUint16(subtable));
    if (rank > best.rank) best = { rank, at: subtable };
  }
  if (best.rank === 0) throw new Error("the font has no Unicode cmap");
  const ranges = view.getUint16(best.at) === 12 ? rangesOfFormat12(view, best.at) : rangesOfFormat4(view, best.at);
  return mergeRanges(ranges);
}

function findTable(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    const name = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new Error("the font has no such table");
}

/** Full Unicode (format 12) before the basic plane (format 4); anything else is not for text. */
function rankOf(platform: number, encoding: number, format: number): number {
  const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
  if (!unicode) return 0;
  return format === 12 ? 2 : format === 4 ? 1 : 0;
}

function rangesOfFormat12(view: DataView, at: number): CodeRange[] {
  const groups = view.getUint32(at + 12);
  const ranges: CodeRange[] = [];
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12;
    const firstGlyph = view.getUint32(group + 8);
    // Glyph 0 is "missing": a group that starts with it draws nothing for its first character.
    const first = view.getUint32(group) + (firstGlyph === 0 ? 1 : 0);
    const last = view.getUint32(group + 4);
    if (first <= last) ranges.push({ first, last });
  }
  return ranges;
}

function rangesOfFormat4(view: DataView, at: number): CodeRange[] {
  const segments = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  const ranges: CodeRange[] = [];
  for (let i = 0; i < segments; i++) {
    const end = view.getUint16(ends + i * 2);
    const start = view.getUint16(starts + i * 2);
    const delta = view.getUint16(deltas + i * 2);
    const offset = view.getUint16(offsets + i * 2);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = offset === 0 ? code : view.getUint16(offsets + i * 2 + offset + (code - start) * 2);
      const glyph = raw === 0 && offset !== 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) ranges.push({ first: code, last: code });
    }
  }
  return ranges;
}

function mergeRanges(ranges: readonly CodeRange[]): CodeRange[] {
  const sorted = [...ranges].sort((a, b) => a.first - b.first);
  const merged: CodeRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last && range.first <= last.last + 1) merged[merged.length - 1] = { first: last.first, last: Math.max(last.last, range.last) };
    else merged.push(range);
  }
  return merged;
}
