import type { MouseEvent, ReactElement } from "react";
import { type Instant, civilFromDays, civilToIso, dayIn } from "@unmask/core";
import { endInWords, jurisdictionNames } from "@unmask/case";
import { sayCount } from "@unmask/words";
import type { Way } from "../../address/use-place.ts";
import type { OrderRow } from "../../desk/order-row.ts";
import type { NotBegun, Register, RegisterGroup, RegisterRow } from "../../desk/register.ts";
import { AtCourtMark } from "../../parts/at-court-mark.tsx";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { PlaceLink } from "../../parts/place-link.tsx";
import { zone } from "../../parts/say-when.ts";
import { OpenedRows } from "./opened-rows.tsx";
import { ProposedRows } from "./proposed-rows.tsx";
import { headsInWords, numberInRow, rowOf, sayStanding, sayWhat, withoutYear } from "./register-words.ts";

/** One head with the rows that are here. */
interface HeadShown {
  readonly group: RegisterGroup;
  readonly many: number;
  readonly rows: readonly RegisterRow[];
  readonly next?: string | undefined;
}

/** Every duty under its head, and behind what is overdue what is opened and the acts to look at; below them orders of which another force runs the clock. */
export function RegisterTable({
  way,
  groups,
  register: { notOurs, notBegun, opened, proposed, isMoreProposed },
  chosen,
  more,
  now,
}: {
  readonly way: Way;
  readonly groups: readonly HeadShown[];
  readonly register: Pick<Register, "notOurs" | "notBegun" | "opened" | "proposed" | "isMoreProposed">;
  readonly chosen: RegisterRow | undefined;
  readonly more: (group: RegisterGroup, after: string) => Promise<void>;
  readonly now: Instant;
}): ReactElement {
  const today = civilToIso(civilFromDays(dayIn(zone, now)));
  const year = today.slice(0, 4);
  const overdue = groups.filter(({ group }) => group === "overdue");
  const others = groups.filter(({ group }) => group !== "overdue");
  const head = (one: HeadShown): ReactElement => <Head key={one.group} {...{ way, head: one, chosen, more, year }} />;
  return (
    <table className="rows register-rows">
      <caption className="unseen">Duties of the register, by how they stand</caption>
      <thead>
        <tr>
          <th scope="col">Subject, order</th>
          <th scope="col">Duty and rule</th>
          <th scope="col">Due, state, and why</th>
        </tr>
      </thead>
      <tbody>
        {overdue.map(head)}
        <OpenedRows way={way} opened={opened} now={now} />
        <ProposedRows way={way} proposed={proposed} isMore={isMoreProposed} />
        {others.map(head)}
        {notOurs.length > 0 && (
          <tr className="group-head">
            <th scope="rowgroup" colSpan={3}>
              <b>Not ours</b> <span className="second-words">{notOurs.length}; read for compatibility, the other force runs the clock</span>
            </th>
          </tr>
        )}
        {notOurs
          .toSorted((one, other) => endOf(one).localeCompare(endOf(other)))
          .map((row) => (
            <NotOurs key={row.order} row={row} today={today} />
          ))}
        {notBegun.length > 0 && (
          <tr className="group-head">
            <th scope="rowgroup" colSpan={3}>
              <b>No such order there</b> <span className="second-words">{notBegun.length}; refused here, with what exists there</span>
            </th>
          </tr>
        )}
        {notBegun.map((row) => (
          <NoOrder key={`${row.case} ${row.subject}`} row={row} year={year} />
        ))}
      </tbody>
    </table>
  );
}

function Head({
  way,
  head: { group, many, rows, next },
  chosen,
  more,
  year,
}: {
  readonly way: Way;
  readonly head: HeadShown;
  readonly chosen: RegisterRow | undefined;
  readonly more: (group: RegisterGroup, after: string) => Promise<void>;
  readonly year: string;
}): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <>
      <tr className="group-head">
        <th scope="rowgroup" colSpan={3}>
          <b>{headsInWords[group].says}</b>{" "}
          <span className="second-words">
            {many}; {headsInWords[group].rule}
          </span>
        </th>
      </tr>
      {rows.map((row) => (
        <DutyRow key={rowOf(row)} way={way} row={row} isChosen={row === chosen} year={year} />
      ))}
      {next !== undefined && (
        <tr>
          <td colSpan={3}>
            <button type="button" className="in-line" onClick={() => void more(group, next)}>
              Show the next ones: {rows.length} of {many} are here
            </button>
          </td>
        </tr>
      )}
    </>
  );
}

