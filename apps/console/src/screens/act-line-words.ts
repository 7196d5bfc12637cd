import { type Instant, dayIn } from "@unmask/core";
import { sayChannel, sayClock, sayIdentity, sayKind, sayShortDay } from "@unmask/words";
import type { ActLine } from "../desk/act-page.ts";
import { cutTo } from "../desk/writing-direction.ts";
import { zone } from "../parts/say-when.ts";

/** Words of a line before it is cut: a neighbour is named, not read. */
const longestInList = 80;

/** What a line of a list says: the words, or what it is where it has none. */
export function sayLine(line: ActLine): string {
  const { says } = line;
  if (says === null || says.trim() === "") return [sayWhat(line), sayChannel(line.channel)].filter((one) => one !== "").join(", ");
  const oneLine = says.replace(/\s+/g, " ").trim();
  return `“${oneLine.length > longestInList ? `${cutTo(oneLine, longestInList)}…` : oneLine}”`;
}

/** What it is: "Message", "Call". */
export function sayWhat({ kind, says }: Pick<ActLine, "kind" | "says">): string {
  return sayKind({ kind, ...(says !== null && { text: says }) });
}

/** By whom: the name as it stands there, or the number or account. */
export function sayFrom({ from }: ActLine): string {
  if (from.kind === "owner") return "the person’s own";
  if (from.name !== null && from.name !== "") return from.name;
  return from.normal === "" ? sayIdentity({ kind: from.kind, wrote: "", normal: "" }) : from.normal;
}

/** Of an act that is dated after its pack came, that it is; else nothing: it cannot have happened then. */
export function sayAhead({ isAhead }: Pick<ActLine, "isAhead">): string {
  return isAhead ? "dated after its pack came" : "";
}

/** Days of a list with their lines, in the order of the list; the day is London's. */
export function byDay(lines: readonly ActLine[]): readonly { readonly day: string; readonly lines: readonly ActLine[] }[] {
  const days = [...new Set(lines.map(({ earliest }) => dayIn(zone, earliest)))];
  return days.map((day) => ({ day: sayShortDay(day), lines: lines.filter(({ earliest }) => dayIn(zone, earliest) === day) }));
}

/** "01:17", "01:17 to 02:17" where the time is not one instant. */
export function sayTime({ earliest, latest }: { readonly earliest: Instant; readonly latest: Instant }): string {
  const minute = 60_000;
  if (latest - earliest <= minute) return sayClock(earliest, zone);
  const [from, until] = [sayClock(earliest, zone), sayClock(latest, zone)];
  // The hour that the clocks run through twice.
  if (from === until) return `${from}, one of two`;
  if (dayIn(zone, earliest) === dayIn(zone, latest)) return `${from} to ${until}`;
  return "time not exact";
}

/** With a capital. */
export function upper(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
