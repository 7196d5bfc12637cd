import type { Instant } from "@unmask/core";
import { dayInWords, firstLondonInstant, londonDay } from "../../clock/london.ts";
import type { WhichOrder } from "../../event/order-shapes.ts";
import { type ServiceAttempt, evidenceOfAttempt } from "../../fold/order/service-attempts.ts";
import type { OrderState } from "../../fold/order-state.ts";
import type { OrderBodyOf } from "../../order-event.ts";
import { dayNumber, dayWritten } from "../../register/day-number.ts";
import { canBeNameOf, isNameOf } from "./made-by.ts";
import { type BesideOrder, type OrderCommand, type OrderRefusal, refuseOrder } from "../order-command.ts";

/** What is refused of service: nobody confirms what they made or wrote down, and nothing is service that another person could not confirm. The Act is silent on it: these rules are ours. */
export function serviceRefuses(command: OrderCommand, state: OrderState, beside: BesideOrder, now: Instant): OrderRefusal | undefined {
  const today = dayWritten(londonDay(now));
  switch (command.kind) {
    case "service-attempted":
      return attemptRefuses(command.body, state, beside, now);
    case "service-evidence":
      return evidenceRefuses(command.body, state);
    case "service-confirmed": {
      const { found, refused } = standing(state, command.body.attempt);
      return refused ?? (found && confirmingRefuses(command.body, command.by, found, beside));
    }
    case "service-sent-back": {
      const { found, refused } = standing(state, command.body.attempt);
      if (refused ?? !found) return refused;
      return found.by === command.by
        ? refuseOrder("own-service", undefined, "You wrote it down. Withdraw it, and write it as it was.", "service-withdrawn")
        : undefined;
    }
    case "service-withdrawn":
      return standing(state, command.body.attempt).refused;
    case "service-disputed": {
      const { found, refused } = standing(state, command.body.attempt);
      if (refused ?? !found) return refused;
      if (found.outcome === "not-served") return refuseOrder("not-served", undefined, "This attempt says itself that it was not served.");
      return command.body.day > today ? notYet : undefined;
    }
    case "knew-without-service":
      return orderRefuses(command.body, state, today);
    default:
      return undefined;
  }
}

const notYet: OrderRefusal = refuseOrder("not-yet", undefined, "This day has not come. Look at the day and the year.");

/** There is such an order, and the day lies after it was made. */
function orderRefuses(
  { order: which, day }: { readonly order: WhichOrder; readonly day: string },
  { orders }: OrderState,
  today: string,
): OrderRefusal | undefined {
  const ofKind = orders.filter((one) => one.which === which);
  const [first] = ofKind;
  if (first === undefined) return refuseOrder("no-order", undefined, `No ${which} order is made here.`, "court-result");
  if (day > today) return notYet;
  return day < first.made
    ? refuseOrder(
        "before-order",
        undefined,
        `The ${which} order was made on ${dayInWords(dayNumber(first.made))}. Look at the day and the year.`,
      )
    : undefined;
}

function attemptRefuses(
  body: OrderBodyOf<"service-attempted">,
  state: OrderState,
  beside: BesideOrder,
  now: Instant,
): OrderRefusal | undefined {
  const refused = orderRefuses(body, state, dayWritten(londonDay(now))) ?? makerRefuses(body, beside);
  if (refused) return refused;
  const moment = firstLondonInstant(body.day, body.at);
  if (moment !== undefined && moment > now)
    return refuseOrder("not-yet", undefined, "This minute has not come. Look at the day and the hour.");
  return body.outcome === "served" && body.evidence.length === 0
    ? refuseOrder(
        "no-evidence",
        undefined,
        "Nobody could confirm it: name the recording, the certificate, or the note that shows it.",
        "service-attempted",
      )
    : undefined;
}

/** An officer of this desk is known by their id, whatever others are called; anybody else by their name alone. */
function makerRefuses(
  { made, officer }: OrderBodyOf<"service-attempted">,
  { officers = new Map<string, string>() }: BesideOrder,
): OrderRefusal | undefined {
  if (officer !== undefined)
    return officers.get(officer) === made
      ? undefined
      : refuseOrder(
          "no-officer",
          undefined,
          "No officer of this desk has this name. Choose who made it from the list.",
          "service-attempted",
        );
  return [...officers.values()].some((one) => isNameOf(made, one))
    ? refuseOrder(
        "choose-officer",
        undefined,
        "An officer of this desk has this name or number. Choose them from the list; where it is somebody else, write whose they are behind the name.",
        "service-attempted",
      )
    : undefined;
}

/** The same paper twice on one attempt says nothing new, and two under one number could not be told apart. */
function evidenceRefuses({ attempt, exhibit, sha256 }: OrderBodyOf<"service-evidence">, state: OrderState): OrderRefusal | undefined {
  const { found, refused } = standing(state, attempt);
  if (refused ?? !found) return refused;
  return evidenceOfAttempt(found).some((one) => one.exhibit === exhibit || (sha256 !== undefined && one.sha256 === sha256))
    ? refuseOrder("evidence-there", undefined, "This attempt names it already.")
    : undefined;
}

function standing({ attempts }: OrderState, number: number): { readonly found?: ServiceAttempt; readonly refused?: OrderRefusal } {
  const found = attempts.find((one) => one.number === number);
  if (found === undefined) return { refused: refuseOrder("no-attempt", undefined, "No attempt has this number.", "service-attempted") };
  return found.withdrawn === null
    ? { found }
    : { refused: refuseOrder("withdrawn", undefined, "This attempt was withdrawn: it counts for nothing.", "service-attempted") };
}

/** Whether the attempt is this officer's: written by them, or made by them; of a name that was typed, whether it can be a name or number of theirs. */
export function isOwnAttempt(
  { by, made, officer: maker }: Pick<ServiceAttempt, "by" | "made" | "officer">,
  officer: string,
  calls: readonly string[],
): boolean {
  return by === officer || (maker === undefined ? calls.some((one) => canBeNameOf(made, one)) : maker === officer);
}

function confirmingRefuses(
  { rightPerson, rightOrder, given, servedIt }: OrderBodyOf<"service-confirmed">,
  by: string,
  found: ServiceAttempt,
  beside: BesideOrder,
): OrderRefusal | undefined {
  if (isOwnAttempt(found, by, beside.calls ?? []))
    return refuseOrder(
      "own-service",
      undefined,
      found.by === by || found.officer === by
        ? "You made it, or wrote it down. Somebody else confirms it."
        : "The name of who made it can be yours. Somebody else confirms it; a name that is another’s is written whole, with its number.",
    );
  if (servedIt !== "no")
    return servedIt === "yes"
      ? refuseOrder("own-service", undefined, "You served it. Somebody else confirms it.")
      : refuseOrder("asked-who-served", undefined, "Say first whether you served it yourself.", "service-confirmed");
  if (found.outcome === "not-served") return refuseOrder("not-served", undefined, "This attempt says itself that it was not served.");
  if (found.confirmed !== null) return refuseOrder("confirmed-already", undefined, "Another person has confirmed it.");
  return rightPerson === "yes" && rightOrder === "yes" && given === "yes"
    ? undefined
    : refuseOrder(
        "not-shown",
        undefined,
        "It is confirmed only where it was the person named, the order that was made, and it was given. Whether they could understand it stops nothing. Send it back.",
        "service-sent-back",
      );
}
