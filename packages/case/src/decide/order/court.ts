import type { Instant } from "@unmask/core";
import { dayInWords, londonDay } from "../../clock/london.ts";
import type { CourtResult } from "../../event/of-court.ts";
import type { Mark, OrderResult } from "../../fold/order/court.ts";
import { type OrderState, applyToOrder } from "../../fold/order-state.ts";
import type { OrderBodyOf } from "../../order-event.ts";
import { dayNumber, dayWritten } from "../../register/day-number.ts";
import { type BesideOrder, type OrderCommand, type OrderRefusal, refuseOrder } from "../order-command.ts";

/**
 * What is refused of a court's result: never that it is against the rule, which is recorded, but that the copy is missing by which it could be believed,
 * that the record of an order is not complete, and that whoever typed it reads it as the second person.
 */
export function courtRefuses(command: OrderCommand, state: OrderState, beside: BesideOrder, now: Instant): OrderRefusal | undefined {
  switch (command.kind) {
    case "court-result":
      return (
        beforeCourt(command.body, state, beside) ??
        resultRefuses(command.body, state, beside, dayWritten(londonDay(now))) ??
        copyRefuses(command, state, beside, now)
      );
    case "result-corrected": {
      const { result, right } = command.body;
      return (
        standing(state, result).refused ??
        resultRefuses(right, state, beside, dayWritten(londonDay(now))) ??
        copyRefuses(command, state, beside, now)
      );
    }
    case "result-confirmed": {
      const { found, refused } = standing(state, command.body.result);
      return refused ?? (found && confirmingRefuses(command.body, command.by, found));
    }
    case "result-sent-back": {
      const { found, refused } = standing(state, command.body.result);
      return refused ?? (found && ownResult(command.by, found));
    }
    default:
      return undefined;
  }
}

/** A result of an application follows its lodging; of an order of another force, and on a route without an application, nothing has to come first. */
function beforeCourt(
  { day, result }: CourtResult,
  { application, typed, route }: OrderState,
  { law }: BesideOrder,
): OrderRefusal | undefined {
  if (typed !== null) return undefined;
  const { lodged, stage } = application;
  const section = law.section("complaint")?.section;
  if (route !== "s1-application")
    return stage === "not-pursued"
      ? refuseOrder("not-pursued", undefined, "It was written that this goes no further. Begin another one.")
      : undefined;
  if (lodged === null)
    return refuseOrder(
      "not-lodged",
      section,
      "No lodging is written here. Write it first; an order that came of another application is typed in from its copy, under a number of its own.",
      "lodged",
    );
  return day < lodged.day
    ? refuseOrder(
        "before-lodging",
        section,
        `It was lodged on ${dayInWords(dayNumber(lodged.day))}, and this ${result} is of a day before. Look at both.`,
        "court-result",
      )
    : undefined;
}

/** What a result must say, whichever way it is written. */
function resultRefuses(said: CourtResult, state: OrderState, beside: BesideOrder, today: string): OrderRefusal | undefined {
  if (said.day > today) return refuseOrder("not-yet", undefined, "This day has not come. A result is written when the court has sat.");
  const isOfAnOrder = said.order !== undefined || !speaksOfOrder.has(said.result);
  if (!isOfAnOrder)
    return refuseOrder("which-order", undefined, "Write of which order it speaks: the interim or the full one.", "court-result");
  if (said.change !== undefined && !state.changes.some(({ change }) => change === said.change))
    return refuseOrder("no-change", undefined, "No application to change it has this number.", "change-asked");
  if (said.appeal !== undefined && !state.appeals.some(({ number }) => number === said.appeal))
    return refuseOrder("no-appeal", undefined, "No appeal has this number.", "appeal-noted");
  if (said.result === "appeal-allowed" && said.appeal === undefined)
    return refuseOrder("no-appeal", beside.law.section("appeal-result")?.section, "Write which appeal it answers.", "appeal-noted");
  if (said.remitted !== undefined && said.result !== "appeal-allowed")
    return refuseOrder("remitted", undefined, "Only an appeal that was allowed sends a matter back.", "court-result");
  if (said.remitted === "yes" && (said.period !== undefined || said.conditions !== undefined))
    return refuseOrder(
      "remitted",
      beside.law.section("appeal-result")?.section,
      "Where the matter goes back, no order is made by it. Leave out period and conditions, or write that it does not go back.",
      "court-result",
    );
  return recordRefuses(said, state, beside);
}

/** Results that name their order; the others are of one kind of order by themselves. */
const speaksOfOrder: ReadonlySet<CourtResult["result"]> = new Set<CourtResult["result"]>([
  "varied",
  "renewed",
  "discharged",
  "change-refused",
  "appeal-allowed",
  "appeal-dismissed",
]);

