import type { Instant } from "@unmask/core";
import { dayInWords, londonDay } from "../../clock/london.ts";
import type { CourtResultKind } from "../../event/of-court.ts";
import { consentInWords, consentUntil, consentsMissing } from "../../fold/order/against-rule.ts";
import { type Change, stageOfChange, writersOfChange } from "../../fold/order/change.ts";
import { newestOf } from "../../fold/order/order-of-kind.ts";
import type { OrderState } from "../../fold/order-state.ts";
import { toObeyFrom } from "../../order/stood-on.ts";
import type { OrderBodyOf } from "../../order-event.ts";
import { dayNumber, dayWritten } from "../../register/day-number.ts";
import { type BesideOrder, type OrderCommand, type OrderRefusal, refuseOrder } from "../order-command.ts";

/** What is refused of a change and of an appeal. What we ask is held against the rule; what the subject or another force asks is a fact, and is taken. */
export function changeRefuses(command: OrderCommand, state: OrderState, beside: BesideOrder, now: Instant): OrderRefusal | undefined {
  const around = { state, beside, today: dayWritten(londonDay(now)) };
  switch (command.kind) {
    case "change-asked":
      return askingRefuses(command.body, around);
    case "necessity-read-again":
    case "consent-given":
    case "change-sent":
    case "change-authorised":
    case "change-returned":
    case "change-lodged":
    case "change-dropped": {
      const { change: id } = command.body;
      const change = state.changes.find((one) => one.change === id);
      if (change === undefined) return refuseOrder("no-change", undefined, "No application to change it has this number.", "change-asked");
      return stepRefuses(command, change, around);
    }
    case "appeal-noted":
      return appealRefuses(command.body, around);
    case "court-day": {
      const { change } = command.body;
      return change === undefined || state.changes.some((one) => one.change === change)
        ? undefined
        : refuseOrder("no-change", undefined, "No application to change it has this number.", "change-asked");
    }
    default:
      return undefined;
  }
}

interface Around {
  readonly state: OrderState;
  readonly beside: BesideOrder;
  /** `2026-11-27` */
  readonly today: string;
}

type LiveOrder = OrderState["orders"][number];

function askingRefuses(body: OrderBodyOf<"change-asked">, { state, beside, today }: Around): OrderRefusal | undefined {
  const { change, order: which, what, by, day, until, conditions = [], keeps = [] } = body;
  const section = whoSection(which, beside);
  if (state.changes.some((one) => one.change === change))
    return refuseOrder("change-number", undefined, "There is one of this number already.");
  const order = newestOf(state.orders, which);
  if (order === undefined) return refuseOrder("no-order", section, `No ${which} order is made here.`, "court-result");
  if (day > today) return refuseOrder("not-yet", undefined, "This day has not come.");
  const standing = toObeyFrom(order, state, today);
  const unknown = keeps.find((number) => !standing.some(({ condition }) => condition === number));
  if (unknown !== undefined) return refuseOrder("no-condition", section, `The ${which} order has no condition ${unknown}.`);
  if (by !== "us") return undefined;
  return (
    endedRefuses(order, { section, today }) ??
    relevantRefuses(which, state, beside, section) ??
    (what === "vary" && conditions.length === 0 && keeps.length === 0 && until === undefined
      ? refuseOrder("nothing-asked", section, "Nothing is asked: write a new condition, what is kept, or another last day.", "change-asked")
      : undefined) ??
    contentsRefuse(body, standing, section, beside) ??
    openInterim(body, beside) ??
    (what === "renew" ? nothingKept({ keeps, conditions }, beside.law.section("change-necessary")?.section, "change-asked") : undefined) ??
    (until !== undefined && until <= day
      ? refuseOrder(
          "until-past",
          section,
          "The last day that is asked for does not lie after the day on which it is asked.",
          "change-asked",
        )
      : undefined) ??
    (state.changes.some((one) => one.asker === "us" && one.order === which && one.what === what && isOpen(one))
      ? refuseOrder("asked-already", section, "This is asked already and not decided. Go on with that, or drop it.", "change-dropped")
      : undefined)
  );
}

