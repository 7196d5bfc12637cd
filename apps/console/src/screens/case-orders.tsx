import type { ReactElement } from "react";
import { endInWords, sayUntold } from "@unmask/case";
import type { Way } from "../address/use-place.ts";
import type { CasePage } from "../desk/case-page.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { PlaceLink } from "../parts/place-link.tsx";
import { sayServed, stageOfRow } from "./orders/order-row-words.ts";
import { sayUntil } from "./orders/order-words.ts";

interface OrdersOf {
  readonly way: Way;
  readonly page: Pick<CasePage, "orders">;
}

/** The orders of a case on its first page: against whom, how each stands, and what whom it protects do not know. */
export function CaseOrders({ way, page }: OrdersOf): ReactElement | null {
  if (page.orders.length === 0) return null;
  return (
    <section aria-labelledby="case-orders">
      <h2 id="case-orders">Orders</h2>
      <ul className="plain-lines">
        {page.orders.map((row) => (
          <li key={row.order}>
            <PlaceLink way={way} to={{ screen: "order", order: row.order }}>
              <b>{row.order}</b> against <bdi>{row.subject}</bdi>
            </PlaceLink>
            {row.orders.length === 0 && `: ${stageOfRow(row)}`}
            {row.orders.map((one) => {
              const served = sayServed(one, row);
              return (
                <span className="line second" key={`${one.which} ${one.made}`}>
                  {one.which === "interim" ? "Interim order" : "Order"} made {sayCivilDay(one.made)},{" "}
                  {one.ended === null ? sayUntil(one.until) : `${endInWords[one.ended.how]}, ${sayCivilDay(one.ended.day)}`},{" "}
                  {served.isMind && one.ended === null ? <b className="mind">{served.says}</b> : served.says}
                </span>
              );
            })}
            {row.untold.map((one) => (
              <span className="line" key={one.about}>
                <PlaceLink way={way} to={{ screen: "order", order: row.order, part: one.part }}>
                  <b className="mind">{sayUntold(one)}</b>
                  <span className="unseen"> {row.order}</span>
                </PlaceLink>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same by their numbers alone, in the head of the case. */
export function OrdersInHead({ way, page }: OrdersOf): ReactElement | null {
  if (page.orders.length === 0) return null;
  return (
    <p className="second-words only-beside">
      {page.orders.length === 1 ? "order " : "orders "}
      {page.orders.map(({ order }, i) => (
        <span key={order}>
          {i > 0 && ", "}
          <PlaceLink way={way} to={{ screen: "order", order }}>
            {order}
          </PlaceLink>
        </span>
      ))}
    </p>
  );
}
