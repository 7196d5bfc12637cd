import ts from "typescript";

/** What no text of ours says, whoever reads it: a finding of guilt, a name for a person, a likelihood. One list, for sources, prints, exports and screens. */

/** Each with what is wrong about it. */
const unsaid: readonly (readonly [RegExp, string])[] = [
  [/offences?[\s-]+(?:(?:is|are|was|were|has been|have been)\s+)?committed/giu, "a finding of guilt"],
  [/committed\s+(?:an|the|this|that)\s+offence/giu, "a finding of guilt"],
  [/\b(?:stalkers?|perpetrators?)\b/giu, "a name for a person"],
  [/\b(?:likelihoods?|probabilit(?:y|ies)|probabl[ey]|risk scores?|odds are)\b/giu, "a likelihood"],
  [/\d\s*(?:%|per\s?cent\b)/giu, "a likelihood"],
];

/** Sentences that say of themselves that they say no such thing. */
const denied = /\b(?:none|nothing here|no line) says that an offence was committed\b/giu;

/** What a text says of it, each with the words around it; empty: nothing. */
export function unsaidIn(whole: string): readonly string[] {
  const text = whole.replaceAll(denied, "");
  return unsaid.flatMap(([pattern, what]) =>
    [...text.matchAll(pattern)].map(
      ({ index, 0: found }) => `${what}: “${text.slice(Math.max(0, index - 40), index + found.length + 20)}”`,
    ),
  );
}

/** Every text in a source that a person could read: literals of text, the text of templates between their values, and the text of elements. No comment, no pattern. */
export function textsOfSource(file: string, source: string): readonly string[] {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const texts: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    // What stands between a value and the next is read together, with a blank where the value is.
    if (ts.isTemplateExpression(node))
      texts.push([node.head, ...node.templateSpans.map(({ literal }) => literal)].map((one) => one.text).join(" "));
    else if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) texts.push(node.text);
    if (ts.isJsxElement(node)) texts.push(textOfElement(node));
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false, kind));
  return texts;
}

/** The text of an element with that of the elements in it, as it is read: a word can stand in bold. */
function textOfElement(node: ts.JsxElement): string {
  return node.children
    .map((child) => (ts.isJsxText(child) ? child.text : ts.isJsxElement(child) ? textOfElement(child) : " "))
    .join("")
    .replace(/\s+/g, " ");
}
