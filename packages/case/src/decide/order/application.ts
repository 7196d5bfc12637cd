import type { Instant } from "@unmask/core";
import { londonDay } from "../../clock/london.ts";
import { type ApplicationStage, isAnotherSubject, subjectSinceCourt } from "../../fold/order/application.ts";
import { highestCondition } from "../../fold/order/draft.ts";
import { stageOfOrder } from "../../fold/order/live-order.ts";
import { isSameForce } from "../../fold/order/same-force.ts";
import type { OrderState } from "../../fold/order-state.ts";
import type { ComparedPair } from "../../order/compatibility.ts";
import type { OrderBodyOf, OrderEventKind } from "../../order-event.ts";
import { dayWritten } from "../../register/day-number.ts";
import { type BesideOrder, type OrderCommand, type OrderRefusal, refuseOrder } from "../order-command.ts";
import { interimIsFixed, isNamed, limitedToArea, mayApply, notAPerson, notTheApplicant, pairsOf, shortPeriods } from "./draft-lacks.ts";
import { stepRefuses } from "./application-steps.ts";

/** What is refused of an application while it is written. It is ours, so what the rule forbids is no event at all. */
export function applicationRefuses(command: OrderCommand, state: OrderState, beside: BesideOrder, now: Instant): OrderRefusal | undefined {
  switch (command.kind) {
    case "application-begun":
      return beginningRefuses(command.body, state, beside, dayWritten(londonDay(now)));
    case "order-typed":
      return state.number > 0 ? begunAlready : typedRefuses(command.body, beside, dayWritten(londonDay(now)));
    case "criterion-written":
    case "link-written":
    case "protected-named":
    case "protected-removed":
    case "condition-written":
    case "condition-removed":
    case "prompt-answered":
    case "period-proposed":
    case "pair-settled":
    case "bundle-made":
      return closedDraft(command.kind, state) ?? writingRefuses(command, state, beside, dayWritten(londonDay(now)));
    case "subject-changed":
      return anotherRefuses(command.body, state);
    case "subject-read":
      return subjectReadRefuses(command, state);
    case "interim-wanted":
      return interimRefuses(command.body, state, beside, dayWritten(londonDay(now)));
    default:
      return stepRefuses(command, state, beside, dayWritten(londonDay(now)));
  }
}

const begunAlready: OrderRefusal = refuseOrder(
  "begun",
  undefined,
  "This number has an application already. Another one has a number of its own.",
);

function beginningRefuses(
  { jurisdiction, route, force, subject }: OrderBodyOf<"application-begun">,
  { number }: OrderState,
  { law }: BesideOrder,
  today: string,
): OrderRefusal | undefined {
  if (number > 0) return begunAlready;
  const none = law.without.find(({ code }) => code === jurisdiction);
  if (none !== undefined) {
    const instead = none.instead.map(({ says }) => says).join(" ");
    return refuseOrder("no-such-order", none.why.section, `${none.why.says} ${instead}`);
  }
  if (isNamed(force, [subject.name])) return notAPerson(law);
  if (route === "s1-application" && !mayApply(force, law)) return notTheApplicant(force, law);
  if (route === "s1-application" || (law.ownMotionFrom !== null && law.ownMotionFrom <= today)) return undefined;
  const row = law.section("own-motion");
  const why = row?.says ?? "A court that makes an order without an application is not known for this jurisdiction: ask your solicitor.";
  return refuseOrder("own-motion", row?.section, why, "application-begun");
}

/** An order of another force is a fact: refused is what its copy cannot say. */
function typedRefuses(
  { conditions, made, period, inForce, jurisdiction, force }: OrderBodyOf<"order-typed">,
  { law, ours }: BesideOrder,
  today: string,
): OrderRefusal | undefined {
  if (ours !== undefined && isSameForce(force, ours))
    return refuseOrder(
      "ours",
      undefined,
      `${ours} is this force: its own order is not typed in from a copy. Begin it as an application of ours, and write what the court did.`,
      "application-begun",
    );
  if (made > today) return refuseOrder("not-yet", undefined, "This day of making has not come. Look at the day and the year.");
  if (period.until !== null && period.until < made)
    return refuseOrder(
      "period",
      law.section("record-period")?.section,
      "Its last day lies before the day on which it was made.",
      "order-typed",
    );
  if (jurisdiction === "NI" && inForce === undefined)
    return refuseOrder(
      "in-force",
      law.section("record-made")?.section,
      "Write the day on which it came into force: there the first notice runs from it.",
      "order-typed",
    );
  return conditions.length > 0
    ? undefined
    : refuseOrder(
        "record-conditions",
        law.section("record-conditions")?.section,
        "Type its conditions from the copy: nothing can be held against them otherwise.",
        "order-typed",
      );
}

/**
 * Between a second person's reading and the lodging it stays asked against whom they read it: a name or a birth is changed when the draft is open again. A
 * home is a fact that the court is told, and is written at any time; what is known later is a correction, and is marked until somebody else has read it.
 */
