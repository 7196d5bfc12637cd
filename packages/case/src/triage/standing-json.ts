import { type ReadValue, type Result, count, flag, instantFromJson, instantToIso, list, object, readStrictly, text } from "@unmask/core";
import type { QueueStanding } from "./queue-of.ts";
import { rowFromJson, rowToJson } from "./queue-row.ts";

/** What is kept of a row, as text beside it in a database. It is made of events and can be made anew: nobody else relies on its form. */

/** The one spelling of what is kept. */
export function standingToText({ place, members, isAlone, came, officer, onCase, row }: QueueStanding): string {
  return JSON.stringify({
    ...{ place, members, isAlone, came: instantToIso(came) },
    ...(officer !== undefined && { officer }),
    ...(onCase !== undefined && { onCase }),
    row: rowToJson({ ...row, rank: 0, unread: { ...row.unread, isLong: false }, with: {} }),
  });
}

const standingFromJson: ReadValue<QueueStanding> = object(({ must, may }) => {
  const { rank: _, with: __, unread, ...row } = must("row", rowFromJson);
  const { since, opened } = unread;
  return {
    place: must("place", count),
    members: must("members", list(text)),
    isAlone: must("isAlone", flag),
    came: must("came", instantFromJson),
    ...may("officer", text),
    ...may("onCase", list(text)),
    row: { ...row, unread: { since, opened } },
  };
});

/** Reads what `standingToText` wrote. The error says where it differs, never what stands there. */
export function parseStanding(written: string): Result<QueueStanding, string> {
  const value: unknown = JSON.parse(written);
  return readStrictly(value, "standing", standingFromJson);
}
