/**
 * The habits of the house that no linter at hand can say, read from the syntax of every source of rooms, fittings and apps. Tests are left
 * out: they plant what is forbidden.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import ts from "typescript";
import { sourceFiles, worldlyFiles } from "./floors.mjs";
import { runAsProgram } from "./report.mjs";
import { root } from "./root.mjs";

/** What each rule refuses. */
export const rules = {
  "no-class": "a class; write a plain shape and functions",
  "parse-never-cast": "a cast; parse the value, or annotate it, or brand it in the brand's own file (house/rules-of-code.mjs)",
  "no-stale-exception": "this exception of house/rules-of-code.mjs is used nowhere any more",
  "no-silent-catch": "a caught failure that nothing is done with; say with a value what the caller gets instead",
  "a-dropped-failure-has-a-reason": "a failure is dropped; say above the line or on it where it is met",
  "spread-of-known-size": "a spread into arguments ends in a RangeError when it is long; loop, or say `// bounded: …` why it is short",
  "partial-table-has-a-reason": "a table with holes; name every key, or say `// partial: …` what the missing ones mean",
  "front-door-names-what-is-public": "export *: name each thing, so that an unused one is seen",
  "by-name-never-by-path": "another room is imported by its path; use its name",
  "sql-in-its-place": "SQL stands in apps/server/src/sql (one statement a file, the transaction first) and in migrations, nowhere else",
  "sql-that-every-database-runs":
    "time, numbers and work come from the program: no clock, sequence, serial, identity, trigger, extension, LISTEN, NOTIFY, advisory lock",
  "only-ports-touch-the-world": "a screen or command reaches into the world itself; take it from a port as an argument (house/floors.mjs)",
  "what-is-off-keeps-the-focus":
    "`disabled` drops the keyboard's focus to the top of the page: write aria-disabled, and let the press do nothing (console/parts/ready-button.tsx)",
};

/** The only casts: in the file that makes a brand, or where a type cannot say what is true. By the name of the file, wherever it lies. */
const casts = [
  { file: "instant.ts", type: "Instant", because: "the brand's own file" },
  { file: "zone.ts", type: "Instant", because: "the other maker of the brand: a time on a wall becomes an instant" },
  { file: "sha256.ts", type: "Sha256", because: "the brand's own parser" },
  { file: "act-id.ts", type: "ActId", because: "the brand's own maker" },
  { file: "redacted.ts", type: "T", because: "a map cannot say that the box of a T holds a T; the one that fills it stands above" },
];

/** What belongs to a machine or a browser and outlives or leaves the page: names that stand free, and names behind an object. */
const worldNames = new Set(
  [
    "fetch XMLHttpRequest WebSocket WebTransport EventSource RTCPeerConnection BroadcastChannel Notification importScripts",
    "localStorage sessionStorage indexedDB caches cookieStore showOpenFilePicker showSaveFilePicker showDirectoryPicker",
    "crypto Date performance process",
  ].flatMap((line) => line.split(" ")),
);
const worldProperties = {
  navigator:
    "storage sendBeacon locks serviceWorker geolocation clipboard mediaDevices credentials permissions share bluetooth usb userAgent".split(
      " ",
    ),
  document: ["cookie"],
  Math: ["random"],
};
/** Objects that hold every free name as well. */
const globals = new Set(["window", "globalThis", "self", "top", "parent"]);
const globalProperties = new Set([...worldNames, "open"]);

/** Where the server's SQL stands, and where its migrations. */
const server = "apps/server/src/";
const sqlFolder = `${server}sql/`;
const migrationsFolder = `${server}migrations`;
/** Kysely's ways to begin a statement. */
const statementCalls = new Set("selectFrom insertInto updateTable deleteFrom mergeInto replaceInto".split(" "));
/** A text that is a statement, by its first words. */
const statementText =
  /^\s*(?:select\b[^.]*\bfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|truncate\s|(?:create|alter|drop)\s+(?:or\s+replace\s+)?(?:unique\s+)?(?:table|index|view|function|role|policy|schema|type|database|sequence|trigger|extension)\b|set\s+(?:time|local|session|role)\s|lock\s+table\s|start\s+transaction\b|with\s+\S+\s+as\s*\()/i;
/** What a database may not do by itself, and what one of the two cannot. */
const ownWill =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|nextval|currval|setval|lastval)\s*\(|\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime|serial|bigserial|smallserial|trigger|extension|listen|unlisten|notify|pg_notify)\b|\bas\s+identity\b|\bcreate\s+sequence\b|\bpg_(?:try_)?advisory\w*/i;
/** The same as the name of a function that Kysely is given. */
const ownWillByName = /^(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|nextval|setval)$/i;

