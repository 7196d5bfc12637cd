import { type OrderState, didInWords, untilInWords } from "@unmask/case";
import { sayCivilDay } from "../../parts/civil-day.ts";

/** What courts did, in words: a fact, recorded even where it does not fit the rule. */

/** One result. */
export type CourtDid = OrderState["results"][number];

/** How a result stands, and whether somebody has to act. */
export const standingInWords: Readonly<Record<CourtDid["standing"], readonly [says: string, isMind: boolean]>> = {
  counts: ["counts; a second person read its copy", false],
  unread: ["counts; a second person has not read the copy yet", true],
  waits: ["against the rule: does not count before a second person has read its certified copy", true],
  "lacks-text": ["waits: period and conditions of the order that the appeal made are not written, nor that the matter went back", true],
  "sent-back": ["sent back: copy and what was typed differ", true],
  corrected: ["corrected; what stands in its place is below", false],
  twice: ["typed twice; the other one counts", false],
  "changes-nothing": ["changes nothing here", false],
};

/** The sentence of the screen. */
export function sayResult({ said, against, lacks }: CourtDid): string {
  const mark = against[0] ?? lacks ?? undefined;
  const did = `The court ${didInWords[said.result]} on ${sayCivilDay(said.day)}.`;
  return mark === undefined ? did : `${did} It ${mark.says}.`;
}

/** What the protected people read of it: whose order, which of the two, and its last day, since another order can stand in their case. Nothing of it promises anything. */
export function sayToThem({ number, said }: Pick<CourtDid, "number" | "said">, state: Pick<OrderState, "subject" | "orders">): string {
  const day = sayCivilDay(said.day);
  const { name } = state.subject;
  const which = said.order ?? (said.result.startsWith("interim") ? "interim" : "full");
  const one = which === "interim" ? `interim order against ${name}` : `order against ${name}`;
  const life = state.orders.find(({ from }) => from.includes(number));
  const period = said.period ?? life?.period;
  const until = period === undefined ? "" : ` It lasts ${untilInWords(period.until)}.`;
  const after = "Tell us if you see them or hear from them. If you are in danger, call 999.";
  switch (said.result) {
    case "discharged":
    case "interim-ended":
      return `The court ended the ${one} on ${day}. That order no longer protects you. An officer can come today: tell us when. ${after}`;
    case "refused":
    case "interim-refused":
      return `The court did not make ${which === "interim" ? "an" : "the"} ${one} on ${day}. There is no such order from that day. We will tell you what can be done next. ${after}`;
    case "made":
      return `The court made the ${one} on ${day}.${until} We will tell you when it was given to them. ${after}`;
    case "interim-made":
      return `The court made an ${one} on ${day}, for the time until it decides on the order itself.${until} We will tell you when it was given to them. ${after}`;
    case "renewed":
      return `The court renewed the ${one} on ${day}.${until} ${after}`;
    case "varied":
      return `The court changed the ${one} on ${day}.${until} We will tell you which parts are different. ${after}`;
    case "change-refused":
      return `The court did not change the ${one} on ${day}. It stands as it was. ${after}`;
    case "appeal-allowed":
      if (said.remitted === "yes")
        return `The higher court sent the ${one} back on ${day}, to be decided again. We will tell you the day, and what holds until then. ${after}`;
      return said.quashes === true
        ? `The higher court took the ${one} away on ${day}. That order no longer protects you. An officer can come today: tell us when. ${after}`
        : `The higher court decided on the ${one} on ${day}. We will tell you what is different now. ${after}`;
    case "appeal-dismissed":
      return `The higher court left the ${one} as it was on ${day}. ${after}`;
  }
}

/** What we do and what a court does, side by side: the one is refused with its section, the other recorded and marked. */
export function oursAndTheirs(
  sectionOf: (rule: "least-period" | "compatible" | "consent-asked-otherwise" | "interim-when") => string,
): readonly (readonly [string, string])[] {
  const with_ = (what: string, section: string): string => (section === "" ? what : `${what}: ${section}`);
  // Nothing of it is refused where no source says when an interim order is asked for.
  const interim = sectionOf("interim-when");
  const secondInterim = [
    `A second interim order beside a live one: ${interim}`,
    "Two interim orders on copies: both listed, an officer asks the court",
  ] as const;
  return [
    [with_("Ask for a period under the least one", sectionOf("least-period")), "A shorter fixed period, as on the copy, marked"],
    [with_("Ask for a condition that conflicts with an earlier order", sectionOf("compatible")), "Both orders live, with the pair named"],
    [with_("Ask for a discharge while a consent is missing", sectionOf("consent-asked-otherwise")), "Discharged, marked"],
    ...(interim === "" ? [] : [secondInterim]),
  ];
}

/** How what was typed of a result is known: it is what somebody says of the copy, until the file of that is here to be held against it. */
export function typedIs({ said }: Pick<CourtDid, "said">, copies: readonly { readonly sha256: string }[]): "record" | "account" {
  return copies.some(({ sha256 }) => sha256 === said.copy?.sha256) ? "record" : "account";
}
