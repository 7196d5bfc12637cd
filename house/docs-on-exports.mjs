/** Every exported declaration in packages/ and fittings/ has a docstring, and every front door opens with a @module paragraph. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { sourceFiles } from "./floors.mjs";
import { runAsProgram } from "./report.mjs";
import { root } from "./root.mjs";

/** What each rule refuses. */
export const rules = {
  "every-export-has-a-docstring": "an export without a docstring",
  "every-front-door-says-what-it-is": "no @module paragraph: what comes in, what goes out, what the room can never do",
};

runAsProgram(import.meta.url, rules, () =>
  sourceFiles()
    .filter((file) => /^(packages|fittings)\/[^/]+\/src\/.*\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .flatMap(undocumentedIn),
);

function undocumentedIn(file) {
  const text = readFileSync(join(root, file), "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const missing = [];
  if (/^[^/]+\/[^/]+\/src\/index\.ts$/.test(file) && !/\/\*\*[\s\S]*?@module\n \*\//.test(text))
    missing.push({ rule: "every-front-door-says-what-it-is", at: file });
  for (const statement of tree.statements) {
    const isExported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || isOverloadAfterTheFirst(statement, tree)) continue;
    if (ts.getJSDocCommentsAndTags(statement).length > 0) continue;
    // `export const xs = [...]; export type X = (typeof xs)[number]` is one word in two lines: the first carries the doc.
    if (ts.isTypeAliasDeclaration(statement) && /^\(typeof \w+\)\[number\]$/.test(statement.type.getText())) continue;
    const { line } = tree.getLineAndCharacterOfPosition(statement.getStart());
    missing.push({ rule: "every-export-has-a-docstring", at: `${file}:${line + 1}` });
  }
  return missing;
}

function isOverloadAfterTheFirst(statement, tree) {
  if (!ts.isFunctionDeclaration(statement)) return false;
  const before = tree.statements[tree.statements.indexOf(statement) - 1];
  return before !== undefined && ts.isFunctionDeclaration(before) && before.name?.text === statement.name?.text;
}
