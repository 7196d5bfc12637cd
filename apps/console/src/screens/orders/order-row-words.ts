import type { OrderRow } from "../../desk/order-row.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { stageInWords } from "./order-words.ts";

/** Words of the list of orders. */

const stages: ReadonlyMap<string, string> = new Map(Object.entries(stageInWords));

/** How an application stands, in a word or two. */
export function stageOfRow({ stage, theirs }: Pick<OrderRow, "stage" | "theirs">): string {
  return theirs === null ? (stages.get(stage) ?? stage) : "Typed in from its copy";
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
