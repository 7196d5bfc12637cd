import type { ReactElement } from "react";
import { ChartOrTable } from "@unmask/fittings-screen";
import type { AtDesk } from "../at-desk.ts";
import type { CaseFile } from "../desk/case-file.ts";
import { PlaceLink } from "../parts/place-link.tsx";
import { CaseHead } from "./case-head.tsx";

/** The course of it: a sentence with its numbers, the picture with its table one press away, and how it was worked out. */
export function CaseTimelineView({
  at,
  file,
  isWhole = false,
}: {
  readonly at: AtDesk;
  readonly file: CaseFile;
  /** Whether it is a page by itself. */
  readonly isWhole?: boolean;
}): ReactElement {
  const { says, how, picture, table } = file.timeline;
  return (
    <section className="course" aria-labelledby="course">
      {isWhole && <CaseHead file={file} />}
      <h2 id="course" className="chart-sentence">
        {says}
      </h2>
      <ChartOrTable drawing={picture} table={table} caption={says} />
      <details>
        <summary>How it was worked out, and what could change it</summary>
        <p>{how}</p>
      </details>
      {table.rows.length > 0 && (
        <p>
          <PlaceLink way={at.way} to={{ screen: "act", case: file.case, act: 1 }}>
            Read the acts one by one, from the first
          </PlaceLink>
        </p>
      )}
    </section>
  );
}
