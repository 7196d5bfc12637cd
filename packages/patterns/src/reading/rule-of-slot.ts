import type { LegalFact, Slot, Statement } from "@unmask/core";

/** The first element of an offence of her jurisdiction beside which a slot is laid; undefined where its law has none. */
export function ruleOfSlot({ jurisdiction }: Statement, slot: Slot): LegalFact | undefined {
  const found = jurisdiction.offences.flatMap(({ elements }) => elements).find(({ slots }) => slots.includes(slot));
  if (found === undefined) return undefined;
  const { slots: _, ...rule } = found;
  return rule;
}

/** "Protection from Harassment Act 1997: s4A, looked up 2026-11-25." */
export function sayRule({ act, section, inForceFrom, checkedOn }: LegalFact): string {
  return `${act === undefined ? "" : `${act}: `}${section}${inForceFrom === undefined ? "" : `, in force from ${inForceFrom}`}, looked up ${checkedOn}.`;
}
