import { type OrderState, didInWords } from "@unmask/case";
import type { OrderPage } from "../../desk/order-page.ts";
import type { OrderSpec } from "../../parts/order-forms.tsx";
import type { WrittenField, WrittenValues } from "../../parts/written-fields.ts";
import type { CourtDid } from "./court-words.ts";
import { ordersMade } from "./service-specs.ts";
import { conditionsChanged, conditionsWritten } from "./typed-conditions.ts";

/** A court's result as it is typed from the copy: each question only where the kind of result asks it. */

/** What of a page is asked. */
type CourtPage = Pick<OrderPage, "state" | "copies">;

type Condition = OrderState["draft"]["conditions"][number] | NonNullable<CourtDid["said"]["conditions"]>[number];

const makes = ["made", "interim-made"];
const speaksOfOrder = ["varied", "renewed", "discharged", "change-refused", "appeal-allowed", "appeal-dismissed"];
const hasPeriod = [...makes, "renewed"];
/** Changes what stands: that is offered to be typed over, so that no variation leaves out what it says of the conditions. */
const changes = ["varied", "renewed"];

const asks =
  (kinds: readonly string[]) =>
  ({ result = "" }: WrittenValues): boolean =>
    kinds.includes(result);

/** An appeal that was allowed and takes no order away has made something or sent it back; one against a discharge gives the order back. */
function isSettling({ result = "", quashes = "", appeal = "" }: WrittenValues, { appeals, results }: OrderState): boolean {
  const noted = appeals.find(({ number }) => String(number) === appeal);
  const against = results.find(({ number }) => number === noted?.against)?.said.result;
  return result === "appeal-allowed" && quashes === "no" && against !== "discharged";
}

const howLong: WrittenField = {
  key: "how-long",
  asks: "How long",
  as: "choice",
  options: [
    { value: "fixed", says: "for a fixed period" },
    { value: "further", says: "until a further order" },
  ],
};

type Life = OrderState["orders"][number];

/** The newest of each kind. */
function newestOnes({ orders }: OrderState): readonly Life[] {
  return orders.filter((one, i) => !orders.some(({ which }, j) => j > i && which === one.which));
}

/** Of each order that can be changed: its period where it is varied, and its conditions. */
function changedFields(state: OrderState): readonly WrittenField[] {
  return newestOnes(state).flatMap(({ which }): readonly WrittenField[] => {
    const isOf =
      (kinds: readonly string[]) =>
      ({ result = "", order = "" }: WrittenValues): boolean =>
        kinds.includes(result) && order === which;
    const isVaried = isOf(["varied"]);
    return [
      { ...howLong, key: `how-long-${which}`, isAsked: isVaried },
      {
        key: `until-${which}`,
        asks: "Last day",
        as: "day",
        isAsked: (values) => isVaried(values) && values[`how-long-${which}`] === "fixed",
      },
      {
        key: `conditions-${which}`,
        asks: "Conditions, as the copy has them now",
        as: "words",
        hint: "What stands is written here, with a blank line between two. Change the words of one under its number, take out one that is gone, and add a new one without a number: “prohibition: its words”, and under it lines of kind, place, time, device, until (its own last day, 2026-08-31) or locality.",
        isAsked: isOf(changes),
      },
    ];
  });
}

/** What stands of each order, to be typed over. */
function standingOf(state: OrderState): WrittenValues {
  return Object.fromEntries(
    newestOnes(state).flatMap(({ which, period, conditions }): readonly (readonly [string, string])[] => [
      [`how-long-${which}`, period.until === null ? "further" : "fixed"],
      [`until-${which}`, period.until ?? ""],
      [`conditions-${which}`, conditionsWritten(conditions)],
    ]),
  );
}

/** Period and conditions of an order that was changed, as they were typed over what stood. What is the same is not sent, unless it is corrected. */
function changeOf(answers: Readonly<Record<string, unknown>>, state: OrderState, wrong?: CourtDid): object {
  const life = newestOnes(state).find(({ which }) => which === answers["order"]);
  if (life === undefined) return {};
  const [long, until, written] = ["how-long", "until", "conditions"].map((key) => answers[`${key}-${life.which}`]);
  const typed = typeof written === "string" ? conditionsChanged(written, life.conditions) : undefined;
  const isSame = written === conditionsWritten(life.conditions).trim();
  return {
    ...(long !== undefined && { period: { until: long === "fixed" ? until : null } }),
    ...(typed !== undefined && "conditions" in typed && (!isSame || wrong !== undefined) && { conditions: typed.conditions }),
  };
}