const worldly = worldlyFiles.map(({ files }) => new RegExp(files));
const usedExceptions = new Set();

runAsProgram(import.meta.url, rules, () => {
  const faults = sourceFiles()
    .filter((file) => !file.endsWith(".d.ts"))
    .flatMap(faultsIn);
  const stale = casts
    .filter((one) => !usedExceptions.has(one))
    .map(({ file, type }) => ({ rule: "no-stale-exception", at: `${file} as ${type}` }));
  return [...faults, ...migrationFiles(migrationsFolder).flatMap(faultsInMigration), ...stale];
});

function faultsIn(file) {
  const text = readFileSync(join(root, file), "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const lines = text.split("\n");
  const lineOf = (node) => tree.getLineAndCharacterOfPosition(node.getStart()).line;
  /** A reason stands on one of the node's first two lines or in the comment directly above it. */
  const hasReason = (node, mark) => reasonNear(lines, lineOf(node), mark);
  const look = {
    file,
    hasReason,
    declared: namesDeclaredIn(tree),
    isWorldly: file.startsWith("packages/") || worldly.some((one) => one.test(file)),
  };
  const faults = [];
  const visit = (node) => {
    for (const rule of brokenBy(node, look)) faults.push({ rule, at: `${file}:${lineOf(node) + 1}` });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return faults;
}

function brokenBy(node, look) {
  const broken = [];
  if (ts.isClassLike(node)) broken.push("no-class");
  if (isCast(node) && !isException(node, look)) broken.push("parse-never-cast");
  if (ts.isCatchClause(node) && node.block.statements.length === 0) broken.push("no-silent-catch");
  if (ts.isCallExpression(node)) broken.push(...brokenByHandler(node, look));
  if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && spreadsIntoArguments(node) && !look.hasReason(node, "bounded"))
    broken.push("spread-of-known-size");
  if (isPartialTable(node) && !look.hasReason(node, "partial")) broken.push("partial-table-has-a-reason");
  if (ts.isExportDeclaration(node) && (!node.exportClause || ts.isNamespaceExport(node.exportClause)))
    broken.push("front-door-names-what-is-public");
  broken.push(...brokenBySql(node, look));
  if (leavesItsRoom(node, look)) broken.push("by-name-never-by-path");
  if (!look.isWorldly && touchesTheWorld(node, look)) broken.push("only-ports-touch-the-world");
  if (look.file.startsWith("apps/console/") && ts.isJsxAttribute(node) && node.name.getText() === "disabled")
    broken.push("what-is-off-keeps-the-focus");
  return broken;
}

/** SQL outside its folder; in it, what a database may not do by itself. */
function brokenBySql(node, { file }) {
  if (!file.startsWith(server)) return [];
  const text = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : undefined;
  if (file.startsWith(sqlFolder))
    return text !== undefined && (ownWill.test(text) || ownWillByName.test(text)) ? ["sql-that-every-database-runs"] : [];
  const isSqlTag = ts.isImportSpecifier(node) && (node.propertyName ?? node.name).text === "sql" && importedFrom(node) === "kysely";
  const isCall =
    ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && statementCalls.has(node.expression.name.text);
  return isSqlTag || isCall || (text !== undefined && statementText.test(text)) ? ["sql-in-its-place"] : [];
}

function importedFrom(specifier) {
  return specifier.parent.parent.parent.moduleSpecifier.text;
}

function migrationFiles(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? migrationFiles(`${folder}/${entry.name}`) : entry.name.endsWith(".sql") ? [`${folder}/${entry.name}`] : [],
  );
}

/** Line by line, comments left out. */
function faultsInMigration(file) {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  return lines.flatMap((line, at) =>
    ownWill.test(line.replace(/--.*$/, "")) ? [{ rule: "sql-that-every-database-runs", at: `${file}:${at + 1}` }] : [],
  );
}

