import { holdsActOfPack } from "./own-texts.ts";

/**
 * What a text is by marks that stand anywhere in it: a secret key, an act of a pack, or what she wrote for this program. A mark is looked for however a letter, a page
 * or a word processor sets it, because a draft of where she can be reached must not slip into a pack; and it must be the whole form of the thing,
 * because a heading or a word of it can be written by anybody into a chat that is evidence.
 */
export type MarkInText = "key" | "act" | "cover" | "statement";

/** The mark that a text of at most a few MiB bears; undefined where there is none. Takes time in proportion to its length. */
export function markOf(bytes: Uint8Array): MarkInText | undefined {
  const text = decodeText(bytes);
  if (holdsSecretKey(text)) return "key";
  return holdsActOfPack(text) ? "act" : formIn(text);
}

/** The mark at the beginning of a text that is too long for any other: a statement says there who is who, and acts follow each other to the end. */
export function markOfBeginning(bytes: Uint8Array): "act" | "statement" | undefined {
  const text = decodeText(bytes);
  if (holdsActOfPack(text)) return "act";
  return formIn(text) === "statement" ? "statement" : undefined;
}

/** A text in whatever it is written. UTF-16 and UTF-32 are told by where their zeros stand. What is no UTF-8 becomes U+FFFD: quotes of older code pages do, and are folded as quotes. */
export function decodeText(bytes: Uint8Array): string {
  if (!bytes.includes(0)) return new TextDecoder().decode(bytes);
  const inEven = bytes.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const inOdd = bytes.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  return new TextDecoder(inEven > inOdd ? "utf-16be" : "utf-16le").decode(bytes).replaceAll("\0", "");
}

/** An age identity, or a minisign secret key, locked by a password or not (docs/formats/signature.md). */
const keyInOneLine = /(?<![A-Z0-9])AGE-SECRET-KEY-(?:PQ-)?1[02-9AC-HJ-NP-Z]{50}|(?<![A-Za-z0-9+/])RW(?:QAAEIy|RTY0Iy)[A-Za-z0-9+/]{200}/i;
/** The heading of a private key in armour (PEM, OpenSSH, OpenPGP), or the line of PuTTY above the secret half. */
const headings = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----|Private-Lines: ?\d{1,3}/gi;
/** Characters looked at behind a heading. */
const behindHeading = 2048;
/** Characters in base64 of the least key there is in armour (Ed25519: 64), and of three lines of a longer one whose end is missing. */
const leastKey = 60;
const threeLines = 160;
/** The secret half of Ed25519 as PuTTY writes it has 48. */
const leastOfPutty = 40;

function holdsSecretKey(text: string): boolean {
  if (keyInOneLine.test(text)) return true;
  const isPutty = /PuTTY-User-Key-File-\d/i.test(text);
  for (const { 0: heading, index } of text.matchAll(headings)) {
    const from = index + heading.length;
    const { length, isEnded } = base64At(text.slice(from, from + behindHeading).split("-----BEGIN", 1)[0] ?? "");
    if (heading.startsWith("-") ? length >= (isEnded ? leastKey : threeLines) : isPutty && length >= leastOfPutty) return true;
  }
  return false;
}

