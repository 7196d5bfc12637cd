import { type ReactElement, useState } from "react";
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
import { orderByNumber } from "../../parts/find-of.ts";
import { PlaceLink } from "../../parts/place-link.tsx";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { sayWhen } from "../../parts/say-when.ts";
import { useAnswer } from "../../parts/use-answer.ts";
import { useTold } from "../../parts/use-told.ts";
import { sayOpened } from "../register/opened-words.ts";
import { TypeOrder } from "./begin-order.tsx";
import { sayLasts, sayServed, saySought, stageOfRow, waitInWords } from "./order-row-words.ts";

const headInWords: Readonly<Record<OrderGroup, string>> = {
  prepared: "Being prepared",
  lodged: "At a court",
  live: "Live",
  over: "Over",
  "not-pursued": "Not pursued",
  "not-ours": "Of other forces",
};

/** Milliseconds without a key after which it is looked for. */
const pause = 350;

/** All orders of the force, or those that are sought by a name or a number, by where they stand, and what of each waits for whom. */
export function OrdersScreen({ at, sought, now }: { readonly at: AtDesk; readonly sought: string; readonly now: Instant }): ReactElement {
  const words = sought.trim();
  const path = words === "" ? "orders" : `orders?words=${encodeURIComponent(words)}`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, orderList), words === "" ? 0 : pause);
  useTold(at, answer);
  // A copy that is being typed in stays while something is looked for beside it.
  const [isHere, setHere] = useState(false);
  if (answer?.came === "value" && !isHere) setHere(true);
  return (
    <main id="work" className="work">
      <header className="work-head">
        <h1>Orders</h1>
        {answer?.came === "value" && (
          <p className="sentence" role="status">
            {words === "" ? sayOrders(answer.value, at.me) : saySought(at.me, manyIn(answer.value))}
          </p>
        )}
      </header>
      {answer === undefined ? (
        <p role="status">{words === "" ? "Asking for the orders." : "Looking."}</p>
      ) : answer.came === "value" ? (
        <Heads key={path} at={at} now={now} shown={answer.value} words={words} />
      ) : (
        <Hindrance answer={answer} now={now} again={again} />
      )}
      {isHere && <TypeOrder at={at} now={now} />}
    </main>
  );
}

function manyIn({ groups }: OrderList): number {
  return groups.reduce((sum, { many }) => sum + many, 0);
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

interface HeadsProps {
  readonly at: AtDesk;
  readonly shown: OrderList;
  readonly now: Instant;
  /** By what they are sought; empty: all. */
  readonly words: string;
}

function Heads({ at, shown, now, words }: HeadsProps): ReactElement {
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
  if (rows.length === 0 && words !== "") return <NoneFound at={at} words={words} />;
  if (rows.length === 0)
    return (
      <p className="second-words">
        {ofThoseSeen(at.me, "No order yet.")} One begins on the page of a case, or is typed in from another force’s copy.
      </p>
    );
  return <>{shown.groups.map((head) => head.rows.length > 0 && <Head key={head.group} {...{ at, head, now, words }} />)}</>;
}

/** What can be done where nothing is found: the same words whether there is no such order or one that this officer does not see. */
function NoneFound({ at, words }: { readonly at: AtDesk; readonly words: string }): ReactElement {
  const order = orderByNumber(words);
  return (
    <p className="notice">
      All names that are written of a subject were looked through, and the numbers here and of other forces. Try part of the name, or
      another spelling.
      {order !== undefined && (
        <>
          {" "}
          An order that is not in your list can be opened by its number, with a reason:{" "}
          <PlaceLink way={at.way} to={{ screen: "order", order }}>
            {order}
          </PlaceLink>
        </>
      )}
    </p>
  );
}

function Head({ at, head, now, words }: Pick<HeadsProps, "at" | "now" | "words"> & { readonly head: OrderHead }): ReactElement {
  const { group, many, rows } = head;
  const [more, setMore] = useState<OrderHead | undefined>(undefined);
  const next = more === undefined ? head.next : more.next;
  const ask = async (): Promise<void> => {
    const asked = new URLSearchParams({ group, after: next ?? "", ...(words !== "" && { words }) });
    const answer = await at.world.desk.get(`orders?${asked.toString()}`, orderList);
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
          {row.born !== undefined && `born ${sayCivilDay(row.born)}, `}
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
            <b>{one.which === "interim" ? "Interim" : "Full"}</b> made {sayCivilDay(one.made)}, {sayLasts(one)}
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
