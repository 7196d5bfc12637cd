import { type OrderDeskLaw, type OrderDeskRuleId, normalName } from "@unmask/core";
import type { CourtResult } from "../../event/of-court.ts";
import { earliestLawfulLastDay } from "../../order/period.ts";
import type { ApplicationPart } from "./application.ts";
import type { Change, ChangePart } from "./change.ts";
import { type CourtPart, type Mark } from "./court.ts";
import { type Course, effectOfAppeal, isEffective, newestOf, whichOf } from "./course.ts";
import { livesOn } from "./live-order.ts";
import type { RegisterPart } from "./register.ts";

/**
 * What in a result is against the rule. It says which rule and what stands against it, never who is right: a court may have had reasons that no copy holds.
 * A rule that no source states for a jurisdiction marks nothing there.
 */

/** What a result is read beside. */
export type BesideResult = ApplicationPart & CourtPart & ChangePart & Pick<RegisterPart, "transfers">;

/** A rule that a result is against, and how. */
interface Against {
  readonly rule: OrderDeskRuleId;
  readonly why: string;
  /** What the mark says, where that is more than that it conflicts: it stands where no section is known, too. */
  readonly says?: string;
}

/** The marks of a result, in the place that it has among the others. */
export function marksOf(
  { said, number }: { readonly said: CourtResult; readonly number: number },
  course: Course,
  state: BesideResult,
  law: OrderDeskLaw,
): readonly Mark[] {
  return againstRule(said, course, state, law).flatMap(({ rule, why, says }) => {
    const section = law.section(rule)?.section;
    if (says !== undefined) return [{ says, why, section: section ?? "", by: number }];
    return section === undefined ? [] : [{ says: `conflicts with ${section}`, why, section, by: number }];
  });
}

function againstRule(said: CourtResult, course: Course, state: BesideResult, law: OrderDeskLaw): readonly Against[] {
  switch (said.result) {
    case "interim-made":
      return [...againstApplicant(state, law), ...againstInterim(said, course, state)];
    case "made":
      return [...againstApplicant(state, law), ...againstPeriod(said, said.day, law), ...againstMaking(said, course, state)];
    case "varied":
    case "renewed":
      return [...againstEnded(said, course, state), ...againstOpenInterim(said)];
    case "discharged":
      return [...againstEnded(said, course, state), ...againstDischarge(said, course, state, law)];
    case "appeal-allowed":
      return effectOfAppeal(said, course, state) === "make" && whichOf(said) === "full" ? againstPeriod(said, said.day, law) : [];
    case "interim-refused":
    case "refused":
    case "change-refused":
    case "appeal-dismissed":
    case "interim-ended":
      return [];
  }
}

/** Where one chief officer alone applies, an order that another force is said to have asked for. */
function againstApplicant({ force, route }: BesideResult, { onlyApplicant }: OrderDeskLaw): readonly Against[] {
  const isTheirs = onlyApplicant === null || onlyApplicant.some((one) => normalName(one) === normalName(force));
  return isTheirs || route !== "s1-application"
    ? []
    : [{ rule: "applicant", why: `${force} is written as who applied. There only the chief officer of the ${onlyApplicant[0]} can.` }];
}

function againstInterim({ day, period }: CourtResult, course: Course, { application, route }: BesideResult): readonly Against[] {
  const standing = newestOf(course, "interim");
  const { withdrawn } = application;
  return [
    ...(period === undefined || period.until === null ? [hasNoLastDay] : []),
    ...(course.determination === null
      ? []
      : [
          {
            rule: "interim-when",
            why: `The main application was ${course.determination.how} on ${course.determination.day}, before this interim order.`,
          } as const,
        ]),
    ...(withdrawn !== null && withdrawn.day < day && route === "s1-application"
      ? [{ rule: "interim-when", why: `The main application was withdrawn on ${withdrawn.day}, before this interim order.` } as const]
      : []),
    ...(standing !== undefined && livesOn(standing, day)
      ? [
          {
            rule: "interim-when",
            why: `An interim order of ${standing.made} lives already. Ask the court which of the two copies holds.`,
          } as const,
        ]
      : []),
  ];
}

const hasNoLastDay: Against = { rule: "interim-period", why: "An interim order is for a fixed period, and this one has no last day." };

/** A change keeps an interim order to a fixed period. */
function againstOpenInterim(said: CourtResult): readonly Against[] {
  return whichOf(said) === "interim" && said.period?.until === null ? [hasNoLastDay] : [];
}

