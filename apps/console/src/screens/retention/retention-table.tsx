import { Fragment, type ReactElement } from "react";
import type { Way } from "../../address/use-place.ts";
import type { KeptRow } from "../../desk/retention.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { PlaceLink } from "../../parts/place-link.tsx";
import { GroupHead, RowsTable } from "../../parts/rows-table.tsx";
import { type RowsUnderHead, rowOf, sayDecision, sayHangs, sayHeld, sayRule } from "./retention-words.ts";

const columns = ["Case", "What it holds, and what hangs on it", "Ended", "Rule and day", "Decision"] as const;

/** Every review under its head. First line: what it is; second: why. Nobody's name stands here. */
export function RetentionTable({
  way,
  heads,
  chosen,
}: {
  readonly way: Way;
  readonly heads: readonly RowsUnderHead[];
  readonly chosen: KeptRow | undefined;
}): ReactElement {
  return (
    <RowsTable className="kept-rows" caption="Reviews of what is kept, by how they stand" columns={columns}>
      <tbody>
        {heads.map(({ name, says, rows }) => (
          <Fragment key={name}>
            <GroupHead {...{ name, says }} across={columns.length} />
            {rows.map((row) => (
              <Row key={rowOf(row.subject)} way={way} row={row} isChosen={row === chosen} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </RowsTable>
  );
}

function Row({ way, row, isChosen }: { readonly way: Way; readonly row: KeptRow; readonly isChosen: boolean }): ReactElement {
  const { subject, end, due, isDue } = row;
  const [hangs, decided] = [sayHangs(row), sayDecision(row)];
  return (
    <tr aria-current={isChosen ? "true" : undefined}>
      <th scope="row">
        <PlaceLink id={`row-${rowOf(subject)}`} way={way} to={{ screen: "retention", row: rowOf(subject) }} isInPlace>
          <span className="bold">{subject.id}</span>
        </PlaceLink>
        <span className="line second">{subject.of === "case" ? "case" : "in no case"}</span>
      </th>
      <td data-says="Holds">
        <span className="line">{sayHeld(row)}</span>
        <span className={hangs.isMind ? "line second bold" : "line second"}>{hangs.says}</span>
      </td>
      <td data-says="Ended">
        <span className="line">{end === null ? "—" : sayCivilDay(end)}</span>
      </td>
      <td data-says="Rule">
        <span className="line">{sayRule(row)}</span>
        <span className={isDue ? "line second mind" : "line second"}>
          {due === null ? "not before it has ended" : `review ${sayCivilDay(due)}`}
        </span>
      </td>
      <td data-says="Decision">
        <span className={decided.isMind ? "line bold mind" : "line bold"}>{decided.first}</span>
        <span className="line second">{decided.second}</span>
      </td>
    </tr>
  );
}
