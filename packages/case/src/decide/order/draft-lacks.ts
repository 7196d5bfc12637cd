import { normalName } from "@unmask/core";
import type { Condition } from "../../event/order-shapes.ts";
import { type ComparedPair, compareConditions, conditionsOfLive } from "../../order/compatibility.ts";
import { earliestLawfulLastDay } from "../../order/period.ts";
import { toObeyFrom } from "../../order/stood-on.ts";
import { promptInWords } from "../../order/in-the-way.ts";
import { type Draft, criteriaMissing, promptsMissing } from "../../fold/order/draft.ts";
import { stageOfOrder } from "../../fold/order/live-order.ts";
import { isSameForce } from "../../fold/order/same-force.ts";
import type { OrderState } from "../../fold/order-state.ts";
import { type BesideOrder, type OrderRefusal, refuseOrder } from "../order-command.ts";

/** What a draft lacks before it can go on, each with the section that asks for it. The list is the same on the screen and where the draft is refused. */

/** What a draft is held against. */
type BesideDraft = Pick<BesideOrder, "law" | "others">;

/** Everything that is missing, in the order of the screen; empty: it can be sent on. `today`: civil day. */
export function draftLacks(state: OrderState, beside: BesideDraft, today: string): readonly OrderRefusal[] {
  return [
    ...applicantLacks(state, beside),
    ...criteriaLack(state.draft, beside),
    ...conditionsLack(state.draft, beside),
    ...periodLacks(state.draft, beside),
    ...pairsLack(state, beside, today),
  ];
}

/** Who applies, and why that chief officer may. */
function applicantLacks({ force, draft, subject }: OrderState, { law }: BesideDraft): readonly OrderRefusal[] {
  const section = law.section("territorial-link");
  const isLimitless = draft.link?.link === "no-area-limit";
  return [
    ...(isNamed(force, [subject.name, ...draft.protects.map(({ name }) => name)]) ? [notAPerson(law)] : []),
    ...(mayApply(force, law) ? [] : [notTheApplicant(force, law)]),
    ...(section !== undefined && draft.link === null
      ? [
          refuseOrder(
            "territorial-link",
            section.section,
            "Why this chief officer may apply is not written: where the person lives, is believed to be, or means to come.",
            "link-written",
          ),
        ]
      : []),
    ...(isLimitless && !law.withoutArea.some((one) => isSameForce(one, force)) ? [limitedToArea(law)] : []),
  ];
}

/** Whether a force bears the name of one of these people. */
export function isNamed(force: string, people: readonly string[]): boolean {
  return people.some((one) => normalName(one) === normalName(force));
}

/** Only a chief officer applies. */
export function notAPerson(law: BesideOrder["law"]): OrderRefusal {
  return refuseOrder(
    "applicant",
    law.section("applicant")?.section,
    "Only a chief officer of police applies, never the person to be protected. Write the force that applies.",
    "application-begun",
  );
}

/** Whether the chief officer of a force can apply: where one alone can, whether it is that one. */
export function mayApply(force: string, { onlyApplicant }: Pick<BesideOrder["law"], "onlyApplicant">): boolean {
  return onlyApplicant === null || onlyApplicant.some((one) => isSameForce(one, force));
}

/** One chief officer alone applies there, and it is another’s force. */
export function notTheApplicant(force: string, law: BesideOrder["law"]): OrderRefusal {
  const row = law.section("applicant");
  const [theirs = ""] = law.onlyApplicant ?? [];
  return refuseOrder(
    "applicant",
    row?.section,
    `${row?.says ?? ""} ${force} cannot. Hand what is known to the ${theirs}; an order that is made there is typed in from its copy.`,
    "order-typed",
  );
}

/** Only some forces apply wherever somebody lives. */
export function limitedToArea(law: BesideOrder["law"]): OrderRefusal {
  const those = law.withoutArea.join(" and ");
  return refuseOrder(
    "territorial-link",
    law.section("territorial-link")?.section,
    `${those === "" ? "No force" : `Only ${those}`} can apply wherever the person is. Write why the person is in this area.`,
    "link-written",
  );
}

function criteriaLack(draft: Draft, { law }: BesideDraft): readonly OrderRefusal[] {
  const missing = criteriaMissing(draft);
  const bare = draft.criteria.filter(({ carries }) => carries.length === 0).map(({ criterion }) => criterion);
  return [
    ...missing.map((one) =>
      refuseOrder("criterion", law.section(`criterion-${one}`)?.section, `Criterion (${one}) is not written.`, "criterion-written"),
    ),
    ...bare.map((one) =>
      refuseOrder("criterion", law.section(`criterion-${one}`)?.section, `Nothing carries criterion (${one}).`, "criterion-written"),
    ),
    ...(draft.protects.length === 0
      ? [
          refuseOrder(
            "protected",
            law.section("protected")?.section,
            "Nobody is named who is to be protected. They need not be the one at whom the acts were aimed.",
            "protected-named",
          ),
        ]
      : []),
  ];
}

function conditionsLack(draft: Draft, { law }: BesideDraft): readonly OrderRefusal[] {
  const { conditions, protects } = draft;
  const withoutNecessity = conditions.filter(({ necessity }) => necessity === undefined);
  const asked = law.section("belief-and-work");
  return [
    ...(conditions.length === 0
      ? [
          refuseOrder(
            "conditions",
            law.section("kinds")?.section,
            "There is no condition: an order prohibits or requires something.",
            "condition-written",
          ),
        ]
      : []),
    ...withoutNecessity.map(({ condition }) =>
      refuseOrder(
        "necessary",
        law.section("necessary")?.section,
        `Condition ${condition} has no necessity: write why it is necessary to protect.`,
        "condition-written",
      ),
    ),
    ...conditions.flatMap(({ condition, persons = [] }) =>
      persons
        .filter((person) => !protects.some((one) => one.person === person))
        .map(() =>
          refuseOrder(
            "unknown-person",
            undefined,
            `Condition ${condition} speaks of somebody who is not named as protected.`,
            "protected-named",
            "condition-written",
          ),
        ),
    ),
    ...(asked === undefined ? [] : promptsMissing(draft)).map((prompt) =>
      refuseOrder(
        "belief-and-work",
        asked?.section,
        `It was not asked whether a condition gets in the way of ${promptInWords[prompt]}.`,
        "prompt-answered",
      ),
    ),
  ];
}

