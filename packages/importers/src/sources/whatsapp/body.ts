import type { Flag, Kind } from "@unmask/core";
import {
  attachedFileOf,
  bracketedFileOf,
  comparingForm,
  isOmitted,
  isPlace,
  isPoll,
  isSharedPlace,
  longestMarker,
  markedMarkerOf,
  markerOf,
  mayBeMarker,
  withoutEditedMark,
} from "./words.ts";
import { isBlock, isEncryptionNotice, knownNotice, mayBeEncryptionNotice } from "./notices.ts";

/**
 * What stands behind an author's name: words that a person typed, or words that the app wrote about what the person did.
 */

/** What a body says somebody did. */
export interface ReadBody {
  readonly kind: Kind;
  /** What the person wrote; null where only the app's words stand. */
  readonly text: string | null;
  readonly flags: readonly Flag[];
  /** The name of the file that came with it. */
  readonly file?: string;
  /** The file is named without the app's mark where the app sets one: an attachment only if it lies beside the chat. */
  readonly onlyIfPresent?: true;
  readonly duration?: number;
  /** The app's words in comparing form, so that two kinds of omitted media are not one act. Empty where `text` tells. */
  readonly appWords: string;
}

/** What the surroundings say about a body. */
export interface BodyPlace {
  /** The header is an iOS one and the file bears the app's marks: only what is marked was written by the app. */
  readonly strict: boolean;
  /** U+200E stands before the header or the body. */
  readonly marked: boolean;
  readonly bracketed: boolean;
}

/** A body of which nothing is known but how it lies in its file. */
export interface UnreadBody {
  readonly text: string;
  readonly severalLines: boolean;
  /** Words of the app may be in the text: U+200E or a link to a map. False: neither is. */
  readonly mayHaveAppWords: boolean;
}

const lrm = 0x200e;
const noFlags: readonly Flag[] = [];
const viewOnce: ReadBody = { kind: "message", text: null, flags: ["view-once"], appWords: "" };

/** Words that somebody typed. */
function typed(text: string): ReadBody {
  return { kind: "message", text, flags: noFlags, appWords: "" };
}

/** What the app wrote about the chat or its people, with its words. */
export interface AppSentence {
  /** What it is about, in our words. */
  readonly says: string;
}

/** A block by the holder of the phone, told under the name of the person. */
export interface BlockSentence {
  readonly blockWords: string;
}

/** Reads a body that is not plainly typed. `isName` tells a name of the chat in comparing form. */
export function readBody(body: string, place: BodyPlace, isName: (form: string) => boolean): ReadBody | AppSentence | BlockSentence {
  if (body === "") return viewOnce;
  const marked = body.charCodeAt(0) === lrm;
  const text = marked ? body.slice(1) : body;
  // The mark of an iPhone and nothing behind it; on Android, which sets none before words, somebody typed it.
  if (text === "" && place.bracketed) return viewOnce;
  const lineBreak = text.indexOf("\n");
  const line = lineBreak === -1 ? text : text.slice(0, lineBreak);
  const below = lineBreak === -1 ? "" : text.slice(lineBreak + 1);
  const trusted = !place.strict || marked || place.marked;
  return (
    (trusted ? (attachedIn(line, below) ?? markerIn({ line, below, marked })) : undefined) ??
    bracketedIn({ line, below, body }, marked || place.marked, place) ??
    (trusted ? placeIn(text, line) : undefined) ??
    (trusted && isPoll(body) ? typed(text) : undefined) ??
    (trusted ? undefined : titledIn(text)) ??
    editedIn(body, place) ??
    (place.bracketed ? sentenceIn(text, { marked, isName, strict: place.strict }) : undefined) ??
    (marked ? behindMark(place.bracketed ? text : body, text) : typed(body))
  );
}

/** Behind a mark, and no sentence of the app that we know: words that somebody typed, or that the app wrote in a way we have not seen. */
function behindMark(words: string, text: string): ReadBody {
  return isSharedPlace(text) ? typed(words) : { kind: "message", text: words, flags: ["mark-unknown"], appWords: "" };
}