const hasCopy = ({ copy = "" }: WrittenValues): boolean => copy !== "";

function fieldsOf({ state, copies }: CourtPage, wrong?: CourtDid): readonly WrittenField[] {
  const kinds = kindsOf(state);
  // What the result that is corrected answered is open for its correction.
  const isOpen = ({ result }: { readonly result: number | null }): boolean => result === null || result === wrong?.number;
  const open = state.changes.filter(isOpen);
  const appeals = state.appeals.filter(isOpen);
  const makesOrder = (values: WrittenValues): boolean => asks(makes)(values) || (isSettling(values, state) && values["remitted"] === "no");
  return [
    { key: "result", asks: "What the court did", as: "choice", options: kinds.map((value) => ({ value, says: didInWords[value] })) },
    { key: "order", asks: "Which order", as: "choice", options: ordersMade(state), isAsked: asks(speaksOfOrder) },
    { key: "court", asks: "Court", as: "line" },
    { key: "day", asks: "Day of the court", as: "day" },
    { key: "from", asks: "In effect from, where that is another day", as: "day", isOptional: true },
    ...(appeals.length === 0
      ? []
      : [
          {
            key: "appeal",
            asks: "Which appeal it answers",
            as: "choice",
            options: appeals.map(({ number, day }) => ({ value: String(number), says: `of ${day}` })),
            isNumber: true,
            isAsked: asks(["appeal-allowed", "appeal-dismissed"]),
          } as const,
          {
            key: "quashes",
            asks: "Does it take the order away?",
            as: "yes-no",
            isAsked: asks(["appeal-allowed"]),
          } as const,
          {
            key: "remitted",
            asks: "What it made",
            as: "choice",
            options: [
              { value: "no", says: "an order, or a change of one: its period and conditions follow" },
              { value: "yes", says: "it sent the matter back to the court below" },
              { value: "not-known", says: "the copy does not say: it is recorded, and waits for it" },
            ],
            isAsked: (values: WrittenValues) => isSettling(values, state),
          } as const,
        ]),
    { ...howLong, isAsked: (values) => asks(hasPeriod)(values) || makesOrder(values) },
    {
      key: "until",
      asks: "Last day",
      as: "day",
      isAsked: (values) => (asks(hasPeriod)(values) || makesOrder(values)) && values["how-long"] === "fixed",
    },
    ...changedFields(state),
    {
      key: "conditions",
      asks: "Conditions, of those that are written here, that the copy has word for word",
      as: "ticks",
      options: conditionsHere(state, wrong).map(({ condition, says }) => ({ value: String(condition), says: `${condition}. ${says}` })),
      isNumber: true,
      isAsked: makesOrder,
    },
    ...(state.jurisdiction === "NI"
      ? [{ key: "inForce", asks: "Day on which it comes into force", as: "day", isAsked: makesOrder } as const]
      : []),
    ...(open.length === 0
      ? []
      : [
          {
            key: "change",
            asks: "Which application it answers",
            as: "choice",
            options: open.map(({ change, what, day }) => ({ value: change, says: `to ${what}, ${day}` })),
            isOptional: true,
            isAsked: asks(["varied", "renewed", "discharged", "change-refused"]),
          } as const,
        ]),
    { key: "heard", asks: "Who was heard", as: "words", isOptional: true },
    { key: "reasons", asks: "Reasons of the court, where the copy has them", as: "words", isOptional: true },
    {
      key: "copy",
      asks: "The copy, of those that are kept",
      as: "choice",
      options: copies.map(({ sha256, exhibit, about }) => ({ value: sha256, says: `${exhibit}: ${about}` })),
      isOptional: true,
      hint:
        copies.length === 0
          ? "None is kept yet. Keep it first, below; what is typed here stays."
          : "Its hash is worked out, and nobody types it.",
    },
    { key: "pages", asks: "How many pages it has", as: "line", isOptional: true, isAsked: hasCopy },
    { key: "certified", asks: "Certified by the court’s officer?", as: "yes-no", isAsked: hasCopy },
  ];
}

