import { decodeWords } from "./encoded-words.ts";

/** One mailbox that an address field names. */
export interface MailAddress {
  /** The name shown beside the address, decoded; empty when there is none. */
  readonly name: string;
  /** `local@domain` without comments, the marks of a quoted local part included; empty when only a name stands there. */
  readonly address: string;
  /** The name was decoded by a guess. */
  readonly isDoubtful: boolean;
}

/** A piece of an address field. */
interface Piece {
  readonly kind: "word" | "encoded" | "quoted" | "comment" | "angle";
  /** As it stands, marks included. */
  readonly raw: string;
  /** What it says. */
  readonly value: string;
  /** The blanks before it; empty when it continues the piece before. */
  readonly before: string;
}

/** Longest field that is read: some five thousand recipients. Stops one of megabytes of open marks, each of which is looked after. */
const longestField = 256 * 1024;
/** Longest name in quotes, comment or address in brackets; a mark that closes later is a character. */
const longestPiece = 1024;

/**
 * Reads the mailboxes of a field (RFC 5322, section 3.4): names and comments apart, groups opened. What is written against the standard is
 * read as far as it can be: a mark that never closes is a character.
 */
export function parseAddresses(written: string): readonly MailAddress[] {
  const field = written.slice(0, longestField);
  const addresses: MailAddress[] = [];
  let pieces: Piece[] = [];
  let hasAt = false;
  let at = 0;
  let before = "";

  const endMailbox = (): void => {
    if (pieces.length > 0) for (const address of mailboxOf(pieces)) addresses.push(address);
    pieces = [];
    hasAt = false;
    before = "";
  };
  while (at < field.length) {
    const character = field[at] ?? "";
    if (character === " " || character === "\t") {
      before += character;
      at++;
      continue;
    }
    if (character === "," || character === ";") {
      endMailbox();
      at++;
      continue;
    }
    // The name of a group ends here; it is nobody's.
    if (character === ":" && !hasAt) {
      pieces = [];
      before = "";
      at++;
      continue;
    }
    const end = endOfPiece(field, at);
    const raw = field.slice(at, end);
    const kind = end - at > 1 ? kindOf(raw) : "word";
    hasAt ||= kind !== "encoded" && raw.includes("@");
    pieces.push({ kind, raw, value: valueOf(kind, raw), before });
    before = "";
    at = end;
  }
  endMailbox();
  return addresses;
}

function kindOf(raw: string): Piece["kind"] {
  if (raw.startsWith('"')) return "quoted";
  if (raw.startsWith("(")) return "comment";
  if (raw.startsWith("<")) return "angle";
  return endOfEncoded(raw, 0) === raw.length ? "encoded" : "word";
}

function valueOf(kind: Piece["kind"], raw: string): string {
  if (kind === "quoted" || kind === "comment") return raw.slice(1, -1).replace(/\\(.)/gs, "$1");
  if (kind === "angle") return raw.slice(1, raw.endsWith(">") ? -1 : raw.length);
  return raw;
}

/** Where the piece that begins at `at` ends. A mark that never closes is a word of its own; `<` that never closes ends at a comma. */
function endOfPiece(field: string, at: number): number {
  const first = field[at];
  if (first === '"') return endOfQuoted(field, at) ?? at + 1;
  if (first === "(") return endOfComment(field, at) ?? at + 1;
  if (first === "<") return endOfAngle(field, at);
  const encoded = endOfEncoded(field, at);
  if (encoded !== undefined) return encoded;
  let end = at;
  while (end < field.length && !/[ \t,;:"(<]/.test(field[end] ?? "")) {
    // The domain of an address may be a literal with colons: [IPv6:2001:db8::1].
    const literal = field[end] === "[" && field[end - 1] === "@" ? field.indexOf("]", end) : -1;
    end = literal < 0 ? end + 1 : literal + 1;
    if (endOfEncoded(field, end) !== undefined) break;
  }
  return Math.max(end, at + 1);
}

/** An encoded word (RFC 2047, section 5) is part of a name; what its letters look like, a comma or an address, is no mark of the field. */
function endOfEncoded(field: string, at: number): number | undefined {
  if (field[at] !== "=" || field[at + 1] !== "?") return undefined;
  const word = /^=\?[^?\s]{1,80}\?[QqBb]\?[^?]*\?=/.exec(field.slice(at, at + longestPiece));
  return word ? at + word[0].length : undefined;
}

function endOfQuoted(field: string, at: number): number | undefined {
  const until = Math.min(field.length, at + longestPiece);
  for (let i = at + 1; i < until; i++) {
    if (field[i] === "\\") i++;
    else if (field[i] === '"') return i + 1;
  }
  return undefined;
}

function endOfComment(field: string, at: number): number | undefined {
  const until = Math.min(field.length, at + longestPiece);
  let depth = 0;
  for (let i = at; i < until; i++) {
    if (field[i] === "\\") i++;
    else if (field[i] === "(") depth++;
    else if (field[i] === ")" && --depth === 0) return i + 1;
  }
  return undefined;
}

function endOfAngle(field: string, at: number): number {
  const until = Math.min(field.length, at + longestPiece);
  let opens = true;
  for (let i = at + 1; i < until; i++) {
    const character = field[i] ?? "";
    if (character === ">") return i + 1;
    if (!opens || (character !== '"' && character !== "(")) continue;
    const end = character === '"' ? endOfQuoted(field, i) : endOfComment(field, i);
    // What does not close once is not looked after again.
    if (end === undefined) opens = false;
    else i = end - 1;
  }
  const comma = field.indexOf(",", at);
  return comma < 0 ? field.length : comma;
}

function mailboxOf(pieces: readonly Piece[]): readonly MailAddress[] {
  const angle = pieces.findLast(({ kind, value }) => kind === "angle" && value !== "");
  if (angle)
    return [
      named(
        addressIn(angle.value),
        pieces.filter((piece) => piece !== angle && piece.kind !== "angle"),
      ),
    ];
  const runs = runsOf(pieces);
  const whole = runs.findLast((run) => /^(?:"(?:[^"\\]|\\.)*"|[^@\s"]+)@(?:\[[^\]\s]*\]|[^@\s[\]]*[\p{L}\p{N}.])$/su.test(run.address));
  if (whole) {
    const rest = runs.filter((run) => run !== whole).flatMap((run) => run.pieces);
    return [named(whole.address, [...rest, ...whole.comments])];
  }
  const found = runs.map((run) => addressAmid(run.words)).findLast((one) => one !== undefined);
  const alone = named("", pieces);
  if (found !== undefined) {
    const { name } = alone;
    const rest = name.replace(found, " ").replace(/\s+/g, " ").trim();
    return [{ ...alone, address: found, name: /[\p{L}\p{N}]/u.test(rest) ? rest : "" }];
  }
  return [alone];
}

