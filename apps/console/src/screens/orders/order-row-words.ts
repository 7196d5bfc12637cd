import { endInWords } from "@unmask/case";
import { sayCount } from "@unmask/words";
import type { Me } from "../../desk/me.ts";
import type { OrderRow } from "../../desk/order-row.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { ofThoseSeen } from "../../parts/of-those-seen.ts";
import { closedNotHere, sayUntil, stageInWords } from "./order-words.ts";

/** Words of the list of orders. */

const stages: ReadonlyMap<string, string> = new Map(Object.entries(stageInWords));

/** How an application stands, in a word or two. */
export function stageOfRow({ stage, theirs }: Pick<OrderRow, "stage" | "theirs">): string {
  return theirs === null ? (stages.get(stage) ?? stage) : "Typed in from its copy";
}

/** How many orders were found by a name or a number, of those that this officer may see. */
export function saySought(me: { readonly officer: Pick<Me["officer"], "role"> }, many: number): string {
  const found = ofThoseSeen(me, many === 0 ? "No order of this name or number." : `${sayCount(many, "order")} of this name or number.`);
  if (many === 0) return `${found} ${closedNotHere}`;
  return many === 1 ? found : `${found} Names repeat: look at the date of birth.`;
}

/** Until when an order lives, or how it ended. */
export function sayLasts({ ended, until }: Pick<OrderRow["orders"][number], "ended" | "until">): string {
  return ended === null ? sayUntil(until) : `${endInWords[ended.how]}, ${sayCivilDay(ended.day)}`;
}

/** How the newest order of a row stands, else its application. */
export function sayRow(row: Pick<OrderRow, "stage" | "theirs" | "orders">): string {
  const newest = row.orders.findLast(({ which }) => which === "full") ?? row.orders.at(-1);
  return newest === undefined ? stageOfRow(row) : `${newest.which === "interim" ? "interim" : "full"} order, ${sayLasts(newest)}`;
}

/** Whether an order was served, as far as it is written here, and whether that is somebody's to mind: of another force's the desk does not know. */
export function sayServed(
  { served }: Pick<OrderRow["orders"][number], "served">,
  { theirs }: Pick<OrderRow, "theirs">,
): { readonly says: string; readonly isMind: boolean } {
  if (served !== null) return { says: `served ${sayCivilDay(served)}`, isMind: false };
  return theirs === null ? { says: "not served", isMind: true } : { says: "whether it was served is not known here", isMind: false };
}

const waits: ReadonlyMap<string, string> = new Map([
  ["authorise", "The draft, to be authorised"],
  ["result", "What the court did, to be read against the copy"],
  ["subject", "Another name or birth than the court had, to be read"],
  ["service", "Service, to be confirmed"],
  ["settling", "What was settled of a duty, to be read"],
  ["breach", "A decision on a breach, to be read"],
  ["change", "A change, to be authorised"],
]);

/** What waits for a second person. */
export function waitInWords(what: string): string {
  return waits.get(what) ?? what;
}
