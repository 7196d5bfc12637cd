import { type Instant, readStrictly } from "@unmask/core";
import { type CaseEvent, type Intent, desk, intentFromJson } from "../event.ts";
import { type OrderEvent, type OrderIntent, orderIntentFromJson } from "../order-event.ts";
import { goesOut, whenUnsaid } from "./command.ts";

/** What somebody sends: written already it may be, by a press before this one whose answer never came. */
interface Sent<Of> {
  readonly intent: Of;
  readonly saw: number;
  readonly by: string;
  readonly happened?: Instant;
  /** Keys of the body that the desk gives itself, as a number: what stands there says nothing about what was sent. */
  readonly given?: readonly string[];
}

/**
 * What was written in a report or a case when the same officer sent the same before, on no more than is seen now: a key that was pressed twice, or a
 * request that was sent again after a lost answer. Undefined where nothing was, and where something came after it that can have undone it: said again, it
 * is new, and whoever wrote something else in between is told of first.
 */
export function writtenBefore(sent: Sent<Intent>, events: readonly CaseEvent[]): CaseEvent | undefined {
  const read = readStrictly(sent.intent, "intent", intentFromJson);
  if (!read.ok) return undefined;
  const { saw, by, happened } = sent;
  const { kind } = read.value;
  const when = (one: CaseEvent): Instant =>
    happened ?? whenUnsaid({ kind, saw, by }, { log: events.filter(({ number }) => number < one.number) }, one.recorded);
  // What went out is there, whatever came since: it is never sent a second time.
  const stands = (one: CaseEvent): boolean => (goesOut(one) ? !isWithdrawn(one, events) : isLast(one, events));
  return events.find((one) => isSame(one, sent, read.value) && one.happened === when(one) && stands(one));
}

/** The same of an order. */
export function writtenBeforeOfOrder(sent: Sent<OrderIntent>, events: readonly OrderEvent[]): OrderEvent | undefined {
  const read = readStrictly(sent.intent, "intent", orderIntentFromJson);
  if (!read.ok) return undefined;
  const when = (one: OrderEvent): Instant => sent.happened ?? one.recorded;
  return events.find((one) => isSame(one, sent, read.value) && one.happened === when(one) && isLast(one, events));
}

type Event = CaseEvent | OrderEvent;

function isSame(one: Event, { saw, by, given = [] }: Sent<Intent | OrderIntent>, { kind, body }: Intent | OrderIntent): boolean {
  const sent = new Set(Object.keys(body));
  const spelt = (of: object): string => canonical(Object.fromEntries(Object.entries(of).flatMap((entry) => saidIn(entry, given, sent))));
  return one.number > saw && one.by === by && one.kind === kind && spelt(one.body) === spelt(body);
}

/** Of a key that the desk gives it counts whether it is there, where it was sent at all, and never what stands there. */
function saidIn([key, value]: [string, unknown], given: readonly string[], sent: ReadonlySet<string>): readonly [string, unknown][] {
  if (!given.includes(key)) return [[key, value]];
  return sent.has(key) ? [[key, true]] : [];
}

/** One spelling whatever the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

/**
 * Nothing came after it but what the machine wrote in the same breath, and reminders, which nobody decides on. Of an answer that was changed and changed
 * back, or a report that was taken out again, what was sent first says nothing any more.
 */
function isLast({ number, recorded }: Event, events: readonly Event[]): boolean {
  const after = events.filter((one) => one.number > number);
  return after.every((one) => one.by === desk && (one.recorded === recorded || one.kind === "reminder-given"));
}

function isWithdrawn({ number }: Event, events: readonly Event[]): boolean {
  return events.some((one) => one.kind === "entry-withdrawn" && one.body.entry === number);
}
