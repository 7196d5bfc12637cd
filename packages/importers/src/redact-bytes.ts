import type { NameRedactor, PlacedSign, Source } from "@unmask/core";
import { type Encoding, decodeBase64, decodeCharset, decodeWords, encodingOf, mendWindows1252, readStretch } from "@unmask/formats";

/**
 * Names covered in the bytes of a file (docs/formats/pack.md, "Redacted names"): each character is found in whatever way its format writes it, and its
 * sign is written in the same way, in as many bytes.
 */

/** How a kind of file writes characters: as they are, with the escapes of JSON, with those of Meta's JSON, or with the references of XML. */
export type Spelling = "plain" | "json" | "meta-json" | "xml";

/** Bytes that are to stand in place of others. */
export interface Redaction {
  readonly start: number;
  readonly bytes: Uint8Array;
  /** Of the name. */
  readonly number: number;
}

/** How text stands in some bytes. */
export interface TextForm {
  readonly encoding: Encoding;
  readonly spelling: Spelling;
}

/** What covers the names in some bytes; undefined where one is written so that no sign of its length can be. */
export function redactionsIn(bytes: Uint8Array, form: TextForm, redactor: NameRedactor): readonly Redaction[] | undefined {
  if (!mayHold(bytes, form, redactor)) return [];
  const characters = charactersIn(bytes, form);
  const redactions: Redaction[] = [];
  for (const { at, sign, number } of signsOver(
    characters.map(({ character }) => character),
    form,
    redactor,
  )) {
    const written = characters[at];
    const parts = written && partsOf(written, sign);
    if (!written || !parts) return undefined;
    for (const [i, part] of written.parts.entries()) {
      const over = writePart(part, parts[i] ?? 0);
      if (over?.length !== part.end - part.start) return undefined;
      redactions.push({ start: part.start, bytes: over, number });
    }
  }
  return redactions;
}

/** The signs, in order: where first and last name stand apart in one entry, those of the name that both make, as an act says it. */
function signsOver(characters: readonly string[], { spelling }: TextForm, redactor: NameRedactor): readonly PlacedSign[] {
  const signs = redactor.signsOver(characters);
  const apart = spelling === "plain" ? [] : partsApart(characters.join("")).filter((parts) => parts.length > 1);
  if (apart.length === 0) return signs;
  const placed = new Map(signs.map((one) => [one.at, one]));
  const placeAt = characters.flatMap((character, at) => Array.from({ length: character.length }, () => at));
  for (const parts of apart) {
    const places = parts.flatMap(({ start, value }) => [undefined, ...new Set(placeAt.slice(start, start + value.length))]);
    const joined = redactor.signsOver(places.map((at) => (at === undefined ? " " : (characters[at] ?? ""))));
    for (const at of places) if (at !== undefined) placed.delete(at);
    for (const one of joined) {
      const at = places[one.at];
      if (at !== undefined) placed.set(at, { ...one, at });
    }
  }
  return [...placed.values()].sort((a, b) => a.at - b.at);
}

/** Where names stand in some bytes, in order, none touching the next; however many bytes a character has there, something else is to stand over it. */
export function placesOfNames(bytes: Uint8Array, form: TextForm, names: Pick<NameRedactor, "holds" | "signsOver">): readonly Place[] {
  if (!mayHold(bytes, form, names)) return [];
  const characters = charactersIn(bytes, form);
  return placesOf(
    characters,
    names.signsOver(characters.map(({ character }) => character)).map(({ at }) => at),
  );
}

/** Where a text is another once it is covered, in the same way; `cover` gives as many characters as it takes. */
export function placesCovered(bytes: Uint8Array, form: TextForm, cover: (text: string) => string): readonly Place[] {
  const characters = charactersIn(bytes, form);
  const text = characters.map(({ character }) => character).join("");
  const covered = cover(text);
  if (covered === text) return [];
  const over = [...covered];
  return placesOf(
    characters,
    [...characters.keys()].filter((at) => over[at] !== characters[at]?.character),
  );
}

