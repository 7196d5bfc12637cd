import { coverageByFamily } from "./font-coverage.ts";

/**
 * The faces of the report: one npm package a script, loaded only when the text needs it. The whole chain is named in the document and
 * nothing else is ever used, so that the same text gives the same bytes on every machine.
 */

/** A font file that has to be handed to the typesetter. */
export interface FontNeed {
  readonly family: string;
  /** Path inside `node_modules`, the package's name first. */
  readonly file: string;
}

/** One family: which characters it draws is in `font-coverage.ts`, made from the files themselves (test/report/write-coverage.ts). */
export interface Family {
  readonly family: string;
  readonly files: readonly string[];
}

const serif: Family = {
  family: "Noto Serif",
  files: [
    "@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf",
    "@expo-google-fonts/noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf",
    "@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf",
  ],
};
const mono: Family = { family: "Noto Sans Mono", files: ["@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf"] };

/** Faces for one script each, in the order in which they are asked. Their words are never set bold: the regular weight is enough. */
const scripts: readonly Family[] = [
  one("Amiri", "amiri", "Amiri"),
  one("Noto Serif Hebrew", "noto-serif-hebrew", "NotoSerifHebrew"),
  one("Noto Serif Devanagari", "noto-serif-devanagari", "NotoSerifDevanagari"),
  one("Noto Serif Bengali", "noto-serif-bengali", "NotoSerifBengali"),
  one("Noto Sans Gurmukhi", "noto-sans-gurmukhi", "NotoSansGurmukhi"),
  one("Noto Sans Gujarati", "noto-sans-gujarati", "NotoSansGujarati"),
  one("Noto Sans Tamil", "noto-sans-tamil", "NotoSansTamil"),
  one("Noto Sans Thai", "noto-sans-thai", "NotoSansThai"),
];
const chinese = one("Noto Sans SC", "noto-sans-sc", "NotoSansSC");
const japanese = one("Noto Sans JP", "noto-sans-jp", "NotoSansJP");
const korean = one("Noto Sans KR", "noto-sans-kr", "NotoSansKR");
const emoji = one("Noto Emoji", "noto-emoji", "NotoEmoji");

/** Every family that a report can use. */
export const families: readonly Family[] = [serif, mono, ...scripts, emoji, japanese, korean, chinese];

/**
 * The font files that a text needs, in the order in which the typesetter is to ask them. Always holds the serif and the mono face.
 *
 * [Note: Chinese, Japanese, Korean] The three share characters and draw them differently. Which is meant follows from the letters that only
 * one of them has: kana ask for the Japanese face first, hangul for the Korean one, otherwise the Chinese face is asked. The Chinese face
 * (10 MB) is also asked for what the other two lack.
 */
export function fontsFor(text: string): readonly FontNeed[] {
  return familiesFor(text).flatMap(({ family, files }) => files.map((file) => ({ family, file })));
}

/** The families that a text needs, in order: serif, scripts, emoji, Chinese or its neighbours; the mono face last. */
export function familiesFor(text: string): readonly Family[] {
  const codes = distinctCodes(text);
  const needed = new Set<Family>([serif]);
  const eastern: number[] = [];
  for (const code of codes) {
    if (covers(serif, code)) continue;
    const face = [...scripts, emoji].find((family) => covers(family, code));
    if (face) needed.add(face);
    else eastern.push(code);
  }
  const order = easternOrder(codes);
  for (const code of eastern) {
    const face = order.find((family) => covers(family, code));
    if (face) needed.add(face);
  }
  return [...[serif, ...scripts, emoji, ...order].filter((family) => needed.has(family)), mono];
}

/** Whether some family draws a character. */
export function isDrawn(code: number): boolean {
  return families.some((family) => covers(family, code));
}

function one(family: string, name: string, stem: string): Family {
  return { family, files: [`@expo-google-fonts/${name}/400Regular/${stem}_400Regular.ttf`] };
}

function easternOrder(codes: ReadonlySet<number>): readonly Family[] {
  let kana = false;
  let hangul = false;
  for (const code of codes) {
    if (code >= 0x3041 && code <= 0x30ff) kana = true;
    if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff)) hangul = true;
  }
  if (kana) return [japanese, korean, chinese];
  return hangul ? [korean, chinese, japanese] : [chinese, japanese, korean];
}

function distinctCodes(text: string): Set<number> {
  const codes = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    codes.add(code);
  }
  return codes;
}

const rangesByFamily = new Map<Family, { readonly firsts: readonly number[]; readonly lasts: readonly number[] }>();

/** Looks a character up in a family's ranges, which are unpacked at the first question. */
function covers(family: Family, code: number): boolean {
  let ranges = rangesByFamily.get(family);
  if (!ranges) rangesByFamily.set(family, (ranges = unpackRanges(coverageByFamily[family.family] ?? "")));
  const { firsts, lasts } = ranges;
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((firsts[middle] ?? 0) <= code) low = middle;
    else high = middle - 1;
  }
  return (firsts[low] ?? Infinity) <= code && code <= (lasts[low] ?? -1);
}

/** Unpacks "distance from the last range's end[:length less one]" in base 36, ranges apart by a blank. */
function unpackRanges(packed: string): { firsts: number[]; lasts: number[] } {
  const firsts: number[] = [];
  const lasts: number[] = [];
  let last = 0;
  for (const range of packed === "" ? [] : packed.split(" ")) {
    const [distance = "0", more = "0"] = range.split(":");
    const first = last + Number.parseInt(distance, 36);
    last = first + Number.parseInt(more, 36);
    firsts.push(first);
    lasts.push(last);
  }
  return { firsts, lasts };
}
