import { type JurisdictionCode, type LegalFact, registerRules } from "@unmask/core";
import { type OpenQuestion, openQuestions } from "./open-questions.ts";
import { orderDeskLawOf } from "./order-desk-law.ts";
import { registerLawOf } from "./register-law.ts";

/** What stands beside the register of a jurisdiction for whoever reads it. */
export interface BesideRegister {
  /** What it is worked out by, in the order of the closed list; where there is no such order, that, and then what there is instead. */
  readonly facts: readonly LegalFact[];
  /** Of an order of England and Wales: where it has effect. */
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
  const rules = registerLawOf(code)?.rules;
  const elsewhere = orderDeskLawOf("EW");
  const without = elsewhere.without.find((one) => one.code === code);
  const facts = rules ? registerRules.flatMap((rule) => rules[rule] ?? []) : without ? [without.why, ...without.instead] : [];
  const reach = code === "EW" ? undefined : elsewhere.section("locality");
  const questions = openQuestions().filter(({ id, jurisdiction }) => jurisdiction === code && questionsOfRegister[code].includes(id));
  return { facts, reach: reach ? [reach] : [], questions };
}
