import { type ReactElement, useState } from "react";
import { endInWords } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { sayCount, sayNumber } from "@unmask/words";
import type { AtDesk } from "../../at-desk.ts";
import { type OrderGroup, type OrderHead, type OrderList, orderList } from "../../desk/order-list.ts";
import type { Me } from "../../desk/me.ts";
import type { OrderRow } from "../../desk/order-row.ts";
import { useKeys } from "../../keys/keyboard.tsx";
import { AtCourtMark } from "../../parts/at-court-mark.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { ofThoseSeen } from "../../parts/of-those-seen.ts";
import { PlaceLink } from "../../parts/place-link.tsx";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { sayWhen } from "../../parts/say-when.ts";
import { useAnswer } from "../../parts/use-answer.ts";
import { useTold } from "../../parts/use-told.ts";
import { sayOpened } from "../register/opened-words.ts";
import { TypeOrder } from "./begin-order.tsx";
import { sayUntil } from "./order-words.ts";
import { sayServed, stageOfRow, waitInWords } from "./order-row-words.ts";

const headInWords: Readonly<Record<OrderGroup, string>> = {
  prepared: "Being prepared",
  lodged: "At a court",
  live: "Live",
  over: "Over",
  "not-pursued": "Not pursued",
  "not-ours": "Of other forces",
};

/** All orders of the force, by where they stand, and what of each waits for whom. */
export function OrdersScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const { answer, again } = useAnswer("orders", () => at.world.desk.get("orders", orderList));
  useTold(at, answer);
  return (
    <main id="work" className="work">
      <header className="work-head">
        <h1>Orders</h1>
        {answer?.came === "value" && <p className="sentence">{sayOrders(answer.value, at.me)}</p>}
      </header>
      {answer === undefined ? (
        <p role="status">Asking for the orders.</p>
      ) : answer.came === "value" ? (
        <Heads at={at} now={now} shown={answer.value} />
      ) : (
        <Hindrance answer={answer} now={now} again={again} />
      )}
      {answer?.came === "value" && <TypeOrder at={at} now={now} />}
    </main>
  );
}

function sayOrders({ groups }: OrderList, me: Me): string {
  const many = (wanted: OrderGroup): number => groups.find(({ group }) => group === wanted)?.many ?? 0;
  const waiting = groups.flatMap(({ rows }) => rows.flatMap(({ waits }) => waits));
  const mine = waiting.filter(({ canI }) => canI).length;
  const waits =
    waiting.length === 0
      ? "Nothing waits for a second person."
      : `${sayCount(waiting.length, "thing")} ${waiting.length === 1 ? "waits" : "wait"} for a second person, and for ${sayNumber(mine)} of them that can be you.`;
  const stand = `${sayCount(many("prepared"), "application")} being prepared, ${sayNumber(many("lodged"))} at a court, ${sayCount(many("live"), "order")} live.`;
  const opened = groups.reduce((sum, { rows }) => sum + rows.reduce((many, row) => many + row.opened.length, 0), 0);
  const undecided =
    opened === 0
      ? ""
      : `${sayCount(opened, "possible breach or missed duty", "possible breaches and missed duties")} ${opened === 1 ? "is" : "are"} opened and not decided.`;
  return ofThoseSeen(me, stand, waits, undecided);
}

function Heads({ at, shown, now }: { readonly at: AtDesk; readonly shown: OrderList; readonly now: Instant }): ReactElement {
  const rows = shown.groups.flatMap((head) => head.rows);
  const [place, setPlace] = useState(0);
  const step = (by: 1 | -1) => () => {
    const next = Math.min(rows.length - 1, Math.max(0, place + by));
    setPlace(next);
    document.getElementById(`order-${rows[next]?.order}`)?.focus();
  };
  useKeys([
    { name: "next-row", presses: ["j", "ArrowDown"], cap: "J", says: "next order", isInBar: true, run: step(1) },
    { name: "row-before", presses: ["k", "ArrowUp"], cap: "K", says: "order before", isInBar: true, run: step(-1) },
  ]);
  if (rows.length === 0)
    return (
      <p className="second-words">
        {ofThoseSeen(at.me, "No order yet.")} One begins on the page of a case, or is typed in from another force’s copy.
      </p>
    );
  return <>{shown.groups.map((head) => head.rows.length > 0 && <Head key={head.group} at={at} head={head} now={now} />)}</>;
}

