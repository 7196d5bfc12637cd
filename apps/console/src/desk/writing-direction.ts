import { cutAt } from "@unmask/words";

/**
 * Words of strangers stand beside words of ours, and some signs turn the direction of all that follows them: a name that holds one could put the
 * rest of a row in another order, and a file "photo\u202Egpj.exe" reads as "photoexe.jpg". What turns is shown as a sign; the letters stay.
 */

/** Signs that turn by force, whatever the letters are. Nobody needs one to write a language. */
const overrides = "\u202D\u202E";
/** Signs that begin a stretch of its own direction, as WhatsApp sets them around numbers; harmless where they are ended. */
const embeddings = "\u202A\u202B";
const isolates = "\u2066\u2067\u2068";
const endOfEmbedding = "\u202C";
const endOfIsolate = "\u2069";

const turning = /[\u202A-\u202E\u2066-\u2069]/;
/** Letters that are written from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}]|[\u{1E800}-\u{1EFFF}]/u;

/** The same JSON, in which no text turns what stands beside it. */
export function keepDirection(value: unknown): unknown {
  if (typeof value === "string") return inItsDirection(value);
  if (Array.isArray(value)) return value.map(keepDirection);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, keepDirection(one)]));
}

/** A text in a stretch of its own, line by line, with what would turn the rest shown as `‹U+202E›`. */
export function inItsDirection(text: string): string {
  if (!turning.test(text) && !rightToLeft.test(text)) return text;
  return text
    .split("\n")
    .map((line) => (turning.test(line) || rightToLeft.test(line) ? `\u2068${ended(line)}${endOfIsolate}` : line))
    .join("\n");
}

/** A text for a file, without the stretches into which its pieces were put for the screen: what stood inside one stays as it came. */
export function withoutStretches(text: string): string {
  const kept: string[] = [];
  // Ours are the outermost: what came with a sign that turns was put into one of them.
  const begun: boolean[] = [];
  for (const sign of text) {
    const begins = isolates.includes(sign);
    if (begins) begun.push(begun.length === 0 && sign === "\u2068");
    const isOurs = begins ? begun.at(-1) : sign === endOfIsolate && begun.pop();
    if (isOurs !== true) kept.push(sign);
  }
  return kept.join("");
}

/** The first letters of a text whose direction was kept, with each stretch that the cut left open ended. */
export function cutTo(text: string, letters: number): string {
  const cut = cutAt(text, letters);
  let ends = "";
  for (const sign of cut) {
    if (embeddings.includes(sign)) ends = endOfEmbedding + ends;
    else if (isolates.includes(sign)) ends = endOfIsolate + ends;
    else if (sign === endOfEmbedding || sign === endOfIsolate) ends = ends.slice(ends.indexOf(sign) + 1);
  }
  return cut + ends;
}

/** A sign that began a stretch, and where it stands. */
interface Begun {
  readonly place: number;
  readonly isIsolate: boolean;
  readonly isShown: boolean;
}

/** The line in which every stretch that begins also ends. */
function ended(line: string): string {
  const written: string[] = [];
  let begun: readonly Begun[] = [];
  for (const sign of line) {
    const last = begun.at(-1);
    if (overrides.includes(sign)) {
      begun = [...begun, { place: written.length, isIsolate: false, isShown: true }];
      written.push(shown(sign));
    } else if (embeddings.includes(sign) || isolates.includes(sign)) {
      begun = [...begun, { place: written.length, isIsolate: isolates.includes(sign), isShown: false }];
      written.push(sign);
    } else if (sign === endOfEmbedding) {
      if (last === undefined || last.isIsolate) continue;
      begun = begun.slice(0, -1);
      if (!last.isShown) written.push(sign);
    } else if (sign === endOfIsolate) {
      const from = begun.findLastIndex(({ isIsolate }) => isIsolate);
      if (from === -1) continue;
      // It ends what began inside it, too.
      begun = begun.slice(0, from);
      written.push(sign);
    } else written.push(sign);
  }
  for (const { place, isShown } of begun) if (!isShown) written[place] = shown(written[place] ?? "");
  return written.join("");
}

function shown(sign: string): string {
  return `‹U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}›`;
}