/** A whole sentence of the app. Where its marks were lost, only the one about encryption is taken for the app's; Android writes none under a name. */
function sentenceIn(
  text: string,
  { marked, strict, isName }: { marked: boolean; strict: boolean; isName: (form: string) => boolean },
): AppSentence | BlockSentence | undefined {
  if (!marked) return !strict && isEncryptionNotice(text) ? { says: "encryption notice" } : undefined;
  if (isBlock(text)) return { blockWords: comparingForm(text) };
  const says = knownNotice(text, isName);
  return says === undefined ? undefined : { says };
}

/** Most bodies: nothing in them could have been written by the app. Looks at the ends of the body and of its first line. */
export function isPlainlyTyped(
  { text: body, severalLines, mayHaveAppWords }: UnreadBody,
  { strict, marked, bracketed }: BodyPlace,
): boolean {
  const first = body.charCodeAt(0);
  if (mayHaveAppWords || Number.isNaN(first) || first === 0x3c) return false;
  const lineBreak = severalLines ? body.indexOf("\n") : -1;
  const end = lineBreak === -1 ? body.length : lineBreak;
  const last = body.charCodeAt(body.length - 1);
  const lastOfLine = body.charCodeAt(end - 1);
  if (last === 0x3e || lastOfLine === 0x3e) return false;
  if (strict) return !marked;
  if (bracketed && mayBeEncryptionNotice(body)) return false;
  return last !== 0x29 && lastOfLine !== 0x29 && !mayBeMarker(body, 0, end);
}

function markerIn({ line, below, marked }: { line: string; below: string; marked: boolean }): ReadBody | undefined {
  if (line.length > longestMarker || namesFile(line)) return undefined;
  const form = comparingForm(line);
  const marker = marked ? markedMarkerOf(form) : markerOf(form);
  if (!marker || (below !== "" && !isOmitted(marker))) return undefined;
  const { kind, flags, duration } = marker;
  return { kind, text: below === "" ? null : below, flags, appWords: form, ...(duration === undefined ? {} : { duration }) };
}

/** `….jpg>`: an attachment. No marker ends so, and looking it up would cost more than the rest of the message. */
function namesFile(line: string): boolean {
  return line.endsWith(">") && line.lastIndexOf(".") > line.length - 10;
}

function attachedIn(line: string, below: string): ReadBody | undefined {
  const file = attachedFileOf(line);
  return file === undefined ? undefined : { kind: "message", text: below === "" ? null : below, flags: noFlags, file, appWords: "" };
}

/** `<attached: name>` with a title or caption before it, or below. Without the app's mark anybody can type it, so its words stay. */
function bracketedIn(
  { line, below, body }: { line: string; below: string; body: string },
  marked: boolean,
  { strict }: BodyPlace,
): ReadBody | undefined {
  const found = bracketedFileOf(line);
  if (!found) return undefined;
  if (!marked && !line.includes("\u200e<"))
    return { kind: "message", text: body, flags: noFlags, file: found.name, ...(strict ? { onlyIfPresent: true } : {}), appWords: "" };
  const text = [found.before, below].filter((part) => part !== "").join("\n");
  return { kind: "message", text: text === "" ? null : text, flags: noFlags, file: found.name, appWords: "" };
}

function placeIn(text: string, line: string): ReadBody | undefined {
  return isPlace(line) ? { kind: "location", text, flags: noFlags, appWords: "" } : undefined;
}

/** `Plan.pdf • 3 pages {LRM}document omitted`: the app's words follow a title. */
function titledIn(text: string): ReadBody | undefined {
  const at = text.lastIndexOf("\u200e");
  if (at <= 0 || text.length - at > longestMarker) return undefined;
  const form = comparingForm(text.slice(at));
  const marker = markedMarkerOf(form);
  if (!marker || !isOmitted(marker)) return undefined;
  return { kind: "message", text: text.slice(0, at).replace(/(?<![\u200E\s])[\u200E\s]+$/, ""), flags: marker.flags, appWords: form };
}

function editedIn(body: string, place: BodyPlace): ReadBody | undefined {
  if (!body.endsWith(">")) return undefined;
  const open = body.lastIndexOf("<");
  if (place.strict && body.charCodeAt(open - 1) !== lrm) return undefined;
  const text = withoutEditedMark(body);
  if (text === undefined || text.replaceAll("\u200e", "") === "") return undefined;
  if (body.charCodeAt(0) !== lrm) return { kind: "message", text, flags: ["edited"], appWords: "" };
  return { kind: "message", text: text.slice(1), flags: ["edited", "mark-unknown"], appWords: "" };
}