/** How much base64 in long runs begins a text, whose breaks can be those of JSON, of a page or of RTF; and whether an end of armour follows. */
function base64At(text: string): { readonly length: number; readonly isEnded: boolean } {
  const plain = text
    .replace(/(?<!\\)\\+(?:par\b|[nrt])|<[^<>]{0,200}>|&nbsp;|[>\\"]/g, "\n")
    .replace(/^\s*(?:[A-Za-z][A-Za-z-]{0,30}: [^\n]*\n\s*)*/, "");
  let length = 0;
  for (const word of plain.split(/\s+/)) {
    if (!/^[A-Za-z0-9+/]{16,}={0,3}$/.test(word)) break;
    length += word.length;
  }
  return { length, isEnded: /-----END [A-Z0-9 ]{0,40}PRIVATE KEY/i.test(plain) };
}

const entities: Readonly<Record<string, string>> = { nbsp: " ", lbrace: "{", lcub: "{", rbrace: "}", rcub: "}", lbrack: "[", colon: ":" };

/** A text as it would stand in a plain file: no entities, tags, backslashes or commands of RTF. */
function unwrap(text: string): string {
  const isRtf = text.startsWith("{\\rtf");
  return (isRtf ? foldRtf(text) : text)
    .replace(/&(?:amp;)?(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{1,8}));/gi, (_, decimal?: string, hex?: string, name?: string) =>
      name === undefined
        ? character(decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal))
        : (entities[name.toLowerCase()] ?? '"'),
    )
    .replace(/<[a-z/!?][^<>]{0,500}>/gi, "")
    .replace(/(?<!\\)\\+u([0-9a-f]{4})/gi, (_, hex: string) => character(parseInt(hex, 16)))
    .replace(/(?<!\\)\\+[nrt]/g, " ")
    .replaceAll("\\", "");
}

const quotes = "\\p{Pi}\\p{Pf}‚„'`´′″〝〞〟＂＇「」『』\\u0080-\\u009f\\ufffd";
const blanks = "\\s\\p{Default_Ignorable_Code_Point}";
const anyQuote = new RegExp(`[${quotes}]`, "gu");
const manyBlanks = new RegExp(`[${blanks}]+`, "gu");

/** Every quote `"`, every run of blanks one, and nothing of a quoted mail or a table at the start of a line. */
function fold(unwrapped: string): string {
  return unwrapped
    .replace(anyQuote, '"')
    .replace(/^[\s>|]+/gm, " ")
    .replace(manyBlanks, " ");
}

/**
 * A field without which a text has neither form, before it is folded: nearly every chat lacks it, and to fold one costs more than to read it.
 * Between its name and what follows stands only what `fold` makes a quote or a blank.
 */
const fieldOfForm = new RegExp(
  `(?:contact|jurisdiction|perhaps|marks|stops|agreed|notThis|gaps|anniversaries|places|answers)[${quotes}${blanks}"|>]*:|them[${quotes}${blanks}"|>]*:[${quotes}${blanks}"|>]*[[{]`,
  "iu",
);

