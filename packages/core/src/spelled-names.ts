import { type Persona, normalName } from "./identity.ts";

/** A name of fewer letters is another word. */
const shortestName = 3;

/** What stands for a person and is nobody's name. */
const noNames: ReadonlySet<string> = new Set([
  "them", "they", "you", "your", "me", "my", "mine", "him", "his", "her", "hers", "she", "the", "our", "ours", "not", "known", "mrs", "miss", "man", "guy",
  "somebody", "someone", "nobody", "unknown", "husband", "partner", "boyfriend", "friend", "dad", "mum", "father", "mother", "boss", "caller", "stalker",
]); // prettier-ignore

/** English names that are words as well: taken for a name only with a capital. */
const alsoWords: ReadonlySet<string> = new Set([
  "will", "mark", "may", "rob", "bill", "pat", "grant", "chase", "sue", "art", "max", "dean", "frank", "hope", "grace", "rose", "joy", "jack", "drew", "don",
  "ray", "rich", "bob", "nick", "pip", "penny", "april", "june", "summer", "carol", "faith", "ivy", "dawn", "josh", "jay", "lance", "miles", "wade", "cliff",
]); // prettier-ignore

/** Whether a name of one word is a common word as well, or is said of anybody. */
export function isWordToo(name: string): boolean {
  const normal = normalName(name);
  return alsoWords.has(normal) || noNames.has(normal);
}

/** Names as she spelled them, and the first name of each. */
export function spelledNames({ label, normals, normalsByName }: Persona): readonly string[] {
  const whole = [label, ...(normalsByName?.keys() ?? normals)].map((name) => name.trim().replace(/[?¿]+$/, ""));
  const firsts = whole.flatMap((name) => (name.includes(" ") ? (name.split(/\s+/)[0] ?? "") : []));
  return [...whole, ...firsts].filter((name) => {
    const words = normalName(name).split(" ");
    return /^[\p{L}\p{M}'’. -]+$/u.test(name) && name.length >= shortestName && !words.some((word) => noNames.has(word));
  });
}

/** An expression that finds a name as a word of its own. */
export function wholeWord(name: string): RegExp {
  const spelled = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const isWord = alsoWords.has(normalName(name));
  const capital = isWord ? name.slice(0, 1).toUpperCase() + spelled.slice(1) : spelled;
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${capital}(?![\\p{L}\\p{M}\\p{N}])`, isWord ? "u" : "iu");
}