/** Bytes, the second excluded. */
type Place = readonly [start: number, end: number];

function placesOf(characters: readonly Written[], at: readonly number[]): readonly Place[] {
  const places: [number, number][] = [];
  for (const { start, end } of at.flatMap((one) => characters[one]?.parts ?? [])) {
    const last = places.at(-1);
    if (last !== undefined && last[1] === start) last[1] = end;
    else places.push([start, end]);
  }
  return places;
}

/** Most records hold no name: they are asked as a whole. One with an escape is looked at character by character. */
function mayHold(bytes: Uint8Array, { encoding, spelling }: TextForm, redactor: Pick<NameRedactor, "holds">): boolean {
  const text = new TextDecoder(encoding).decode(bytes);
  if (redactor.holds(text) || (spelling !== "plain" && redactor.holds(joinedParts(text)))) return true;
  const escape = spelling === "xml" ? "&" : spelling === "plain" ? "\ufffd" : "\\";
  return text.includes(escape) || (spelling === "meta-json" && /[\u00c2-\u00f4]/.test(text));
}

/** Some bytes that write one character or a part of it, and how. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly way: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "json-unit" | "json-mark" | "decimal" | "hexadecimal" | "named";
}

/** One character of the text, and what writes it: of one part its code, of two the halves of a surrogate pair, of Meta's the bytes of its UTF-8. */
interface Written {
  readonly character: string;
  readonly parts: readonly Part[];
  readonly isMeta?: boolean;
}

function charactersIn(bytes: Uint8Array, { encoding, spelling }: TextForm): readonly Written[] {
  const raw = encoding === "utf-8" ? readUtf8(bytes) : readUtf16(bytes, encoding);
  if (spelling === "plain") return raw;
  if (spelling === "xml") return joinHalves(readReferences(raw));
  const read = joinHalves(readEscapes(raw));
  return spelling === "json" ? read : joinBytes(read);
}

/** A byte that is no UTF-8 is a character of Windows-1252: what a table without a mark falls back on. */
function readUtf8(bytes: Uint8Array): readonly Written[] {
  const read: Written[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    const character = length === 1 ? String.fromCharCode(first) : length === 0 ? undefined : strictly(bytes.subarray(at, at + length));
    if (character === undefined) {
      read.push({ character: decode1252(bytes.subarray(at, at + 1)), parts: [{ start: at, end: at + 1, way: "windows-1252" }] });
      at++;
    } else {
      read.push({ character, parts: [{ start: at, end: at + length, way: "utf-8" }] });
      at += length;
    }
  }
  return read;
}

const windows1252 = new TextDecoder("windows-1252");