/** An address with marks around it that are no part of it. */
function addressAmid(words: string): string | undefined {
  if (words.length > longestPiece || !words.includes("@")) return undefined;
  return /[\p{L}\p{N}_][^@\s"<>()]*@[^@\s"<>()]*[\p{L}\p{N}_]/u.exec(words)?.[0];
}

/** Pieces without a blank between them, as one. A comment is no blank, and none stands beside an `@`. */
interface Run {
  readonly pieces: Piece[];
  /** Comments inside the address are nobody's name; those behind it may be. */
  readonly comments: Piece[];
  address: string;
  /** The same without what stands in quotes. */
  words: string;
}

function runsOf(pieces: readonly Piece[]): readonly Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  let comments: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === "comment") {
      comments.push(piece);
      continue;
    }
    const isGlued = run !== undefined && isOneWord(run, piece, comments);
    if (run === undefined || !isGlued) {
      const begun: Run = { pieces: [], comments: [], address: "", words: "" };
      for (const comment of comments) (run ?? begun).comments.push(comment);
      run = begun;
      runs.push(run);
    }
    comments = [];
    run.pieces.push(piece);
    if (piece.kind !== "encoded") run.address += piece.raw;
    if (piece.kind === "word") run.words += piece.raw;
  }
  if (run !== undefined) for (const comment of comments) run.comments.push(comment);
  else if (comments.length > 0) runs.push({ pieces: comments, comments: [], address: "", words: "" });
  return runs;
}

/** Blanks beside an `@`, and around a dot (RFC 5322, section 4.4), cut no address in two; a dot at the end of a word ends an initial. */
function isOneWord(run: Run, piece: Piece, comments: readonly Piece[]): boolean {
  const last = run.pieces.at(-1);
  if (piece.kind === "encoded" || last?.kind === "encoded") return false;
  return gluedBy(piece, comments) || piece.raw.startsWith("@") || run.address.endsWith("@") || piece.raw === "." || last?.raw === ".";
}

function gluedBy(piece: Piece, comments: readonly Piece[]): boolean {
  return piece.before === "" && comments.every(({ before }) => before === "");
}

/** The address between angle brackets: no comments, no blanks outside quotes, no route (RFC 5322, section 4.4). */
function addressIn(value: string): string {
  const address = value.replace(/"(?:[^"\\]|\\.)*"|\\.|\s+/gs, (match) => (/^\s/.test(match) ? "" : match));
  return withoutComments(address).replace(/^@[^:]*:(?=[^@]*@)/, "");
}

function withoutComments(text: string): string {
  let without = "";
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    const end = character === '"' ? endOfQuoted(text, at) : character === "(" ? endOfComment(text, at) : undefined;
    if (character !== "(" || end === undefined) without += text.slice(at, end ?? at + 1);
    at = end ?? at + 1;
  }
  return without;
}

/** The words beside an address are its name; without any, the comments are. */
function named(address: string, pieces: readonly Piece[]): MailAddress {
  const words = pieces.filter(({ kind }) => kind !== "comment");
  const told = words.length > 0 ? words : pieces;
  const joined = told.map(({ before, value }, i) => `${i === 0 ? "" : before}${value}`).join("");
  const { text, isDoubtful } = decodeWords(joined.trim());
  return { name: text === address ? "" : text.trim(), address, isDoubtful };
}
