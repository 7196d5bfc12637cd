import type { Reading, Source } from "@unmask/core";
import { type Importer, type ReadContext, type SourceHead, act, headSize, unread } from "../../importer.ts";
import { readMail } from "../../mail-act.ts";
import { encodingOf, maxMailBytes, readStretch } from "@unmask/formats";

/**
 * One mail in a file of its own, as every mail program saves it (`.eml`), or as an editor saved it again in UTF-16. Format notes and the fields of the ids:
 * docs/formats/sources/email.md
 */
export const email: Importer = {
  id: "email",
  label: "E-mail (.eml)",
  version: "3",
  recognises,
  read,
};

/** Headers that nearly every mail has. Two of them in a first block of nothing but headers are a mail. */
const telling: ReadonlySet<string> = new Set([
  "from", "to", "date", "subject", "received", "message-id", "return-path", "delivered-to", "mime-version", "reply-to", "x-received",
]); // prettier-ignore

/** Fewest telling headers of a mail among whose headers a line is damaged, when its name does not say that it is a mail. */
const fewestBesideDamage = 3;

/**
 * The file begins with header fields (RFC 5322, section 2.2) up to the first empty line. Among them a line may be damaged, or the rest of a
 * folded one that lost its blank, where more speaks for a mail: its name, or headers enough. A saved web page is none.
 */
function recognises({ name, text, bytes }: SourceHead): boolean {
  if (/\.mht(?:ml)?$/i.test(name)) return false;
  const encoding = encodingOf(bytes);
  const begun = (encoding === "utf-8" ? text : new TextDecoder(encoding).decode(bytes, { stream: true })).replace(/^\uFEFF?[\r\n]*/, "");
  const headed = begun.trimEnd().includes("\n") ? begun : begun.replaceAll("\r", "\n");
  const end = headed.search(/\r?\n\r?\n/);
  const lines = (end < 0 ? headed : headed.slice(0, end)).split(/\r?\n/);
  // The head may end inside a line.
  if (end < 0 && bytes.length >= headSize) lines.pop();
  const keys = new Set<string>();
  let fields = 0;
  let damaged = 0;
  for (const line of lines) {
    if (line === "") continue;
    const key = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1]?.toLowerCase();
    if (key !== undefined) {
      keys.add(key);
      fields++;
    } else if (fields === 0 || !/^[ \t]/.test(line)) damaged++;
  }
  const known = [...keys].filter((key) => telling.has(key)).length;
  const isNamed = /\.eml$/i.test(name);
  if (damaged === 0) return known >= 2 || (keys.size > 0 && isNamed);
  if (isNamed) return known >= 2;
  return known >= fewestBesideDamage && fields > 2 * damaged && /^[!-9;-~]+[ \t]*:/.test(headed);
}

async function* read(source: Source, context: ReadContext): AsyncGenerator<readonly Reading[], void, undefined> {
  const bytes = await readStretch(source, 0, maxMailBytes);
  const more = await readStretch(source, bytes.length, bytes.length + 1);
  const isCut = more.length > 0;
  const span = context.spanOf(0, bytes.length);
  const encoding = encodingOf(bytes);
  const isRecoded = encoding !== "utf-8";
  const written = isRecoded ? new TextEncoder().encode(new TextDecoder(encoding).decode(bytes, { stream: isCut })) : bytes;
  const mail = readMail({ bytes: fromFirstHeader(written), span, isCut, isRecoded, flags: [] }, context);
  const first = typeof mail === "string" ? unread(mail, span) : act(mail);
  if (!isCut) yield [first];
  else yield [first, unread("the rest of a mail that is longer than any provider delivers", context.spanOf(bytes.length, source.size))];
}

/** A byte-order mark and empty lines before the first header are no part of it; an empty line would end the headers before they begin. */
function fromFirstHeader(bytes: Uint8Array): Uint8Array {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[start] === 0x0a || bytes[start] === 0x0d) start++;
  return bytes.subarray(start);
}