/** For what an appeal that was allowed waits, while what the court above made of it is not written. */
export function lackingText({ said, number }: { readonly said: CourtResult; readonly number: number }, law: OrderDeskLaw): Mark {
  return {
    says: "waits for what the court above made",
    why: `An appeal was allowed on ${said.day}. An order was made or changed by it, or the matter went back to the court below: neither is written.`,
    section: law.section("appeal-result")?.section ?? "",
    by: number,
  };
}

/** The least period: of the order and, where the law binds each, of every condition that has its own. */
function againstPeriod({ period, conditions = [] }: CourtResult, made: string, law: OrderDeskLaw): readonly Against[] {
  const least = earliestLawfulLastDay(made, law);
  if (least === undefined) return [];
  const isShort = (until: string | null | undefined): until is string => until !== null && until !== undefined && until < least;
  const ofOrder = isShort(period?.until)
    ? [
        {
          rule: "least-period",
          why: `Its last day is ${period.until}; ${law.leastYears} years from the day of making end on ${least}.`,
        } as const,
      ]
    : [];
  const short = law.leastBindsEach ? conditions.filter(({ own }) => isShort(own?.until)) : [];
  const ofConditions = short.map(
    ({ condition, own }) =>
      ({
        rule: "least-period",
        why: `The last day of condition ${condition} is ${own?.until ?? ""}; ${law.leastYears} years end on ${least}.`,
      }) as const,
  );
  return [...ofOrder, ...ofConditions];
}

function againstMaking({ day }: CourtResult, course: Course, { application, route }: BesideResult): readonly Against[] {
  const { determination } = course;
  if (determination !== null)
    return [
      {
        rule: "appeal-result",
        why: `The application was ${determination.how} on ${determination.day} already. After that an order is made on appeal, or on a new application.`,
      },
    ];
  const { withdrawn } = application;
  return withdrawn !== null && withdrawn.day < day && route === "s1-application"
    ? [{ rule: "complaint", why: `The application was withdrawn on ${withdrawn.day}, before this order.` }]
    : [];
}

function againstEnded(said: CourtResult, course: Course, state: BesideResult): readonly Against[] {
  if (isEffective(said, course, state)) return [];
  const order = newestOf(course, whichOf(said));
  const when = order === undefined ? "No such order is written here" : `The order ended on ${order.ended?.day ?? order.period.until ?? ""}`;
  const says = order === undefined ? {} : { says: "comes after the last day" };
  return [{ rule: "change-who", why: `${when}: there was none that could be changed on ${said.day}.`, ...says }];
}

function againstDischarge(said: CourtResult, course: Course, state: BesideResult, law: OrderDeskLaw): readonly Against[] {
  const order = newestOf(course, whichOf(said));
  if (order === undefined || order.which === "interim" || !isEffective(said, course, state)) return [];
  const last = consentUntil(order.made, law);
  if (last === undefined || said.day > last) return [];
  const change = state.changes.find((one) => one.change === said.change);
  const missing = consentsMissing(change, state);
  if (missing.length === 0) return [];
  const rule = change?.asker === "us" || change?.asker === "other-force" ? "consent-asked-by-police" : "consent-asked-otherwise";
  const whose = missing.map((one) => consentInWords[one]).join(", ");
  return [{ rule, why: `Until the end of ${last} a discharge needs consent. Not written here as given: ${whose}.` }];
}

/** The last day on which a discharge needs consents, the day of making being the first of its years. */
export function consentUntil(made: string, { consentBeforeYears }: Pick<OrderDeskLaw, "consentBeforeYears">): string | undefined {
  return earliestLawfulLastDay(made, { leastYears: consentBeforeYears });
}

/** Whose consent. */
export type Consenter = Change["consents"][number]["of"];

/** Whose consent, in words within a sentence. */
export const consentInWords: Readonly<Record<Consenter, string>> = {
  subject: "the person whom it binds",
  "applicant-force": "the chief officer who applied for it",
  "home-force": "the chief officer of the area where the person lives",
};

/**
 * Consents that a discharge needs and that are not written as given. A chief officer who asks consents by asking. Of an area where the person may live besides
 * that of who applied, the consent is needed where somebody wrote of it or the order was handed over.
 */
export function consentsMissing(change: Change | undefined, { transfers }: Pick<RegisterPart, "transfers">): readonly Consenter[] {
  const given = (of: Consenter): boolean => change?.consents.some((one) => one.of === of && one.answer === "yes") ?? false;
  const isPolice = change?.asker === "us" || change?.asker === "other-force";
  const elsewhere = transfers.some(({ taken }) => taken !== undefined) || (change?.consents.some(({ of }) => of === "home-force") ?? false);
  const needed: readonly Consenter[] = isPolice ? ["subject"] : ["applicant-force", ...(elsewhere ? (["home-force"] as const) : [])];
  return needed.filter((of) => !given(of));
}
