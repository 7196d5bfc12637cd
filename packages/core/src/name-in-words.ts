import type { Act } from "./act.ts";
import { normalName } from "./identity.ts";
import { spelledNames, wholeWord } from "./spelled-names.ts";
import { createNamed } from "./whose.ts";
import type { Statement } from "./statement.ts";

/** Characters of an account that are read for a name: stops one of many megabytes from being walked for each question. */
const longestText = 20_000;
/** How she writes of herself with others in a table of her own. */
const ownPlural: ReadonlySet<string> = new Set(["us", "we", "both of us", "all of us", "the two of us"]);

/** Whether a cell names nobody by whom something was done: it is empty, or says “us”. */
export function isNobodyTyped({ from, grade }: Pick<Act, "from" | "grade">): boolean {
  if (grade !== "own-account") return false;
  return from.kind === "withheld" || (from.kind === "name" && (from.wrote.trim() === "" || ownPlural.has(normalName(from.wrote))));
}

/**
 * Makes a question: which stated name of theirs do the words of a row hold that she typed, and of which she left open who did it? "Neil kicked in the back
 * door", with nobody in the column for it, or with her own name as who wrote it down. A question to her: by words alone no act becomes anybody's.
 */
export function createNameInWords(
  statement: Pick<Statement, "me" | "them" | "perhaps" | "others">,
): (act: Pick<Act, "from" | "grade" | "text">) => string | undefined {
  const { them, perhaps } = statement;
  const named = createNamed(statement);
  const names = [them, ...(perhaps ? [perhaps] : [])].flatMap(spelledNames).sort((a, b) => b.length - a.length);
  const sought = [...new Set(names)].map((name) => ({ name, at: wholeWord(name) }));
  return (act) => {
    if (sought.length === 0 || act.text === null || act.grade !== "own-account") return undefined;
    if (!isNobodyTyped(act) && named(act.from) !== "hers") return undefined;
    const words = act.text.slice(0, longestText);
    return sought.find(({ at }) => at.test(words))?.name;
  };
}
