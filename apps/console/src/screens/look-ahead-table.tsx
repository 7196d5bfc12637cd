import type { ReactElement } from "react";
import type { LookAheadRow } from "@unmask/case";
import { GroupHead, RowsTable } from "../parts/rows-table.tsx";
import type { RowsUnder } from "./look-ahead-rows.ts";

const columns = ["Subject, order", "Last day", "What ends, and why then", "Next for us"] as const;

/** The rows, under heads that say their rule. First line: what it is; second: why. */
export function LookAheadTable({
  under,
  placeOf,
  chosen,
  choose,
}: {
  readonly under: readonly RowsUnder[];
  readonly placeOf: (row: LookAheadRow) => number;
  readonly chosen: LookAheadRow | undefined;
  readonly choose: (place: number) => void;
}): ReactElement {
  return (
    <RowsTable className="ahead-rows" caption="Ends and court days, next first" columns={columns}>
      {under.map(({ group, name, says, rows }) => (
        <tbody key={group}>
          <GroupHead name={name} says={says} across={columns.length} />
          {rows.map((row) => {
            const place = placeOf(row);
            return (
              <tr key={place} aria-current={row === chosen ? "true" : undefined} onClick={() => choose(place)}>
                <th scope="row">
                  <button
                    type="button"
                    className="row-button"
                    data-row={place}
                    tabIndex={row === chosen ? 0 : -1}
                    onClick={() => choose(place)}
                  >
                    <bdi>{row.subject}</bdi>
                  </button>
                  <span className="line second">{row.shown}</span>
                </th>
                <td data-says={columns[1]}>
                  <span className={row.isMind ? "line bold mind" : "line"}>{row.when[0]}</span>
                  <span className="line second">{row.when[1]}</span>
                </td>
                <td data-says={columns[2]}>
                  <span className="line">{row.ends[0]}</span>
                  <span className="line second">{row.ends[1]}</span>
                </td>
                <td data-says={columns[3]}>
                  <span className={row.isMind ? "line bold mind" : "line"}>{row.next[0]}</span>
                  <span className="line second">{row.next[1]}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </RowsTable>
  );
}
