import type { Contact } from "./contact.ts";
import type { Cover, RoughDay } from "./cover.ts";
import { type CivilDay, type Instant, wallToUtcMs } from "./instant.ts";
import type { CivilMinute } from "./wall-clock.ts";
import { type Zone, wallMsAt } from "./zone.ts";

/**
 * Where a cover tells of a time as past that has not come on the clocks of `zone` at `at`: the path of the first, `cover.since`; undefined where
 * there is none. A mistyped year would print what is to come as what was. Days until which something holds or is kept may lie ahead.
 */
export function notYetIn(
  { cover, contact }: { readonly cover: Cover; readonly contact?: Contact },
  at: Instant,
  zone: Zone,
): string | undefined {
  const now = wallMsAt(zone, at);
  const { danger, since, feared, changed, earlier, orders } = cover;
  const times: readonly (readonly [path: string, time: CivilMinute | RoughDay | "not known" | undefined])[] = [
    ["danger.asked", danger?.asked],
    ["since", since],
    ...each(feared, "feared", (one) => ["day", "day" in one ? one.day : undefined]),
    ...each(changed, "changed", (one) => ["since", one.since]),
    ...each(earlier, "earlier", (one) => ["day", one.day]),
    ...each(orders, "orders", (one) => ["from", one.from]),
    ["contact.filledIn", contact?.filledIn],
  ];
  const coming = times.find(([, time]) => time !== undefined && time !== "not known" && begins(time) > now);
  return coming && `cover.${coming[0]}`;
}

function each<T>(
  list: readonly T[] | string | undefined,
  name: string,
  timeOf: (one: T) => readonly [key: string, time: CivilDay | RoughDay | "not known" | undefined],
): readonly (readonly [path: string, time: RoughDay | "not known" | undefined])[] {
  if (list === undefined || typeof list === "string") return [];
  return list.map((one, i) => {
    const [key, time] = timeOf(one);
    return [`${name}[${i}].${key}`, time];
  });
}

/** Milliseconds of the wall, as `wallMsAt` counts them. */
function begins(time: CivilMinute | RoughDay): number {
  const { year, month = 1, day = 1 } = time;
  const { hour, minute } = "hour" in time ? time : { hour: 0, minute: 0 };
  return wallToUtcMs({ year, month, day, hour, minute });
}
