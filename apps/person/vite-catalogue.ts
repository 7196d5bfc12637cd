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
import { translatedFiles } from "./src/words/translated.ts";

/**
 * The words of her app. In the code they stand as English, in the macros of Lingui (`t`, `plural`, `Trans`, `Plural`). Here each becomes the number of
 * its place in `src/words/en.po`, and a catalogue becomes a list of compiled messages: no message is read as text at run time. The build stops at
 * words that are not in the catalogue. Run as a program, this file writes the catalogue anew from the code.
 */
export function catalogue(): Plugin {
  const english = readCatalogue("en");
  const numberByWords = new Map(english.map(({ msgid }, i) => [msgid, i]));
  let isLonger = false;
  return {
    name: "catalogue",
    enforce: "pre",
    configResolved({ mode }) {
      isLonger = mode === longerMode;
    },
    resolveId: (id) => (id.startsWith(virtual) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${virtual}`)) return undefined;
      const language = id.slice(virtual.length + 1);
      const translated = new Map(readCatalogue(language).map(({ msgid, msgstr }) => [msgid, msgstr.join("")]));
      const messages = english.flatMap(({ msgid }, number) => {
        const says = language === "en" ? msgid : translated.get(msgid);
        if (says === undefined || says === "") return [];
        const message = compile(says, placesOf(msgid));
        return [[number, isLonger ? lengthened(message) : message] as const];
      });
      // English has every one: a list without their numbers is shorter.
      const made = messages.length === english.length ? messages.map(([, message]) => message) : Object.fromEntries(messages);
      return `export const messages = ${JSON.stringify(made)};\n`;
    },
    transform(code, id) {
      const file = id.split("?")[0] ?? id;
      if (!file.startsWith(sources) || !usesMacros(code)) return undefined;
      return withNumbers(code, file, (words) => {
        const number = numberByWords.get(words);
        if (number === undefined) throw new Error(`not in src/words/en.po (npm run words writes it): ${words}`);
        return number;
      });
    },
  };
}

const sources = fileURLToPath(new URL("src/", import.meta.url));
const virtual = "virtual:words/";
const say = join(sources, "words/say.ts");

const usesMacros = (code: string): boolean => /from "@lingui\/(?:core|react)\/macro"/.test(code);

/** Each of the words in the code of her app, in the order of the files, with the files that say it. */
export function wordsInCode(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
  const filesByWords = new Map<string, readonly string[]>();
  for (const file of files.sort()) {
    const code = readFileSync(join(sources, file), "utf8");
    if (!usesMacros(code)) continue;
    withNumbers(code, join(sources, file), (words) => {
      const known = filesByWords.get(words) ?? [];
      if (!known.includes(file)) filesByWords.set(words, [...known, file]);
      return 0;
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

/** The code with a call where each of its words stood. `numberOf` is given the English, in the syntax of ICU. */
function withNumbers(code: string, file: string, numberOf: (words: string) => number): { readonly code: string; readonly map: string } {
  const common = { filename: file, configFile: false, babelrc: false, sourceMaps: true } as const;
  const syntax: readonly ("typescript" | "jsx")[] = file.endsWith("x") ? ["typescript", "jsx"] : ["typescript"];
  const macro: PluginItem = [linguiMacro, { linguiConfig, stripMessageField: false }];
  const read = transformSync(code, { ...common, ast: true, code: false, parserOpts: { plugins: [...syntax] }, plugins: [macro] });
  if (!read?.ast) throw new Error(`${file} could not be read`);
  const made = transformFromAstSync(read.ast, code, { ...common, plugins: [(): PluginObj => numbering(numberOf)] });
  return { code: made?.code ?? "", map: JSON.stringify(made?.map) };
}

const linguiConfig = makeConfig(
  { locales: ["en"], sourceLocale: "en", runtimeConfigModule: { i18n: [say, "say"], Trans: [say, "rich"] } },
  { skipValidation: true },
);

/**
 * What the macros leave is an object with the words, the values and the elements in them. It becomes `say(number, ...values)`, or
 * `rich(number, elements, ...values)` where it stands in the page; each element is a function that draws it around what it is given.
 */
function numbering(numberOf: (words: string) => number): PluginObj {
  const callOf = (name: t.Identifier, { words, values, elements }: Left): t.CallExpression => {
    const given = [...placesOf(words)].map(([place]) => values.get(place) ?? t.identifier("undefined"));
    const drawn = elements && (elements.length > 0 || given.length > 0) ? [t.arrayExpression(elements)] : [];
    return t.callExpression(name, [t.numericLiteral(numberOf(words)), ...drawn, ...given]);
  };
  return {
    visitor: {
      CallExpression(path) {
        const { callee } = path.node;
        const [argument] = path.node.arguments;
        if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.object) || !isLeft(argument)) return;
        path.replaceWith(callOf(callee.object, read(argument)));
      },
      JSXElement(path) {
        const { name, attributes } = path.node.openingElement;
        const [spread] = attributes;
        if (!t.isJSXIdentifier(name) || !t.isJSXSpreadAttribute(spread) || !isLeft(spread.argument)) return;
        const left = read(spread.argument);
        const call = callOf(t.identifier(name.name), { ...left, elements: left.elements ?? [] });
        path.replaceWith(isChild(path) ? t.jsxExpressionContainer(call) : call);
      },
    },
  };
}

const isChild = ({ parent }: NodePath<t.JSXElement>): boolean => t.isJSXElement(parent) || t.isJSXFragment(parent);

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
