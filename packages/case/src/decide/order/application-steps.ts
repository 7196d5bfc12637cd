import { criteria } from "../../event/of-application.ts";
import type { ApplicationStage } from "../../fold/order/application.ts";
import type { OrderState } from "../../fold/order-state.ts";
import { dayInWords, londonDay } from "../../clock/london.ts";
import { earliestLawfulLastDay } from "../../order/period.ts";
import type { OrderBodyOf } from "../../order-event.ts";
import { dayNumber } from "../../register/day-number.ts";
import { type BesideOrder, type OrderCommand, type OrderRefusal, refuseOrder } from "../order-command.ts";
import { closedLacks, draftLacks, mayApply, notTheApplicant } from "./draft-lacks.ts";

/** What is refused of the way of an application: sent on, read, returned, authorised, lodged, withdrawn. Nobody authorises what they had a hand in writing. */
export function stepRefuses(command: OrderCommand, state: OrderState, beside: BesideOrder, today: string): OrderRefusal | undefined {
  const { stage } = state.application;
  switch (command.kind) {
    case "sent-to-second":
      return (
        notAt(stage, ["draft", "returned"], "Only a draft is sent to the second person.") ??
        withoutApplication(state, beside) ??
        draftLacks(state, beside, today)[0]
      );
    case "taken-back":
      return (
        notAt(stage, ["to-second", "authorised"], "It lies with nobody from whom it could be taken back.") ??
        (state.application.writers.includes(command.by)
          ? undefined
          : refuseOrder("not-yours", undefined, "Who wrote it takes it back; the second person returns it.", "draft-returned"))
      );
    case "criterion-read":
    case "draft-returned":
      return notAt(stage, ["to-second"], "The draft does not lie with a second person.") ?? ownDraft(command.by, state);
    case "authorised":
      return (
        notAt(stage, ["to-second"], "The draft does not lie with a second person.") ??
        ownDraft(command.by, state) ??
        unreadCriterion(command.by, state, beside) ??
        draftLacks(state, beside, today)[0] ??
        closedLacks(state, beside, today)
      );
    case "lodged":
      return notAt(stage, ["authorised"], "Only what was authorised is lodged.") ?? lodgingRefuses(command.body, state, beside, today);
    case "not-pursued":
      return notAt(
        stage,
        ["considering", "draft", "to-second", "returned", "authorised"],
        "It has been lodged: it can be withdrawn, and the court is told.",
      );
    case "withdrawn":
      return (
        notAt(stage, ["lodged"], "Only an application that was lodged and is not decided is withdrawn.") ??
        withdrawingRefuses(command.body, state, today)
      );
    default:
      return undefined;
  }
}

/** What can follow where somebody stands. */
const next: Readonly<Record<ApplicationStage, OrderRefusal["allows"]>> = {
  considering: ["criterion-written", "not-pursued"],
  "not-pursued": [],
  draft: ["sent-to-second", "not-pursued"],
  "to-second": ["authorised", "draft-returned", "taken-back", "not-pursued"],
  returned: ["sent-to-second", "not-pursued"],
  authorised: ["lodged", "taken-back", "not-pursued"],
  lodged: ["court-result", "withdrawn"],
  withdrawn: ["court-result"],
  granted: [],
  refused: ["appeal-noted"],
};

function notAt(stage: ApplicationStage, allowed: readonly ApplicationStage[], says: string): OrderRefusal | undefined {
  return allowed.includes(stage) ? undefined : refuseOrder("not-at-this-stage", undefined, says, ...next[stage]); // bounded: four kinds at most
}

/** A court that makes an order of its own motion has no application before it. */
function withoutApplication({ route }: OrderState, { law }: BesideOrder): OrderRefusal | undefined {
  return route === "s1-application"
    ? undefined
    : refuseOrder(
        "own-motion",
        law.section("own-motion")?.section,
        "On this route there is no application of ours: write what the court did.",
        "court-result",
      );
}

function ownDraft(by: string, { application }: OrderState): OrderRefusal | undefined {
  if (!application.writers.includes(by)) return undefined;
  const says = application.wrote.includes(by)
    ? "You wrote a part of it. Somebody who wrote none of it reads and authorises it."
    : "You sent it to be authorised. Somebody who neither wrote nor sent it reads and authorises it.";
  return refuseOrder("own-draft", undefined, says, "taken-back");
}

/** Each criterion is read, with what speaks against it, by the one who authorises. */
function unreadCriterion(by: string, { application }: OrderState, { law }: BesideOrder): OrderRefusal | undefined {
  const unread = criteria.find((one) => !application.readCriteria.some((read) => read.criterion === one && read.by === by));
  return (
    unread &&
    refuseOrder(
      "criterion-unread",
      law.section(`criterion-${unread}`)?.section,
      `You have not read criterion (${unread}) with what speaks against it.`,
      "criterion-read",
    )
  );
}

/** Where it is lodged depends on the age on that day. */
function lodgingRefuses(
  { day, courtType }: OrderBodyOf<"lodged">,
  { subject, application, force }: OrderState,
  { law }: BesideOrder,
  today: string,
): OrderRefusal | undefined {
  if (!mayApply(force, law)) return notTheApplicant(force, law);
  const section = law.section("court")?.section;
  if (day > today) return refuseOrder("not-yet", undefined, "This day has not come. Write the lodging when it has taken place.");
  const authorised = application.authorisedBy?.happened;
  if (authorised !== undefined && dayNumber(day) < londonDay(authorised))
    return refuseOrder("before-authorised", undefined, "This day lies before it was authorised. Look at the day and the year.", "lodged");
  const { adult, younger } = law.courts;
  const born = subject.born?.day;
  const isYounger = born !== undefined && law.adultYears !== null && !hasAge(born, law.adultYears, day);
  const right = isYounger ? younger : adult;
  if (right === null || courtType === right) return undefined;
  if (born === undefined && courtType === younger)
    return refuseOrder(
      "court",
      section,
      "The day of birth is not written, so which court it goes to is not known here. Take the draft back, write the day of birth first, and by what it is known.",
      "taken-back",
      "subject-changed",
      "lodged",
    );
  const age = isYounger ? `On ${dayInWords(dayNumber(day))} the person is under ${law.adultYears ?? ""}: ` : "";
  return refuseOrder("court", section, `${age}it goes to ${courtInWords[right]}.`, "lodged");
}

const courtInWords = {
  magistrates: "a magistrates’ court",
  youth: "the youth court",
  crown: "the Crown Court",
  "summary-jurisdiction": "a court of summary jurisdiction",
} as const;

/** Whether somebody has an age on a day: from the same date so many years later, and from 1 March where that year has no 29 February. */
function hasAge(born: string, years: number, day: string): boolean {
  // The last day below that age is the last day of a period of so many years that begins with the day of birth.
  const lastBelow = earliestLawfulLastDay(born, { leastYears: years });
  return lastBelow !== undefined && day > lastBelow;
}

function withdrawingRefuses({ day }: OrderBodyOf<"withdrawn">, { application }: OrderState, today: string): OrderRefusal | undefined {
  if (day > today) return refuseOrder("not-yet", undefined, "This day has not come.");
  const { lodged } = application;
  return lodged !== null && day < lodged.day
    ? refuseOrder(
        "before-lodging",
        undefined,
        `It was lodged on ${dayInWords(dayNumber(lodged.day))}. Look at the day and the year.`,
        "withdrawn",
      )
    : undefined;
}
