/**
 * The named character references of HTML (`&eacute;`), from a list to the tree that their reader walks. The list is half as large to fetch as
 * the tree (`vite-references.ts`, which writes the list and compares what both trees read).
 *
 * An entry of the list is what its names stand for, or nothing where that is the next character after the entry before, and the names. A `!`
 * behind a name says that it may stand without its semicolon.
 */

interface Node {
  /** UTF-16 units that end here; undefined where no name does. */
  units?: readonly number[];
  mayStandBare?: boolean;
  readonly next: Map<number, Node>;
}

/** The tree in the words of `entities` 8 (`internal/bin-trie-flags.js` there): a header, the units, the branches. */
export function growTree(list: string): Uint16Array {
  const root: Node = { next: new Map() };
  let last = 0;
  for (const entry of list.split(" ")) {
    const [, written = "", names = ""] = /^(fj|\W*)(.+)$/s.exec(entry) ?? [];
    const text = written === "" ? String.fromCodePoint(last + 1) : written;
    last = text.codePointAt(0) ?? 0;
    for (const name of names.split(",")) plant(root, name, text);
  }
  const words: number[] = [];
  write(root, words);
  return Uint16Array.from(words);
}

function plant(root: Node, name: string, text: string): void {
  const mayStandBare = name.endsWith("!");
  let node = root;
  for (const char of mayStandBare ? name.slice(0, -1) : name) {
    const code = char.charCodeAt(0);
    const next: Node = node.next.get(code) ?? { next: new Map() };
    node.next.set(code, next);
    node = next;
  }
  node.units = text.split("").map((unit) => unit.charCodeAt(0));
  node.mayStandBare = mayStandBare;
}

function write({ units = [], mayStandBare = true, next }: Node, words: number[]): void {
  const header = words.length;
  words.push(0);
  for (const unit of units) words.push(unit);
  const value = (units.length === 0 ? 0 : units.length + 1) << 14;
  const branches = [...next].sort(([a], [b]) => a - b);
  const [single] = branches;
  const isMany = branches.length > 1;
  // The only branch follows at once; several are looked up among their characters, two in a word.
  words[header] = value | (mayStandBare ? 0 : 1 << 13) | (single && !isMany ? single[0] : branches.length << 7);
  for (let i = 0; isMany && i < branches.length; i += 2) words.push((branches[i]?.[0] ?? 0) | ((branches[i + 1]?.[0] ?? 0) << 8));
  const places = words.length;
  for (let i = 0; isMany && i < branches.length; i++) words.push(0);
  const end = words.length;
  for (const [i, [, node]] of branches.entries()) {
    if (isMany) words[places + i] = words.length - end;
    write(node, words);
  }
}
