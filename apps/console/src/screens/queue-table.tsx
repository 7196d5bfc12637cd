import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { QueueRow } from "@unmask/case";
import { sayNumber } from "@unmask/words";
import type { QueuePlace } from "../address/place.ts";
import type { Way } from "../address/use-place.ts";
import { PlaceLink } from "../parts/place-link.tsx";
import { Strip, tallestOf } from "../parts/strip.tsx";
import { weekAxis } from "../parts/weeks.ts";
import { Mark, Waiting, With } from "./queue-cells.tsx";
import { isAlone, rowClasses, sayNext, sayReference } from "./queue-row-words.ts";
import type { RowGroup } from "./queue-rows.ts";

/** What both forms of the rows are given. */
export interface ShownRows {
  readonly groups: readonly RowGroup[];
  readonly place: QueuePlace;
  readonly way: Way;
  readonly now: Instant;
  readonly officer: string;
  readonly chosen: QueueRow | undefined;
  readonly choose: (row: QueueRow) => void;
}

/** The rows as a table of two lines each: why is the widest, the strip shows the course before a word is read. */
export function QueueTable({ groups, place, way, now, officer, chosen, choose }: ShownRows): ReactElement {
  const axis = weekAxis(now);
  const tallest = tallestOf(groups.flatMap(({ rows }) => rows));
  return (
    <table className="rows">
      <caption className="unseen">Reports that wait, by the force’s rule</caption>
      <thead>
        <tr>
          <th scope="col" className="rank">
            <span className="unseen">Place</span>
          </th>
          <th scope="col" className="marks">
            <span className="unseen">Mark</span>
          </th>
          <th scope="col" className="why">
            Why it stands here
          </th>
          <th scope="col" className="reporter">
            Reporter
          </th>
          <th scope="col" className="acts">
            <span className="line">Acts a week</span>
            <span className="line">{axis.says}</span>
            <span className="line chart-label">foot: midnight–5; ▲ report</span>
          </th>
          <th scope="col" className="unread">
            Unread
          </th>
          <th scope="col" className="with">
            With, and next
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          <tr className="group-head">
            <th scope="rowgroup" colSpan={7}>
              <b>{group.name}</b>{" "}
              <span className="second-words">{`${group.all > group.rows.length ? `${sayNumber(group.rows.length)} of ${sayNumber(group.all)} here` : sayNumber(group.rows.length)}, ${group.says}`}</span>
            </th>
          </tr>
          {group.rows.map((row) => (
            <tr
              key={row.report}
              aria-current={row === chosen ? "true" : undefined}
              className={`${row.unread.opened ? "" : "is-new "}${rowClasses(row)}`}
              onClick={() => choose(row)}
            >
              <td className="rank">{row.rank}</td>
              <td className="marks">
                <Mark row={row} />
              </td>
              <th scope="row" className="why">
                <PlaceLink id={`row-${row.report}`} way={way} to={{ ...place, row: row.report }} isChosen={row === chosen} isInPlace>
                  {row.why.first}
                </PlaceLink>
                <span className="line second">{row.why.second}</span>
              </th>
              <td className="reporter">
                <span className="line">{row.reporter.says}</span>
                <span className="line second">{sayReference(row)}</span>
              </td>
              <td className="acts">
                <Strip acts={row.acts} axis={axis} tallest={tallest} />
              </td>
              <td className="unread">
                <Waiting unread={row.unread} now={now} />
              </td>
              <td className="with">
                <With row={row} officer={officer} now={now} />
                <span className={`line second${isAlone(row) ? " bold" : ""}`}>{sayNext(row)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
