import type { ReadValue } from "@unmask/core";

/** Reads of an object only these keys, strictly: what stands beside them is the server's own and is neither looked at nor kept. */
export function someKeys<T>(keys: readonly string[], read: ReadValue<T>): ReadValue<T> {
  return (value, path) =>
    read(
      typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key))) : value,
      path,
    );
}
