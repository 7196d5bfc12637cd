import { type CasePart, caseParts } from "../desk/case-part.ts";

/** Where an officer is. It stands in the address, so that Back, a reload and a colleague's bookmark lead to the same rows. */
export type Place =
  | QueuePlace
  | { readonly screen: "report" | "assess" | "join"; readonly reference: string }
  | CasePlace
  | ActPlace
  | LinkPlace
  | OrderPlace
  | LearnPlace
  | { readonly screen: "edition"; readonly month?: string }
  | DisclosurePlace
  | RightsPlace
  | { readonly screen: "review"; readonly opening: string }
  | RegisterPlace
  /** At the counter of a station; without an order, whoever came is looked for. */
  | { readonly screen: "attendance"; readonly order?: string }
  | LookAheadPlace
  | RetentionPlace
  | {
      readonly screen:
        | "cases"
        | "orders"
        | "telephone"
        | "audit"
        | "supervision"
        | "officers"
        | "handover"
        | "second"
        | "force"
        | "enrol"
        | "signed-in"
        | "settings"
        | "when-due"
        | "to-confirm"
        | "record"
        | "no-such-page";
    };

/** The register, with the duty that is chosen, by its order, rule and day, of a second change of that day its entry: `SPO-26-025.address-changed.2026-12-09.12`; none chooses the first row. */
export interface RegisterPlace {
  readonly screen: "register";
  readonly row?: string;
}

/** What ends and which court days come, with the order of the chosen row; none chooses the first. */
export interface LookAheadPlace {
  readonly screen: "look-ahead";
  readonly order?: string;
}

/** How long things are kept and what was lost, with the case, report or loss that is chosen; none chooses the first review. */
export interface RetentionPlace {
  readonly screen: "retention";
  readonly row?: string;
}

/** A case, and which part of it. */
export interface CasePlace {
  readonly screen: "case";
  readonly case: string;
  readonly part: CasePart;
}

/** What is held and not relied on: of one case, or of which cases. */
export interface DisclosurePlace {
  readonly screen: "disclosure";
  readonly case?: string;
}

/** What people ask about themselves: in one case, or in which cases. */
export interface RightsPlace {
  readonly screen: "rights";
  readonly case?: string;
}

/** One act of a case, by the pack that it came in and its place there. */
export interface ActPlace {
  readonly screen: "act";
  readonly case: string;
  readonly item: string;
  readonly ordinal: number;
}

/** The queue, with which rows are shown, in which order, and which one is chosen. */
export interface QueuePlace {
  readonly screen: "queue";
  readonly filter: QueueFilter;
  readonly sort: QueueSort;
  /** The reference of a report; none chooses the first row. */
  readonly row?: string;
}

/** A link between two reports. */
export interface LinkPlace {
  readonly screen: "link";
  readonly link: string;
}

/** An application or order, and which part of it: none is the first that it has. */
export interface OrderPlace {
  readonly screen: "order";
  readonly order: string;
  readonly part?: string;
}

/** What is learned of closed months. */
export interface LearnPlace {
  readonly screen: "learn";
  /** "2026-10": whose tables are shown; none is the newest. */
  readonly month?: string;
  /** The first month of "after". */
  readonly since?: string;
}

/** Which rows of the queue are shown. */
export const queueFilters = ["all", "danger", "ahead", "breach", "repeat", "first", "mine", "unread"] as const;
export type QueueFilter = (typeof queueFilters)[number];

/** In which order: the force's rule, or longest unread first whatever its group. */
export const queueSorts = ["rule", "unread"] as const;
export type QueueSort = (typeof queueSorts)[number];

/** The desk's first page. */
export const queuePlace: QueuePlace = { screen: "queue", filter: "all", sort: "rule" };

/** `R-2100`: what stands in an address and is not that leads nowhere and is sent to no server. */
const reference = "(R-\\d{1,9})";

/** `0412`. */
const caseNumber = "(\\d{4,9})";

/** `SPO-26-025`. */
const orderNumber = "([A-Z]{2,5}-\\d{2}-\\d{3,6})";

/** An id of ours inside the force. */
const ownId = "([A-Za-z0-9][A-Za-z0-9-]{0,63})";

/**
 * Reads a path and its search (`/queue?show=breach&row=R-2096`). What is not understood in the search is as if it were not there, and so is a slash
 * at the end: somebody typed or pasted it.
 */
