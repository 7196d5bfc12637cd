import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { Way } from "../../address/use-place.ts";
import type { OpenedOfOrder } from "../../desk/opened.ts";
import { AtCourtMark } from "../../parts/at-court-mark.tsx";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { PlaceLink } from "../../parts/place-link.tsx";
import { sayOpened } from "./opened-words.ts";

/** Rows of possible breaches and missed duties that somebody opened and nobody has decided. */
export function OpenedRows({
  way,
  opened,
  now,
}: {
  readonly way: Way;
  readonly opened: readonly OpenedOfOrder[];
  readonly now: Instant;
}): ReactElement | null {
  if (opened.length === 0) return null;
  return (
    <>
      <tr className="group-head">
        <th scope="rowgroup" colSpan={3}>
          <b>Opened</b>{" "}
          <span className="second-words">{opened.length}; possible breaches and missed duties, the longest first; nobody has decided</span>
        </th>
      </tr>
      {opened.map((one) => (
        <tr key={`${one.order} ${one.breach}`}>
          <th scope="row" className="why">
            <PlaceLink way={way} to={{ screen: "order", order: one.order, part: "breach" }}>
              <bdi className="bold">{one.subject}</bdi>
              <span className="line second">{one.order}</span>
              <AtCourtMark atCourt={one.atCourt} />
            </PlaceLink>
          </th>
          <td>
            <span className="line">{one.says}</span>
            <span className="line second">of {sayCivilDay(one.day)}</span>
          </td>
          <td>
            <span className="line">{sayOpened(one, now)}</span>
            {one.case !== null && <span className="line second">the order stands in case {one.case}</span>}
          </td>
        </tr>
      ))}
    </>
  );
}