const lacksOf =
  (state: OrderState) =>
  ({ copy = "", pages = "", ...values }: WrittenValues): string | undefined => {
    const life = asks(changes)(values) ? newestOnes(state).find(({ which }) => which === values["order"]) : undefined;
    const typed = life && conditionsChanged(values[`conditions-${life.which}`] ?? "", life.conditions);
    if (typed !== undefined && "error" in typed) return typed.error;
    return copy === "" || /^\s*(?:[1-9]\d{0,3})?\s*$/.test(pages) ? undefined : "Write the pages as a number, or leave them out.";
  };

/** The keys of the event, out of what was typed. */
function resultOf(answers: Readonly<Record<string, unknown>>, { state, copies }: CourtPage, wrong?: CourtDid): object {
  const ofLives = new Set(changedFields(state).map(({ key }) => key));
  const {
    copy,
    pages,
    certified,
    until,
    conditions,
    "how-long": long,
    quashes,
    ...rest
  } = Object.fromEntries(Object.entries(answers).filter(([key]) => !ofLives.has(key)));
  const kept = copies.find(({ sha256 }) => sha256 === copy);
  const numbers: readonly unknown[] = Array.isArray(conditions) ? conditions : [];
  return {
    ...rest,
    ...(long !== undefined && { period: { until: long === "fixed" ? until : null } }),
    ...changeOf(answers, state, wrong),
    ...(conditions !== undefined && {
      conditions: conditionsHere(state, wrong).flatMap((one) => (numbers.includes(one.condition) ? [plain(one)] : [])),
    }),
    ...(kept !== undefined && {
      copy: { exhibit: kept.exhibit, sha256: kept.sha256, certified, ...(pages !== undefined && { pages: Number(pages) }) },
    }),
    ...(quashes === true && { quashes }),
  };
}

/** Those of the draft; an order of another force has none, so a correction keeps those of the result that it corrects. */
function conditionsHere({ draft }: OrderState, wrong?: CourtDid): readonly Condition[] {
  const others = wrong?.said.conditions ?? [];
  return [...draft.conditions, ...others.filter(({ condition }) => !draft.conditions.some((one) => one.condition === condition))];
}

/** The condition itself, without what the draft keeps beside it. */
function plain(condition: Condition): object {
  const {
    before: _,
    number: __,
    happened: ___,
    by: ____,
    ...rest
  }: typeof condition & Partial<Record<"before" | "number" | "happened" | "by", unknown>> = condition;
  return rest;
}

/** What a court can have done to this order. */
function kindsOf({ orders, appeals }: OrderState): readonly CourtDid["said"]["result"][] {
  return [
    ...(["interim-made", "interim-refused", "made", "refused"] as const),
    ...(orders.length > 0 ? (["varied", "renewed", "discharged", "change-refused", "interim-ended"] as const) : []),
    ...(appeals.length > 0 ? (["appeal-allowed", "appeal-dismissed"] as const) : []),
  ];
}

/** A result, typed from its copy. */
export function resultSpec(page: CourtPage): OrderSpec {
  return {
    path: "court-result",
    name: "court-result",
    letter: "r",
    button: "Type what the court did",
    verb: "Write the result",
    fields: fieldsOf(page),
    standing: standingOf(page.state),
    lacks: lacksOf(page.state),
    changes:
      "Within the rule it counts at once. Against the rule it needs the certified copy and a second person, and stays marked. You cannot be that second person.",
    sends: (answers) => resultOf(answers, page),
  };
}

/** It was typed wrongly: what is right, in its place. */
export function correctSpec(page: CourtPage, wrong: CourtDid): OrderSpec {
  return {
    path: "result-corrected",
    name: `correct-${wrong.number}`,
    letter: "x",
    button: "It was typed wrongly",
    verb: "Write the correction",
    standing: standingOf(page.state),
    lacks: lacksOf(page.state),
    fields: [...fieldsOf(page, wrong), { key: "words", asks: "Why", as: "words" }],
    changes: "The wrong one stays readable, struck; a mark that rested on it goes with it, and everything is worked out anew.",
    sends: ({ words, ...answers }) => ({ result: wrong.number, words, right: resultOf(answers, page, wrong) }),
  };
}
