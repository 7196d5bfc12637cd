/**
 * The text of an attribute value: UTF-8, then character references (XML 1.0, sections 2.2 and 4.1), read the way real exports write them.
 *
 * [Note: Halves of an emoji] Older exports write an emoji as two references to UTF-16 surrogates, `&#55357;&#56832;`. That is not XML, and
 * every parser on npm that was tried loses it. Here a high and a low reference in sequence join; one that stands alone stays as it is written.
 */
export interface XmlText {
  readonly text: string;
  /** Bytes that are no UTF-8 (shown as U+FFFD), or a reference that means no character (left as it is written). */
  readonly doubtful: boolean;
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const laxUtf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Longest reference that is looked at, `&#x0010FFFF;` with room: an ampersand before a megabyte without `;` costs nothing. */
const maxReference = 16;

/** Decodes a value from the bytes between its quotation marks. `plain`: they are ASCII without `&`. The text is a copy, free of its buffer. */
export function decodeXmlText(bytes: Uint8Array, plain: boolean): XmlText {
  if (plain) return { text: laxUtf8.decode(bytes), doubtful: false };
  try {
    return resolveReferences(strictUtf8.decode(bytes));
  } catch {
    return { text: resolveReferences(laxUtf8.decode(bytes)).text, doubtful: true };
  }
}

/** Replaces references by their characters; never expands an entity that a document declares. */
function resolveReferences(raw: string): XmlText {
  let at = raw.indexOf("&");
  if (at < 0) return { text: raw, doubtful: false };
  let text = "";
  let doubtful = false;
  let from = 0;
  while (at >= 0) {
    const reference = referenceAt(raw, at);
    if (reference) {
      if (reference.character === undefined) doubtful = true;
      text += raw.slice(from, at) + (reference.character ?? raw.slice(at, reference.end));
      from = reference.end;
    }
    at = raw.indexOf("&", reference ? reference.end : at + 1);
  }
  return { text: text + raw.slice(from), doubtful };
}

/** The reference at an ampersand: its end, and its character if it means one. Undefined when the ampersand is only an ampersand. */
function referenceAt(raw: string, at: number): { end: number; character: string | undefined } | undefined {
  const semicolon = raw.slice(at + 1, at + maxReference).indexOf(";");
  if (semicolon < 1) return undefined;
  const body = raw.slice(at + 1, at + 1 + semicolon);
  const end = at + semicolon + 2;
  if (body.charCodeAt(0) !== 0x23) {
    const character = characterByName.get(body);
    return character !== undefined || /^[A-Za-z_][\w.-]*$/.test(body) ? { end, character } : undefined;
  }
  const code = codeOf(body);
  if (code === undefined) return undefined;
  if (isHigh(code)) {
    const low = referenceToLow(raw, end);
    return low ? { end: low.end, character: String.fromCharCode(code, low.code) } : { end, character: undefined };
  }
  return { end, character: isXmlCharacter(code) ? String.fromCodePoint(code) : undefined };
}

const characterByName: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The number of `#55357` or `#x1F600`. */
function codeOf(body: string): number | undefined {
  if (/^#[0-9]{1,8}$/.test(body)) return Number(body.slice(1));
  return /^#x[0-9A-Fa-f]{1,8}$/.test(body) ? Number.parseInt(body.slice(2), 16) : undefined;
}

function referenceToLow(raw: string, at: number): { end: number; code: number } | undefined {
  if (raw.charCodeAt(at) !== 0x26) return undefined;
  const semicolon = raw.slice(at + 1, at + maxReference).indexOf(";");
  const code = semicolon < 1 ? undefined : codeOf(raw.slice(at + 1, at + 1 + semicolon));
  return code !== undefined && code >= 0xdc00 && code <= 0xdfff ? { end: at + semicolon + 2, code } : undefined;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** XML 1.0, production 2. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
