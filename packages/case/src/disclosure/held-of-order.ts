import { daysFromCivil, parseCivilDay } from "@unmask/core";
import { dateInWords } from "../clock/london.ts";
import { criteria, orderPrompts } from "../event/of-application.ts";
import { courtResultKinds } from "../event/of-court.ts";
import type { Knowing } from "../event/shapes.ts";
import type { OrderBodyOf, OrderEvent, OrderEventKind } from "../order-event.ts";
import type { NamedPerson } from "../rights/named-people.ts";
import { didInWords } from "../order/court-did.ts";
import { type ContactDetail, detailsIn } from "./contact-inside.ts";
import type { HeldThing } from "./held-things.ts";

/** What a force holds in the orders of a case: each entry with words, whom an order names, and how whom it binds is reached (docs/formats/disclosure.md). */

/** What an entry is, in our words; null: it is a step without words of its own, and no thing. */
const kinds: Readonly<Record<OrderEventKind, string | null>> = {
  "application-begun": "an order is considered",
  "order-typed": "order of another force, as its copy has it",
  "subject-changed": "whom the order binds",
  "subject-read": "reading of whom the order binds",
  "not-pursued": "why the application is not pursued",
  "criterion-written": "what carries a criterion, and what speaks against it",
  "link-written": "why this force may apply",
  "protected-named": "somebody to be protected",
  "protected-removed": "somebody who is not to be protected",
  "condition-written": "condition, as drafted",
  "condition-removed": "condition that was taken out",
  "prompt-answered": "whether a condition gets in the way of something",
  "period-proposed": "how long it is to run",
  "interim-wanted": "whether an interim order is wanted",
  "pair-settled": null,
  "bundle-made": null,
  "sent-to-second": "words to the second person",
  "taken-back": "why the draft was taken back",
  "criterion-read": null,
  "draft-returned": "why the draft was returned",
  authorised: "authorisation",
  lodged: "lodging at a court",
  withdrawn: "why the application was withdrawn",
  "court-day": "day in court",
  "court-result": "what a court did",
  "result-confirmed": null,
  "result-sent-back": "why a result was sent back",
  "result-corrected": "what a court did, as corrected",
  "service-attempted": "attempt to serve it",
  "service-evidence": "evidence of service",
  "service-confirmed": "confirmation of service",
  "service-sent-back": "why an attempt was sent back",
  "service-withdrawn": "why a service was withdrawn",
  "service-disputed": "that a service is disputed",
  "knew-without-service": "that the order was known without service",
  attended: "what was notified at a station",
  acknowledged: null,
  "name-used": "name that was used",
  "address-changed": "change of home",
  "other-register": "another register",
  transferred: "move to another force",
  "duty-settled": "decision on a duty",
  "duty-settling-read": "reading of a decision on a duty",
  "reminder-given": null,
  "breach-opened": "possible breach",
  "acts-set-aside": "acts that were set aside",
  "breach-evidence": "evidence of a possible breach",
  "breach-knew": "how the order was known",
  "excuse-asked": "question about an excuse",
  "excuse-assessed": "what is said of an excuse",
  "breach-kept-open": "why a possible breach stays open",
  "breach-decided": "decision on a possible breach",
  "breach-decision-read": "reading of that decision",
  "protected-told": "what a protected person was told",
  "change-asked": "application to change the order",
  "necessity-read-again": "why a condition is still necessary",
  "consent-given": "consent to a change",
  "change-sent": "change, sent to the second person",
  "change-authorised": "change, authorised",
  "change-returned": "change, returned",
  "change-lodged": "change, lodged",
  "change-dropped": "change, dropped",
  "appeal-noted": "appeal",
  "identity-disclosure-decided": "decision whether an identity is told",
  "entry-withdrawn": "why an entry was withdrawn",
};

/** What a court or a copy of its paper says, and what this force did. */
const records: ReadonlySet<OrderEventKind> = new Set<OrderEventKind>([
  "order-typed",
  "authorised",
  "lodged",
  "court-day",
  "court-result",
  "result-corrected",
]);

/** Marks by which the desk finds things again, and outlines on a map: no words. */
const noWords: ReadonlySet<string> = new Set([
  ...["sha256", "person", "persons", "officer", "report", "act", "also", "acts", "kind", "knowing", "proposedBy", "template", "copy"],
  ...["area", "around", "update"],
]);

/** Its entries that are held, in order: keys begin with its number, `SPO-26-025/4`. */
export function heldOfOrder(order: string, events: readonly OrderEvent[]): readonly HeldThing[] {
  const withdrawn = new Set(events.flatMap((one) => (one.kind === "entry-withdrawn" ? [one.body.entry] : [])));
  return events.flatMap((event): readonly HeldThing[] => {
    const { number, kind, happened: since, by, body } = event;
    const what = kinds[kind];
    const lines = what === null ? [] : linesOf(body);
    if (what === null || lines.length === 0) return [];
    const kindOf = [`order ${order}: ${what}`, ...detailsOf(body)].join(", ");
    const head = { key: `${order}/${number}`, kind: kindOf, knowing: knowingOf(event) };
    return [{ ...head, since, by, lines, isWithdrawn: withdrawn.has(number) }];
  });
}

