import { sayFirst, timeNotKnown } from "@unmask/words";
import {
  type Finding,
  type Statement,
  type Timeline,
  countSides,
  createSide,
  dayIn,
  isHerSideKnown,
  shownNames,
  isUndated,
} from "@unmask/core";
import { mailboxesNotNamed } from "@unmask/corridor";
import { countTimeline, drawMarksOnALine, drawingSizes, illustrate } from "@unmask/patterns";
import { sayIdentityShown, sayReceives } from "./import-summary.ts";
import { lineTableOf } from "./line-table.ts";
import type { TimelineView, MonthStart, ShownFinding } from "./protocol.ts";
import { monthOf } from "./shown-act.ts";

/** The timeline as the page shows it, in both widths so that a turned phone asks nothing. */
export function viewTimeline(timeline: Timeline, statement: Statement): TimelineView {
  const counts = countTimeline(timeline, statement);
  return {
    line: {
      phone: drawMarksOnALine(counts, drawingSizes.phone),
      desktop: drawMarksOnALine(counts, drawingSizes.desktop),
    },
    lineTable: lineTableOf(counts),
    acts: timeline.acts.length,
    sides: countSides(timeline.acts, createSide(timeline, statement)),
    isHerSideKnown: isHerSideKnown(timeline, statement),
    shownNames: shownNames(timeline, statement).map(({ identity, acts }) => ({ shown: sayIdentityShown(identity), acts })),
    mailboxes: mailboxesNotNamed(timeline, statement).map((one) => ({ shown: sayIdentityShown(one.identity), receives: sayReceives(one) })),
    months: monthsOf(timeline, statement),
  };
}

/** The findings as the page shows them. */
export function showFindings(findings: readonly Finding[], timeline: Timeline, statement: Statement): readonly ShownFinding[] {
  const phone = illustrate(findings, timeline, { statement, size: drawingSizes.phone });
  const desktop = illustrate(findings, timeline, { statement, size: drawingSizes.desktop });
  return findings.map((finding, i) => shown(finding, phone[i]?.drawing, desktop[i]?.drawing));
}

function shown(
  { acts, codesByAct: _codes, drawing: _drawing, ...finding }: Finding,
  phone: Finding["drawing"],
  desktop: Finding["drawing"],
): ShownFinding {
  return { ...finding, actCount: acts.length, ...(phone && desktop ? { drawing: { phone, desktop } } : {}) };
}

function monthsOf({ acts }: Timeline, statement: Statement): readonly MonthStart[] {
  const months: MonthStart[] = [];
  let day: number | undefined;
  for (const [at, act] of acts.entries()) {
    const own = isUndated(act) ? undefined : dayIn(statement.zone, act.when.earliest);
    // A long timeline has many acts on each day, and one month for all of them.
    if (at > 0 && own === day) continue;
    day = own;
    const label = own === undefined ? sayFirst(timeNotKnown) : monthOf(act.when.earliest, statement);
    if (months.at(-1)?.label !== label) months.push({ label, at });
  }
  return months;
}
