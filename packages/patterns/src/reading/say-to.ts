import type { Act, Statement, Timeline } from "@unmask/core";
import { sayBriefly, sayIdentity, withoutMarks } from "@unmask/words";
import { isToGroup, sayGroups } from "./groups.ts";
import { createIsToOthers } from "./is-to-others.ts";
import type { PlacedAct } from "./placed-act.ts";

/** An address longer than this is cut in a line. */
const longestAddress = 36;

/** "Mum", "hr@example.com and others": the receivers of an act; empty where the source names none. */
export function sayReceivers({ to: [first, ...others] }: Pick<Act, "to">): string {
  if (first === undefined) return "";
  return `${sayBriefly(first.wrote === "" ? sayIdentity(first) : withoutMarks(first.wrote), longestAddress)}${others.length > 0 ? " and others" : ""}`;
}

/** Makes the words to whom an act went of which every receiver is somebody else: "Mum". Empty for every other act. */
export function createSayToOthers(timeline: Timeline, statement: Statement): (act: Pick<Act, "to">) => string {
  const isToOthers = createIsToOthers(timeline, statement);
  return (act) => (isToOthers(act) ? sayReceivers(act) : "");
}

/** Makes the words to whom an act went that did not go to her alone: "Mum", "a group of 5 or more". Empty for every other act. */
export function createSayTo(timeline: Timeline, statement: Statement): (one: PlacedAct) => string {
  const sayToOthers = createSayToOthers(timeline, statement);
  return (one) => (isToGroup(one) ? sayGroups(timeline, [one]) : sayToOthers(one.act));
}
