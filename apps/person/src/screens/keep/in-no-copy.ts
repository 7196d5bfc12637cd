import { instantToIso } from "@unmask/core";
import type { ShownEntry } from "../../vault/protocol.ts";

/** What came after the newest copy: moments of the worker, which are compared as text. */

/** Whether something of a moment came after the copy; without a copy everything did. */
export function isInNoCopy(at: string, copyMade: string | undefined): boolean {
  return copyMade === undefined || at > copyMade;
}

/** When the newest line of an entry was written: what was added to it later counts too. */
export function lastWrittenOf({ entry, added, withdrawn }: ShownEntry): string {
  const lines = [entry, ...added, ...(withdrawn ? [withdrawn] : [])];
  return lines.map(({ written }) => instantToIso(written.at)).reduce((last, at) => (at > last ? at : last));
}
