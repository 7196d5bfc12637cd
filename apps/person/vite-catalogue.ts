import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type NodePath, type PluginItem, type PluginObj, transformFromAstSync, transformSync, types as t } from "@babel/core";
import linguiMacro from "@lingui/babel-plugin-lingui-macro";
import { makeConfig } from "@lingui/conf";
import PO from "pofile";
import type { Plugin } from "vite";
import { lengthened, longerMode } from "./vite-longer.ts";
import { compile, placesOf } from "./vite-messages.ts";
import type { Message } from "virtual:words/cy";
import { keyOf } from "./src/words/key.ts";
import { translatedFiles } from "./src/words/translated.ts";

/**
 * The words of her app. In the code they stand as English, in the macros of Lingui (`t`, `plural`, `Trans`, `Plural`). Here each becomes a compiled
 * message where it stands, and the list of another language has its own by their keys: no message is read as text at run time. The build stops at
 * words that are not in `src/words/en.po`. Run as a program, this file writes the catalogues anew from the code.
 */
export function catalogue(): Plugin {
  const english = readCatalogue("en").map(({ msgid }) => msgid);
  const listed = new Set(english);
  const translated = new Map(
    readCatalogue("cy").flatMap(({ msgid, msgstr }) => (msgstr.join("") === "" ? [] : [[msgid, msgstr.join("")]])),
  );
  let isLonger = false;
  const messageOf = (says: string, english: string): Message => {
    const message = compile(says, placesOf(english));
    return isLonger ? lengthened(message) : message;
  };
  return {
    name: "catalogue",
    enforce: "pre",
    configResolved({ mode }) {
      isLonger = mode === longerMode;
    },
    resolveId: (id) => (id === welsh ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${welsh}`) return undefined;
      const made = [...translated].map(([words, says]) => [messageOf(words, words), messageOf(says, words)] as const);
      // The others have keys too, by which nothing may be found.
      listByKey(english.map((words) => [messageOf(words, words), messageOf(words, words)]));
      return `export const messages = ${JSON.stringify(listByKey(made))};\n`;
    },
    transform(code, id) {
      const file = id.split("?")[0] ?? id;
      if (!file.startsWith(sources) || !usesMacros(code)) return undefined;
      return withMessages(code, file, (words) => {
        if (!listed.has(words)) throw new Error(`not in src/words/en.po (npm run words writes it): ${words}`);
        return { message: messageOf(words, words), isTranslated: translated.has(words) };
      });
    },
  };
}

/** What is said for each of these messages, by their keys. Throws where one key would stand for two. */
function listByKey(made: readonly (readonly [message: Message, says: Message])[]): Readonly<Record<number, Message>> {
  const byKey = new Map<number, Message>();
  for (const [message, says] of made) {
    const known = byKey.get(keyOf(message)) ?? says;
    if (JSON.stringify(known) !== JSON.stringify(says))
      throw new Error("two messages have one key: put another factor into src/words/key.ts");
    byKey.set(keyOf(message), says);
  }
  return Object.fromEntries(byKey);
}

const sources = fileURLToPath(new URL("src/", import.meta.url));
const welsh = "virtual:words/cy";
const say = join(sources, "words/say.ts");

const usesMacros = (code: string): boolean => /from "@lingui\/(?:core|react)\/macro"/.test(code);

/** Each of the words in the code of her app, in the order of the files, with the files that say it. */
export function wordsInCode(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
  const filesByWords = new Map<string, readonly string[]>();
  for (const file of files.sort()) {
    const code = readFileSync(join(sources, file), "utf8");
    if (!usesMacros(code)) continue;
    withMessages(code, join(sources, file), (words) => {
      const known = filesByWords.get(words) ?? [];
      if (!known.includes(file)) filesByWords.set(words, [...known, file]);
      return { message: words, isTranslated: false };
    });
  }
  return filesByWords;
}

/** The items of one language's catalogue, as they stand in its file. */
export function readCatalogue(language: string): readonly InstanceType<typeof PO.Item>[] {
  return PO.parse(readFileSync(fileOf(language), "utf8")).items;
}

const fileOf = (language: string): string => join(sources, `words/${language}.po`);

/** Writes each catalogue anew: the words of the code, in the other languages those that are translated. What the code no longer says goes. */
function writeCatalogues(): void {
  for (const language of readdirSync(join(sources, "words")).flatMap((name) => /^(\w+)\.po$/.exec(name)?.[1] ?? [])) {
    const po = PO.parse(readFileSync(fileOf(language), "utf8"));
    // What says who wrote a file and when would change with every line.
    po.headers = { "Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "8bit", Language: language };
    po.comments =
      language === "en"
        ? []
        : [" No speaker has checked it yet: until one has, the English stands beside each of its texts on the screen (words/say.ts)."];
    const before = new Map(po.items.map((item) => [item.msgid, item]));
    po.items = [...wordsInCode()].flatMap(([words, files]) => {
      const item = before.get(words) ?? new PO.Item();
      if (language !== "en" && !files.some((file) => translatedFiles.includes(file))) return [];
      item.msgid = words;
      item.references = files.map((file) => file);
      return [item];
    });
    writeFileSync(fileOf(language), `${po.toString().trimEnd()}\n`);
  }
}

/** The code with what is said where each of its words stood. `wordsOf` is given the English, in the syntax of ICU. */
function withMessages(code: string, file: string, wordsOf: (english: string) => Compiled): { readonly code: string; readonly map: string } {
  const common = { filename: file, configFile: false, babelrc: false, sourceMaps: true } as const;
  const syntax: readonly ("typescript" | "jsx")[] = file.endsWith("x") ? ["typescript", "jsx"] : ["typescript"];
  const macro: PluginItem = [linguiMacro, { linguiConfig, stripMessageField: false }];
  const read = transformSync(code, { ...common, ast: true, code: false, parserOpts: { plugins: [...syntax] }, plugins: [macro] });
  if (!read?.ast) throw new Error(`${file} could not be read`);
  const made = transformFromAstSync(read.ast, code, { ...common, plugins: [(): PluginObj => saying(wordsOf)] });
  return { code: made?.code ?? "", map: JSON.stringify(made?.map) };
}

const linguiConfig = makeConfig(
  { locales: ["en"], sourceLocale: "en", runtimeConfigModule: { i18n: [say, "say"], Trans: [say, "rich"] } },
  { skipValidation: true },
);

/**
 * What the macros leave is an object with the words, the values and the elements in them. It becomes `say(words, ...values)`, or
 * `rich(words, elements, ...values)` where it stands in the page; each element is a function that draws it around what it is given. A plain text that is said
 * in English alone is left as it is.
 */
function saying(wordsOf: (english: string) => Compiled): PluginObj {
  const saidOf = (name: t.Identifier, { words, values, elements }: Left): t.Expression => {
    const { message, isTranslated } = wordsOf(words);
    if (typeof message === "string" && !isTranslated) return t.stringLiteral(message);
    const given = [...placesOf(words)].map(([place]) => values.get(place) ?? t.identifier("undefined"));
    const drawn = elements && (elements.length > 0 || given.length > 0) ? [t.arrayExpression(elements)] : [];
    return t.callExpression(name, [t.valueToNode(message), ...drawn, ...given]);
  };
  return {
    visitor: {
      CallExpression(path) {
        const { callee } = path.node;
        const [argument] = path.node.arguments;
        if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.object) || !isLeft(argument)) return;
        path.replaceWith(saidOf(callee.object, read(argument)));
      },
      JSXElement(path) {
        const { name, attributes } = path.node.openingElement;
        const [spread] = attributes;
        if (!t.isJSXIdentifier(name) || !t.isJSXSpreadAttribute(spread) || !isLeft(spread.argument)) return;
        const left = read(spread.argument);
        const said = saidOf(t.identifier(name.name), { ...left, elements: left.elements ?? [] });
        path.replaceWith(isChild(path) ? t.jsxExpressionContainer(said) : said);
      },
    },
  };
}

const isChild = ({ parent }: NodePath<t.JSXElement>): boolean => t.isJSXElement(parent) || t.isJSXFragment(parent);

/** What becomes of words. */
interface Compiled {
  readonly message: Message;
  readonly isTranslated: boolean;
}

/** What the macros leave of words. */
interface Left {
  readonly words: string;
  /** By the name that stands in the words. */
  readonly values: ReadonlyMap<string, t.Expression>;
  /** Absent: nothing but text is meant. */
  readonly elements?: t.Expression[] | undefined;
}

function isLeft(node: t.Node | null | undefined): node is t.ObjectExpression {
  return t.isObjectExpression(node) && node.leadingComments?.some(({ value }) => value === "i18n") === true;
}

function read(left: t.ObjectExpression): Left {
  const parts = entriesOf(left);
  const words = parts.get("message");
  if (!t.isStringLiteral(words)) throw new Error("words without a message");
  const components = parts.get("components");
  return {
    words: words.value,
    values: entriesOf(parts.get("values")),
    elements: components && [...entriesOf(components).values()].map(drawing),
  };
}

function entriesOf(node: t.Node | undefined): ReadonlyMap<string, t.Expression> {
  if (!t.isObjectExpression(node)) return new Map();
  return new Map(
    node.properties.flatMap((property) => {
      if (!t.isObjectProperty(property) || !t.isExpression(property.value)) return [];
      const { key, value } = property;
      return [
        [t.isIdentifier(key) ? key.name : t.isStringLiteral(key) || t.isNumericLiteral(key) ? String(key.value) : "", value],
      ] as const;
    }),
  );
}

/** `<b />` as `(inside) => <b>{inside}</b>`. */
function drawing(element: t.Expression): t.Expression {
  if (!t.isJSXElement(element)) throw new Error("an element within words is not written as one");
  const { name, attributes } = element.openingElement;
  const inside = t.identifier("inside");
  const drawn = t.jsxElement(t.jsxOpeningElement(name, attributes), t.jsxClosingElement(name), [t.jsxExpressionContainer(inside)]);
  return t.arrowFunctionExpression([inside], drawn);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeCatalogues();
