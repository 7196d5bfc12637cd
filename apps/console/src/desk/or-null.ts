import type { ReadValue } from "@unmask/core";

/** Reads what `read` reads, or null. */
export function orNull<T>(read: ReadValue<T>): ReadValue<T | null> {
  return (value, path) => (value === null ? null : read(value, path));
}
