/**
 * The named character references of HTML (`&eacute;`), from a list to the tree that their reader walks. The list is half as large to fetch as
 * the tree (`vite-references.ts`, which writes the list and compares what both trees read).
 *
 * An entry of the list is what its names stand for, or nothing where that is the next character after the entry before, and the names. A `!`
 * behind a name says that it may stand without its semicolon.
 */

interface Named {
  readonly name: string;
  readonly text: string;
  readonly mayStandBare: boolean;
}

/** The tree in the words of `entities` 8 (`internal/bin-trie-flags.js` there): a header, the units of the text, the branches. */
export function growTree(list: string): Uint16Array {
  const all = namedIn(list).sort((a, b) => (a.name < b.name ? -1 : 1));
  const words: number[] = [];
  write(all, { from: 0, to: all.length, depth: 0 }, words);
  return Uint16Array.from(words);
}

function namedIn(list: string): Named[] {
  const all: Named[] = [];
  let last = 0;
  for (const entry of list.split(" ")) {
    const [, written = "", names = ""] = /^(fj|\W*)(.+)$/s.exec(entry) ?? [];
    const text = written === "" ? String.fromCodePoint(last + 1) : written;
    last = text.codePointAt(0) ?? 0;
    for (const name of names.split(",")) {
      const mayStandBare = name.endsWith("!");
      all.push({ name: mayStandBare ? name.slice(0, -1) : name, text, mayStandBare });
    }
  }
  return all;
}

/** The names of [from, to), which are alike up to `depth`, stand in order: first the one that ends there, then by their next character. */
function write(all: readonly Named[], { from, to, depth }: { from: number; to: number; depth: number }, words: number[]): void {
  const ending = all[from]?.name.length === depth ? all[from] : undefined;
  const header = words.push(0) - 1;
  const text = ending?.text ?? "";
  for (let i = 0; i < text.length; i++) words.push(text.charCodeAt(i));
  const starts: number[] = [];
  const codes: number[] = [];
  for (let i = ending ? from + 1 : from; i < to; i++) {
    const code = all[i]?.name.charCodeAt(depth) ?? 0;
    if (code === codes.at(-1)) continue;
    codes.push(code);
    starts.push(i);
  }
  const value = ending ? ((text.length + 1) << 14) | (ending.mayStandBare ? 0 : 1 << 13) : 0;
  const isMany = codes.length > 1;
  // The only branch follows at once; several are looked up among their characters, two in a word.
  words[header] = value | (isMany ? codes.length << 7 : (codes[0] ?? 0));
  for (let i = 0; isMany && i < codes.length; i += 2) words.push((codes[i] ?? 0) | ((codes[i + 1] ?? 0) << 8));
  const places = words.length;
  for (let i = 0; isMany && i < codes.length; i++) words.push(0);
  const end = words.length;
  for (const [i, start] of starts.entries()) {
    if (isMany) words[places + i] = words.length - end;
    write(all, { from: start, to: starts[i + 1] ?? to, depth: depth + 1 }, words);
  }
}
