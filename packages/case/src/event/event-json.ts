import { type Instant, type ReadValue, count, fault, instantFromIso, parsed } from "@unmask/core";

/** What the two unions of events read in the same way (docs/formats/case-event.md, docs/formats/order.md). */

/** One reader a kind. */
export type IntentReaders<T> = { readonly [K in keyof T]: ReadValue<{ readonly kind: K; readonly body: T[K] }> };

/** Reads a body as what its kind says. */
export function intent<K extends string, B>(kind: K, read: ReadValue<B>): ReadValue<{ readonly kind: K; readonly body: B }> {
  return (value, path) => ({ kind, body: read(value, path) });
}

/** The keys of a table, in its order. */
export function keysOf<T extends object>(table: T): readonly (keyof T & string)[] {
  const keys: (keyof T & string)[] = [];
  for (const key in table) keys.push(key);
  return keys;
}

/** An instant as it stands in JSON. */
export const instant: ReadValue<Instant> = parsed(instantFromIso, "instant written like 2026-11-25T13:02:59.000Z");

/** A number that begins at 1: of an event, of a condition. */
export const numberFromOne: ReadValue<number> = (value, path) => {
  const number = count(value, path);
  return number === 0 ? fault(path, "is 0, and numbers begin at 1") : number;
};
