import { type Instant, type ReadValue, fault, parseInstant } from "@unmask/core";

/** Reads milliseconds since 1970 in what this program wrote down itself. */
export const readInstant: ReadValue<Instant> = (value, path) =>
  (typeof value === "number" ? parseInstant(value) : undefined) ?? fault(path, "is no instant");