/** A renewal that names no condition cannot go on: it is refused when it is asked, and where it was asked before that, when it is sent. */
function nothingKept(
  { keeps, conditions }: { readonly keeps: readonly unknown[]; readonly conditions: readonly unknown[] },
  section: string | undefined,
  next: "change-asked" | "change-dropped",
): OrderRefusal | undefined {
  if (keeps.length > 0 || conditions.length > 0) return undefined;
  return refuseOrder("nothing-kept", section, "A renewal says which conditions are kept or new, and this one names none.", next);
}

/** An interim order stays one for a fixed period: a renewal of it has a last day, where a source says so. */
function openInterim({ order, what, until }: OrderBodyOf<"change-asked">, { law }: BesideOrder): OrderRefusal | undefined {
  const fixed = law.section("interim-period");
  if (fixed === undefined || order !== "interim" || what !== "renew" || until !== undefined) return undefined;
  return refuseOrder(
    "interim-period",
    fixed.section,
    "An interim order is for a fixed period only: write the last day that is asked for.",
    "change-asked",
  );
}

/**
 * A discharge ends the order and asks for nothing else; a renewal keeps conditions, those that a court added from a later day among them, and may have new
 * ones or old ones in new words: each of them once.
 */
function contentsRefuse(
  { what, conditions = [], keeps = [], until }: OrderBodyOf<"change-asked">,
  standing: LiveOrder["conditions"],
  section: string | undefined,
  { law }: BesideOrder,
): OrderRefusal | undefined {
  if (what === "discharge")
    return conditions.length === 0 && keeps.length === 0 && until === undefined
      ? undefined
      : refuseOrder(
          "ends-it",
          section,
          "A discharge ends the order: it has no conditions and no last day. Ask to vary it.",
          "change-asked",
        );
  const twice = conditions.find(({ condition }) => keeps.includes(condition));
  if (twice !== undefined)
    return refuseOrder(
      "kept-or-new",
      law.section("change-necessary")?.section,
      `Condition ${twice.condition} is kept and has new words at once. Take one of the two out.`,
      "change-asked",
    );
  const next = standing.reduce((most, { condition }) => Math.max(most, condition), 0) + 1;
  const stray = conditions.find(({ condition }) => condition > next + conditions.length);
  return stray === undefined
    ? undefined
    : refuseOrder(
        "condition-number",
        law.section("change-necessary")?.section,
        `Condition ${stray.condition} is not one of the order. The next new one is ${next}.`,
        "change-asked",
      );
}

function isOpen(change: Change): boolean {
  const stage = stageOfChange(change);
  return stage !== "dropped" && stage !== "decided";
}

/** Who may ask for a change of a full order, and of an interim one. */
function whoSection(which: Change["order"], { law }: BesideOrder): string | undefined {
  return law.section(which === "interim" ? "interim-change" : "change-who")?.section;
}

/** We are relevant where we applied; for an order of another force, where its subject lives, is or intends to come here, and somebody wrote by what that is known. */
function relevantRefuses(
  which: Change["order"],
  { typed, draft }: OrderState,
  { law }: BesideOrder,
  section: string | undefined,
): OrderRefusal | undefined {
  if (typed === null) return undefined;
  // Where one chief officer alone applies, no link of ours to the person makes us another.
  if (law.onlyApplicant !== null)
    return refuseOrder(
      "applicant",
      law.section("applicant")?.section,
      `${law.section("applicant")?.says ?? ""} Who else can ask for a change is not known here: tell the ${law.onlyApplicant[0]} what you know, and ask your solicitor.`,
    );
  if (which === "interim")
    return refuseOrder(
      "who-applied",
      section,
      `Only the subject or the chief officer who applied can ask to change an interim order: that is ${typed.force}.`,
    );
  return draft.link === null
    ? refuseOrder(
        "relevant",
        section,
        `${typed.force} applied for this order. We can ask only where the subject lives in our area, is in it or intends to come to it: write by what that is known.`,
        "link-written",
      )
    : undefined;
}

/** After its last day there is nothing left that could be changed; what a court did all the same is recorded as its result. */
function endedRefuses(
  { ended, period }: LiveOrder,
  { section, today }: { readonly section: string | undefined; readonly today: string },
): OrderRefusal | undefined {
  const last = ended?.day ?? period.until;
  if (last === null || (ended !== null && ended.how !== "expired" ? today < last : today <= last)) return undefined;
  return refuseOrder(
    "after-the-last-day",
    section,
    `The order ended with ${dayInWords(dayNumber(last))}, and it cannot be sent on. What a court did all the same is recorded as its result, and marked.`,
    "court-result",
  );
}

