/** Every exported declaration in packages/ has a docstring, and every room's index.ts opens with a @module paragraph. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "./root.mjs";

const broken = readdirSync(join(root, "packages"))
  .flatMap((room) =>
    readdirSync(join(root, "packages", room, "src"), { recursive: true }).map((file) => join("packages", room, "src", file)),
  )
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .flatMap(undocumentedIn);
for (const line of broken) console.error(line);
process.exit(broken.length === 0 ? 0 : 1);

function undocumentedIn(file) {
  const text = readFileSync(join(root, file), "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const missing = [];
  if (/packages\/[^/]+\/src\/index\.ts$/.test(file) && !/\/\*\*[\s\S]*?@module\n \*\//.test(text))
    missing.push(`${file}: no @module paragraph`);
  for (const statement of tree.statements) {
    const isExported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || isOverloadAfterTheFirst(statement, tree)) continue;
    if (ts.getJSDocCommentsAndTags(statement).length > 0) continue;
    // `export const xs = [...]; export type X = (typeof xs)[number]` is one word in two lines: the first carries the doc.
    if (ts.isTypeAliasDeclaration(statement) && /^\(typeof \w+\)\[number\]$/.test(statement.type.getText())) continue;
    const { line } = tree.getLineAndCharacterOfPosition(statement.getStart());
    missing.push(`${file}:${line + 1}: an export without a docstring`);
  }
  return missing;
}

function isOverloadAfterTheFirst(statement, tree) {
  if (!ts.isFunctionDeclaration(statement)) return false;
  const before = tree.statements[tree.statements.indexOf(statement) - 1];
  return before !== undefined && ts.isFunctionDeclaration(before) && before.name?.text === statement.name?.text;
}
