import { type OperationId, operations, parseRole } from "@unmask/case";
import { type Place, placeAt, queuePlace } from "../address/place.ts";
import { areaOf } from "./areas.ts";

/** What is looked for from the bar at the top. */
export interface FindOf {
  /** The screen whose rows it goes through. */
  readonly place: Place;
  readonly label: string;
  readonly placeholder: string;
}

const reports: FindOf = { place: queuePlace, label: "Find in these rows", placeholder: "Find a report" };
const reportsAndOrders: FindOf = { ...reports, label: "Find in these rows, and orders", placeholder: "Find a report or an order" };
const orders: FindOf = { place: { screen: "orders" }, label: "Find an order", placeholder: "Find an order: name or number" };

/** What a role looks for where it is; from a screen without a field the key leads to the queue where that screen comes from it, else to the orders. Undefined: the role looks for nothing. */
export function findOf(role: string, here: Place): FindOf | undefined {
  const known = parseRole(role);
  const may = (operation: OperationId): boolean => known !== undefined && operations[operation].roles[known] !== undefined;
  const ofQueue = !may("see-queue") ? undefined : may("see-orders") || may("record-attendance") ? reportsAndOrders : reports;
  return areaOf(here) !== "queue" && may("see-orders") ? orders : (ofQueue ?? (may("see-orders") ? orders : undefined));
}

/** Where an order is opened by its own number, whether or not it stands in a list; undefined where the words are no such number. */
export function orderByNumber(words: string): string | undefined {
  // An interim order is called by the number of its application with an I behind it.
  const place = placeAt(`/orders/${words.trim().toUpperCase().replace(/-I$/, "")}`, "");
  return place.screen === "order" && place.part === undefined ? place.order : undefined;
}
