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
