import type { ReactElement, ReactNode } from "react";
import { PlaceLink } from "../parts/place-link.tsx";
import { Mark } from "./queue-cells.tsx";
import { isAlone, isUrgent, rowClasses, sayNext, sayWaiting, sayWith } from "./queue-row-words.ts";
import type { ShownRows } from "./queue-table.tsx";

/** The rows on a narrow screen: the chosen one whole, with what can be done about it; the others in two lines each, and what was done. */
export function QueueList({ groups, place, way, now, officer, chosen, panel }: ShownRows & { readonly panel: ReactNode }): ReactElement {
  return (
    <ol className="row-list">
      {groups.flatMap(({ rows }) =>
        rows.map((row) => {
          const isMind = !row.unread.opened && row.unread.isLong;
          const state = row.group === "danger" ? sayWith(row, officer, now) : sayWaiting(row, officer, now);
          return (
            <li
              key={row.report}
              className={`${row === chosen ? "is-chosen " : ""}${rowClasses(row)}`}
              aria-current={row === chosen ? "true" : undefined}
            >
              <p className="row-head">
                <Mark row={row} />
                <span className={isAlone(row) ? "bold danger" : isMind && row.group !== "danger" ? "bold mind" : "second-words"}>
                  {state}
                </span>
                <span className="end second-words">{row.case === undefined ? row.report : `${row.report} · ${row.case}`}</span>
              </p>
              {row === chosen ? (
                panel
              ) : (
                <>
                  <p className="row-words">
                    <PlaceLink id={`row-${row.report}`} way={way} to={{ ...place, row: row.report }} isInPlace>
                      <b>{row.reporter.says}</b> {row.why.first}
                    </PlaceLink>
                  </p>
                  {/* What was done stands in the second words of a wide row too: there is no other line for it here. */}
                  {isUrgent(row) && row.why.second !== undefined ? (
                    <p className="row-done second-words">{row.why.second}</p>
                  ) : (
                    row.done !== undefined && <p className="row-done second-words">{row.done}</p>
                  )}
                  {isUrgent(row) && <p className={`row-done${isAlone(row) ? " bold" : ""}`}>{sayNext(row)}</p>}
                </>
              )}
            </li>
          );
        }),
      )}
    </ol>
  );
}
