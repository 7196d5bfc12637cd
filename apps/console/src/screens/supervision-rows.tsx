import type { ReactElement } from "react";
import { waitingRules } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { InboxRow, Supervision } from "../desk/supervision.ts";
import type { Key } from "../keys/key.ts";
import { AtCourtMark } from "../parts/at-court-mark.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { GroupHead, RowsTable } from "../parts/rows-table.tsx";
import { sayNow, sayWhen } from "../parts/say-when.ts";
import { columns, placeOfRow, sayAbout, sayCan, sayHours, sayOpen, sayTimesSet, sayWhole, sayWhyNot } from "./supervision-words.ts";

/** What waits, under two heads: past its time, in time. Each row opens the place where it is decided, or says why this officer does not decide it. */
export function SupervisionRows({
  at,
  rows,
  keyed,
  now,
}: {
  readonly at: AtDesk;
  readonly rows: readonly InboxRow[];
  /** Those that a figure opens, in order. */
  readonly keyed: readonly InboxRow[];
  readonly now: Instant;
}): ReactElement {
  const groups = [
    { name: "Past its time", rows: rows.filter(({ until }) => until <= now) },
    { name: "In time", rows: rows.filter(({ until }) => until > now) },
  ].filter((one) => one.rows.length > 0);
  return (
    <RowsTable className="waits-rows" caption="What waits for a second person, the most dangerous to leave first" columns={columns}>
      {groups.map((group) => (
        <tbody key={group.name}>
          <GroupHead name={group.name} says={group.rows.length} across={columns.length} />
          {group.rows.map((row) => (
            <Row key={`${row.kind} ${row.at.id} ${row.since}`} at={at} row={row} nth={keyed.indexOf(row) + 1} now={now} />
          ))}
        </tbody>
      ))}
    </RowsTable>
  );
}

/** Whose times they are, and what the page does not show, where there is more. */
export function WaitsBeyond({ more, isMore, timesSet }: Pick<Supervision, "more" | "isMore" | "timesSet">): ReactElement {
  return (
    <>
      <p className="second-words">{sayTimesSet(timesSet)}</p>
      {more > 0 && <p className="second-words">{sayCount(more, "more matter")} when these are read.</p>}
      {isMore && <p className="mind">More cases are open than this page goes through: what is beyond is not counted here.</p>}
    </>
  );
}

/** A figure for each of these rows, in order. */
export function keysOfRows(at: AtDesk, keyed: readonly InboxRow[]): readonly Key[] {
  return keyed.flatMap((row, i) => {
    const place = placeOfRow(row);
    if (place === undefined) return [];
    const figure = String(i + 1);
    return [{ name: `open-${figure}`, presses: [figure], cap: figure, says: `open row ${figure}`, run: () => at.way.go(place) }];
  });
}

/** Beside the name of an order’s row: that the court had another, while nobody has read that. Where the name itself is to be read, its line says it. */
export function InboxMark({ row: { kind, atCourt } }: { readonly row: Pick<InboxRow, "kind" | "atCourt"> }): ReactElement | null {
  return kind === "subject" ? null : <AtCourtMark atCourt={atCourt} />;
}

function Row({
  at,
  row,
  nth,
  now,
}: {
  readonly at: AtDesk;
  readonly row: InboxRow;
  /** 0: no figure opens it. */
  readonly nth: number;
  readonly now: Instant;
}): ReactElement {
  const { kind, by, since, until, isDanger } = row;
  const { says } = waitingRules[kind];
  const place = placeOfRow(row);
  const why = sayWhyNot(row);
  const whole = sayWhole(row);
  const isPast = until <= now;
  return (
    <tr>
      <th scope="row">{isPast ? <span className="mark-box of-breach">{says}</span> : says}</th>
      <td data-says={columns[1]}>
        <span className="line">
          {place !== undefined && why !== "" ? (
            <PlaceLink way={at.way} to={place}>
              {sayAbout(row)}
            </PlaceLink>
          ) : (
            <bdi>{sayAbout(row)}</bdi>
          )}{" "}
          {isDanger && <b className="danger">Danger now</b>}
        </span>
        <InboxMark row={row} />
        <span className="line second">
          {sayOpen(row)}. By {sayNow(until)}: {sayHours(row)}
        </span>
        {whole !== undefined && (
          <details>
            <summary>All that was written</summary>
            <p className="whole-words" tabIndex={0} role="group" aria-label={`All that was written: ${sayAbout(row)}`}>
              <bdi>{whole}</bdi>
            </p>
          </details>
        )}
      </td>
      <td data-says={columns[2]}>
        <span className="line">{by}</span>
        <span className="line second">{sayWhen(since, now)}</span>
      </td>
      <td data-says={columns[3]}>
        {why === "" && place !== undefined ? (
          <PlaceLink way={at.way} to={place} {...(nth > 0 && { keys: String(nth) })}>
            {sayCan(kind)} {nth > 0 && <KeyCap of={{ name: `open-${nth}`, presses: [String(nth)], cap: String(nth) }} />}
          </PlaceLink>
        ) : (
          <span className="second">{why}</span>
        )}
      </td>
    </tr>
  );
}
