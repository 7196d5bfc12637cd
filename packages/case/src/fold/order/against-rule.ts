import type { OrderDeskLaw, OrderDeskRuleId } from "@unmask/core";
import type { CourtResult } from "../../event/of-court.ts";
import { earliestLawfulLastDay } from "../../order/period.ts";
import type { ApplicationPart } from "./application.ts";
import { type Change, type ChangePart, consentOn } from "./change.ts";
import { type CourtPart, type Mark } from "./court.ts";
import { type Course, effectOfAppeal, isEffective, newestOf, whichOf } from "./course.ts";
import { livesOn } from "./live-order.ts";
import type { RegisterPart } from "./register.ts";
import { isSameForce } from "./same-force.ts";

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
  return asMarks(againstRule(said, course, state, law), number, law);
}

/** What is to be minded of a result, in the same place: no source says that it is against a rule, so it stands beside the result and keeps nothing from counting. */
export function mindsOfResult(
  { said, number }: { readonly said: CourtResult; readonly number: number },
  course: Course,
  state: BesideResult,
  law: OrderDeskLaw,
): readonly Mark[] {
  return asMarks([...unasked(said, state, law), ...shortSince(said, course, state, law)], number, law);
}

function asMarks(all: readonly Against[], by: number, law: OrderDeskLaw): readonly Mark[] {
  return all.flatMap(({ rule, why, says }) => {
    const section = law.section(rule)?.section;
    if (says !== undefined) return [{ says, why, section: section ?? "", by }];
    return section === undefined ? [] : [{ says: `conflicts with ${section}`, why, section, by }];
  });
}

/** An interim order of which nobody wrote that it was asked for. Of an order of another force, and without an application, nobody here would have asked. */
function unasked({ result }: CourtResult, { draft, typed, route }: BesideResult, law: OrderDeskLaw): readonly Against[] {
  const isAsked = draft.interim?.wanted === true || typed !== null || route !== "s1-application";
  // What an interim order needs is known where its period is.
  if (result !== "interim-made" || isAsked || law.section("interim-period") === undefined) return [];
  return [
    {
      rule: "interim-when",
      says: "was asked for by nobody, as far as is written here",
      why: "The chief officer who applied asks for an interim order, with the application or later, and nothing here says so. Look at the copy, and at the application as it went to the court.",
    },
  ];
}

/**
 * Periods under the least one that no rule forbids in terms: of a condition by itself where the law speaks of the order alone, on a renewal from its own day,
 * and where a change ends the order within the years from the day on which it was made. An interim order has no least period.
 */
function shortSince(said: CourtResult, course: Course, state: BesideResult, law: OrderDeskLaw): readonly Against[] {
  const order = newestOf(course, whichOf(said));
  const from = shortFrom(said, order?.made, effectOfAppeal(said, course, state));
  const least = from && earliestLawfulLastDay(from.day, law);
  if (from === undefined || least === undefined || whichOf(said) === "interim" || !isEffective(said, course, state)) return [];
  const isShort = (until: string | null | undefined): until is string => typeof until === "string" && until < least;
  const minded = (what: string, until: string): Against => ({
    rule: "least-period",
    says: `is shorter than ${law.leastYears} years: ${from.unclear}`,
    why: `${what} ${until}; ${law.leastYears} years from the day ${from.of} end on ${least}. Ask the court whether it is meant.`,
  });
  const ofOrder = !from.isMaking && isShort(said.period?.until) ? [minded("Its last day is", said.period.until)] : [];
  const each = from.isMaking && law.leastBindsEach ? [] : (said.conditions ?? []);
  return [
    ...ofOrder,
    ...each.flatMap(({ condition, own }) => (isShort(own?.until) ? [minded(`The last day of condition ${condition} is`, own.until)] : [])),
  ];
}

/** From which day the least period would run, and what of it is not clear; undefined for a result that sets no period. */
function shortFrom(
  { result, day, from }: CourtResult,
  made: string | undefined,
  effect: ReturnType<typeof effectOfAppeal>,
): { readonly day: string; readonly of: string; readonly unclear: string; readonly isMaking: boolean } | undefined {
  const onChange = "whether the least period holds on a change is not clear";
  if (result === "renewed")
    return {
      day: from !== undefined && from > day ? from : day,
      of: "of the renewal",
      unclear: "whether the least period holds on renewal is not clear",
      isMaking: false,
    };
  if (made !== undefined && (result === "varied" || (result === "appeal-allowed" && effect === "change")))
    return { day: made, of: "of making", unclear: onChange, isMaking: false };
  const makes = result === "made" || (result === "appeal-allowed" && effect === "make");
  return makes
    ? { day, of: "of making", unclear: "whether the least period binds a condition by itself is not clear", isMaking: true }
    : undefined;
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
  const isTheirs = onlyApplicant === null || onlyApplicant.some((one) => isSameForce(one, force));
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
  const missing = consentsMissing(change, state, said.day);
  if (missing.length === 0) return [];
  const rule = change?.asker === "us" || change?.asker === "other-force" ? "consent-asked-by-police" : "consent-asked-otherwise";
  const whose = missing.map((one) => consentInWords[one]).join(", ");
  return [{ rule, why: `Until the end of ${last} a discharge needs consent. Not written here as given by that day: ${whose}.` }];
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

/** What says where the person lives, and who applied. */
export type WhereLives = Pick<ApplicationPart, "force" | "typed" | "draft"> & Pick<RegisterPart, "transfers">;

/**
 * Consents that a discharge needs and that are not written as given; `by`: the day on which a court discharged, after which nobody consents to it. A chief officer
 * who asks consents by asking. That of the area where the person lives is needed where it is another than who applied.
 */
export function consentsMissing(change: Change | undefined, state: WhereLives, by?: string): readonly Consenter[] {
  const isInTime = (day: string): boolean => by === undefined || day <= by;
  const given = (of: Consenter): boolean => consentOn(change?.consents ?? [], of, by)?.answer === "yes";
  const isPolice = change?.asker === "us" || change?.asker === "other-force";
  const elsewhere = !isPolice && livesElsewhere(change, state, isInTime);
  const needed: readonly Consenter[] = isPolice ? ["subject"] : ["applicant-force", ...(elsewhere ? (["home-force"] as const) : [])];
  return needed.filter((of) => !given(of));
}

/**
 * Whether the person lives in the area of another force than the one that applied, as it was written last: to which force they moved, whether that took the order
 * or not; that they live in our area, of an order that another force applied for; or that somebody asked the chief officer of another area for consent.
 */
function livesElsewhere(
  change: Change | undefined,
  { force, typed, draft, transfers }: WhereLives,
  isInTime: (day: string) => boolean,
): boolean {
  const told = [
    ...transfers.flatMap(({ number, to, day }) => (isInTime(day) ? [{ number, elsewhere: !isSameForce(to, force) }] : [])),
    ...(typed !== null && draft.link?.link === "lives" ? [{ number: draft.link.number, elsewhere: true }] : []),
    ...(change?.consents ?? []).flatMap(({ of, number }) => (of === "home-force" ? [{ number, elsewhere: true }] : [])),
  ];
  return told.toSorted((one, other) => one.number - other.number).at(-1)?.elsewhere ?? false;
}
