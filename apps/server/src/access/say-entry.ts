import { type Instant, instantToIso, later, offsetAt, parseZone } from "@unmask/core";
import { type OperationId, operations } from "@unmask/case";
import { readEntry } from "../access-log/entry.ts";

/** English for the bar at the foot of the desk, and for what a refusal leaves open. */

/** The entry in one line, as it was written: when, who, what, of whom, why. */
export function sayEntry(
  entry: string,
  { name, operation, many }: { readonly name: string; readonly operation: OperationId; readonly many: number },
): string {
  const read = readEntry(entry);
  if (!read.ok) throw new Error("the log wrote what is no entry");
  const { at, op, report, case: ref, person, reason, task, result } = read.value;
  const which = report ?? (ref === null ? undefined : `case ${ref}`);
  // A page from which something can be written was only looked at: nothing is said to have been done.
  const look = op === "consult" && operations[operation].op === "alter" ? "look, so as to " : "";
  const did = `${result === "refused" ? "refused" : "allowed"} to ${look}${operations[operation].says.replace("a report", which ?? "a report")}`;
  const persons = person === null ? "" : many === 1 ? ", 1 person" : `, ${many} persons`;
  const why = [reason, task].filter((one) => one !== null).join(", ");
  return `written ${clock(at)}: ${name} ${did}${persons}.${why === "" ? "" : ` Reason: ${why}.`}`;
}

/** What a refusal leaves open, as one sentence; empty where nothing is. */
export function sayAllows(allows: readonly OperationId[]): string {
  const ways = [
    allows.includes("ask-officer") ? "ask a supervisor to put you on it" : "",
    allows.includes("break-glass") ? "open it anyway when a life is at risk" : "",
  ].filter((way) => way !== "");
  return ways.length === 0 ? "" : `You can ${ways.join(", or ")}.`;
}

const london = parseZone("Europe/London");

/** `03:12:08`, on the clock of the desk. */
function clock(at: Instant): string {
  return instantToIso(later(at, london === undefined ? 0 : offsetAt(london, at))).slice(11, 19);
}
