import { type ConditionTemplate, type LiveOrder, conditionTemplates } from "@unmask/case";
import { lawRowsOf } from "@unmask/law";
import type { OrderPage } from "../../desk/order-page.ts";
import type { OrderSpec } from "../../parts/order-forms.tsx";
import { type Chosen, type WrittenField, type WrittenValues } from "../../parts/written-fields.ts";
import { placesTyped, placesWritten, timesTyped, timesWritten } from "./condition-typed.ts";

/** The form of one condition. */

type Condition = LiveOrder["conditions"][number];

/** The catalogue of the jurisdiction of an order. */
export function templatesOf({ state }: Pick<OrderPage, "state">): readonly ConditionTemplate[] {
  return conditionTemplates(lawRowsOf().filter(({ jurisdiction }) => jurisdiction === state.jurisdiction));
}

const channels: readonly Chosen[] = [
  { value: "any", says: "by any means" },
  { value: "call", says: "calls" },
  { value: "text", says: "texts" },
  { value: "email", says: "mail" },
  { value: "post", says: "post" },
  { value: "social-media", says: "social media" },
  { value: "in-person", says: "in person" },
  { value: "through-another", says: "through another person" },
];

function fieldsFor(page: OrderPage): readonly WrittenField[] {
  const templates = templatesOf(page);
  const own = {
    key: "own",
    options: [
      { value: "order", says: "as the order" },
      { value: "day", says: "a last day of its own" },
      { value: "further", says: "until a further order" },
    ],
  };
  return [
    {
      key: "kind",
      asks: "Of the catalogue",
      as: "choice",
      isOptional: true,
      options: templates.map(({ kind, type, says }) => ({ value: kind, says: `${type}: ${says.slice(0, 70)}` })),
      hint: "By its kind it is compared with other orders. Without one nothing can be compared.",
    },
    {
      key: "type",
      asks: "It is a",
      as: "choice",
      options: [
        { value: "prohibition", says: "prohibition" },
        { value: "requirement", says: "requirement" },
      ],
    },
    { key: "says", asks: "Words of the order", as: "words" },
    {
      key: "necessity",
      asks: "Necessary because",
      as: "words",
      isOptional: true,
      hint: "The court must find each condition necessary. Without it the draft cannot be sent.",
    },
    { key: "evidence", asks: "Evidence: exhibits, with commas between", as: "line", isOptional: true },
    {
      key: "persons",
      asks: "Of whom it speaks",
      as: "ticks",
      isOptional: true,
      options: page.state.draft.protects.map(({ person, name }) => ({ value: person, says: name })),
    },
    { key: "channels", asks: "By which ways", as: "ticks", isOptional: true, options: channels },
    {
      key: "places",
      asks: "Places, one a line",
      as: "words",
      isOptional: true,
      hint: "In words; or “the area edged on map M-1 @ 51.14, 0.87; 51.15, 0.87; 51.15, 0.89”; or “her school @ 51.14, 0.87 : 200” in metres.",
    },
    {
      key: "times",
      asks: "Times, one a line",
      as: "words",
      isOptional: true,
      hint: "“Mon, Wed, Fri 17:00-19:00”. Left blank: at all times.",
    },
    { key: "devices", asks: "Devices or accounts, with commas between", as: "line", isOptional: true },
    { key: "programme", asks: "Programme", as: "line", isOptional: true },
    { key: "own", asks: "Lasts", as: "choice", options: own.options },
    { key: "until", asks: "Its own last day", as: "day", isAsked: ({ own: chosen }) => chosen === "day" },
    { key: "locality", asks: "Where it has effect, if not in the whole United Kingdom", as: "line", isOptional: true },
    { key: "interimToo", asks: "In the interim order too?", as: "yes-no" },
  ];
}

function valuesOf(condition: Condition): WrittenValues {
  const { own } = condition;
  return {
    kind: condition.kind ?? "",
    type: condition.type,
    says: condition.says,
    necessity: condition.necessity ?? "",
    evidence: condition.evidence.join(", "),
    persons: (condition.persons ?? []).join("\n"),
    channels: (condition.channels ?? []).join("\n"),
    places: placesWritten(condition.places),
    times: timesWritten(condition.times),
    devices: (condition.devices ?? []).join(", "),
    programme: condition.programme ?? "",
    own: own === undefined ? "order" : own.until === null ? "further" : "day",
    until: own?.until ?? "",
    locality: condition.locality ?? "",
    interimToo: condition.interimToo ? "yes" : "no",
  };
}

function listOf(written: unknown): readonly string[] {
  return typeof written === "string"
    ? written
        .split(/[,\n]/)
        .map((one) => one.trim())
        .filter((one) => one !== "")
    : [];
}

/** The body of a condition from the answers of its form; `condition` undefined: it is a new one, whose number the desk gives. */
function conditionBody(answers: Readonly<Record<string, unknown>>, condition: number | undefined): object {
  const { evidence, places, times, devices, own, until, persons, channels: ways, ...rest } = answers;
  const [where, when] = [places, times].map((one) => (typeof one === "string" ? one : ""));
  const [placed, timed, named] = [placesTyped(where ?? "") ?? [], timesTyped(when ?? "") ?? [], listOf(devices)];
  return {
    ...rest,
    ...(condition !== undefined && { condition }),
    evidence: listOf(evidence),
    ...(placed.length > 0 && { places: placed }),
    ...(timed.length > 0 && { times: timed }),
    ...(named.length > 0 && { devices: named }),
    ...(Array.isArray(persons) && persons.length > 0 && { persons }),
    ...(Array.isArray(ways) && ways.length > 0 && { channels: ways }),
    ...(own === "day" && { own: { until } }),
    ...(own === "further" && { own: { until: null } }),
  };
}

function lacks({ places = "", times = "", kind = "", type }: WrittenValues): string | undefined {
  if (placesTyped(places) === undefined) return "A line of the places is not understood: words, then @ and corners, or @ point : metres.";
  if (timesTyped(times) === undefined) return "A line of the times is not understood: “Mon, Wed 17:00-19:00”.";
  return kind !== "" && type !== undefined && !kind.startsWith(type)
    ? "Of the catalogue this is the other type: prohibition or requirement."
    : undefined;
}

/** Keys of the tenth condition and those after it: no other form of the conditions has them. */
const lettersAfterNine = "abcdefghijklmnopqrsuvwyz";

/** Writes a new condition, or one that stands anew: what it was stays. */
export function conditionSpec(page: OrderPage, condition?: Condition): OrderSpec {
  const number = condition?.condition;
  return {
    name: number === undefined ? "condition" : `condition-${number}`,
    path: "condition-written",
    letter: number === undefined ? "+" : number < 10 ? String(number) : lettersAfterNine.charAt(number - 10),
    button: number === undefined ? "Add a condition" : `Rewrite condition ${number}`,
    verb: "Save the condition",
    fields: fieldsFor(page),
    standing: condition === undefined ? { own: "order", interimToo: "yes" } : valuesOf(condition),
    lacks,
    changes:
      condition === undefined
        ? "The draft has one condition more. It is compared with every live order of this person."
        : "What it was stays to be read, struck. Pairs of it that were settled are open again.",
    sends: (answers) => conditionBody(answers, number),
  };
}
