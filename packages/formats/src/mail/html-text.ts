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

/** Reads the text of a page or a fragment: blanks joined as a browser joins them, one line for each block or `<br>`, references resolved. */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  let line = "";
  /** The line ends in a blank; asking the line itself would copy it each time. */
  let endsInBlank = true;
  let isBlankLine = true;
  let within: string | undefined;

  function add(text: string): void {
    if (within !== undefined) return;
    const joined = text.replace(/[ \t\r\n\f]+/g, " ");
    const added = endsInBlank && joined.startsWith(" ") ? joined.slice(1) : joined;
    if (added === "") return;
    line += added;
    endsInBlank = added.endsWith(" ");
    isBlankLine &&= added.trim() === "";
  }
  function endLine(): void {
    lines.push(line.trimEnd());
    line = "";
    endsInBlank = true;
    isBlankLine = true;
  }
  function endBlock(): void {
    if (!isBlankLine) endLine();
  }
  const nameAt = (start: number, end: number): string => html.slice(start, Math.min(end, start + longestName)).toLowerCase();

  const ignored = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => add(html.slice(start, end)),
      ontextentity: (codePoint) => add(String.fromCodePoint(codePoint)),
      onopentagname(start, end) {
        const name = nameAt(start, end);
        if (hidden.has(name)) within ??= name;
        else if (name === "br") endLine();
        else if (blocks.has(name)) endBlock();
      },
      onclosetag(start, end) {
        const name = nameAt(start, end);
        if (name === within) within = undefined;
        else if (blocks.has(name)) endBlock();
        else if (cells.has(name)) add(" ");
      },
      onselfclosingtag: () => {
        within = undefined;
      },
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
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  endLine();
  return lines.join("\n").trim();
}