function Head({ at, head, now }: { readonly at: AtDesk; readonly head: OrderHead; readonly now: Instant }): ReactElement {
  const { group, many, rows } = head;
  const [more, setMore] = useState<OrderHead | undefined>(undefined);
  const next = more === undefined ? head.next : more.next;
  const ask = async (): Promise<void> => {
    const answer = await at.world.desk.get(`orders?group=${group}&after=${encodeURIComponent(next ?? "")}`, orderList);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    const [found] = answer.value.groups;
    if (found) setMore({ ...found, rows: [...(more?.rows ?? []), ...found.rows] });
  };
  return (
    <section aria-label={headInWords[group]}>
      <h2>
        {headInWords[group]} {sayNumber(many)}
      </h2>
      <table className="plain-table order-rows">
        <caption className="unseen">{headInWords[group]}</caption>
        <thead>
          <tr>
            <th scope="col">Order</th>
            <th scope="col">Stands</th>
            <th scope="col">Waits for a person</th>
            <th scope="col" className="number">
              Protects
            </th>
          </tr>
        </thead>
        <tbody>
          {[...rows, ...(more?.rows ?? [])].map((row) => (
            <Row key={row.order} at={at} row={row} now={now} />
          ))}
        </tbody>
      </table>
      {next !== undefined && (
        <p className="actions">
          <button type="button" className="second-button" onClick={() => void ask()}>
            More of these
          </button>
        </p>
      )}
    </section>
  );
}

function Row({ at, row, now }: { readonly at: AtDesk; readonly row: OrderRow; readonly now: Instant }): ReactElement {
  const { order, subject, theirs, force, jurisdiction, since, by, orders, waits, protects } = row;
  return (
    <tr>
      <th scope="row">
        <PlaceLink id={`order-${order}`} way={at.way} to={{ screen: "order", order }}>
          <b>
            <bdi>{subject}</bdi>
          </b>{" "}
          {order}
        </PlaceLink>
        <AtCourtMark atCourt={row.atCourt} />
        <span className="line second">
          {[theirs, row.case === null ? null : `case ${row.case}`, jurisdiction === "NI" ? "Northern Ireland" : null, force]
            .filter((one) => one !== null)
            .map((one, i) => (
              <span key={one}>
                {i > 0 && ", "}
                <bdi>{one}</bdi>
              </span>
            ))}
        </span>
      </th>
      <td>
        {orders.length === 0 && (
          <span className="line">
            <b>{stageOfRow(row)}</b>
            {since !== null && ` ${sayWhen(since, now)}`}
            {by !== null && `, ${by}`}
          </span>
        )}
        {orders.map((one) => (
          <span className="line" key={`${one.which} ${one.made}`}>
            <b>{one.which === "interim" ? "Interim" : "Full"}</b> made {sayCivilDay(one.made)},{" "}
            {one.ended === null ? sayUntil(one.until) : `${endInWords[one.ended.how]}, ${sayCivilDay(one.ended.day)}`}
            <span className="line second">
              <bdi>{one.court}</bdi>, {sayCount(one.conditions, "condition")}, <Served {...{ one, row }} />
            </span>
            {one.marks.map((mark) => (
              <span className="line second mind" key={mark}>
                {mark}
              </span>
            ))}
          </span>
        ))}
      </td>
      <td>
        {waits.length + row.opened.length === 0 && <span className="second-words">nothing waits</span>}
        {waits.map(({ what, of, since: from, canI }) => (
          <span className={canI ? "line mind" : "line"} key={`${what} ${of}`}>
            {waitInWords(what)}, since {sayWhen(from, now)}
            <span className="line second">{canI ? "can be you" : "not you: you had a hand in it"}</span>
          </span>
        ))}
        {row.opened.map((one) => (
          <span className="line mind" key={one.breach}>
            {one.says}
            <span className="line second">{sayOpened(one, now)}</span>
          </span>
        ))}
      </td>
      <td className="number" data-says="Protects">
        {sayNumber(protects)}
      </td>
    </tr>
  );
}

function Served({ one, row }: { readonly one: OrderRow["orders"][number]; readonly row: OrderRow }): ReactElement {
  const { says, isMind } = sayServed(one, row);
  return isMind ? <span className="mind">{says}</span> : <>{says}</>;
}
