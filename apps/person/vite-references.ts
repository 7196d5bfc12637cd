import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { growTree } from "./src/references/grow-tree.ts";

/**
 * Writes the named character references of HTML as a list from which the page grows its tree: the tree of the library is packed already, and
 * pressing finds nothing more in it. Belongs in `plugins` and in `worker.plugins`.
 */
export function references(): Plugin {
  return {
    name: "references",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith("/entities/dist/generated/decode-data-html.js")) return undefined;
      const { htmlDecodeTree }: { readonly htmlDecodeTree: Uint16Array } = await import(pathToFileURL(id).href);
      const reader: Reader = await import(new URL("../decode.js", pathToFileURL(id)).href);
      const all = [...namesIn(htmlDecodeTree, reader)];
      const list = listOf(all);
      refuseDifference(all, { reader, trees: [htmlDecodeTree, growTree(list)] });
      const grow = fileURLToPath(new URL("src/references/grow-tree.ts", import.meta.url));
      return `import { growTree } from ${JSON.stringify(grow)};\nexport const htmlDecodeTree = growTree(${JSON.stringify(list)});\n`;
    },
  };
}

/** What is used here of `entities/decode`. */
interface Reader {
  determineBranch(tree: Uint16Array, header: number, at: number, code: number): number;
  readonly EntityDecoder: new (
    tree: Uint16Array,
    emit: (code: number, consumed: number) => void,
  ) => {
    startEntity(mode: number): void;
    write(input: string, offset: number): number;
    end(): number;
  };
}

interface Reference {
  readonly name: string;
  readonly text: string;
  readonly mayStandBare: boolean;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** All names below a place of the library's tree (`internal/bin-trie-flags.js` in `entities` 8 says how it is written). */
function* namesIn(tree: Uint16Array, reader: Reader, at = 0, before = ""): Generator<Reference, void, undefined> {
  const header = tree[at] ?? 0;
  const length = header >>> 14;
  const count = (header >> 7) & 63;
  if (length === 0 && (header & 0x2000) !== 0) {
    const codes = [header & 127];
    for (let i = 0; i < count - 1; i++) codes.push(((tree[at + 1 + (i >> 1)] ?? 0) >> ((i & 1) * 8)) & 255);
    // bounded: 63 at most.
    yield* namesIn(tree, reader, at + 1 + (count >> 1), before + String.fromCharCode(...codes));
    return;
  }
  if (length > 0) {
    // bounded: two units.
    const text = length === 1 ? String.fromCharCode(header & 0x1fff) : String.fromCharCode(...tree.subarray(at + 1, at + length));
    yield { name: before, text, mayStandBare: (header & 0x2000) === 0 };
  }
  if (length === 1) return;
  for (const char of alphabet) {
    const next = reader.determineBranch(tree, header, at + (length || 1), char.charCodeAt(0));
    if (next >= 0) yield* namesIn(tree, reader, next, before + char);
  }
}

function listOf(all: readonly Reference[]): string {
  const namesByText = new Map<string, string[]>();
  for (const { name, text, mayStandBare } of all) {
    namesByText.set(text, [...(namesByText.get(text) ?? []), mayStandBare ? `${name}!` : name]);
  }
  let last = 0;
  return [...namesByText]
    .sort(([a], [b]) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0) || a.length - b.length)
    .map(([text, names]) => {
      const isNext = text === String.fromCodePoint(last + 1);
      last = text.codePointAt(0) ?? 0;
      return (isNext ? "" : text) + names.join(",");
    })
    .join(" ");
}

/** Throws unless both trees read the same of every name and of its beginnings, whatever follows, in text and in attributes. */
function refuseDifference(all: readonly Reference[], { reader, trees }: { reader: Reader; trees: readonly Uint16Array[] }): void {
  if (all.length < 2000) throw new Error("the references of HTML were not found in the library's tree: look at it again");
  for (const { name } of all) {
    for (let end = 1; end <= name.length; end++) {
      for (const after of [";", "", " ", "=", "a", "1"]) {
        const read = trees.map((tree) => [0, 1, 2].map((mode) => readOne(reader, { tree, mode, text: name.slice(0, end) + after })).join());
        if (read[0] !== read[1]) throw new Error(`&${name.slice(0, end)}${after} is not read as before`);
      }
    }
  }
}

function readOne({ EntityDecoder }: Reader, { tree, mode, text }: { tree: Uint16Array; mode: number; text: string }): string {
  const told: number[] = [];
  const decoder = new EntityDecoder(tree, (code, consumed) => void told.push(code, consumed));
  decoder.startEntity(mode);
  const consumed = decoder.write(text, 0);
  return [...told, consumed, consumed < 0 ? decoder.end() : 0, ...told].join(" ");
}
