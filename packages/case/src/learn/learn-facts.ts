import type { Channel, Kind } from "@unmask/core";
import type { ClosingChoice } from "../event/of-decisions.ts";

/** What a force counts (docs/formats/statistics.md): of each report and order only what a count needs, and no name, number or word of anybody. */

/** Who the other person was, as the case is recorded. */
export const abouts = ["former-partner", "somebody-else", "not-known"] as const;
/** One of them. */
type About = (typeof abouts)[number];

/** By what way an act reached the person; one report may have both. */
export const ways = ["online", "not-online"] as const;
/** One of them. */
type Way = (typeof ways)[number];

/** What was done, in words that a count uses; one report may have several. */
export const methods = ["messages", "calls", "posts", "log-ins", "following", "entry", "threats", "damage", "payments", "gifts"] as const;
/** One of them. */
export type Method = (typeof methods)[number];

/** Kind and length of an order, as one dimension. */
export const orderLengths = ["interim", "full-2-years", "full-2-to-5-years", "full-over-5-years", "until-further-order"] as const;
/** One of them. */
export type OrderLength = (typeof orderLengths)[number];

/** One report: the month in which it was received, "2026-10", and what is counted of it. */
export interface ReportFact {
  readonly month: string;
  readonly about: About;
  readonly ways: readonly Way[];
  readonly methods: readonly Method[];
  /** Minutes from received to the first act of an officer on it; null: none yet. */
  readonly firstAction: number | null;
}

/** One order that was asked for, interim and full each for itself. Months are "2026-10"; null: not, or not yet. */
export interface OrderFact {
  readonly order: OrderLength;
  readonly sought: string | null;
  readonly made: string | null;
  readonly refused: string | null;
  /** The month in which it ended: it lives at the end of the months before. */
  readonly ended: string | null;
  /** Days from the first report to lodging; null: not known, or an interim. */
  readonly daysFromReport: number | null;
}

/** What is counted of orders. */
export interface OrderFacts {
  readonly orders: readonly OrderFact[];
  /** The month of each breach or missed duty that was opened. */
  readonly breaches: readonly string[];
}

/** Everything that a force counts. */
export interface LearnFacts {
  readonly reports: readonly ReportFact[];
  /** Cases that are closed: month of closing, and why. */
  readonly outcomes: readonly { readonly month: string; readonly why: ClosingChoice }[];
  /** Null: this force keeps no orders here, and none is counted. */
  readonly ofOrders: OrderFacts | null;
}

// partial: any other kind says no method.
const methodByKind: Partial<Record<Kind, Method>> = {
  message: "messages",
  reaction: "messages",
  request: "messages",
  call: "calls",
  voicemail: "calls",
  post: "posts",
  comment: "posts",
  mention: "posts",
  view: "posts",
  follow: "posts",
  login: "log-ins",
  device: "log-ins",
  following: "following",
  visit: "following",
  location: "following",
  entry: "entry",
  threat: "threats",
  damage: "damage",
  transfer: "payments",
  gift: "gifts",
};

const notOnline: ReadonlySet<Channel> = new Set<Channel>(["sms", "mms", "phone", "post", "in-person"]);
/** By which of both it came cannot be said. */
const either: ReadonlySet<Channel> = new Set<Channel>(["photo", "other"]);

/** Ways and methods of a report by the kinds and channels of its acts, each once, in the order of their lists. */
export function waysAndMethods(acts: Iterable<{ readonly kind: Kind; readonly channel: Channel }>): Pick<ReportFact, "ways" | "methods"> {
  const seenWays = new Set<Way>();
  const seenMethods = new Set<Method>();
  for (const { kind, channel } of acts) {
    const method = methodByKind[kind];
    if (method !== undefined) seenMethods.add(method);
    if (kind !== "check" && !either.has(channel)) seenWays.add(notOnline.has(channel) ? "not-online" : "online");
  }
  return { ways: ways.filter((one) => seenWays.has(one)), methods: methods.filter((one) => seenMethods.has(one)) };
}
