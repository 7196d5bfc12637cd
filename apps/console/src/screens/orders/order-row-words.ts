import type { OrderRow } from "../../desk/order-row.ts";
import { stageInWords } from "./order-words.ts";

/** Words of the list of orders. */

const stages: ReadonlyMap<string, string> = new Map(Object.entries(stageInWords));

/** How an application stands, in a word or two. */
export function stageOfRow({ stage, theirs }: Pick<OrderRow, "stage" | "theirs">): string {
  return theirs === null ? (stages.get(stage) ?? stage) : "Typed in from its copy";
}

const waits: ReadonlyMap<string, string> = new Map([
  ["authorise", "The draft, to be authorised"],
  ["result", "What the court did, to be read against the copy"],
  ["service", "Service, to be confirmed"],
  ["settling", "What was settled of a duty, to be read"],
  ["breach", "A decision on a breach, to be read"],
  ["change", "A change, to be authorised"],
]);

/** What waits for a second person. */
export function waitInWords(what: string): string {
  return waits.get(what) ?? what;
}
