import type { AnswerReceived } from "../event/of-report.ts";
import { jurisdictionNames } from "../clock/jurisdiction-names.ts";

/**
 * What each field of an answer is called, in the order in which it is read. All of it stands in square brackets: an answer is quoted to officers and
 * courts, and what is within the marks of a quotation and not the person's own has to show that it is not. Theirs are shown round for that: whoever
 * has the seven words can write what looks like another letter, or an answer that was never given.
 */
const reporterWords = {
  self: "[Reports for themselves]",
  another: "[Reports for another person]",
  witness: "[Reports what they saw]",
} as const;
const dangerWords = { now: "[In danger now]", no: "[Not in danger at this moment]", unsaid: undefined } as const;
const referralWords = { yes: "[May be told to others who help]", no: "[Tell nobody else]" } as const;

/** All that an answer says, as one text: the account, and under it each other field by its name, in brackets. Undefined: it says nothing in words. */
export function answerInWords(answer: AnswerReceived): string | undefined {
  const { account, danger, wishes, name, reporter, language, referral, jurisdiction, place, contact } = answer;
  const lines = [
    account && ownWords(account),
    dangerWords[danger],
    wishes && `[Asks:] ${ownWords(wishes)}`,
    place && `[Place:] ${ownWords(place)}`,
    name && `[Name:] ${ownWords(name)}`,
    reporter && reporterWords[reporter],
    referral && referralWords[referral],
    language && `[Language:] ${ownWords(language)}`,
    jurisdiction && `[Law of: ${jurisdictionNames[jurisdiction]}]`,
    // The way itself stands where it is used, with when it was said.
    contact && "[Says how they are reached]",
  ].filter((one) => one !== undefined && one !== "");
  return lines.length === 0 ? undefined : lines.join("\n");
}

/** Words of a person beside what the desk puts in square brackets: brackets of theirs are round. The event keeps them as they were written. */
export function ownWords(says: string): string {
  return says.replace(/[[［【〔⟦]/gu, "(").replace(/[\]］】〕⟧]/gu, ")");
}
