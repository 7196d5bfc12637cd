import type { Jurisdiction, JurisdictionCode } from "@unmask/core";
import { englandAndWales } from "./england-and-wales.ts";

/**
 * Law as data with dates: examples of acts, what makes a course of conduct, offences as elements, orders as criteria, what a breach is; and
 * one function that lays acts, fears and changes beside each. This room never decides that an offence was committed or that a criterion is met,
 * and holds no fact without its Act, its section, its source and the day it was looked up.
 *
 * @module
 */
export { type ActOnDays, type SaidAndDone, layActsBeside, onNoDay } from "./lay-acts-beside.ts";

/** Every jurisdiction that has data. Scotland and Northern Ireland have their shape in core and no data yet. */
export const jurisdictions: readonly Jurisdiction[] = [englandAndWales];

/** The jurisdiction of a code; undefined while it has no data. */
export function jurisdictionOf(code: JurisdictionCode): Jurisdiction | undefined {
  return jurisdictions.find((jurisdiction) => jurisdiction.code === code);
}
