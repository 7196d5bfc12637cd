import type { OrderBodyOf } from "../../order-event.ts";
import { keyOf } from "../../register/told-alike.ts";
import { type Standing, standingOnes } from "./struck.ts";

/** The changes that were written, also those that were withdrawn. */
export interface WrittenChanges {
  readonly names: readonly (Standing & OrderBodyOf<"name-used">)[];
  readonly addresses: readonly (Standing & OrderBodyOf<"address-changed">)[];
}

/**
 * The name of a duty under which something was kept, as the duty goes now. A second change of one day went by the day alone once the first was withdrawn, and is
 * told apart by its line since (docs/formats/duties.md): what names the day alone while the first was struck is of the one that stood. What was typed in other
 * ways went by lines of its own, and goes by the first that says the same.
 */
export function triggerKept(trigger: string, { names, addresses }: WrittenChanges): string {
  const [, from, entry, day] = /^(name used|address changed) (?:\(entry (\d+)\) )?(\d{4}-\d\d-\d\d)$/.exec(trigger) ?? [];
  const changes = from === "name used" ? names : addresses;
  const ofDay = changes.filter((one) => one.day === day);
  const stood = standingOnes(ofDay);
  const [first] = ofDay;
  if (from === undefined || first === undefined) return trigger;
  if (entry === undefined && stood.some((one) => saidIn(one) === saidIn(first))) return trigger;
  const meant = entry === undefined ? stood[0] : ofDay.find(({ number }) => number === Number(entry));
  const written = ofDay.find((one) => meant !== undefined && saidIn(one) === saidIn(meant));
  if (written === undefined) return trigger;
  return written === first ? `${from} ${day}` : `${from} (entry ${written.number}) ${day}`;
}

function saidIn(one: WrittenChanges["names"][number] | WrittenChanges["addresses"][number]): string | undefined {
  const said = "name" in one ? one.name : one.address;
  return said === undefined ? undefined : keyOf(said);
}