/** What tells an entry from others of its kind without a word that anybody typed: its condition, criterion or question, of which order it is, and of which day. */
function detailsOf(body: OrderEvent["body"]): readonly string[] {
  const of = (key: string): unknown => Object.entries(body).find(([one]) => one === key)?.[1];
  const [number, criterion, prompt, which, result, day] = [
    of("condition"),
    of("criterion"),
    of("prompt"),
    of("order"),
    of("result"),
    of("day"),
  ];
  const civil = typeof day === "string" ? parseCivilDay(day) : undefined;
  const did = courtResultKinds.find((one) => one === result);
  return [
    ...(typeof number === "number" ? [`condition ${number}`] : []),
    ...criteria.filter((one) => one === criterion).map((one) => `criterion (${one})`),
    ...orderPrompts.filter((one) => one === prompt),
    ...(did === undefined ? [] : [`it ${didInWords[did]}`]),
    ...(which === "interim" || which === "full" ? [`${which} order`] : []),
    ...(civil === undefined ? [] : [dateInWords(daysFromCivil(civil))]),
  ];
}

function knowingOf({ kind, body }: OrderEvent): Knowing {
  if ("knowing" in body && body.knowing !== undefined) return body.knowing;
  if ("ground" in body) return body.ground.knowing;
  return records.has(kind) ? "record" : "account";
}

/** Every word of a body, a line each: what it is, and what was written. */
function linesOf(value: unknown, label = ""): readonly string[] {
  if (typeof value === "string") return said(value).map((line, i) => (label === "" || i > 0 ? line : `${label}: ${line}`));
  if (typeof value === "number") return [`${label}: ${value}`];
  if (typeof value === "boolean") return [`${label}: ${value ? "yes" : "no"}`];
  if (value === null) return [`${label}: no end is named`];
  if (Array.isArray(value)) {
    if (label === "Days") return [`${label}: ${value.map((one) => weekdays[Number(one) - 1] ?? String(one)).join(", ")}`];
    return value.flatMap((one: unknown) => linesOf(one, label));
  }
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
    if (noWords.has(key) && typeof one !== "boolean" && !(key === "area" && typeof one === "string")) return [];
    return linesOf(one, key === "says" ? label : labelOf(key));
  });
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

function labelOf(key: string): string {
  const words = key.replaceAll(/[A-Z]/g, (one) => ` ${one.toLowerCase()}`);
  return words.replace(/^./, (one) => one.toUpperCase());
}

/** A day as people say it, and a word of a closed list without its hyphens. */
function said(text: string): readonly string[] {
  const day = parseCivilDay(text);
  if (day !== undefined) return [dateInWords(daysFromCivil(day))];
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(text) ? [text.replaceAll("-", " ")] : text.split(/\r\n|\n|\r/);
}

/** One paper that was made or kept of an order. */
export interface PaperOfOrder {
  /** "SPO-26-025/P3", by which it is held too. */
  readonly exhibit: string;
  /** "draft", "acknowledgement", "copy". */
  readonly what: string;
  readonly form: string;
  readonly bytes: string;
  readonly since: HeldThing["since"];
  readonly by: string;
}

const papers: Readonly<Record<string, string>> = { draft: "draft application", copy: "copy that was kept" };

/** It as a thing that is held: what was said of it is in no word of it. */
export function heldPaper({ exhibit: key, what, form, bytes, since, by }: PaperOfOrder): HeldThing {
  const kind = `paper ${key}, ${papers[what] ?? what}: a file of ${bytes}, ${form.toUpperCase()}`;
  return { key, kind, knowing: "record", since, by, lines: null, isWithdrawn: false };
}

/** Whom an order names, and how whom it binds is reached, by the id under which they are held. */
export interface PeopleOfOrder {
  readonly named: readonly NamedPerson[];
  readonly contactOf: ReadonlyMap<string, readonly ContactDetail[]>;
}

/** As the log names them when the order is looked at: by their report, where they have one. */
function idOf(order: string, { person, report }: OrderBodyOf<"protected-named">): string {
  return report === undefined ? `${order}/${person}` : `${report}/reporter`;
}

/** Everybody whom these events ever named: whom it binds by every name, and whom it protects or was to protect. */
export function peopleOfOrder(order: string, events: readonly OrderEvent[]): PeopleOfOrder {
  const bound = `${order}/subject`;
  const named = events.flatMap((event) => [
    ...protectedIn(order, event),
    ...namesOfBoundIn(event).map((name): NamedPerson => ({ id: bound, name })),
  ]);
  const details = events.flatMap(placesOfBoundIn).flatMap((says) => detailsIn("address", says));
  return { named, contactOf: new Map([[bound, details]]) };
}

function protectedIn(order: string, { kind, body }: OrderEvent): readonly NamedPerson[] {
  if (kind === "protected-named") return [{ id: idOf(order, body), name: body.name }];
  return kind === "order-typed" ? body.protects.map((name, i) => ({ id: `${order}/protected-${i + 1}`, name })) : [];
}

function namesOfBoundIn({ kind, body }: OrderEvent): readonly string[] {
  if (kind === "name-used") return [body.name];
  if (kind === "attended") return body.names;
  return "subject" in body ? [body.subject.name, ...(body.subject.otherNames ?? [])] : [];
}

function placesOfBoundIn({ kind, body }: OrderEvent): readonly string[] {
  if (kind === "attended") return [body.address ?? "", body.regularlyFound ?? ""];
  if (kind === "address-changed") return [body.address ?? ""];
  return "subject" in body ? [body.subject.home?.says ?? ""] : [];
}
