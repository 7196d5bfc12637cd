import { timesShown } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { sayList } from "@unmask/words";
import type { CaseDecisions, DecisionLine } from "../desk/case-decided.ts";
import type { CasePage, News } from "../desk/case-page.ts";
import { sayWhen } from "../parts/say-when.ts";

/** "Stalking, s4A. Included: damage"; "not recorded yet". */
export function sayRecorded({ recording }: Pick<CasePage, "recording">): string {
  if (recording === null) return "not recorded yet";
  const [principal] = recording.rows.filter(({ as }) => as === "Principal");
  const included = recording.rows.filter(({ as }) => as === "Included").map(({ says }) => says);
  return `${principal?.says ?? ""}${included.length === 0 ? "" : `. Included: ${sayList(included)}`}`;
}

/** "01:30"; of a minute that the clock showed twice that night, that the record does not say which of the two it was. */
export function sayRecordedMinute(day: string, time: string): string {
  return timesShown(day, time) === "twice" ? `${time}, which was twice that night: BST or GMT is not known` : time;
}

/** The name of whoever wrote it: an officer, the machine, or the id where nobody knows it. */
export function nameOf({ officers }: Pick<CasePage, "officers">, by: string): string {
  return by === "desk" ? "by itself" : (officers[by] ?? by);
}

/** How many decisions stand in it: answers that must be given, and those of its reports, among them. */
export function countDecisions({
  written,
  order,
  ordersBefore,
  elsewhere,
  ofReports,
}: Pick<CaseDecisions, "written" | "order" | "ordersBefore" | "elsewhere" | "ofReports">): number {
  const orders = (order === null ? 0 : 1) + ordersBefore.length;
  const why = elsewhere.reduce((sum, { answer, before = [] }) => sum + (answer ? 1 : 0) + before.length, 0);
  return ofReports.reduce((sum, { decisions }) => sum + decisions.length, written.length + orders + why);
}

/** What others decided after the state on which this officer began to write. */
export function decidedByOthers<One extends Pick<DecisionLine, "number" | "by">>(
  written: readonly One[],
  { since, me }: { readonly since: number; readonly me: string },
): readonly One[] {
  return written.filter(({ number, by }) => number > since && by !== me);
}

/** Over what is new: since when, and of a first sitting that it is one, however often the case was looked at in it. */
export function sayNews({ since, looked }: Pick<News, "since" | "looked">, now: Instant): string {
  if (since !== null) return `New since you looked, ${sayWhen(since, now)}`;
  return looked === null ? "You have not looked at it before" : `All is new to you: your first sitting, last look ${sayWhen(looked, now)}`;
}
