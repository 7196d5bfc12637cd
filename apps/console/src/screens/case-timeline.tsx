import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { ChartOrTable } from "@unmask/fittings-screen";
import { sayNumber } from "@unmask/words";
import type { CasePage } from "../desk/case-page.ts";
import { CaseHead } from "./case-head.tsx";
import { courseDrawing, courseTable, ownActsOf, sayCourse, weeksOf } from "./course-drawing.ts";

/** The course of it: a sentence with its numbers, the picture with its table one press away, and how it was worked out. */
export function CaseTimelineView({
  page,
  now,
  isWhole = false,
}: {
  readonly page: CasePage;
  readonly now: Instant;
  /** Whether it is a page by itself. */
  readonly isWhole?: boolean;
}): ReactElement {
  const weeks = weeksOf(page.reports);
  const says = sayCourse(weeks);
  const own = ownActsOf(page.reports);
  return (
    <div className="course">
      {isWhole && <CaseHead page={page} now={now} />}
      <h2 id="course" className="chart-sentence">
        {says}
      </h2>
      <ChartOrTable drawing={courseDrawing(weeks, page.records)} table={courseTable(weeks, page.records)} caption={says} />
      {own > 0 && <p className="second-words">In no bar and no number above: {sayNumber(own)} of the person’s own.</p>}
      <details>
        <summary>How it was worked out, and what could change it</summary>
        <p>
          Each pack was read again here when it was opened, and its acts counted by week. What two packs both hold is counted in each; an
          act without a known time stands in no week; a wrong clock would move the nights.
        </p>
      </details>
    </div>
  );
}
