import { type Instant, type Zone, civilFromDays, dayIn, isoWeekday, parseZone } from "@unmask/core";
import { sayClock, sayShortDay, sayShortMonth, sayShortWeekday } from "@unmask/words";

/** The desk's clock: a force's day is a day of London. */
export const zone: Zone = zoneOfForce();

function zoneOfForce(): Zone {
  const found = parseZone("Europe/London");
  if (found === undefined) throw new Error("this browser does not know Europe/London");
  return found;
}

/** Today "02:41", within six days before "Tue 24 Nov, 19:32", else "9 Dec 2025". */
export function sayWhen(instant: Instant, now: Instant): string {
  const [day, today] = [dayIn(zone, instant), dayIn(zone, now)];
  if (day === today) return sayClock(instant, zone);
  const { year, month, day: dayOfMonth } = civilFromDays(day);
  const date = `${dayOfMonth} ${sayShortMonth(month)}`;
  return day < today && today - day < 7 ? `${sayShortWeekday(isoWeekday(day))} ${date}, ${sayClock(instant, zone)}` : `${date} ${year}`;
}

/** "Wed 25 Nov 2026, 03:12". */
export function sayNow(now: Instant): string {
  return `${sayShortDay(dayIn(zone, now))}, ${sayClock(now, zone)}`;
}

/** "1 h 16 min", "2 h 05 min", "4 min", "3 days" from two days on: how long somebody has waited. */
export function sayWaited(since: Instant, now: Instant): string {
  const minutes = Math.max(0, Math.floor((now - since) / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  return hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes % 60).padStart(2, "0")} min`;
}