type StepKind =
  "necessity-read-again" | "consent-given" | "change-sent" | "change-authorised" | "change-returned" | "change-lodged" | "change-dropped";

function stepRefuses(command: OrderCommand & { readonly kind: StepKind }, change: Change, around: Around): OrderRefusal | undefined {
  const stage = stageOfChange(change);
  if (stage === "decided")
    return refuseOrder("decided", undefined, "A court has answered this. What is new is asked anew.", "change-asked");
  if (stage === "dropped") return refuseOrder("dropped", undefined, "This was dropped. What is new is asked anew.", "change-asked");
  if (command.kind === "change-dropped") return reasonRefuses(command.body);
  if (command.kind === "consent-given") return consentRefuses(command.body, change, around);
  if (change.asker !== "us")
    return refuseOrder(
      "theirs",
      undefined,
      "We did not ask for this: nothing of it is ours to send on. It waits for the court.",
      "court-result",
    );
  switch (command.kind) {
    case "necessity-read-again":
      return readingRefuses(command.body, change, around);
    case "change-sent":
      return sendingRefuses(change, around);
    case "change-authorised":
    case "change-returned":
      return secondRefuses(command, change, around);
    case "change-lodged":
      return lodgingRefuses(command.body, change, around);
    default:
      return undefined;
  }
}

function reasonRefuses({ reason }: OrderBodyOf<"change-dropped">): OrderRefusal | undefined {
  return reason === undefined ? refuseOrder("reason", undefined, "Write why.") : undefined;
}

function consentRefuses(
  { answer, day }: OrderBodyOf<"consent-given">,
  { what }: Change,
  { today, beside: { law } }: Around,
): OrderRefusal | undefined {
  if (what !== "discharge")
    return refuseOrder("no-consent-asked", law.section("consent-asked-by-police")?.section, "A consent is asked only for a discharge.");
  if (answer === "not-asked") return undefined;
  return day === undefined || day > today
    ? refuseOrder("consent-day", undefined, "Write the day on which they said it.", "consent-given")
    : undefined;
}

function readingRefuses(
  { condition }: OrderBodyOf<"necessity-read-again">,
  { what, keeps = [] }: Change,
  { beside }: Around,
): OrderRefusal | undefined {
  const section = beside.law.section("change-necessary")?.section;
  if (what !== "renew") return refuseOrder("no-renewal", section, "The necessity of a kept condition is read again on renewal.");
  return keeps.includes(condition)
    ? undefined
    : refuseOrder("not-kept", section, `Condition ${condition} is not among those that are kept.`);
}

/** What has to be there before a second person reads it. */
function sendingRefuses(change: Change, around: Around): OrderRefusal | undefined {
  const { what, conditions = [], keeps = [], necessity } = change;
  const stage = stageOfChange(change);
  if (stage !== "asked" && stage !== "returned") return refuseOrder("sent-already", undefined, "This was sent already.");
  const section = around.beside.law.section("change-necessary")?.section;
  const bare = conditions.find((one) => one.necessity === undefined);
  if (bare !== undefined)
    return refuseOrder(
      "necessity",
      section,
      `Condition ${bare.condition} has no necessity: why it is needed is not written.`,
      "change-dropped",
    );
  if (what === "renew") {
    const nothing = nothingKept({ keeps, conditions }, section, "change-dropped");
    if (nothing !== undefined) return nothing;
    const unread = keeps.filter((number) => !necessity.some(({ condition }) => condition === number));
    if (unread.length > 0)
      return refuseOrder(
        "read-again",
        section,
        `Why it is still necessary is not read again of ${unread.length === 1 ? "condition" : "conditions"} ${unread.join(", ")}.`,
        "necessity-read-again",
      );
  }
  return goesOnRefuses(change, around);
}

/** What can have changed since: the order may have ended, a consent may be missing. */
function goesOnRefuses(change: Change, { state, beside, today }: Around): OrderRefusal | undefined {
  const order = newestOf(state.orders, change.order);
  const over = order && endedRefuses(order, { section: whoSection(change.order, beside), today });
  if (over !== undefined || order === undefined || change.what !== "discharge") return over;
  const until = consentUntil(order.made, beside.law);
  const missing = until === undefined || dayOfHearing(change, state, today) > until ? [] : consentsMissing(change, state);
  return until === undefined || missing.length === 0
    ? undefined
    : refuseOrder(
        "consent",
        beside.law.section("consent-asked-by-police")?.section,
        `Not written here as given: the consent of ${missing.map((one) => consentInWords[one]).join(", ")}. Until the end of ${dayInWords(dayNumber(until))} it is needed: the day that counts is the one on which the court discharges.`,
        "consent-given",
      );
}

