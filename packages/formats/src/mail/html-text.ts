import { Tokenizer } from "htmlparser2";

/**
 * What a reader of an HTML page sees as text. Nothing is rendered, fetched or run.
 *
 * The tokenizer alone is used: a parser keeps a stack of open elements, which a page of a million unclosed tags makes quadratic.
 */

/** Elements whose text no reader sees. */
const hidden: ReadonlySet<string> = new Set(["script", "style", "title", "noscript", "template"]);
/** Elements that stand on lines of their own. */
const blocks: ReadonlySet<string> = new Set([
  "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
  "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table",
  "tr", "ul",
]); // prettier-ignore
/** Elements after which a blank stands, so that two cells are two words. */
const cells: ReadonlySet<string> = new Set(["td", "th"]);
/** Longest tag name that is looked up. */
const longestName = 16;

/** What has been seen of a page so far. */
interface SeenText {
  readonly lines: string[];
  line: string;
  /** The line ends in a blank; asking the line itself would copy it each time. */
  endsInBlank: boolean;
  isBlankLine: boolean;
  /** The hidden element that is open. */
  within: string | undefined;
}

/** Reads the text of a page or a fragment: blanks joined as a browser joins them, one line for each block or `<br>`, references resolved. */
export function htmlToText(html: string): string {
  const seen: SeenText = { lines: [], line: "", endsInBlank: true, isBlankLine: true, within: undefined };
  const nameAt = (start: number, end: number): string => html.slice(start, Math.min(end, start + longestName)).toLowerCase();
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...allIgnored,
      ontext: (start, end) => add(seen, html.slice(start, end)),
      ontextentity: (codePoint) => add(seen, String.fromCodePoint(codePoint)),
      onopentagname: (start, end) => opens(seen, nameAt(start, end)),
      onclosetag: (start, end) => closes(seen, nameAt(start, end)),
      onselfclosingtag: () => {
        seen.within = undefined;
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  endLine(seen);
  return seen.lines.join("\n").trim();
}

const ignored = (): void => undefined;
/** What stands in a page beside its text. */
const allIgnored = {
  onattribdata: ignored,
  onattribentity: ignored,
  onattribend: ignored,
  onattribname: ignored,
  oncdata: ignored,
  oncomment: ignored,
  ondeclaration: ignored,
  onend: ignored,
  onopentagend: ignored,
  onprocessinginstruction: ignored,
};

function opens(seen: SeenText, name: string): void {
  if (hidden.has(name)) seen.within ??= name;
  else if (name === "br") endLine(seen);
  else if (blocks.has(name)) endBlock(seen);
}

function closes(seen: SeenText, name: string): void {
  if (name === seen.within) seen.within = undefined;
  else if (blocks.has(name)) endBlock(seen);
  else if (cells.has(name)) add(seen, " ");
}

function add(seen: SeenText, text: string): void {
  if (seen.within !== undefined) return;
  const joined = text.replace(/[ \t\r\n\f]+/g, " ");
  const added = seen.endsInBlank && joined.startsWith(" ") ? joined.slice(1) : joined;
  if (added === "") return;
  seen.line += added;
  seen.endsInBlank = added.endsWith(" ");
  seen.isBlankLine &&= added.trim() === "";
}

function endLine(seen: SeenText): void {
  seen.lines.push(seen.line.trimEnd());
  seen.line = "";
  seen.endsInBlank = true;
  seen.isBlankLine = true;
}

function endBlock(seen: SeenText): void {
  if (!seen.isBlankLine) endLine(seen);
}