export function placeAt(written: string, search: string): Place {
  const path = written.replace(/(?<=.)\/$/, "");
  const asked = new URLSearchParams(search);
  if (path === "/" || path === "/queue") {
    const row = asked.get("row") ?? "";
    return {
      screen: "queue",
      filter: queueFilters.find((one) => one === asked.get("show")) ?? "all",
      sort: queueSorts.find((one) => one === asked.get("sort")) ?? "rule",
      ...(new RegExp(`^${reference}$`).test(row) ? { row } : {}),
    };
  }
  const named = (
    [
      "enrol",
      "settings",
      "cases",
      "orders",
      "telephone",
      "audit",
      "supervision",
      "officers",
      "handover",
      "second",
      "force",
      "signed-in",
      "when-due",
      "to-confirm",
    ] as const
  ).find((one) => path === `/${one}`);
  if (named) return { screen: named };
  if (path === "/register") {
    const row = asked.get("row") ?? "";
    return {
      screen: "register",
      ...(new RegExp(`^${orderNumber}\\.[a-z-]{1,40}(\\.\\d{4}-\\d\\d-\\d\\d(\\.\\d{1,6})?)?$`).test(row) ? { row } : {}),
    };
  }
  const [isCounter, came] = new RegExp(`^/attendance(?:/${orderNumber})?$`).exec(path) ?? [];
  if (isCounter !== undefined) return { screen: "attendance", ...(came !== undefined && { order: came }) };
  if (path === "/look-ahead") {
    const order = asked.get("order") ?? "";
    return { screen: "look-ahead", ...(new RegExp(`^${orderNumber}$`).test(order) ? { order } : {}) };
  }
  if (path === "/retention") {
    const row = asked.get("row") ?? "";
    return { screen: "retention", ...(new RegExp(`^(?:${caseNumber}|${reference}|PB-\\d{1,6})$`).test(row) ? { row } : {}) };
  }
  if (path === "/learn") return { screen: "learn", ...monthIn(asked, "month"), ...monthIn(asked, "since") };
  if (path === "/learn/edition") return { screen: "edition", ...monthIn(asked, "month") };
  const [, report, part] = new RegExp(`^/reports/${reference}(/assess|/join)?$`).exec(path) ?? [];
  if (report !== undefined) return { screen: part === "/assess" ? "assess" : part === "/join" ? "join" : "report", reference: report };
  const [, link] = new RegExp(`^/links/${ownId}$`).exec(path) ?? [];
  if (link !== undefined) return { screen: "link", link };
  const [, order, ofOrder] = new RegExp(`^/orders/${orderNumber}(?:/([a-z-]{1,24}))?$`).exec(path) ?? [];
  if (order !== undefined) return { screen: "order", order, ...(ofOrder !== undefined && { part: ofOrder }) };
  const [, opening] = new RegExp(`^/reviews/${ownId}$`).exec(path) ?? [];
  if (opening !== undefined) return { screen: "review", opening };
  if (path === "/disclosure") return { screen: "disclosure" };
  if (path === "/rights") return { screen: "rights" };
  if (path === "/rights/record") return { screen: "record" };
  return placeInCase(path) ?? { screen: "no-such-page" };
}

/** A month of the search; nothing where it is none. */
function monthIn<Key extends "month" | "since">(asked: URLSearchParams, key: Key): { readonly [key in Key]?: string } {
  const month = asked.get(key) ?? "";
  // partial: left out where it is none.
  const found: { [key in Key]?: string } = {};
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) found[key] = month;
  return found;
}

function placeInCase(path: string): Place | undefined {
  const [, number, rest = ""] = new RegExp(`^/cases/${caseNumber}(?:/(.+))?$`).exec(path) ?? [];
  if (number === undefined) return undefined;
  if (rest === "") return { screen: "case", case: number, part: "now" };
  if (rest === "disclosure") return { screen: "disclosure", case: number };
  if (rest === "rights") return { screen: "rights", case: number };
  const [, item, ordinal] = /^acts\/([0-9a-f]{32})\/(\d{1,12})$/.exec(rest) ?? [];
  if (item !== undefined) return { screen: "act", case: number, item, ordinal: Number(ordinal) };
  const part = caseParts.find((one) => one !== "now" && one === rest);
  return part && { screen: "case", case: number, part };
}

/** Whether somebody who is signed in sees something there: the pages of the door show nothing of the desk, and neither does no page. */
export function isOfDesk({ screen }: Place): boolean {
  return screen !== "no-such-page" && screen !== "enrol" && screen !== "signed-in" && screen !== "when-due";
}

/** The address of a place: what `placeAt` reads again as the same. */
export function addressOf(place: Place): string {
  switch (place.screen) {
    case "queue": {
      const asked = new URLSearchParams();
      if (place.filter !== "all") asked.set("show", place.filter);
      if (place.sort !== "rule") asked.set("sort", place.sort);
      if (place.row !== undefined) asked.set("row", place.row);
      return asked.size === 0 ? "/queue" : `/queue?${asked.toString()}`;
    }
    case "report":
      return `/reports/${place.reference}`;
    case "assess":
    case "join":
      return `/reports/${place.reference}/${place.screen}`;
    case "case":
      return place.part === "now" ? `/cases/${place.case}` : `/cases/${place.case}/${place.part}`;
    case "disclosure":
      return place.case === undefined ? "/disclosure" : `/cases/${place.case}/disclosure`;
    case "rights":
      return place.case === undefined ? "/rights" : `/cases/${place.case}/rights`;
    case "record":
      return "/rights/record";
    case "act":
      return `/cases/${place.case}/acts/${place.item}/${place.ordinal}`;
    case "link":
      return `/links/${place.link}`;
    case "order":
      return place.part === undefined ? `/orders/${place.order}` : `/orders/${place.order}/${place.part}`;
    case "review":
      return `/reviews/${place.opening}`;
    case "register":
      return place.row === undefined ? "/register" : `/register?row=${place.row}`;
    case "attendance":
      return place.order === undefined ? "/attendance" : `/attendance/${place.order}`;
    case "look-ahead":
      return place.order === undefined ? "/look-ahead" : `/look-ahead?order=${place.order}`;
    case "retention":
      return place.row === undefined ? "/retention" : `/retention?row=${place.row}`;
    case "cases":
    case "orders":
    case "telephone":
    case "audit":
    case "supervision":
    case "officers":
    case "handover":
    case "second":
    case "force":
    case "enrol":
    case "signed-in":
    case "settings":
    case "when-due":
    case "to-confirm":
      return `/${place.screen}`;
    case "learn":
    case "edition": {
      const path = place.screen === "learn" ? "/learn" : "/learn/edition";
      const asked = new URLSearchParams();
      if (place.month !== undefined) asked.set("month", place.month);
      if (place.screen === "learn" && place.since !== undefined) asked.set("since", place.since);
      return asked.size === 0 ? path : `${path}?${asked.toString()}`;
    }
    case "no-such-page":
      return "/";
  }
}