/** The first day to come on which a court hears it: on that day it can discharge. Where none is known, as if it sat today. */
function dayOfHearing({ change: id }: Change, { courtDays }: OrderState, today: string): string {
  const ofThis = courtDays.filter(({ change, day, withdrawn }) => withdrawn === undefined && change === id && day >= today);
  return ofThis.reduce<string | undefined>((first, { day }) => (first === undefined || day < first ? day : first), undefined) ?? today;
}

function secondRefuses(
  { kind, body, by }: OrderCommand & { readonly kind: "change-authorised" | "change-returned" },
  change: Change,
  around: Around,
): OrderRefusal | undefined {
  if (stageOfChange(change) !== "sent") return refuseOrder("not-sent", undefined, "This does not wait for a second person.", "change-sent");
  if (writersOfChange(change).includes(by))
    return refuseOrder(
      "own-draft",
      undefined,
      "You wrote a part of this yourself, so somebody else must read it. Send it to another officer.",
    );
  if (body.reason === undefined) return refuseOrder("reason", undefined, "Write why.", kind);
  return kind === "change-authorised" ? goesOnRefuses(change, around) : undefined;
}

function lodgingRefuses({ day, court }: OrderBodyOf<"change-lodged">, change: Change, around: Around): OrderRefusal | undefined {
  if (stageOfChange(change) !== "authorised")
    return refuseOrder("authorised-first", undefined, "A second person authorises it before it goes to a court.", "change-sent");
  if (day === undefined || court === undefined)
    return refuseOrder("day-and-court", undefined, "Write the day, and which court.", "change-lodged");
  if (day > around.today) return refuseOrder("not-yet", undefined, "This day has not come.");
  // Lodged in time and written down late is in time: the day that counts is that of the court’s stamp.
  return goesOnRefuses(change, { ...around, today: day });
}

/** Results against which each side can appeal by itself, and changes by who asked for them. */
const against: Readonly<Record<"subject" | "police", readonly CourtResultKind[]>> = {
  subject: ["made", "interim-made"],
  police: ["refused", "interim-refused"],
};
const changed: readonly CourtResultKind[] = ["varied", "renewed", "discharged"];

function appealRefuses(
  { by, against: number, day }: OrderBodyOf<"appeal-noted">,
  { state, beside, today }: Around,
): OrderRefusal | undefined {
  const result = state.results.find((one) => one.number === number);
  const section = beside.law.section(by === "subject" ? "appeal-by-subject" : "appeal-by-police")?.section;
  if (result === undefined)
    return refuseOrder("no-result", section, "There is no court’s result of this number to appeal against.", "court-result");
  if (day < result.said.day)
    return refuseOrder(
      "before-result",
      section,
      `The court decided on ${dayInWords(dayNumber(result.said.day))}: nobody appeals before. Look at the day and the year.`,
    );
  if (day > today) return refuseOrder("not-yet", undefined, "This day has not come.");
  if (state.appeals.some((one) => one.against === number && one.asker === by && one.result === null))
    return refuseOrder("appealed-already", section, "This appeal is written down already.");
  // What somebody else did is a fact, whatever comes of it.
  if (by !== "us" || appealLies("police", result.said, state)) return undefined;
  return refuseOrder(
    "appeal",
    section,
    "We can appeal against the refusal of an order, of an interim one or of a change that we asked for, and against a change made for the subject. This is none of them.",
  );
}

/** Whether an appeal lies against a result, as the Act has it. */
function appealLies(
  of: "subject" | "police",
  { result, change: id }: Pick<OrderBodyOf<"court-result">, "result" | "change">,
  { changes }: Pick<OrderState, "changes">,
): boolean {
  if (against[of].includes(result)) return true;
  const change = changes.find((one) => one.change === id);
  if (change === undefined) return false;
  // What another force asked for and was refused is that force’s to appeal.
  if (of === "police" && change.asker === "other-force") return false;
  const isOwn = (change.asker === "subject") === (of === "subject");
  return isOwn ? result === "change-refused" : changed.includes(result);
}
