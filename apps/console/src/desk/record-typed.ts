import { type ReadValue, object, oneOf, text } from "@unmask/core";
import { type At, atFields } from "./event-at.ts";

/** A log or a recorded crime, of this force or of another agency, as it was typed in. */
export interface RecordTyped extends At {
  readonly of: "log" | "crime";
  /** Its number. */
  readonly record: string;
  readonly agency: string;
  /** Civil day and minute of what it tells. */
  readonly day: string;
  readonly time?: string;
  readonly says: string;
  /** Of a crime: what it is recorded as. */
  readonly as?: string;
}

/** Reads it. */
export const recordTyped: ReadValue<RecordTyped> = object((fields) => {
  fields.may("stalking", text);
  const { at: time } = fields.may("at", text);
  return {
    of: fields.must("of", oneOf(["log", "crime"] as const)),
    record: fields.must("record", text),
    agency: fields.must("agency", text),
    day: fields.must("day", text),
    ...(time !== undefined && { time }),
    says: fields.must("says", text),
    ...fields.may("as", text),
    ...atFields(fields),
  };
});
