import { type Statement, type Timeline, type TimelineAct, createSideByWhose, createWhose } from "@unmask/core";
import { foldText } from "./reading/whereabouts-words.ts";

/** A text is read to here: a message of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;

/** English: that she tells somebody to stop. "Stop it, you clown" is said in jest: what is found is shown to her, and is no stop by itself. */
const toldToStop =
  /\b(?:leave me alone|leave me be|lose my number|go away and|please stop|stop (?:contacting|texting|messaging|calling|ringing|phoning|emailing|writing|following|coming|harassing|bothering|this|it)|(?:do not|don't|dont|never|stop) (?:ever |try(?:ing)? to )?(?:contact|text|message|call|ring|phone|email|write to|come near|come to|speak to|talk to) (?:me|my)|no more (?:messages|texts|calls|contact)|(?:do not|don't|dont) want (?:any (?:more )?contact|to (?:hear from|see|speak to|talk to) you|you to (?:contact|text|message|call|ring|write))|never want to (?:hear from|see|speak to) you)\b|^(?:[\p{L}']+,? )?(?:please )?stop[.!]*$/u;

/** Messages of hers to them that read as if she told them to stop, in order of time. Only she can say which of them was it. */
export function suggestStops({ acts }: Pick<Timeline, "acts">, statement: Statement): readonly TimelineAct[] {
  const whoseIs = createWhose(statement);
  const sideOf = createSideByWhose({ acts }, statement);
  return acts.filter((act) => {
    if (act.kind !== "message" || act.text === null || act.grade === "own-account" || whoseIs(act) !== "hers") return false;
    return tellsToStop(act.text.slice(0, longestText)) && sideOf(act, "hers") === "hers to them";
  });
}

/** Whether words tell somebody to stop. */
export function tellsToStop(words: string): boolean {
  return toldToStop.test(foldText(words).trim());
}
