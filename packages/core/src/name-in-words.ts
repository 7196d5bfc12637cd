import type { Act } from "./act.ts";
import { type Persona, normalName } from "./identity.ts";
import type { Statement } from "./statement.ts";

/** Characters of an account that are read for a name: stops one of many megabytes from being walked for each question. */
const longestText = 20_000;
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

/** How she writes of herself with others in a table of her own. */
const ownPlural: ReadonlySet<string> = new Set(["us", "we", "both of us", "all of us", "the two of us"]);

/** Whether a cell names nobody by whom something was done: it is empty, or says “us”. */
export function isNobodyTyped({ from, grade }: Pick<Act, "from" | "grade">): boolean {
  if (grade !== "own-account") return false;
  return from.kind === "withheld" || (from.kind === "name" && (from.wrote.trim() === "" || ownPlural.has(normalName(from.wrote))));
}

/**
 * Makes a question: which stated name of theirs do the words of a row hold that she typed, and of which she left open who did it? "Neil kicked in the back
 * door", with nobody in the column for it. A question to her: by words alone no act becomes anybody's.
 */
export function createNameInWords({
  them,
  perhaps,
}: Pick<Statement, "them" | "perhaps">): (act: Pick<Act, "from" | "grade" | "text">) => string | undefined {
  const names = [them, ...(perhaps ? [perhaps] : [])].flatMap(spelledNames).sort((a, b) => b.length - a.length);
  const sought = [...new Set(names)].map((name) => ({ name, at: wholeWord(name) }));
  return (act) => {
    if (sought.length === 0 || act.text === null || !isNobodyTyped(act)) return undefined;
    const words = act.text.slice(0, longestText);
    return sought.find(({ at }) => at.test(words))?.name;
  };
}

/** Names as she spelled them, and the first name of each. */
function spelledNames({ label, normals, normalsByName }: Persona): readonly string[] {
  const whole = [label, ...(normalsByName?.keys() ?? normals)].map((name) => name.trim().replace(/[?¿]+$/, ""));
  const firsts = whole.flatMap((name) => (name.includes(" ") ? (name.split(/\s+/)[0] ?? "") : []));
  return [...whole, ...firsts].filter((name) => {
    const words = normalName(name).split(" ");
    return /^[\p{L}\p{M}'’. -]+$/u.test(name) && name.length >= shortestName && !words.some((word) => noNames.has(word));
  });
}

function wholeWord(name: string): RegExp {
  const spelled = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const isWord = alsoWords.has(normalName(name));
  const capital = isWord ? name.slice(0, 1).toUpperCase() + spelled.slice(1) : spelled;
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${capital}(?![\\p{L}\\p{M}\\p{N}])`, isWord ? "u" : "iu");
}
