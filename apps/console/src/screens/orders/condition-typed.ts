import type { LiveOrder } from "@unmask/case";

/** What of a condition is typed as lines of words: its places and its times. A line that is not understood is told, and nothing is guessed. */

type Condition = LiveOrder["conditions"][number];
type Place = NonNullable<Condition["places"]>[number];
type Time = NonNullable<Condition["times"]>[number];

const number = "(-?\\d{1,3}(?:\\.\\d+)?)";
const corner = new RegExp(`^${number}[ ,]+${number}$`);

/** "Mill Lane police station @ 51.14, 0.87 : 50" about a point in metres; "area M-1 @ 51.1, 0.8; 51.2, 0.8; 51.2, 0.9" an area; words alone: no map. */
export function placesTyped(written: string): readonly Place[] | undefined {
  const lines = written.split("\n").filter((line) => line.trim() !== "");
  const places = lines.flatMap((line): readonly Place[] => {
    const [says = "", ground, more] = line.split("@").map((part) => part.trim());
    if (says === "" || more !== undefined) return [];
    if (ground === undefined) return [{ says }];
    const [point = "", metres, extra] = ground.split(":").map((part) => part.trim());
    if (extra !== undefined) return [];
    const corners = point.split(";").flatMap(cornerTyped);
    if (corners.length !== point.split(";").length) return [];
    const map = /\bmap (?:marked )?([A-Z]+-?\d+)/.exec(says)?.[1];
    const [first] = corners;
    if (metres !== undefined) {
      return first !== undefined && corners.length === 1 && /^\d{1,6}$/.test(metres)
        ? [{ says, around: first, metres: Number(metres) }]
        : [];
    }
    return corners.length < 3 ? [] : [{ says, area: corners, ...(map !== undefined && { map }) }];
  });
  return places.length === lines.length ? places : undefined;
}

function cornerTyped(written: string): readonly (readonly [number, number])[] {
  const [, latitude, longitude] = corner.exec(written.trim()) ?? [];
  return latitude === undefined || longitude === undefined ? [] : [[Number(latitude), Number(longitude)]];
}

/** The lines that say the same places. */
export function placesWritten(places: readonly Place[] = []): string {
  return places
    .map(({ says, area, around, metres }) => {
      if (area !== undefined) return `${says} @ ${area.map((one) => one.join(", ")).join("; ")}`;
      return around === undefined ? says : `${says} @ ${around.join(", ")} : ${metres ?? 0}`;
    })
    .join("\n");
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** "Mon, Wed, Fri 17:00-19:00"; without days every day. */
export function timesTyped(written: string): readonly Time[] | undefined {
  const lines = written.split("\n").filter((line) => line.trim() !== "");
  const times = lines.flatMap((line): readonly Time[] => {
    const [, named, from, to] = /^\s*(.*?)\s*(\d\d:\d\d)\s*[-–]\s*(\d\d:\d\d)\s*$/.exec(line) ?? [];
    if (named === undefined || from === undefined || to === undefined) return [];
    const names = named.split(/[ ,]+/).filter((one) => one !== "");
    const days = names.flatMap((name) => {
      const day = weekdays.findIndex((one) => one.toLowerCase() === name.slice(0, 3).toLowerCase());
      return day === -1 ? [] : [day + 1];
    });
    return days.length === names.length ? [{ days, from, to }] : [];
  });
  return times.length === lines.length ? times : undefined;
}

/** The lines that say the same times. */
export function timesWritten(times: readonly Time[] = []): string {
  return times.map(({ days, from, to }) => `${days.map((day) => weekdays[day - 1] ?? "").join(", ")} ${from}-${to}`.trim()).join("\n");
}
