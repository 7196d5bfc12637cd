import { type OrderState, heldAsked, hourAsked } from "@unmask/case";
import { parseCivilDay } from "@unmask/core";

/** What has to be asked of a possible breach while it is opened, by what was answered so far: the same as stands beside it afterwards. It stops nothing. */

/** Of an order, what its hours and its life are read from. */
export type AskedState = Parameters<typeof hourAsked>[1];

/** What is about to be opened. */
export interface Opening {
  readonly order: OrderState["orders"][number]["which"];
  readonly condition: number;
  /** As it was typed: "" where it was not. */
  readonly day: string;
  readonly at?: string;
}

/** Each in a sentence; none before there is a day. */
export function openingAsks(opening: Opening, state: AskedState): readonly string[] {
  const breach = breachOf(opening);
  return breach === undefined ? [] : [...hourAsked(breach, state), ...heldAsked(breach, state)];
}

/** Whether the order held for a part of that day, so that the hour decides. */
export function isHourAsked({ at: _, ...opening }: Opening, state: AskedState): boolean {
  const breach = breachOf(opening);
  return breach !== undefined && hourAsked(breach, state).length > 0;
}

function breachOf({ order, condition, day, at = "" }: Opening): Parameters<typeof hourAsked>[0] | undefined {
  const isDay = parseCivilDay(day) !== undefined;
  return isDay ? { of: { condition }, order, day, evidence: [], ...(/^\d\d:\d\d$/.test(at) && { at }) } : undefined;
}
