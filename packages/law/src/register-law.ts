import { type JurisdictionCode, type LegalFact, type RegisterLaw, registerRules } from "@unmask/core";
import { deskLawOf } from "./desk-law.ts";
import { orderRules } from "./england-and-wales/order-rules.ts";
import { register as ofEnglandAndWales } from "./england-and-wales/register.ts";
import { register as ofNorthernIreland } from "./northern-ireland/register.ts";
import { type OpenQuestion, openQuestions } from "./open-questions.ts";
import { scotlandHasNoOrder } from "./scotland/no-order.ts";

/** What the register of a jurisdiction is worked out by; undefined for Scotland, which has no such order. */
export function registerLawOf(code: JurisdictionCode): RegisterLaw | undefined {
  return code === "EW" ? ofEnglandAndWales : code === "NI" ? ofNorthernIreland : undefined;
}

/** What stands beside the register of a jurisdiction for whoever reads it. */
export interface BesideRegister {
  /** What it is worked out by, in the order of the closed list; where there is no such order, that, and then what there is instead. */
  readonly facts: readonly LegalFact[];
  /** Of an order of another jurisdiction: where it has effect. */
  readonly reach: readonly LegalFact[];
  /** What no source says. */
  readonly questions: readonly OpenQuestion[];
}

/** Questions that touch a notice, by jurisdiction. */
const questionsOfRegister: Readonly<Record<JurisdictionCode, readonly string[]>> = {
  EW: ["interim-duty-unmet", "interim-never-served", "amendments", "cpa2026_spo"],
  NI: ["order-beyond-what-was-read", "period-before-service", "in-force"],
  SCO: [],
};

/** What stands beside the register: its facts with their sections, and what is not known. */
export function besideRegister(code: JurisdictionCode): BesideRegister {
  const rules = registerLawOf(code)?.rules ?? {};
  const { order } = deskLawOf(code);
  const facts =
    code === "SCO"
      ? [...scotlandHasNoOrder.filter(({ id }) => id === "no-order"), ...(order === null ? [] : [order])]
      : registerRules.flatMap((rule) => rules[rule] ?? []);
  const reach = code === "EW" ? [] : orderRules.filter(({ id }) => id === "order-rules/contents/everywhere");
  const questions = openQuestions().filter(({ id, jurisdiction }) => jurisdiction === code && questionsOfRegister[code].includes(id));
  return { facts, reach, questions };
}