function anotherRefuses({ subject }: OrderBodyOf<"subject-changed">, state: OrderState): OrderRefusal | undefined {
  const { stage } = state.application;
  return (stage === "to-second" || stage === "authorised") && isAnotherSubject(state.subject, subject) ? withSecond : undefined;
}

/** Nobody reads alone what they wrote of a subject after the court had another: what stands now is read, by somebody who wrote none of it since. */
function subjectReadRefuses({ body, by }: OrderCommand & { readonly kind: "subject-read" }, state: OrderState): OrderRefusal | undefined {
  const since = subjectSinceCourt(state);
  if (since === undefined || since.changed !== body.changed)
    return refuseOrder(
      "nothing-to-read",
      undefined,
      "No other name or birth of this number stands here since the court had it. Read what stands now.",
    );
  if (since.writers.includes(by))
    return refuseOrder(
      "own-subject",
      undefined,
      "You wrote another name or birth since the court had it. Somebody who wrote none reads it.",
    );
  if (since.read !== undefined)
    return refuseOrder("read-already", undefined, "A second person has read this. What is wrong is written anew.", "subject-changed");
  return body.agrees || body.says !== undefined
    ? undefined
    : refuseOrder("says-why", undefined, "Who does not agree says why: whoever writes it anew reads it.", "subject-read");
}

const openForWriting: readonly ApplicationStage[] = ["considering", "draft", "returned"];

const withSecond: OrderRefusal = refuseOrder(
  "text-fixed",
  undefined,
  "A second person has this text. Take it back, or have it returned, before it is changed.",
  "taken-back",
  "draft-returned",
);

/** Where the text is fixed, and what opens it again. Of an order of another force only that is written by which we may ask to change it. */
function closedDraft(kind: OrderEventKind, { application, typed }: OrderState): OrderRefusal | undefined {
  const { stage } = application;
  if (typed !== null) {
    return kind === "link-written"
      ? undefined
      : refuseOrder(
          "not-ours",
          undefined,
          `Its application was ${typed.force}’s. Correct what was typed from the copy.`,
          "result-corrected",
        );
  }
  if (openForWriting.includes(stage) || (kind === "bundle-made" && (stage === "to-second" || stage === "authorised"))) return undefined;
  if (stage === "to-second" || stage === "authorised") return withSecond;
  return refuseOrder("text-fixed", undefined, "The application has left the desk: its text stays as it went.");
}

function writingRefuses(command: OrderCommand, state: OrderState, beside: BesideOrder, today: string): OrderRefusal | undefined {
  const { law } = beside;
  const { draft, force, subject } = state;
  switch (command.kind) {
    case "link-written":
      return command.body.link === "no-area-limit" && state.typed === null && !law.withoutArea.some((one) => isSameForce(one, force))
        ? limitedToArea(law)
        : undefined;
    case "protected-named": {
      const { name, person, report } = command.body;
      if (isNamed(force, [name])) return notAPerson(law);
      if (report !== undefined && !(beside.reports ?? []).includes(report))
        return refuseOrder(
          "not-of-case",
          undefined,
          "No report of this number is in the case of this order. Look at the number, or leave it out: then they are told by another way than the mailbox.",
          "protected-named",
        );
      return person === subject.person
        ? refuseOrder(
            "protected",
            law.section("protected")?.section,
            "This is the person against whom it is asked: an order protects another.",
            "protected-named",
          )
        : undefined;
    }
    case "protected-removed":
      return draft.protects.some(({ person }) => person === command.body.person)
        ? undefined
        : refuseOrder("nobody-named", undefined, "Nobody of this id is named as protected.", "protected-named");
    case "condition-written":
      return conditionRefuses(command.body, state, beside);
    case "condition-removed":
      return draft.conditions.some(({ condition }) => condition === command.body.condition)
        ? undefined
        : refuseOrder("no-condition", undefined, "No condition of this number stands in the draft.", "condition-written");
    case "period-proposed":
      return shortPeriods(command.body, [], beside)[0] ?? endsBefore(command.body, beside);
    case "pair-settled":
      return pairRefuses(command.body, state, beside, today);
    case "bundle-made": {
      const { pdf, docx } = command.body;
      return pdf === undefined && docx === undefined ? refuseOrder("no-file", undefined, "No file was made.", "bundle-made") : undefined;
    }
    default:
      return undefined;
  }
}

function endsBefore({ made, period }: OrderBodyOf<"period-proposed">, { law }: BesideOrder): OrderRefusal | undefined {
  return period.until !== null && period.until < made
    ? refuseOrder(
        "period",
        law.section("period-kinds")?.section,
        "Its last day lies before the day on which it is to be made.",
        "period-proposed",
      )
    : undefined;
}