/** RTF puts a backslash before every brace of the text itself, and groups what it sets by the others. */
function foldRtf(text: string): string {
  return text.replace(
    /\\([{}\\])|[{}]|\\'([0-9a-f]{2})|\\u(\d{1,5}) ?\??|\\[a-z]{1,32}-?\d{0,10} ?|\\\r?\n/gi,
    (whole: string, brace?: string, hex?: string, code?: string) => {
      if (brace !== undefined) return brace;
      if (hex !== undefined) return new TextDecoder("windows-1252").decode(Uint8Array.of(parseInt(hex, 16)));
      if (code !== undefined) return character(Number(code));
      return /^\\[lr]d?blquote|^\\[lr]quote/.test(whole) ? '"' : /^\\(?:par|line|tab|\r|\n)/.test(whole) ? " " : "";
    },
  );
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** The fields of the contact sheet (docs/formats/cover.md). */
const ofContact = new Set(
  "filledIn reach hours firstWords codeWords wrongVoice never why instead emergency speak hear until".toLowerCase().split(" "),
);
/** Fields of the cover beside it, of which the first few are nobody else's. */
const ofCoverAlone = new Set(["danger", "feared", "asks", "helps", "lost"]);
const ofCover = new Set([...ofCoverAlone, "relationship", "changed", "earlier", "orders"]);
/** The fields of a statement (docs/formats/statement.md) beside `me` and `them`; the first few stand in many files. */
const ofStatementAlone = new Set(
  "version jurisdiction perhaps marks stops agreed notThis gaps anniversaries places answers leftOut".toLowerCase().split(" "),
);
const ofStatement = new Set([...ofStatementAlone, "zone", "country", "me", "them"]);
/** What exports of chats and devices hold, and what she writes for this program only where she adds a field of her own. */
const ofExports = /" ?(?:messages?|events?|conversations?|chats?|threads?)" ?: ?[[{]/i;

/** An object that is open while a text is gone through, and the names in it. */
interface Open {
  readonly name: string;
  readonly names: Set<string>;
  /** Names in quotes: a word before a colon in a letter is no field. */
  readonly quoted: Set<string>;
  /** The objects in it that are called as a person of a statement is. */
  readonly people: Set<string>;
  /** What it lies in: never such a person, because a draft can lack the brace that ends `me`. */
  readonly around: Open | undefined;
}

function isPerson({ name }: Open): boolean {
  return name === "me" || name === "them";
}

function open(name: string, within?: Open): Open {
  return { name, names: new Set(), quoted: new Set(), people: new Set(), around: within && isPerson(within) ? within.around : within };
}

/** The name of a field, in quotes (in a table two) or bare, or a bracket. */
const fieldOrBracket = /"{1,2}([^"{}[\]:,]{1,40})"{1,2} ?: ?|(?<![\w$.-])(\w{1,40}) ?: ?|[{}[\]]/g;

/** A cover or a statement by its form, also of a draft that is not finished or not right yet, and in a note around it. */
function formIn(text: string): "cover" | "statement" | undefined {
  const unwrapped = unwrap(text);
  if (!fieldOfForm.test(unwrapped)) return undefined;
  const folded = fold(unwrapped);
  // An export of another program has no version of ours beside our own fields: only by these is it told there.
  const formOf = ofExports.test(folded) ? wholeFormOf : draftFormOf;
  const stack: Open[] = [open("")];
  let next = "";
  // Braces in her words are counted like all others: the names that decide stand before her words.
  for (const { 0: sign, 1: quoted, 2: word = quoted, index } of folded.matchAll(fieldOrBracket)) {
    const top = stack.at(-1) ?? open("");
    if (word !== undefined) {
      const name = word.trim().toLowerCase();
      const value = folded.slice(index + sign.length, index + sign.length + 4);
      next = /^[[{]/.test(value) ? name : "";
      top.names.add(name);
      if (quoted !== undefined) top.quoted.add(name);
      if (formOf === draftFormOf && top.name === "contact" && ofContact.has(name) && /^(?:[[{"]|null|$)/.test(value)) return "cover";
      if (isPerson(top) && (name === "label" || name === "names")) top.around?.people.add(top.name);
    } else if (sign === "{" || sign === "[") {
      stack.push(open(sign === "{" || next === "contact" ? next : "", top));
      if (sign === "{") next = "";
    } else {
      const form = formOf(top);
      if (form !== undefined) return form;
      if (stack.length > 1) stack.pop();
    }
  }
  for (const one of stack) {
    const form = formOf(one);
    if (form !== undefined) return form;
  }
  return undefined;
}

/** Of an object that can be an export: what it has as a whole and no other program writes. */
function wholeFormOf({ names, people }: Open): "cover" | "statement" | undefined {
  if (!names.has("version")) return undefined;
  if (names.has("contact") && [...names].some((name) => ofCoverAlone.has(name))) return "cover";
  return people.size === 2 ? "statement" : undefined;
}

function draftFormOf({ names, quoted, people, around }: Open): "cover" | "statement" | undefined {
  if (names.has("contact")) {
    const of = [...names].filter((name) => ofCover.has(name));
    if (of.length > 1 || (names.has("version") && of.some((name) => ofCoverAlone.has(name)))) return "cover";
  }
  const ofAlone = [...names].filter((name) => ofStatementAlone.has(name));
  const hasOthers = [...quoted].some((name) => !ofStatement.has(name));
  if (people.size === 2) return ofAlone.length > 0 || !hasOthers ? "statement" : undefined;
  // A draft in which one of the two or both are not named yet can say her places all the same.
  const isOutermost = around !== undefined && around.around === undefined;
  return isOutermost && !hasOthers && quoted.size > 1 && ofAlone.some((name) => name !== "version") ? "statement" : undefined;
}
