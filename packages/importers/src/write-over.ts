import type { Reading } from "@unmask/core";
import { type Encoding, filledField, isJsonObject, parseJson, scanJsonBytes } from "@unmask/formats";

/**
 * What stands in a copy over what was left out of it (docs/formats/pack.md, "Left out"): as many bytes as before, so that every span still
 * points, and none of them from what stood there but its closing comma or line break.
 */
export interface Filler {
  /** What it begins and ends with; ASCII. */
  readonly lead: string;
  /** One character of ASCII, between the two as often as there is room. */
  readonly fill: string;
  readonly tail: string;
}

/** Why nothing was read where a whole record was written over. */
export const hereStandsNothing = "Here stands nothing: it was written over because it was left out of a pack, or its bytes were lost.";

/**
 * Says what to write over the bytes of a reading. `stays`: it is frame that the format needs, and holds no record. `whole`: it cannot be written
 * over, so the file goes whole or not at all.
 */
export type WriteOver = (bytes: Uint8Array, reading: Reading, encoding: Encoding) => Filler | "stays" | "whole";

/** The filler as bytes, `length` of them; undefined where there is no room for it. */
export function fillerBytes({ lead, fill, tail }: Filler, length: number, encoding: Encoding): Uint8Array | undefined {
  const unit = encoding === "utf-8" ? 1 : 2;
  const room = length / unit - lead.length - tail.length;
  if (room < 0 || !Number.isInteger(room)) return undefined;
  const bytes = new Uint8Array(length);
  const low = encoding === "utf-16be" ? 1 : 0;
  const put = (code: number, at: number): void => void (bytes[at * unit + low] = code);
  if (unit === 1) bytes.fill(fill.charCodeAt(0));
  else for (let i = 0; i < room; i++) put(fill.charCodeAt(0), lead.length + i);
  for (let i = 0; i < lead.length; i++) put(lead.charCodeAt(i), i);
  for (let i = 0; i < tail.length; i++) put(tail.charCodeAt(i), lead.length + room + i);
  return bytes;
}

/** The line break that text ends with, as it is written there. */
export function lineBreakOf(bytes: Uint8Array, encoding: Encoding): string {
  return /\r?\n?$/.exec(new TextDecoder(encoding).decode(bytes.subarray(-8)))?.[0] ?? "";
}

/**
 * Records of JSON, and whole values beside them, become an empty object: blanks would belong to the record above, and two commas are no JSON. What
 * is no whole value is the frame around them, and stays.
 */
export const writeOverJson: WriteOver = (bytes, reading) => {
  const text = new TextDecoder().decode(bytes).trimEnd();
  const isFollowed = text.endsWith(",");
  if ("notice" in reading && !isWholeValue(isFollowed ? text.slice(0, -1) : text)) return "stays";
  return { lead: "{}", fill: " ", tail: isFollowed ? "," : "" };
};

function isWholeValue(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/** A part of a record that goes which is no word of its act and can be of somebody else: their reaction, whose words were passed on. */
export interface Beside {
  readonly start: number;
  readonly end: number;
  /** Whose it is, in each way in which the record says so. */
  readonly who: readonly string[];
  /** It says of the words of the act that they are theirs: these stay, and she is told. */
  readonly isOfWords: boolean;
  /** What stands over it where that is somebody who is left out; the record is read as before. */
  readonly filler: Filler;
}

/** Finds such parts in the bytes of a record. */
export type FindBeside = (bytes: Uint8Array) => readonly Beside[];

/** Some bytes that name a thread by who takes part in it, or an account by its number, and that nobody wrote. */
export interface ThreadName {
  readonly start: number;
  readonly end: number;
  /** The title; folders; folders with the own name of a file behind them; the number of an account, outside of quotes. */
  readonly what: "title" | "folders" | "path" | "account";
  /** Of a title, how the group compares, where the document holds several. */
  readonly thread?: string;
  /** Of an account, how an identity of that number compares: an old export and a new one can mean two by it. */
  readonly normals?: readonly string[];
}

/** Finds them: `title` only in the frame of a document, the others in records that go too. */
export type FindThreadNames = (bytes: Uint8Array) => readonly ThreadName[];

/** Makes the finder of what stands at the first group of each expression, in the bytes of a document that are read as a character each. */
export function findsThreadNames(expressions: readonly (readonly [ThreadName["what"], RegExp])[]): FindThreadNames {
  return (bytes) => {
    const text = new TextDecoder("latin1").decode(bytes);
    return expressions.flatMap(([what, expression]) =>
      [...text.matchAll(expression)].map((match) => {
        const [start, end] = match.indices?.[1] ?? [0, 0];
        return { start, end, what };
      }),
    );
  };
}

/** Over the number of an account outside of quotes: a number still. */
export const noNumber: Filler = { lead: "0", fill: " ", tail: "" };

/** Over a name that stands in a frame, or beside the words of an act. */
export const crossedOut: Filler = { lead: "", fill: "x", tail: "" };

/** Where the parts stand in a record of JSON, as paths from it. */
export interface JsonBeside {
  /** Lists of acts by others: an empty object stands over one of them. */
  readonly acts: readonly string[];
  /** Keys under which such an act names who did it. */
  readonly by: readonly string[];
  /** Keys of texts that together name whose the words are: all are written over, and stay texts. */
  readonly names?: readonly string[];
}

/** Makes the finder for records of JSON. `read`: how text is written in the strings, where not as it stands. */
export function besideInJson({ acts, by, names = [] }: JsonBeside, read: (text: string) => string = (text) => text): FindBeside {
  const keys = [...acts.map((path) => path.slice(0, path.indexOf("["))), ...names].map((key) => `"${key}"`);
  return (bytes) => {
    const text = new TextDecoder().decode(bytes);
    if (!keys.some((key) => text.includes(key))) return [];
    const pieces = scanJsonBytes(bytes, { records: acts, values: names });
    const found: Beside[] = [];
    const named: (Beside & { readonly who: readonly [string] })[] = [];
    for (const piece of pieces) {
      if (piece.piece !== "record" && piece.piece !== "value") continue;
      const { start, end } = piece;
      const value = parseJson(new TextDecoder().decode(bytes.subarray(start, end)));
      if (typeof value === "string" && piece.piece === "value")
        named.push({ start, end, who: [read(value)], isOfWords: true, filler: { ...crossedOut, lead: '"', tail: '"' } });
      else if (isJsonObject(value) && piece.piece === "record") {
        const who = by.flatMap((key) => filledField(value, key) ?? []).map(read);
        found.push({ start, end, who, isOfWords: false, filler: { lead: "{}", fill: " ", tail: "" } });
      }
    }
    const together = named.flatMap(({ who }) => who);
    return [...found, ...named.map((one) => ({ ...one, who: together }))];
  };
}
