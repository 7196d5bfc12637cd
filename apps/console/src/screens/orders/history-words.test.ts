import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type OrderEvent, parseOrderEvent } from "@unmask/case";
import { namedIn, sayEntry } from "./history-words.ts";

/** The history of an order, as whoever opens it reads it. */

const vectors = JSON.parse(readFileSync(new URL("../../../../../docs/formats/vectors/order-event.json", import.meta.url), "utf8")) as {
  readonly events: readonly unknown[];
};
const events: readonly OrderEvent[] = vectors.events.map((one) => {
  const read = parseOrderEvent(typeof one === "object" && one !== null && "event" in one ? one.event : one);
  return read.ok ? read.value : expect.fail(read.error);
});
const named = namedIn(events);
const lines = events.map((event) => ({ event, ...sayEntry(event, named) }));

it.for(lines)("tells $event.kind without the name of a field, a day as a machine writes it, a hash or an id", ({ says, more }) => {
  for (const line of [says, ...more]) {
    // What somebody wrote stands between quotation marks, and is theirs.
    const ours = line.replaceAll(/“[^”]*”/g, "");
    expect(ours).not.toMatch(/\b[a-z]+[A-Z]\w*/);
    expect(ours).not.toMatch(/\d{4}-\d{2}-\d{2}|[0-9a-f]{12}/);
    expect(ours).not.toMatch(/\b(?:[a-z]-\d+|[pbc]-[a-z]+|undefined|null|true|false)\b|[a-z]+(?:-[a-z]+){2,}/);
    expect(ours).not.toMatch(/offence|stalker|\bsafe\b/i);
  }
  expect(says).toMatch(/^[\p{Lu}\d]/u);
});

const told = (kind: OrderEvent["kind"]): readonly (readonly string[])[] =>
  lines.filter(({ event }) => event.kind === kind).map(({ says, more }) => [says, ...more]);

it("tells a service with its day, its hour, who made it and where", () => {
  expect(told("service-attempted")).toEqual([
    [
      "The interim order was served on Sat 31 Oct 2026 at 18:20 by PC 2207 Osei, 12 Tanner Row",
      "“Handed to him at the door.”",
      "Not done: “The map was not read out.”",
      expect.stringContaining("SO/1: “"),
    ],
  ]);
});

it("names a protected person, a possible breach and a change of which an entry holds an id", () => {
  expect(told("protected-told")).toEqual([
    ["Nadia Khan was told of the possible breach of Wed 18 Nov 2026, by their mailbox", "“That he is asked about 18 November.”"],
  ]);
  expect(told("breach-decided")[0]?.[0]).toBe(
    "An officer decided on the possible breach of Wed 18 Nov 2026: an interview, by Tue 24 Nov 2026",
  );
  expect(told("change-lodged")[0]?.[0]).toBe("The renewal asked on Fri 1 Jun 2029 was lodged on Mon 4 Jun 2029, Northmere Magistrates");
  expect(told("reminder-given")[0]?.[0]).toBe("The desk reminded of it: new address, event 37, its last day being Fri 11 Dec 2026");
});

it("keeps each of the kinds that the format names", () => {
  expect(new Set(events.map(({ kind }) => kind)).size).toBe(65);
});
