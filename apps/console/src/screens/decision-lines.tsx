import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { ReportDecision } from "../desk/report-done.ts";
import { sayWhen } from "../parts/say-when.ts";

/** Decisions about a report, the newest first: what, against which proposal, why, by whom, and who read it. */
export function DecisionLines({ decisions, now }: { readonly decisions: readonly ReportDecision[]; readonly now: Instant }): ReactElement {
  if (decisions.length === 0) return <p className="second-words">None is written yet.</p>;
  return (
    <ul className="lines decision-lines">
      {decisions.map((one) => (
        <li key={one.number}>
          <span className="second-words">{sayWhen(one.at, now)}</span>
          <span>
            <b>{one.says}</b>
            {one.proposed !== undefined && <span className="line mind">against the rule, which proposed: {one.proposed}</span>}
            {one.reason !== undefined && <span className="line">“{one.reason}”</span>}
            <span className="line second">
              {one.by}; {sayRead(one, now)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function sayRead({ read, proposed }: ReportDecision, now: Instant): string {
  if (read === undefined) return proposed === undefined ? "no second reader is needed" : "a second person has not read it yet";
  const words = read.says === undefined ? "" : `: “${read.says}”`;
  return `read by ${read.by} ${sayWhen(read.at, now)}, who ${read.agrees ? "agrees" : "does not agree"}${words}`;
}
