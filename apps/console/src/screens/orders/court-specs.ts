import type { OrderState } from "@unmask/case";
import type { OrderPage } from "../../desk/order-page.ts";
import type { OrderSpec } from "../../parts/order-forms.tsx";
import type { WrittenField, WrittenValues } from "../../parts/written-fields.ts";
import { type CourtDid, didInWords } from "./court-words.ts";
import { ordersMade } from "./service-specs.ts";

/** A court's result as it is typed from the copy: each question only where the kind of result asks it. */

/** What of a page is asked. */
type CourtPage = Pick<OrderPage, "state" | "copies">;

type Condition = OrderState["draft"]["conditions"][number] | NonNullable<CourtDid["said"]["conditions"]>[number];

const makes = ["made", "interim-made"];
const speaksOfOrder = ["varied", "renewed", "discharged", "change-refused", "appeal-allowed", "appeal-dismissed"];
const hasPeriod = [...makes, "renewed", "varied"];

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
    {
      key: "how-long",
      asks: "How long",
      as: "choice",
      options: [
        { value: "fixed", says: "for a fixed period" },
        { value: "further", says: "until a further order" },
      ],
      isAsked: (values) => asks(hasPeriod)(values) || makesOrder(values),
    },
    {
      key: "until",
      asks: "Last day",
      as: "day",
      isAsked: (values) => (asks(hasPeriod)(values) || makesOrder(values)) && values["how-long"] === "fixed",
    },
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

function lacksOf({ copy = "", pages = "" }: WrittenValues): string | undefined {
  return copy === "" || /^\s*(?:[1-9]\d{0,3})?\s*$/.test(pages) ? undefined : "Write the pages as a number, or leave them out.";
}

/** The keys of the event, out of what was typed. */
function resultOf(answers: Readonly<Record<string, unknown>>, { state, copies }: CourtPage, wrong?: CourtDid): object {
  const { copy, pages, certified, until, conditions, "how-long": howLong, quashes, ...rest } = answers;
  const kept = copies.find(({ sha256 }) => sha256 === copy);
  const numbers: readonly unknown[] = Array.isArray(conditions) ? conditions : [];
  return {
    ...rest,
    ...(howLong !== undefined && { period: { until: howLong === "fixed" ? until : null } }),
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
    lacks: lacksOf,
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
    lacks: lacksOf,
    fields: [...fieldsOf(page, wrong), { key: "words", asks: "Why", as: "words" }],
    changes: "The wrong one stays readable, struck; a mark that rested on it goes with it, and everything is worked out anew.",
    sends: ({ words, ...answers }) => ({ result: wrong.number, words, right: resultOf(answers, page, wrong) }),
  };
}