function DutyRow({
  way,
  row,
  isChosen,
  year,
}: {
  readonly way: Way;
  readonly row: RegisterRow;
  readonly isChosen: boolean;
  readonly year: string;
}): ReactElement {
  const [what, standing] = [sayWhat(row), sayStanding(row)];
  const to = { screen: "register", row: rowOf(row) } as const;
  // What the link did is done; any other cell chooses its row, too, so that a key pressed next is of the row that was pressed.
  const choose = (event: MouseEvent<HTMLElement>): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    way.replace(to);
    event.currentTarget.querySelector("a")?.focus();
  };
  return (
    <tr aria-current={isChosen ? "true" : undefined} onClick={choose}>
      <th scope="row" className="why">
        <PlaceLink id={`row-${rowOf(row)}`} way={way} to={to} isInPlace>
          <bdi className="bold">{row.subject}</bdi>
          <span className="line second">
            {numberInRow(row)}, {row.jurisdiction === "NI" ? <b>{jurisdictionNames.NI}</b> : row.which}
          </span>
          <AtCourtMark atCourt={row.atCourt} />
        </PlaceLink>
      </th>
      <td>
        <span className="line">{what.first}</span>
        <span className="line second">{withoutYear(what.second, year)}</span>
      </td>
      <td>
        <span className={standing.isMind ? "line bold mind" : "line"}>{withoutYear(standing.first, year)}</span>
        <span className="line second">
          {withoutYear(standing.second, year)}
          {row.leftTo !== undefined && (
            <>
              ; {row.stands === "undecided" ? "undecided when its time ran out, and then" : "missed before"} <bdi>{row.leftTo}</bdi> took
              the order: {row.stands === "undecided" ? "settled" : "assessed"} here
            </>
          )}
          {row.marks.map((one) => (
            <b key={one} className="mind">
              {" "}
              {one}
            </b>
          ))}
        </span>
      </td>
    </tr>
  );
}

/** Somebody would have begun an order where the law has none: no clock is worked out, and what exists there is said. */
function NoOrder({ row, year }: { readonly row: NotBegun; readonly year: string }): ReactElement {
  const { subject, case: ref, day, jurisdiction, instead } = row;
  return (
    <tr>
      <th scope="row">
        <bdi className="bold">{subject}</bdi>
        <span className="line second">
          <b>{jurisdiction}</b>, case {ref}
        </span>
      </th>
      <td>
        <span className="line">no such order</span>
        <span className="line second">refused {withoutYear(sayCivilDay(day), year)}</span>
      </td>
      <td>
        <span className="line">nothing to notify here; no clock is worked out</span>
        <span className="line second">{instead.join(" ")}</span>
      </td>
    </tr>
  );
}

/** The day on which its newest order ends; one without an end, or that ended already, stands last. */
function endOf({ orders }: OrderRow): string {
  const newest = orders.find(({ which }) => which === "full") ?? orders[0];
  return newest === undefined || newest.ended !== null ? "9999-12-31" : (newest.until ?? "9999-12-30");
}

/** An order of which another force runs the clock: which force has it, its number there, and until when it lives by its copy. */
function NotOurs({ row, today }: { readonly row: OrderRow; readonly today: string }): ReactElement {
  const newest = row.orders.find(({ which }) => which === "full") ?? row.orders[0];
  const until = newest?.until ?? null;
  const ended = newest?.ended ?? null;
  return (
    <tr>
      <th scope="row">
        <bdi className="bold">{row.subject}</bdi>
        <span className="line second">{row.order}</span>
        <AtCourtMark atCourt={row.atCourt} />
      </th>
      <td>
        <bdi className="line">{row.takenBy ?? row.force}</bdi>
        <span className="line second">
          {[row.theirs ?? "", jurisdictionNames[row.jurisdiction]].filter((one) => one !== "").join("; ")}
        </span>
      </td>
      <td>
        <span className="line">
          {newest === undefined
            ? "no order was made"
            : ended !== null
              ? `${endInWords[ended.how]}, ${sayCivilDay(ended.day)}`
              : until === null
                ? "until further order"
                : `${until < today ? "its last day was" : "lives to"} ${sayCivilDay(until)}`}
        </span>
        <span className="line second">
          {row.theirs !== null && "typed in from a copy; "}
          {row.takenBy !== undefined && (
            <>
              taken from <bdi>{row.force}</bdi>;{" "}
            </>
          )}
          {sayCount(newest?.conditions ?? 0, "condition")}. No clock is worked out here
          {row.theirs === null && row.takenBy !== undefined ? "; what was missed before stays in the list above." : "."}
        </span>
      </td>
    </tr>
  );
}
