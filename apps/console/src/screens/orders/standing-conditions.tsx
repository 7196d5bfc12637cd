import { Fragment, type ReactElement } from "react";
import { comingOf, stageOfOrder, standsOn } from "@unmask/case";
import { sayCivilDay, todayIn } from "../../parts/civil-day.ts";
import type { OrderPartProps } from "./order-part.ts";
import { sayUntil } from "./order-words.ts";
import { isUnread, sayHolds } from "./standing-words.ts";

/** What is forbidden and what has to be done, in the words of the order as courts made and changed it: what was asked for can be otherwise. */
export function StandingConditions({ page, now }: OrderPartProps): ReactElement {
  const { orders } = page.state;
  const today = todayIn(now);
  const holding = orders.filter((one) => stageOfOrder(one, today) === "lives");
  const shown = holding.length > 0 ? holding : orders.slice(-1);
  return (
    <>
      {shown.map((order) => {
        const coming = comingOf(order, page.state, today);
        return (
          <section key={`${order.which} ${order.made}`} aria-labelledby={`stand-${order.which}`}>
            <h2 id={`stand-${order.which}`}>
              Conditions of the {order.which} order{" "}
              <span className="second-words">
                {sayHolds(order, today, { change: coming[0]?.from, isAsTyped: isUnread(order, page.state) })}
              </span>
            </h2>
            <Conditions conditions={standsOn(order, page.state, today).conditions} />
            {coming.map((one) => (
              <Fragment key={one.from}>
                <h3>
                  From {sayCivilDay(one.from)} <span className="second-words">as a court changed it, {sayUntil(one.until)}</span>
                </h3>
                <Conditions conditions={one.conditions} />
              </Fragment>
            ))}
          </section>
        );
      })}
    </>
  );
}

function Conditions({ conditions }: Pick<OrderPartProps["page"]["state"]["orders"][number], "conditions">): ReactElement {
  return (
    <>
      <table className="plain-table order-table words-of-order">
        <thead>
          <tr>
            <th scope="col">Condition</th>
            <th scope="col">Words of the order</th>
            <th scope="col">Lasts</th>
          </tr>
        </thead>
        <tbody>
          {conditions.map(({ condition, type, says, locality, own }) => (
            <tr key={condition}>
              <th scope="row">
                {condition}. {type === "prohibition" ? "Prohibition" : "Requirement"}
              </th>
              <td data-says="Words of the order">
                <bdi>{says}</bdi>
                {locality !== undefined && (
                  <span className="line second">
                    only in <bdi>{locality}</bdi>
                  </span>
                )}
              </td>
              <td data-says="Lasts">{own === undefined ? "as the order" : sayUntil(own.until)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {conditions.length === 0 && <p className="mind">No condition is written of it: read the copy.</p>}
    </>
  );
}