function decode1252(bytes: Uint8Array): string {
  return mendWindows1252(windows1252.decode(bytes));
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The one character that the bytes write; undefined where they write none. */
function strictly(bytes: Uint8Array): string | undefined {
  try {
    const text = strict.decode(bytes);
    return [...text].length === 1 ? text : undefined;
  } catch {
    return undefined; // TypeError: no UTF-8.
  }
}

function readUtf16(bytes: Uint8Array, way: "utf-16le" | "utf-16be"): readonly Written[] {
  const [low, high] = way === "utf-16le" ? [0, 1] : [1, 0];
  const read: Written[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = (bytes[at + low] ?? 0) | ((bytes[at + high] ?? 0) << 8);
    read.push({ character: String.fromCharCode(unit), parts: [{ start: at, end: at + 2, way }] });
  }
  return joinHalves(read);
}

/** `\u00e9`, `\n`, `\"` and their like. */
function readEscapes(raw: readonly Written[]): readonly Written[] {
  const read: Written[] = [];
  for (let i = 0; i < raw.length;) {
    const one = raw[i];
    const next = raw[i + 1];
    if (!one) break;
    if (one.character !== "\\" || !next) {
      read.push(one);
      i++;
      continue;
    }
    const digits = next.character === "u" ? textOf(raw, i + 2, i + 6) : "";
    const isUnit = /^[\da-f]{4}$/i.test(digits);
    const length = isUnit ? 6 : 2;
    const character = isUnit ? String.fromCharCode(Number.parseInt(digits, 16)) : (blankByEscape.get(next.character) ?? next.character);
    read.push({ character, parts: [spanning(raw, { from: i, to: i + length, way: isUnit ? "json-unit" : "json-mark" })] });
    i += length;
  }
  return read;
}

const blankByEscape: ReadonlyMap<string, string> = new Map([..."bfnrt"].map((letter) => [letter, " "]));

/** `&#233;`, `&#xE9;`, `&amp;`. */
function readReferences(raw: readonly Written[]): readonly Written[] {
  const read: Written[] = [];
  for (let i = 0; i < raw.length;) {
    const one = raw[i];
    if (!one) break;
    const found =
      one.character === "&" ? /^&(?:#(\d{1,8})|#x([\da-f]{1,8})|(amp|lt|gt|quot|apos));/i.exec(textOf(raw, i, i + maxReference)) : null;
    const code = Number.parseInt(found?.[1] ?? found?.[2] ?? "", found?.[1] === undefined ? 16 : 10);
    const character = found?.[3] === undefined ? characterOf(code) : (characterByName.get(found[3].toLowerCase()) ?? "&");
    if (!found || character === undefined) {
      read.push(one);
      i++;
      continue;
    }
    const to = i + found[0].length;
    const way = found[1] !== undefined ? "decimal" : found[2] !== undefined ? "hexadecimal" : "named";
    read.push({ character, parts: [spanning(raw, { from: i, to, way })] });
    i = to;
  }
  return read;
}

const maxReference = 12;
const characterByName: ReadonlyMap<string, string> = new Map(Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }));