/** Engines refuse some 120,000 arguments; a list that is written out is as long as it looks. */
function spreadsIntoArguments({ arguments: args = [] }) {
  return args.some((one) => ts.isSpreadElement(one) && !ts.isArrayLiteralExpression(one.expression));
}

/** What is done with a promise that fails: `.catch(…)`, or the second function of `.then(…)`. */
function brokenByHandler(node, look) {
  const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : "";
  const handler = called === "catch" ? node.arguments[0] : called === "then" ? node.arguments[1] : undefined;
  if (!handler || !ts.isFunctionLike(handler)) return [];
  if (ts.isBlock(handler.body) && handler.body.statements.length === 0) return ["no-silent-catch"];
  const isLost = isDropped(node) && handler.body.getText() === "undefined" && !look.hasReason(node, "");
  return isLost ? ["a-dropped-failure-has-a-reason"] : [];
}

/** The promise is a statement of its own, waited for or not: nobody asks what came out. */
function isDropped({ parent }) {
  return ts.isExpressionStatement(ts.isVoidExpression(parent) || ts.isAwaitExpression(parent) ? parent.parent : parent);
}

function reasonNear(lines, line, mark) {
  const reason = new RegExp(`(//|/?\\*+) ?${mark === "" ? "" : `${mark}: `}\\S.{7,}`);
  if (reason.test(lines[line] ?? "")) return true;
  // The comment directly above, however many lines it has.
  for (let at = line - 1; at >= 0 && /^\s*(\/\/|\/?\*)/.test(lines[at]); at--) if (reason.test(lines[at])) return true;
  return false;
}

function isCast(node) {
  return (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && node.type.getText() !== "const";
}

function isException(node, { file }) {
  const found = casts.find((one) => one.file === basename(file) && one.type === node.type.getText());
  if (found) usedExceptions.add(found);
  return found !== undefined;
}

/** `Partial<Record<…, …>>` over a closed list of the house; over any other key a hole is what a map is. */
function isPartialTable(node) {
  if (!ts.isTypeReferenceNode(node) || node.typeName.getText() !== "Partial") return false;
  const [inner] = node.typeArguments ?? [];
  return inner !== undefined && /^(Readonly<)?Record<(Channel|Kind|Flag|Grade|IdentityKind)\b/.test(inner.getText());
}

function leavesItsRoom(node, { file }) {
  const specifier = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
  if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith(".")) return false;
  // It runs before anything is built, where Node cannot import a room by its name.
  if (/^apps\/person\/vite-(?:phone|typst)\.ts$/.test(file)) return false;
  const room = file.split("/").slice(0, 2).join("/");
  return !posix.join(dirname(file), specifier.text).startsWith(`${room}/`);
}

function touchesTheWorld(node, { declared }) {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const key = ts.isPropertyAccessExpression(node)
      ? node.name.text
      : ts.isStringLiteral(node.argumentExpression)
        ? node.argumentExpression.text
        : "";
    return isWorldProperty(node.expression, key);
  }
  if (ts.isBindingElement(node)) {
    const owner = node.parent.parent;
    const name = (node.propertyName ?? node.name).getText();
    return (
      (ts.isVariableDeclaration(owner) || ts.isParameter(owner)) &&
      owner.initializer !== undefined &&
      isWorldProperty(owner.initializer, name)
    );
  }
  return ts.isIdentifier(node) && worldNames.has(node.text) && !declared.has(node.text) && isReference(node);
}

/** `window.fetch`, `navigator.storage`, and `window.navigator.storage` as well. */
function isWorldProperty(object, key) {
  const name = ts.isPropertyAccessExpression(object) ? object.name.text : object.getText();
  if (globals.has(name)) return globalProperties.has(key);
  return Object.hasOwn(worldProperties, name) && worldProperties[name].includes(key);
}

/** Whether an identifier stands for a value, and is not the name of a property, a type or a thing being declared. */
function isReference(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return parent.initializer === node;
  return !(
    ts.isTypeReferenceNode(parent) ||
    ts.isQualifiedName(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isJsxAttribute(parent) ||
    ts.isLiteralTypeNode(parent)
  );
}

/** Names that the file declares or imports: they are its own and not the world's. */
function namesDeclaredIn(tree) {
  const names = new Set();
  const visit = (node) => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node);
    if (isDeclaration && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}
