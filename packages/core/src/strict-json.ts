import { type Result, failed, ok } from "./result.ts";

/**
 * Reads parsed JSON strictly: every key is asked for, one that nobody asked for is a fault, and nothing is cast. A fault says where
 * ("act.when.earliest"), never what stands there.
 */

/** Reads one value; `path` says where it stands. Calls `fault` for whatever it is not. */
export type ReadValue<T> = (value: unknown, path: string) => T;

/** The keys of one object, each to be asked for once. */
export interface Fields {
  /** A key that must be there. */
  must<T>(key: string, read: ReadValue<T>): T;
  /** A key that may be left out: `{ key: value }` or `{}`, to be spread. */
  may<K extends string, T>(key: K, read: ReadValue<T>): { readonly [P in K]?: T };
}

const faults = new WeakSet<Error>();

/** Ends the reading: what stands at `path` is not what belongs there. */
export function fault(path: string, why: string): never {
  const error = new Error(`${path} ${why}`);
  faults.add(error);
  throw error;
}

/** Reads a whole value; the error is the first fault. */
export function readStrictly<T>(value: unknown, path: string, read: ReadValue<T>): Result<T, string> {
  try {
    return ok(read(value, path));
  } catch (error) {
    if (error instanceof Error && faults.has(error)) return failed(error.message);
    throw error;
  }
}

/** An object with the keys that `build` asks for and no other. */
export function object<T>(build: (fields: Fields) => T): ReadValue<T> {
  return (value, path) => {
    if (!isRecord(value)) return fault(path, "is no object");
    const asked = new Set<string>();
    const built = build({
      must(key, read) {
        asked.add(key);
        return Object.hasOwn(value, key) ? read(value[key], `${path}.${key}`) : fault(`${path}.${key}`, "is missing");
      },
      may(key, read) {
        asked.add(key);
        const found: { [P in typeof key]?: ReturnType<typeof read> } = {};
        if (Object.hasOwn(value, key)) found[key] = read(value[key], `${path}.${key}`);
        return found;
      },
    });
    const more = Object.keys(value).findIndex((key) => !asked.has(key));
    return more === -1 ? built : fault(path, `has a key that does not belong there (the ${more + 1}. of its keys)`);
  };
}

/** A list, each of whose values `read` reads. */
export function list<T>(read: ReadValue<T>): ReadValue<readonly T[]> {
  return (value, path) => (Array.isArray(value) ? value.map((one: unknown, i) => read(one, `${path}[${i}]`)) : fault(path, "is no list"));
}

/** An object with any keys, whose values `read` reads. */
export function record<T>(read: ReadValue<T>): ReadValue<Readonly<Record<string, T>>> {
  return (value, path) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one], i) => [key, read(one, `${path}[${i}]`)]))
      : fault(path, "is no object");
}

/** What `read` reads, or null. */
export function orNull<T>(read: ReadValue<T>): ReadValue<T | null> {
  return (value, path) => (value === null ? null : read(value, path));
}

/** Any text. */
export const text: ReadValue<string> = (value, path) => (typeof value === "string" ? value : fault(path, "is no text"));

/** True or false. */
export const flag: ReadValue<boolean> = (value, path) => (typeof value === "boolean" ? value : fault(path, "is neither true nor false"));

/** A whole number, not negative. */
export const count: ReadValue<number> = (value, path) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : fault(path, "is no whole number");

/** A number of seconds, not negative. */
export const seconds: ReadValue<number> = (value, path) =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : fault(path, "is no number of seconds");

/** One of a closed list. */
export function oneOf<T extends string>(values: readonly T[]): ReadValue<T> {
  const known = new Map<unknown, T>(values.map((value) => [value, value]));
  return (value, path) => known.get(value) ?? fault(path, "is none of the values that belong there");
}

/** Text that `parse` understands. */
export function parsed<T>(parse: (text: string) => T | undefined, what: string): ReadValue<T> {
  return (value, path) => (typeof value === "string" ? parse(value) : undefined) ?? fault(path, `is no ${what}`);
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
