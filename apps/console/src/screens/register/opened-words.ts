import type { Instant } from "@unmask/core";
import type { Opened } from "../../desk/opened.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { sayWaited } from "../../parts/say-when.ts";

/** How long a possible breach or a missed duty is open, and why: "opened 3 days ago; nobody has decided". */
export function sayOpened({ since, again }: Pick<Opened, "since" | "again">, now: Instant): string {
  return `opened ${sayWaited(since, now)} ago; nobody has decided${again === null ? "" : `, and it is kept open until ${sayCivilDay(again)}`}`;
}