/** The five things that the record of an order holds: day, period, each condition, with its locality and its own period where it has them. */
function recordRefuses(
  { result, day, from, period, conditions, inForce }: CourtResult,
  { jurisdiction }: OrderState,
  { law }: BesideOrder,
): OrderRefusal | undefined {
  const isMaking = result === "made" || result === "interim-made";
  if (result === "renewed" && period === undefined)
    return refuseOrder(
      "record-period",
      law.section("record-period")?.section,
      "Write until when it was renewed, or that it runs until a further order.",
      "court-result",
    );
  if (typeof period?.until === "string" && period.until < (from ?? day))
    return refuseOrder(
      "record-period",
      law.section("record-period")?.section,
      "Its last day lies before the day on which it begins.",
      "court-result",
    );
  if (conditions?.length === 0)
    return refuseOrder(
      "record-conditions",
      law.section("record-conditions")?.section,
      "Write each prohibition and each requirement as the copy has it.",
      "court-result",
    );
  if (!isMaking) return undefined;
  if (period === undefined)
    return refuseOrder(
      "record-period",
      law.section("record-period")?.section,
      "Write whether it is for a fixed period and for which, or that it runs until a further order.",
      "court-result",
    );
  if (conditions === undefined)
    return refuseOrder(
      "record-conditions",
      law.section("record-conditions")?.section,
      "Write each prohibition and each requirement as the copy has it, with its locality and its own period where it has them.",
      "court-result",
    );
  return jurisdiction === "NI" && inForce === undefined
    ? refuseOrder("in-force", undefined, "Write the day on which it comes into force: there the first notice runs from it.", "court-result")
    : undefined;
}

/** Against the rule it is written down all the same, with the copy that the court's officer certified. */
function copyRefuses(
  command: OrderCommand & { readonly kind: "court-result" | "result-corrected" },
  state: OrderState,
  { law }: BesideOrder,
  now: Instant,
): OrderRefusal | undefined {
  const { saw: _, ...event } = command;
  const number = state.number + 1;
  const after = applyToOrder(state, { ...event, number, recorded: now }, () => law);
  const result = after.results.find((one) => one.number === number);
  if (result === undefined) return undefined;
  if (result.standing === "twice")
    return refuseOrder(
      "typed-twice",
      undefined,
      "The same result of the same day is written already. A second person reads its copy.",
      "result-confirmed",
      "result-corrected",
    );
  if (result.standing === "lacks-text" && result.said.remitted !== "not-known")
    return refuseOrder(
      "appeal-text",
      law.section("appeal-result")?.section,
      "Write the period and each condition of the order that the appeal made, or that the matter went back to the court below. Where the copy says neither, write that it is not known: it is recorded, and waits for it.",
      "court-result",
    );
  const [mark] = result.against;
  if (mark === undefined || result.said.copy?.certified === true) return undefined;
  return refuseOrder(
    "needs-certified-copy",
    sectionOf(mark),
    `It ${mark.says}: ${mark.why} It can be recorded, with a copy that the court’s officer certified and a second person who has read it.`,
    "court-result",
  );
}

/** The section of a mark; none where no source states the rule for the jurisdiction. */
function sectionOf({ section }: Mark): string | undefined {
  return section === "" ? undefined : section;
}

function standing({ results }: OrderState, number: number): { readonly found?: OrderResult; readonly refused?: OrderRefusal } {
  const found = results.find((one) => one.number === number);
  if (found === undefined) return { refused: refuseOrder("no-result", undefined, "No result of a court has this number.", "court-result") };
  return found.correctedBy === null
    ? { found }
    : { refused: refuseOrder("corrected", undefined, "It was corrected: what stands in its place is read.", "result-confirmed") };
}

function ownResult(by: string, found: OrderResult): OrderRefusal | undefined {
  return found.by === by ? refuseOrder("own-result", undefined, "You typed it. Somebody else reads the copy against it.") : undefined;
}

function confirmingRefuses(
  { copyOfThisOrder, asTyped, againstRuleSeen }: OrderBodyOf<"result-confirmed">,
  by: string,
  found: OrderResult,
): OrderRefusal | undefined {
  const own = ownResult(by, found);
  if (own) return own;
  const { said, confirmed, against } = found;
  if (confirmed !== null) return refuseOrder("read-already", undefined, "A second person has read it.");
  if (said.copy === undefined)
    return refuseOrder(
      "no-copy",
      undefined,
      "There is no copy that it could be read against. Correct the result with its copy.",
      "result-corrected",
    );
  if (copyOfThisOrder !== "yes" || asTyped !== "yes")
    return refuseOrder(
      "not-as-typed",
      undefined,
      "It is confirmed only where the copy is of this order and says what was typed. Send it back.",
      "result-sent-back",
    );
  const [mark] = against;
  if (mark === undefined) return undefined;
  if (said.copy.certified) {
    return againstRuleSeen === true
      ? undefined
      : refuseOrder(
          "against-rule-unseen",
          sectionOf(mark),
          `It ${mark.says}: ${mark.why} Say that you have seen it; the mark stays.`,
          "result-confirmed",
        );
  }
  return refuseOrder(
    "needs-certified-copy",
    sectionOf(mark),
    `It ${mark.says}: ${mark.why} Only a copy that the court’s officer certified can be read for it: correct the result with that copy.`,
    "result-corrected",
  );
}
