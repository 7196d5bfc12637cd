import type { ReactElement } from "react";
import { sayTriedOnOrder } from "@unmask/case";
import { sayDaysIn } from "../../parts/civil-day.ts";
import { sayRuleOf } from "../../parts/rule-words.ts";
import { sayWhen } from "../../parts/say-when.ts";
import type { OrderPartProps } from "./order-part.ts";

/** What was refused on an order, newest first: who tried what, why not, and whose rule that is. */
export function RefusalLines({ page, now }: Pick<OrderPartProps, "page" | "now">): ReactElement {
  return (
    <ul className="order-refusals">
      {page.refusals.map(({ at, by, kind, section, says }) => (
        <li key={`${at} ${kind}`}>
          <span className="second-words">
            {sayWhen(at, now)}, {page.nameOf(by)}, to {sayTriedOnOrder(kind)}
          </span>
          <span className="line">
            <b>{sayDaysIn(says)}</b> <span className="second-words">{sayRuleOf({ section })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
