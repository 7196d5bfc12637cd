import type { ReactElement, ReactNode } from "react";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../../at-desk.ts";
import { foundAtCounter } from "../../desk/attendance.ts";
import { orderList } from "../../desk/order-list.ts";
import { isExact } from "../../desk/search-answer.ts";
import { AtCourtMark } from "../../parts/at-court-mark.tsx";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { orderByNumber } from "../../parts/find-of.ts";
import { PlaceLink } from "../../parts/place-link.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { useTold } from "../../parts/use-told.ts";
import { mayHere } from "../disclosure-part.ts";
import { numberOf } from "../register/attendance-words.ts";
import { sayRow, saySought } from "./order-row-words.ts";
import { closedNotHere } from "./order-words.ts";

/** Letters from which on an order is looked for. */
const fewestLetters = 3;
/** Milliseconds without a key after which it is looked for. */
const pause = 350;
/** Orders that stand beside the rows of another screen; the others are in their list. */
const mostLines = 5;

interface FoundProps {
  readonly at: AtDesk;
  readonly words: string;
}

/** Orders of a name or number that was typed into Find, beside the rows of another screen: to whom the role shows a list of orders those in it, else those that the counter of a station meets. */
export function FoundOrders({ at, sought }: { readonly at: AtDesk; readonly sought: string }): ReactElement | null {
  const words = sought.trim();
  if (words.length < fewestLetters || isExact(words)) return null;
  if (mayHere(at, "see-orders")) return <InList at={at} words={words} />;
  return mayHere(at, "record-attendance") ? <AtCounter at={at} words={words} /> : null;
}

function InList({ at, words }: FoundProps): ReactElement | null {
  const path = `orders?words=${encodeURIComponent(words)}`;
  const { answer } = useAnswer(path, () => at.world.desk.get(path, orderList), pause);
  useTold(at, answer);
  if (answer?.came !== "value") return null;
  const { groups } = answer.value;
  const rows = groups.flatMap((head) => head.rows);
  const many = groups.reduce((sum, head) => sum + head.many, 0);
  return (
    <Found says={saySought(at.me, many)}>
      {rows.slice(0, mostLines).map((row) => (
        <li key={row.order}>
          <PlaceLink way={at.way} to={{ screen: "order", order: row.order }}>
            <bdi className="bold">{row.subject}</bdi> {row.order}
          </PlaceLink>
          {row.born !== undefined && `, born ${sayCivilDay(row.born)}`}, {sayRow(row)}
          <AtCourtMark atCourt={row.atCourt} always />
        </li>
      ))}
      {many > mostLines && (
        <li>
          <PlaceLink way={at.way} to={{ screen: "orders" }}>
            All of them, among the orders
          </PlaceLink>
        </li>
      )}
    </Found>
  );
}

function AtCounter({ at, words }: FoundProps): ReactElement | null {
  const path = `attendance?name=${encodeURIComponent(words)}`;
  const { answer } = useAnswer(path, () => at.world.desk.get(path, foundAtCounter), pause);
  useTold(at, answer);
  const byNumber = orderByNumber(words);
  if (answer?.came !== "value") return null;
  const { found, more } = answer.value;
  const many = found.length + more;
  return (
    <Found
      says={
        many === 0
          ? `No order of a court of this name is kept here. ${closedNotHere}`
          : `${sayCount(many, "order")} of a court of this name, at the counter.`
      }
    >
      {found.slice(0, mostLines).map((one) => (
        <li key={one.order}>
          <PlaceLink way={at.way} to={{ screen: "attendance", order: one.order }}>
            <bdi className="bold">{one.name}</bdi> {numberOf(one)}
          </PlaceLink>
          {one.born !== null && `, born ${sayCivilDay(one.born)}`}, {one.isLive ? "in force" : "not in force today"}
          <AtCourtMark atCourt={one.atCourt} always />
        </li>
      ))}
      {many > mostLines && <li>There are more of this name. Write the whole name.</li>}
      {byNumber !== undefined && (
        <li>
          <PlaceLink way={at.way} to={{ screen: "attendance", order: byNumber }}>
            Open {byNumber} at the counter
          </PlaceLink>
        </li>
      )}
    </Found>
  );
}

function Found({ says, children }: { readonly says: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="found-orders" aria-label="Orders">
      <p className="second-words" role="status">
        {says}
      </p>
      <ul className="plain-lines">{children}</ul>
    </section>
  );
}
