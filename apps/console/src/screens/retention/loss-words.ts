import { type LossParty, type LossWords, lossMomentInWords } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { hoursToTellOfLoss } from "@unmask/law";
import type { LossShown, PartyShown } from "../../desk/losses.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { sayWaited } from "../../parts/say-when.ts";

/** How the register of losses says what is known, the hours that run from knowing and who was told. Whether anybody has to be told it never says. */

/** The three who can be told. */
export const partyInWords: Readonly<Record<LossParty, string>> = {
  commissioner: "The Commissioner",
  people: "The people it is about",
  controller: "Another controller",
};

/** First the hour, then what it is. */
export function sayHours(
  loss: Pick<LossShown, "clock" | "ends" | "parties">,
  now: Instant,
): { readonly first: string; readonly second: string; readonly isMind: boolean } {
  const { clock, ends } = loss;
  const end = lossMomentInWords(ends);
  const told = loss.parties.find(({ whom }) => whom === "commissioner")?.told[0];
  switch (clock) {
    case "runs":
      return {
        first: `${hoursToTellOfLoss} hours end ${end}`,
        second: `in ${sayWaited(now, ends)}; the Commissioner was not told`,
        isMind: true,
      };
    case "over":
      return {
        first: `${hoursToTellOfLoss} hours ended ${end}`,
        second: `${sayWaited(ends, now)} ago; the Commissioner was not told`,
        isMind: true,
      };
    case "told":
    case "told-late": {
      const when = told === undefined ? "" : ` ${lossMomentInWords(told.when)}`;
      const isLate = clock === "told-late";
      return {
        first: `Commissioner told${when}`,
        second: `${isLate ? "after" : "before"} the ${hoursToTellOfLoss} hours ended, ${end}`,
        isMind: isLate,
      };
    }
    case "not-told":
      return {
        first: "Decided: the Commissioner is not told",
        second: `the ${hoursToTellOfLoss} hours ${ends < now ? "ended" : "end"} ${end}`,
        isMind: false,
      };
  }
}

/** How one of the three stands. */
export function sayParty({ decided, told }: PartyShown): { readonly says: string; readonly isMind: boolean } {
  const [first] = told;
  if (first !== undefined) return { says: `told ${lossMomentInWords(first.when)}`, isMind: false };
  if (decided === null) return { says: "not decided", isMind: true };
  return decided.answer === "tell" ? { says: "to be told", isMind: true } : { says: "not to be told", isMind: false };
}

/** "6 people", "how many is not known". */
export function sayPeople(people: number | null): string {
  if (people === null) return "how many people is not known";
  return people === 1 ? "1 person" : `${people} people`;
}

/** When it happened, as far as it is known. */
export function sayHappened({ happened }: Pick<LossWords, "happened">): string {
  if (happened === null) return "not known";
  return happened.at === null ? sayCivilDay(happened.day) : `${sayCivilDay(happened.day)}, ${happened.at}`;
}
