import { type Statement, msPerMinute } from "@unmask/core";
import { marks, nameInLine, sayCount, withoutMarks } from "@unmask/words";
import { quoteOf, sayStep } from "./line.ts";
import type { PlacedAct } from "./placed-act.ts";
import type { Jest } from "./unnamed-threats.ts";

/** Characters of her answer in a line; of a longer one it says how many words it has. */
const longestAnswer = 60;
/** Characters of a sender that a line has room for beside the words. */
const longestName = 30;

/** " You answered “haha”, 2 minutes later.": how soon she answered says more than the hour. */
export function sayAnswered({ one, answer }: Jest): string {
  return ` ${marks.Me} answered ${quoteInLine(answer)}, ${sayWait({ one, answer })}.`;
}

/** The same for a line, the fullest first, down to none; one that is empty where she did not answer. */
export function answeredInLine(one: PlacedAct, answer: PlacedAct | undefined): readonly string[] {
  return answer === undefined ? [""] : [sayAnswered({ one, answer }), ` ${marks.Me} answered ${quoteInLine(answer)}.`, ""];
}

/** "2 minutes later". */
export function sayWait({ one, answer }: Jest): string {
  const minutes = Math.floor((answer.earliest - one.earliest) / msPerMinute);
  return minutes < 1 ? "in under a minute" : `${sayCount(minutes, "minute")} later`;
}

/** Her words where a line has room for them, else how many they are. */
export function quoteInLine({ act }: PlacedAct): string {
  const quoted = quoteOf(act) ?? "";
  return quoted.endsWith("”") && quoted.length <= longestAnswer ? quoted : `in ${sayWords(act)}`;
}

/** "3 words". */
export function sayWords({ text }: Pick<PlacedAct["act"], "text">): string {
  return sayCount((text ?? "").trim().split(/\s+/).length, "word");
}

/** By a saved contact of whom she has not said whose it is: first with its number, then as the address book calls it. */
export function sayStepsOfSaved({ whose, act }: PlacedAct, statement: Statement): readonly string[] {
  const name = withoutMarks(nameInLine(act.from.name ?? "", longestName));
  return [sayStep(whose, act, statement).full, ` By ${name}, not said whose.`, ` By ${name}.`];
}
