import type { RegisterEvent } from "./duties-file.ts";
import { keyOf } from "./told-alike.ts";

/**
 * Changes, each with the line by which it is told apart from the first that was written of its kind and day; that one goes by its day alone, and so does what
 * says the same. The name of a duty holds by it whatever is written later, and `before` and what was withdrawn are counted for that.
 */
export function toldApart(events: readonly RegisterEvent[], before: readonly RegisterEvent[] = []): readonly RegisterEvent[] {
  const firstOfDay = new Map<string, RegisterEvent>();
  const firstThatSays = new Map<string, RegisterEvent>();
  for (const one of [...before, ...events].filter(({ kind }) => kind === "name-used" || kind === "address-changed")) {
    const says = changeKey(one);
    if (!firstOfDay.has(dayKey(one))) firstOfDay.set(dayKey(one), one);
    if (!firstThatSays.has(says)) firstThatSays.set(says, one);
  }
  return events.map((event) => {
    const same = firstThatSays.get(changeKey(event));
    return same === undefined || same === firstOfDay.get(dayKey(event)) ? event : { ...event, apart: same.line };
  });
}

/** By which two changes are of the same day and say the same, however that is typed. */
export function changeKey(change: RegisterEvent): string {
  const { name, address } = change;
  return JSON.stringify([
    dayKey(change),
    name === undefined ? null : keyOf(name),
    typeof address === "string" ? [keyOf(address)] : address,
  ]);
}

function dayKey({ kind, day }: RegisterEvent): string {
  return `${kind} ${day}`;
}