function characterOf(code: number): string | undefined {
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function textOf(raw: readonly Written[], from: number, to: number): string {
  return raw
    .slice(from, to)
    .map(({ character }) => character)
    .join("");
}

function spanning(
  raw: readonly Written[],
  { from, to, way }: { readonly from: number; readonly to: number; readonly way: Part["way"] },
): Part {
  return { start: raw[from]?.parts[0]?.start ?? 0, end: raw[to - 1]?.parts.at(-1)?.end ?? 0, way };
}

/** Two halves of a surrogate pair that stand beside each other are one character. */
function joinHalves(read: readonly Written[]): readonly Written[] {
  const joined: Written[] = [];
  for (const one of read) {
    const last = joined.at(-1);
    const isPair = last !== undefined && /^[\ud800-\udbff]$/.test(last.character) && /^[\udc00-\udfff]$/.test(one.character);
    if (isPair) joined[joined.length - 1] = { character: last.character + one.character, parts: [...last.parts, ...one.parts] };
    else joined.push(one);
  }
  return joined;
}

/** Meta writes each byte of its UTF-8 as a character: those that give one character are that character. */
function joinBytes(read: readonly Written[]): readonly Written[] {
  const joined: Written[] = [];
  for (let i = 0; i < read.length;) {
    const one = read[i];
    if (!one) break;
    const first = one.character.charCodeAt(0);
    const length = first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const run = read.slice(i, i + length);
    const codes = run.map(({ character }) => character.codePointAt(0) ?? 0);
    const character =
      length > 1 && codes.length === length && codes.every((code) => code <= 0xff) ? strictly(Uint8Array.from(codes)) : undefined;
    if (character === undefined) joined.push(one);
    else joined.push({ character, parts: run.flatMap(({ parts }) => parts), isMeta: true });
    i += character === undefined ? 1 : length;
  }
  return joined;
}

/** The number that each part of a character has to write for the sign to stand there; undefined where the parts are of another number. */
function partsOf({ parts, isMeta = false }: Written, sign: string): readonly number[] | undefined {
  const units = Array.from({ length: sign.length }, (_, i) => sign.charCodeAt(i));
  const numbers = isMeta ? [...new TextEncoder().encode(sign)] : parts.length > 1 ? units : [sign.codePointAt(0) ?? 0];
  return numbers.length === parts.length ? numbers : undefined;
}

/** Writes a number in the way of a part; undefined where that way cannot. */
function writePart({ start, end, way }: Part, value: number): Uint8Array | undefined {
  const digits = end - start;
  switch (way) {
    case "utf-8":
      return new TextEncoder().encode(String.fromCodePoint(value));
    case "utf-16le":
      return Uint8Array.from([value & 0xff, value >> 8]);
    case "utf-16be":
      return Uint8Array.from([value >> 8, value & 0xff]);
    case "windows-1252":
      return value <= 0xff ? Uint8Array.from([value]) : value === 0x2022 ? Uint8Array.from([0x95]) : undefined;
    case "json-unit":
      return ascii(`\\u${value.toString(16).padStart(4, "0")}`);
    case "json-mark":
      return undefined;
    case "decimal":
    case "named":
      return ascii(`&#${String(value).padStart(digits - 3, "0")};`);
    case "hexadecimal":
      return ascii(`&#x${value.toString(16).padStart(digits - 4, "0")};`);
  }
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes that are looked through at once, and how far two looks overlap: no name and no escape of it is longer. */
const lookSize = 1024 * 1024;
const lookOverlap = 16 * 1024;

/** Whether a name stands anywhere in a file of text, in any way in which text is written in the kinds of file that we know. */
export async function fileHoldsName(source: Source, redactor: NameRedactor): Promise<boolean> {
  for await (const written of textsIn(source))
    for (const reading of [written, ...readingsOfMarkup(written)]) if (redactor.holds(reading) || redactor.holdsNear(reading)) return true;
  return false;
}

/** What a file of text says, piece by piece, in each way in which it can be read. */
async function* textsIn(source: Source): AsyncGenerator<string, void, undefined> {
  const encoding = encodingOf(await readStretch(source, 0, 4));
  const labels = new Set<string>();
  for (let at = 0; at < source.size; at += lookSize) {
    const bytes = await readStretch(source, at, Math.min(source.size, at + lookSize + lookOverlap));
    const text = new TextDecoder(encoding).decode(bytes);
    for (const [, label = ""] of text.matchAll(named)) if (labels.size < mostLabels) labels.add(label.toLowerCase());
    // What is no UTF-8 may be Windows-1252.
    const texts: string[] = encoding === "utf-8" && text.includes("\ufffd") ? [text, decode1252(bytes)] : [text];
    // UTF-16 without its mark, and UTF-32: a Latin letter has zeros beside it.
    if (bytes.includes(0))
      for (const other of ["utf-16le", "utf-16be"]) texts.push(new TextDecoder(other).decode(bytes).replaceAll("\0", ""));
    const others = [...labels].filter((label) => !ordinary.test(label));
    for (const label of others) texts.push(decodeCharset(bytes, label).text);
    for (const one of texts) yield* readingsOf(one, { labels: others, isCut: at > 0, depth: 0 });
  }
}

/** A card of a contact: what stands on it, read in each way, and the telephone numbers. */
export interface Card {
  readonly says: readonly string[];
  readonly numbers: readonly string[];
}

/** The cards in a file of text. */
export async function cardsIn(source: Source): Promise<readonly Card[]> {
  const cards: Card[] = [];
  for await (const text of textsIn(source)) for (const one of cardsOf(text)) cards.push(one);
  return cards;
}

/** The cards in a text: entries of JSON with a key for a telephone number, vCards, and what an act says of one that was sent. */
export function cardsOf(text: string): readonly Card[] {
  return kindsOfCard
    .filter(({ sign }) => sign.test(text))
    .flatMap(({ cards, number }) =>
      cards(text).map((card) => ({ card, numbers: Array.from(card.matchAll(number), ([, one = ""]) => one) })),
    )
    .flatMap(({ card, numbers }) => (numbers.length === 0 ? [] : [{ says: [card, ...readingsOfMarkup(card)], numbers }]));
}

/** How each kind of card is found, and the numbers on it. A text without its `sign` is passed over at once. */
const kindsOfCard: readonly { readonly sign: RegExp; cards(text: string): readonly string[]; readonly number: RegExp }[] = [
  {
    sign: /phone|mobile/i,
    cards: (text) => text.split(/[{}]/),
    number: /"[\w ]{0,30}(?:phone|mobile)[\w ]{0,30}"\s{0,8}:\s{0,8}"([^"]{7,40})"/gi,
  },
  {
    sign: /begin:vcard/i,
    cards: (text) =>
      text
        .split(/begin:vcard/i)
        .slice(1)
        .map((card) => card.split(/end:vcard/i, 1).join("")),
    number: /^(?:[\w-]{1,20}\.)?tel[^:\n]{0,100}:(?:tel:)?([^\r\n]{7,40})/gim,
  },
  { sign: /^Contact: /m, cards: (text) => text.match(/^Contact: .+/gm) ?? [], number: /(\+?\d[\d ().-]{6,40})$/g },
];

