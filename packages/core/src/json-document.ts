import { type Result, failed } from "./result.ts";
import { type ReadValue, readStrictly } from "./strict-json.ts";

/** Editors of some systems begin a text with it. */
const byteOrderMark = "\ufeff";

/** What a document that a person keeps is called in errors, and how many UTF-16 units it may have: a longer one is an attack on memory. */
interface Kind {
  readonly what: string;
  readonly longest: number;
}

/** Reads a JSON document that a person keeps and may write by hand. The error says where it is none, never what stands there. */
export function readDocument<T>(json: string, { what, longest }: Kind, read: ReadValue<T>): Result<T, string> {
  if (json.length > longest) return failed(`${what} is longer than ${longest} characters`);
  const bare = json.startsWith(byteOrderMark) ? json.slice(1) : json;
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    return failed(`${what} is no JSON`);
  }
  if (hasKeyTwice(bare)) return failed(`${what} has a key that stands twice in one object`);
  return readStrictly(value, what, read);
}

/**
 * Whether a key stands twice in one object of a JSON text. `JSON.parse` keeps the last and drops the first without a word: where a person
 * writes by hand, that would be hers. The text is JSON already.
 */
export function hasKeyTwice(json: string): boolean {
  const keysOfOpen: (Set<string> | undefined)[] = [];
  // A string, with the colon behind it where it is a key; or a bracket. Numbers, words and blanks are passed over.
  for (const [found, string, colon] of json.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[[\]{}]/g)) {
    if (found === "{") keysOfOpen.push(new Set());
    else if (found === "[") keysOfOpen.push(undefined);
    else if (found === "}" || found === "]") keysOfOpen.pop();
    else if (string !== undefined && colon !== undefined) {
      const key = String(JSON.parse(string));
      const keys = keysOfOpen.at(-1);
      if (keys?.has(key)) return true;
      keys?.add(key);
    }
  }
  return false;
}
