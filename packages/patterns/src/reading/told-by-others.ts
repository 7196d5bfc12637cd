import { type Statement, normalName, threatens } from "@unmask/core";
import type { PlacedAct } from "./placed-act.ts";

/** A name shorter than this would be found in every other word. */
const shortestName = 3;
/** A text is read to here: a message of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;
/** What a person is called who has no name in the statement. */
const noNames: ReadonlySet<string> = new Set(["them", "him", "her", "he", "she", "they", "my ex", "ex", "the other person"]);

/** English: that somebody speaks of what a third person said or will do… */
const ofThird = /\b(?:he|she|they)(?:'ll|'d|'s|’ll|’d|’s)?\b/i;
/** …and not of what he will do himself. */
const ofFirst = /\b(?:i(?:['’]?ll| will| shall|['’]?m going to| am going to|['’]?m gonna| swear| want to|['’]d)|gonna|imma)\b/i;

/** English: that somebody was paid for something, or was given or asked where she lives. */
const ofHire =
  /\b(?:(?:gave|paid|sent|offered|promised) me .{0,40}(?:\b(?:quid|pounds?)\b|£|your (?:new )?address|where you live)|asked me to (?:hurt|find|follow|watch|scare|beat|kill|get|come for) (?:you|u)\b|(?:has|have|got|gave|knows|wants|asked for|asked me for|asking for|posted|told \w{2,12}) (?:out )?(?:your|ur) (?:new )?address\b|(?:asked|asking|knows|told \w{2,12}) where (?:you|u) (?:live|work|are staying|stay))/i;

/** Makes a question: does somebody else's text name them, by a stated name or its first, and tell what they said or will do, or that they paid for it or gave away where she lives? */
export function createToldByOthers({ them }: Statement): (one: PlacedAct) => boolean {
  const spelled = [them.label, ...(them.normalsByName?.keys() ?? them.normals)].filter((name) => /^[\p{L}\p{M}'’. -]+$/u.test(name));
  const names = new Set(
    spelled
      .map(normalName)
      .flatMap((name) => [name, name.split(" ")[0] ?? ""])
      .filter((name) => name.length >= shortestName && !noNames.has(name))
      .map((name) => name.replace(/[^\p{L}\p{M}]+/gu, " ").trim()),
  );
  if (names.size === 0) return () => false;
  const named = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...names].map((name) => name.replaceAll(" ", "[ '’.-]+")).join("|")})(?![\\p{L}\\p{N}])`,
    "iu",
  );
  return ({ text, subject = "", whose, grade }) => {
    if (text === null || grade === "own-account" || (whose !== "other" && whose !== "withheld")) return false;
    const words = `${subject} ${text.slice(0, longestText)}`;
    return named.test(words) && ((threatens(words) && ofThird.test(words) && !ofFirst.test(words)) || ofHire.test(words));
  };
}
