import type { Jurisdiction, JurisdictionCode } from "@unmask/core";
import { englandAndWales } from "./england-and-wales.ts";

/**
 * Law as data with dates. Nothing comes in; out come jurisdictions: examples of acts, what makes a course of conduct, offences as elements.
 * This room never decides that an offence was committed, and holds no fact without its section, its source and the day it was looked up.
 *
 * @module
 */

/** Every jurisdiction that has data. Scotland and Northern Ireland have their shape in core and no data yet. */
export const jurisdictions: readonly Jurisdiction[] = [englandAndWales];

/** The jurisdiction of a code; undefined while it has no data. */
export function jurisdictionOf(code: JurisdictionCode): Jurisdiction | undefined {
  return jurisdictions.find((jurisdiction) => jurisdiction.code === code);
}