/** An encoding that a mail, a page or an XML file names for itself; those that are read anyway, and how many others are tried, against a file of names. */
const named = /(?:charset|encoding)\s{0,8}=\s{0,8}["']?([\w.:+-]{2,40})/gi;
const ordinary = /^(?:utf-?8|(?:us-)?ascii|iso-8859-1|windows-1252|base64)$/;
const mostLabels = 8;

interface Reading {
  /** Encodings that the file names, beside UTF-8 and Windows-1252. */
  readonly labels: readonly string[];
  /** Its first letters may be the middle of some base64. */
  readonly isCut: boolean;
  readonly depth: number;
}

/** Base64 in base64, as of a mail that is sent on in another. */
const deepest = 2;

/** A text, and what it says where its escapes, references, encoded words, quoted-printable and base64 are read. */
function* readingsOf(text: string, reading: Reading): Generator<string, void, undefined> {
  for (const view of viewsOf(text)) {
    yield view;
    if (/=[\dA-F]{2}|=\r?\n/i.test(view)) {
      const quoted = view
        .replace(/=[ \t]*\r?\n/g, "")
        .replace(/=([\dA-F]{2})/gi, (_, one: string) => String.fromCharCode(Number.parseInt(one, 16)));
      yield quoted;
      yield readAsBytes(quoted);
      for (const label of reading.labels) yield decodeCharset(bytesOf(quoted), label).text;
    }
    if (reading.depth < deepest)
      for (const one of readBase64(view, reading)) yield* readingsOf(one, { ...reading, isCut: false, depth: reading.depth + 1 });
  }
}

/** A text as it stands, and with its escapes, its references or its encoded words read. */
function* viewsOf(text: string): Generator<string, void, undefined> {
  yield text;
  if (text.includes("\\")) {
    const json = text
      .replace(/\\u([\da-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
      .replace(/\\(.)/gs, (_, mark: string) => (mark === "n" || mark === "r" ? "\n" : (blankByEscape.get(mark) ?? mark)));
    yield json;
    yield readAsBytes(json);
  }
  if (text.includes("&#")) {
    const read = (digits: string, base: number): string => characterOf(Number.parseInt(digits, base)) ?? " ";
    yield text
      .replace(/&#(\d{1,8});/g, (_, one: string) => read(one, 10))
      .replace(/&#x([\da-f]{1,8});/gi, (_, one: string) => read(one, 16));
  }
  if (text.includes("=?")) yield decodeWords(text).text;
  // The name of a file in pieces (RFC 2231).
  if (/\*1\*?=/.test(text)) yield text.replace(/"?;\s{0,8}[\w-]{1,40}\*[1-9]\d?\*?="?/g, "");
}

/** What a text says where the escapes of addresses, folded lines, the tags and references of HTML, and the marks of RTF are read. */
function* readingsOfMarkup(text: string): Generator<string, void, undefined> {
  if (/%[\da-f]{2}/i.test(text))
    yield text.replace(/(?:%[\da-f]{2})+/gi, (run) =>
      new TextDecoder().decode(Uint8Array.from(run.split("%").slice(1), (digits) => Number.parseInt(digits, 16))),
    );
  if (text.includes('"')) yield* readFields(text);
  if (/\n[ \t]/.test(text)) yield text.replace(/\r?\n[ \t]/g, "");
  if (/<[a-z/!]|&[a-z#]/i.test(text)) yield withoutTags(readEntities(withoutTags(text)));
  if (text.includes("{\\rtf"))
    yield text
      .replace(/\\'([\da-f]{2})/gi, (_, digits: string) => decode1252(Uint8Array.of(Number.parseInt(digits, 16))))
      .replace(/\\u(-?\d{1,5}) ?\??/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 10) & 0xffff))
      .replace(/\\[a-z]+-?\d* ?|[{}]/gi, "");
}

/** A key of JSON or an attribute of XML, and a key that says which part of a name its value is. Bounded: a file of quotes alone is read in one go. */
const keys = /"[^"\\]{1,60}"\s{0,8}:|(?<![\w:-])[\w:-]{1,60}\s{0,8}=\s{0,8}(?=["'])/g;
const namePart = /["\s][\w-]{0,20}(?:first|given|fore|middle|last|family|sur)[\w-]{0,20}"?\s{0,8}[:=]\s{0,8}["']([^"'\\]{1,100})["']/gi;
/** More than stands between the parts of one name, so that two entries are never read as one. */
const nextEntry = "|".repeat(8);

/** The values of fields without their keys, and the parts of names that stand apart in one entry, as first and last name. */
function* readFields(text: string): Generator<string, void, undefined> {
  yield text.replace(keys, " ").replace(/\s+/g, " ").replace(/[{}]/g, nextEntry);
  yield joinedParts(text);
}

/** The parts of names that stand apart, as first and last name: those of one entry together, each with its place in the text. */
function partsApart(text: string): readonly (readonly { readonly start: number; readonly value: string }[])[] {
  const entries: { start: number; value: string }[][] = [];
  let end = 0;
  for (const { index, 0: field, 1: value = "" } of text.matchAll(namePart)) {
    const part = { start: index + field.length - 1 - value.length, value };
    const last = entries.at(-1);
    if (last === undefined || /[{}<>]/.test(text.slice(end, index))) entries.push([part]);
    else last.push(part);
    end = index + field.length;
  }
  return entries;
}

function joinedParts(text: string): string {
  return partsApart(text)
    .map((parts) => parts.map(({ value }) => value).join(" "))
    .join(nextEntry);
}

/** Tags that stand inside words; every other parts them. */
const inWords = /<\/?(?:a|b|big|em|font|i|mark|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?>|<!--[^<>]*-->/gi;

function withoutTags(text: string): string {
  return text.replace(inWords, "").replace(/<[a-z/!][^<>]*>/gi, " ");
}

/** Letters with a mark by their letter alone, as names are compared; every other sign parts words. */
function readEntities(text: string): string {
  return text
    .replace(/&amp;/gi, "&")
    .replace(/&#(\d{1,8});?/g, (_, digits: string) => characterOf(Number.parseInt(digits, 10)) ?? " ")
    .replace(/&#x([\da-f]{1,8});?/gi, (_, digits: string) => characterOf(Number.parseInt(digits, 16)) ?? " ")
    .replace(/&([a-z])(?:acute|breve|caron|cedil|circ|dblac|dot|grave|macr|ogon|ring|tilde|uml);/gi, "$1")
    .replace(/&([a-z]{2,8});/gi, (_, name: string) => letterByName.get(name.toLowerCase()) ?? " ");
}

const letterByName: ReadonlyMap<string, string> = new Map(
  Object.entries({ aelig: "æ", dstrok: "đ", eth: "ð", inodot: "ı", lstrok: "ł", oelig: "œ", oslash: "ø", shy: "", szlig: "ß", thorn: "þ" }),
);

/** Characters up to U+00FF as bytes of UTF-8; what lies above is no byte and ends a run. */
function readAsBytes(text: string): string {
  return new TextDecoder().decode(bytesOf(text));
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (one) => (one.charCodeAt(0) <= 0xff ? one.charCodeAt(0) : 0x20));
}

/** Some base64 in one line, from its first letter over further lines, and in lines of nothing else: a word before the first of these is none of it. */
const runs = [
  /[A-Za-z0-9+/]{3,}={0,2}/g,
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{3,}(?:={0,2}[ \t]{0,8}\r?\n[ \t]{0,8}[A-Za-z0-9+/]+)+={0,2}/g,
  /^(?:[A-Za-z0-9+/]+={0,2}[ \t]{0,8}(?:\r?\n|$)){2,}/gm,
] as const;

/** What the base64 in a text says, all of it together: a name is looked for in each word. */
function readBase64(text: string, { labels, isCut }: Reading): readonly string[] {
  const found = new Set<string>(runs.flatMap((run) => text.match(run) ?? []));
  const [cut = ""] = isCut ? (/^[A-Za-z0-9+/]+(?:\r?\n[A-Za-z0-9+/]+)*/.exec(text) ?? []) : [];
  if (cut !== "") for (const shift of [1, 2, 3]) found.add(cut.replace(/\s/g, "").slice(shift));
  const decoded = [...found].map((run) => decodeBase64(new TextEncoder().encode(run)));
  const plain = decoded.filter((bytes) => isText(bytes, labels.length > 0));
  const wide = decoded.filter(isWide);
  const all = joinLines(plain);
  const read = new TextDecoder().decode(all);
  return [
    ...(plain.length > 0 ? [read] : []),
    ...(read.includes("\ufffd") ? [decode1252(all)] : []),
    ...(plain.length > 0 ? labels.map((label) => decodeCharset(all, label).text) : []),
    ...(wide.length > 0
      ? ["utf-16le", "utf-16be"].map((way) =>
          wide
            .map((bytes) => new TextDecoder(way).decode(bytes))
            .join("\n")
            .replaceAll("\0", ""),
        )
      : []),
  ];
}

/** Bytes of base64 from which on no byte of a picture is taken for text, if none is a control character. */
const longRun = 18;

/**
 * Whether some bytes are text and not a picture, or a word that only looks like base64: nearly all is printed ASCII; or it is UTF-8, or long, or of an
 * encoding that the file names, and nothing in it is a control character.
 */
function isText(bytes: Uint8Array, hasLabels: boolean): boolean {
  let [printed, controls] = [0, 0];
  for (const byte of bytes) {
    if ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d) printed++;
    else if (byte < 0x20 && byte !== 0x09) controls++;
  }
  if (printed * 10 >= bytes.length * 8) return bytes.length > 0;
  return controls === 0 && (hasLabels || bytes.length >= longRun || isUtf8(bytes));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false; // TypeError: no UTF-8.
  }
}

/** UTF-16 or UTF-32: with its mark, or with zeros beside its letters. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const zeros = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return bytes.length > 3 && zeros * 3 >= bytes.length;
}

function joinLines(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((size, { length }) => size + length + 1, 0)).fill(0x0a);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length + 1;
  }
  return all;
}
