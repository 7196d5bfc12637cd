import ts from "typescript";
import { processings } from "@unmask/case";
import { identityKinds, kinds } from "@unmask/core";

/** Where a code of a closed list would stand on a screen as it is: "unknown-signer" tells a programmer something, and an officer at night nothing. */

/** A place where one would be read, and what could stand there. */
export interface CodeShown {
  readonly file: string;
  readonly line: number;
  readonly shown: string;
  readonly codes: readonly string[];
}

/** Lists without a hyphen in any value, which are found by their values; the others are found by a hyphen. */
const plainLists: ReadonlySet<string> = new Set([kinds, identityKinds, processings].map(inOrder));

/** Attributes that are read, by an eye or aloud. */
const readAttributes: ReadonlySet<string> = new Set(["aria-label", "title", "placeholder", "alt", "caption", "says", "label"]);

/** Every place in the files of a project, read with its types; `planted` are files that are not on the disk. */
export function codesShownIn(tsconfig: string, planted: ReadonlyMap<string, string>): readonly CodeShown[] {
  const asked = ts.getParsedCommandLineOfConfigFile(tsconfig, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse });
  if (asked === undefined) throw new Error(`${tsconfig} cannot be read`);
  const options = { ...asked.options, noEmit: true, composite: false, incremental: false };
  const host = ts.createCompilerHost(options);
  const [hasFile, readFile] = [host.fileExists.bind(host), host.readFile.bind(host)];
  host.fileExists = (file) => planted.has(file) || hasFile(file);
  host.readFile = (file) => planted.get(file) ?? readFile(file);
  // The rooms are read as their sources: nothing has to be built before.
  const program = ts.createProgram({ rootNames: [...asked.fileNames, ...planted.keys()], options, host });
  const checker = program.getTypeChecker();
  const roots = new Set([...asked.fileNames, ...planted.keys()]);
  return program
    .getSourceFiles()
    .filter(({ fileName }) => roots.has(fileName))
    .flatMap((source) => inSource(source, checker));
}

function refuse({ messageText }: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, " "));
}

function inSource(source: ts.SourceFile, checker: ts.TypeChecker): readonly CodeShown[] {
  const found: CodeShown[] = [];
  const look = (node: ts.Node): void => {
    const read = ts.isJsxExpression(node) || ts.isTemplateSpan(node) ? node.expression : undefined;
    if (read !== undefined && isShown(node)) {
      const codes = codesOf(read, checker);
      const { line } = source.getLineAndCharacterOfPosition(read.getStart());
      if (codes !== undefined) found.push({ file: source.fileName, line: line + 1, shown: read.getText(), codes });
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** Between two tags, in an attribute that is read, or in a text that comes to stand in one of them. */
function isShown(node: ts.Node): boolean {
  if (ts.isJsxExpression(node)) {
    const { parent } = node;
    return ts.isJsxAttribute(parent) ? readAttributes.has(parent.name.getText()) : true;
  }
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isJsxAttribute(at)) return readAttributes.has(at.name.getText());
    if (ts.isJsxExpression(at)) return !ts.isJsxAttribute(at.parent) || readAttributes.has(at.parent.name.getText());
    if (ts.isPropertyAssignment(at)) return readAttributes.has(at.name.getText());
    // The key of a row, and what a map is asked for, stand nowhere.
    if (ts.isCallExpression(at) && !at.expression.getText().startsWith("say")) return false;
    if (ts.isFunctionDeclaration(at)) return at.name?.text.startsWith("say") === true || at.name?.text.endsWith("InWords") === true;
  }
  return false;
}

/** The values that can stand there, where they are those of a closed list; undefined: it is words. */
function codesOf(read: ts.Expression, checker: ts.TypeChecker): readonly string[] | undefined {
  // What is written there itself is written as words.
  if (ts.isConditionalExpression(read) || ts.isStringLiteral(read) || ts.isTemplateExpression(read)) return undefined;
  const type = checker.getTypeAtLocation(read);
  const values = type.isUnion() ? type.types.filter((one) => !isNothing(one)) : [type];
  const codes = values.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
  if (codes.length < 2 || codes.length < values.length) return undefined;
  return plainLists.has(inOrder(codes)) || codes.some((code) => /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(code)) ? codes : undefined;
}

function inOrder(codes: readonly string[]): string {
  return codes.toSorted().join();
}

function isNothing({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0;
}