/** A condition prohibits or requires, of persons who are protected, under a number that no other had. Without a necessity it can be written, not sent on. */
function conditionRefuses(
  { condition, type, kind, persons = [], own }: OrderBodyOf<"condition-written">,
  { draft }: OrderState,
  beside: BesideOrder,
): OrderRefusal | undefined {
  const { law } = beside;
  if (kind !== undefined && !kind.startsWith(`${type}/`))
    return refuseOrder(
      "kinds",
      law.section("kinds")?.section,
      "What is prohibited and what is required are two things: the kind is not of this type.",
      "condition-written",
    );
  if (draft.removed.some((one) => one.condition === condition))
    return refuseOrder(
      "number-used",
      undefined,
      `The number ${condition} was that of a condition which was removed. The next one is ${highestCondition(draft) + 1}.`,
      "condition-written",
    );
  if (persons.some((person) => !draft.protects.some((one) => one.person === person)))
    return refuseOrder("unknown-person", undefined, "It speaks of somebody who is not named as protected.", "protected-named");
  return draft.period === null || own === undefined
    ? undefined
    : shortPeriods({ made: draft.period.made, period: { until: null } }, [{ condition, own }], beside)[0];
}

/** The pair of which an officer says something, as it stands. Two orders of one application can have a condition of one number: the words that were read tell which. */
function pairMeant(
  { other, theirCondition, condition, reads }: OrderBodyOf<"pair-settled">,
  state: OrderState,
  beside: BesideOrder,
  today: string,
): ComparedPair | undefined {
  return pairsOf(state, beside, today).find(
    ({ mine, theirs }) =>
      mine === condition && theirs.order === other && theirs.condition === theirCondition && (reads === undefined || theirs.says === reads),
  );
}

/** What is said of a pair is said of the words that their condition has now: it is written with them. */
export function withWordsRead(command: OrderCommand, state: OrderState, beside: BesideOrder, now: Instant): OrderCommand {
  if (command.kind !== "pair-settled") return command;
  const pair = pairMeant(command.body, state, beside, dayWritten(londonDay(now)));
  return pair === undefined ? command : { ...command, body: { ...command.body, reads: pair.theirs.says } };
}

/** What an officer says of a pair is said of one that was compared, as it stands; a conflict is never called none. */
function pairRefuses(body: OrderBodyOf<"pair-settled">, state: OrderState, beside: BesideOrder, today: string): OrderRefusal | undefined {
  const section = beside.law.section("compatible")?.section;
  const pair = pairMeant(body, state, beside, today);
  if (pair === undefined)
    return refuseOrder(
      "no-pair",
      section,
      "No such pair was compared: look at the numbers of the order and of both conditions, and at their words as they stand now.",
      "pair-settled",
    );
  return pair.found === "conflict" && body.how === "fits"
    ? refuseOrder(
        "compatible",
        section,
        `These two conflict: ${pair.why} Make an exception, make it smaller, ask the other force, or tell the court.`,
        "condition-written",
        "pair-settled",
      )
    : undefined;
}

const undetermined: readonly ApplicationStage[] = ["considering", "draft", "to-second", "returned", "authorised", "lodged"];

/** An interim order is asked for with the application or later, by the chief officer who applied, while it is not determined and while none lives. */
function interimRefuses(
  { wanted, until }: OrderBodyOf<"interim-wanted">,
  { application, typed, transfers, orders }: OrderState,
  beside: BesideOrder,
  today: string,
): OrderRefusal | undefined {
  const when = beside.law.section("interim-when")?.section;
  // Where no source says when it is asked for, nothing of that is refused.
  const isStated = when !== undefined;
  if (isStated && typed !== null)
    return refuseOrder("interim-when", when, `Only the chief officer who applied asks for an interim order: that is ${typed.force}.`);
  if (application.stage === "to-second" || application.stage === "authorised")
    return refuseOrder(
      "text-fixed",
      undefined,
      "A second person has this text. Take it back before it is changed; or ask for the interim order when it is lodged.",
      "taken-back",
      "lodged",
    );
  if (isStated && !undetermined.includes(application.stage))
    return refuseOrder("interim-when", when, "An interim order is asked for only while the main application is not determined.");
  if (!wanted) return undefined;
  const taken = transfers.findLast((one) => one.taken !== undefined);
  if (isStated && taken !== undefined)
    return refuseOrder("interim-when", when, `The same chief officer asks for both, and ${taken.to} has taken this order.`);
  if (isStated && orders.some((one) => one.which === "interim" && stageOfOrder(one, today) === "lives"))
    return refuseOrder(
      "interim-when",
      when,
      "An interim order lives already: there is one under an application. Ask to vary it instead.",
      "change-asked",
    );
  if (until === undefined) return interimIsFixed(beside);
  return until < today
    ? refuseOrder("interim-period", beside.law.section("interim-period")?.section, "Its last day has passed.", "interim-wanted")
    : undefined;
}
