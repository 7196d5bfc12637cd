import type { Queue, QueueRow } from "@unmask/case";
import type { QueueFilter, QueuePlace } from "../address/place.ts";

/** Rows that stand under one head. */
export interface RowGroup {
  readonly name: string;
  /** The rule of the group. */
  readonly says: string;
  /** How many rows it has, here or not. */
  readonly all: number;
  readonly key: string;
  readonly rows: readonly QueueRow[];
}

/** What an officer looks for: words, and the reports in which the desk found them. */
interface Sought {
  readonly words: string;
  readonly found?: readonly string[];
}

/** The rows that the officer asked for, under the heads that they stand under. Danger comes first in every order. */
export function groupsShown(
  { head, rows }: Queue,
  place: QueuePlace,
  { words: sought, found = [] }: Sought,
  officer: string,
): readonly RowGroup[] {
  const words = sought.trim().toLocaleLowerCase("en-GB");
  const shown = rows.filter((row) => isShown(row, place.filter, officer) && (holds(row, words) || found.includes(row.report)));
  // What is chosen out of a group counts itself; a whole group that goes on beyond this page says so.
  const allOf = (key: string, these: readonly QueueRow[], all: number): number =>
    words === "" && (place.filter === "all" || place.filter === key) ? Math.max(all, these.length) : these.length;
  if (place.sort === "unread") {
    const danger = shown.filter(({ group }) => group === "danger");
    const others = shown.filter(({ group }) => group !== "danger").sort(byWaiting);
    return [
      { key: "danger", ...head.groups.danger, rows: danger, all: allOf("danger", danger, head.counts.danger) },
      {
        key: "others",
        name: "All others",
        says: "unread and longest waiting first",
        rows: others,
        all: allOf("others", others, head.counts.all - head.counts.danger),
      },
    ].filter((group) => group.rows.length > 0);
  }
  // The rows come in the order of the force's own rule: danger, what stands right after it whatever its group, then the groups.
  const ahead = shown.filter((row) => row.ahead === true);
  const groups = [...new Set(rows.filter((row) => row.ahead !== true).map(({ group }) => group))].map((key) => {
    const ofGroup = shown.filter((row) => row.group === key && row.ahead !== true);
    return { key, ...head.groups[key], rows: ofGroup, all: allOf(key, ofGroup, head.counts[key]) };
  });
  const isDanger = ({ key }: { readonly key: string }): boolean => key === "danger";
  const first = { key: "ahead", ...head.ahead, rows: ahead, all: allOf("ahead", ahead, head.counts.ahead) };
  return [...groups.filter(isDanger), first, ...groups.filter((one) => !isDanger(one))].filter((group) => group.rows.length > 0);
}

function isShown(row: QueueRow, filter: QueueFilter, officer: string): boolean {
  switch (filter) {
    case "all":
      return true;
    case "mine":
      return row.with.officer?.id === officer;
    case "unread":
      return row.unread.isLong;
    case "ahead":
      return row.ahead === true;
    // A breach is found here wherever the row stands.
    case "breach":
      return row.broken === true;
    default:
      return row.group === filter && row.ahead !== true;
  }
}

/** Words that stand in a row: its report, case, reporter. They stay in this page and go to no address, since they can be a name. */
function holds({ report, case: caseNumber = "", reporter }: QueueRow, words: string): boolean {
  return words === "" || `${report} ${caseNumber} ${reporter.says}`.toLocaleLowerCase("en-GB").includes(words);
}

function byWaiting(one: QueueRow, other: QueueRow): number {
  if (one.unread.opened !== other.unread.opened) return one.unread.opened ? 1 : -1;
  return one.unread.since - other.unread.since;
}
