import type { ReactElement } from "react";
import { sayCount } from "@unmask/words";
import type { Way } from "../../address/use-place.ts";
import type { ToLookAt } from "../../desk/proposed.ts";
import { AtCourtMark } from "../../parts/at-court-mark.tsx";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { PlaceLink } from "../../parts/place-link.tsx";
import { sayUnder } from "./proposed-words.ts";

/** Rows of orders in whose time acts lie that nobody has looked at, one for each order however many acts they are. */
export function ProposedRows({
  way,
  proposed,
  isMore,
}: {
  readonly way: Way;
  readonly proposed: readonly ToLookAt[];
  readonly isMore: boolean;
}): ReactElement | null {
  if (proposed.length === 0) return null;
  return (
    <>
      <tr className="group-head">
        <th scope="rowgroup" colSpan={3}>
          <b>To look at</b>{" "}
          <span className="second-words">acts that lie in the time of an order, by rules that its page shows; nobody has decided</span>
        </th>
      </tr>
      {proposed.map((one) => (
        <tr key={`${one.order} ${one.which}`}>
          <th scope="row" className="why">
            <PlaceLink way={way} to={{ screen: "order", order: one.order, part: "breach" }}>
              <bdi className="bold">{one.subject}</bdi>
              <span className="line second">
                {one.order}, {one.which}
              </span>
              <AtCourtMark atCourt={one.atCourt} />
            </PlaceLink>
          </th>
          <td>
            <span className="line">{sayCount(one.acts, "act")}</span>
            <span className="line second">
              on {sayCount(one.days, "day")}, the newest {sayCivilDay(one.newest)}
            </span>
          </td>
          <td>
            <span className="line">{sayUnder(one.under)}</span>
            <span className="line second">order and reports stand in case {one.case}</span>
          </td>
        </tr>
      ))}
      {isMore && (
        <tr>
          <td colSpan={3}>More orders come here when these are settled.</td>
        </tr>
      )}
    </>
  );
}
