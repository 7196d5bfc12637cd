import type { RegisterEvent } from "./duties-file.ts";

/**
 * Changes, each with the line by which it is told apart from the first that was written of its kind and day; that one goes by its day alone, and so does what
 * says the same. The name of a duty holds by it whatever is written later, and `before` and what was withdrawn are counted for that.
 */
export function toldApart(events: readonly RegisterEvent[], before: readonly RegisterEvent[] = []): readonly RegisterEvent[] {
  const changes = [...before, ...events].filter(({ kind }) => kind === "name-used" || kind === "address-changed");
  return events.map((event) => {
    const ofDay = changes.filter(({ kind, day }) => kind === event.kind && day === event.day);
    const same = ofDay.find((one) => isSameChange(one, event));
    return same === undefined || same === ofDay[0] ? event : { ...event, apart: same.line };
  });
}

/** Whether two are of the same day and say the same. */
export function isSameChange(one: RegisterEvent, other: RegisterEvent): boolean {
  return one.kind === other.kind && one.day === other.day && one.name === other.name && one.address === other.address;
}
