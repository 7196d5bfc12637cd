import { type CivilDay, type Instant, instantToIso, later, offsetAt, parseCivilDay, parseZone } from "@unmask/core";

/** Times on the clock of the desk. */

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

function onTheWall(at: Instant): string {
  const london = parseZone("Europe/London");
  return instantToIso(later(at, london === undefined ? 0 : offsetAt(london, at)));
}

/** `03:12:08`. */
export function sayClock(at: Instant): string {
  return onTheWall(at).slice(11, 19);
}

/** `2026-11-27`. */
export function dayOnTheWall(at: Instant): string {
  return onTheWall(at).slice(0, 10);
}

/** `27 Nov 03:12`. */
export function sayMoment(at: Instant): string {
  return `${sayDayOf(at)} ${onTheWall(at).slice(11, 16)}`;
}

/** `27 Nov 2026`. */
export function sayDayWithYear(at: Instant): string {
  return `${sayDayOf(at)} ${onTheWall(at).slice(0, 4)}`;
}

/** A civil day as people write it, `27 Nov 2026`; of a month alone `Nov 2026`, of a year alone `2026`. */
export function sayCivil({ year, month, day }: { readonly [P in keyof CivilDay]: P extends "year" ? number : number | undefined }): string {
  const ofYear = String(year).padStart(4, "0");
  if (month === undefined) return ofYear;
  return `${day === undefined ? "" : `${day} `}${monthNames[month - 1] ?? ""} ${ofYear}`;
}

/** The same of a day as the events keep it, `2026-11-27`; what is no day stands as it is. */
export function sayIsoDay(written: string): string {
  const day = parseCivilDay(written);
  return day === undefined ? written : sayCivil(day);
}

/** `27 Nov`. */
export function sayDayOf(at: Instant): string {
  const [, month, day] = onTheWall(at).slice(0, 10).split("-").map(Number);
  return `${day ?? ""} ${monthNames[(month ?? 1) - 1] ?? ""}`;
}