function periodLacks({ period, interim, conditions }: Draft, beside: BesideDraft): readonly OrderRefusal[] {
  const { law } = beside;
  if (period === null)
    return [
      refuseOrder(
        "period",
        law.section("period-kinds")?.section,
        "How long it is to run is not written: a last day, or until a further order.",
        "period-proposed",
      ),
    ];
  const open = interim !== null && interim.wanted && interim.until === undefined ? [interimIsFixed(beside)] : [];
  return [...shortPeriods(period, conditions, beside), ...open.flatMap((one) => one ?? [])];
}

/** Periods that are shorter than the law lets a court fix. Where the law speaks of the order alone, one of a condition is warned of and never refused. */
export function shortPeriods(
  { made, period }: NonNullable<Draft["period"]> | { readonly made: string; readonly period: { readonly until: string | null } },
  conditions: readonly Pick<Condition, "condition" | "own">[],
  { law }: BesideDraft,
): readonly OrderRefusal[] {
  const least = earliestLawfulLastDay(made, law);
  if (least === undefined) return [];
  const section = law.section("least-period")?.section;
  const short = (what: string, until: string | null | undefined): readonly OrderRefusal[] =>
    typeof until === "string" && until < least
      ? [
          refuseOrder(
            "least-period",
            section,
            `${what} ends on ${until}. Made on ${made}, the earliest lawful last day is ${least}: ${law.leastYears} years.`,
            "period-proposed",
            "condition-written",
          ),
        ]
      : [];
  return [
    ...short("The order", period.until),
    ...(law.leastBindsEach ? conditions.flatMap(({ condition, own }) => short(`Condition ${condition}`, own?.until)) : []),
  ];
}

/** An interim order has a last day; undefined where no source says so. */
export function interimIsFixed({ law }: BesideDraft): OrderRefusal | undefined {
  const row = law.section("interim-period");
  return (
    row && refuseOrder("interim-period", row.section, "An interim order is for a fixed period only: write its last day.", "interim-wanted")
  );
}

/** Conditions of the draft beside those of every other live order against the same person: whoever obeys one must be able to obey the other. */
export function pairsOf(state: OrderState, { others }: Pick<BesideDraft, "others">, today: string): readonly ComparedPair[] {
  const theirs = others
    .filter(({ order }) => order !== state.order)
    .flatMap(({ order, orders, results }) => {
      const live = orders.filter((one) => stageOfOrder(one, today) === "lives");
      return conditionsOfLive(
        order,
        live.map((one) => toObeyFrom(one, { results }, today)),
      );
    });
  const nameIn = ({ draft }: OrderState, person: string): string | undefined => draft.protects.find((one) => one.person === person)?.name;
  const nameOf = (person: string, order?: string): string | undefined => {
    const there = order === undefined ? state : others.find((one) => one.order === order);
    return there && nameIn(there, person);
  };
  return compareConditions(state.draft.conditions, theirs, nameOf);
}

/**
 * What somebody said in words of a pair, both conditions as they stand. Ours in new words takes away what was said of it (fold/order/draft.ts); of theirs
 * the words are held against those that were read, and one that fitted and conflicts since is as none.
 */
export function settlementOf(
  { mine, theirs, found }: ComparedPair,
  { settled }: Pick<Draft, "settled">,
): Draft["settled"][number] | undefined {
  return settled.find(
    (one) =>
      one.other === theirs.order &&
      one.theirCondition === theirs.condition &&
      one.condition === mine &&
      one.reads === theirs.says &&
      !(found === "conflict" && one.how === "fits"),
  );
}

/** Whether a pair keeps the draft from going on: in conflict or not compared, and nobody said in words how it stands. */
export function isOpenPair(pair: ComparedPair, draft: Pick<Draft, "settled">): boolean {
  return (pair.found === "conflict" || pair.found === "not-compared") && settlementOf(pair, draft) === undefined;
}

function openPairs(state: OrderState, beside: Pick<BesideDraft, "others">, today: string): readonly ComparedPair[] {
  return pairsOf(state, beside, today).filter((pair) => isOpenPair(pair, state.draft));
}

/**
 * That something hangs on an order whose case is closed to whoever authorises, and nothing of it. Whoever sends a draft on is not held against such an order:
 * an application against oneself would tell whether there is one (docs/access.md).
 */
export function closedLacks(state: OrderState, { law, closed }: BesideOrder, today: string): OrderRefusal | undefined {
  if (closed === undefined || openPairs(state, { others: closed }, today).length === 0) return undefined;
  return refuseOrder("compatible", law.section("compatible")?.section, "Somebody else has to compare what is not open to you.");
}

function pairsLack(state: OrderState, beside: BesideDraft, today: string): readonly OrderRefusal[] {
  return openPairs(state, beside, today).map(({ mine, theirs, found, why }) =>
    refuseOrder(
      "compatible",
      beside.law.section("compatible")?.section,
      `Condition ${mine} and condition ${theirs.condition} of ${theirs.order} ${found === "conflict" ? "conflict" : "were not compared"}: ${why}`,
      "pair-settled",
      "condition-written",
    ),
  );
}
