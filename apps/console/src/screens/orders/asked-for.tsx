import type { ReactElement } from "react";
import { PlaceLink } from "../../parts/place-link.tsx";
import type { OrderPartProps } from "./order-part.ts";

/** Once a court has made an order: that the draft is what was asked for, and where the order stands. */
export function AskedFor({ at, page }: OrderPartProps): ReactElement | null {
  if (page.state.orders.length === 0) return null;
  return (
    <p className="notice">
      This is what was asked for. What holds stands under{" "}
      <PlaceLink way={at.way} to={{ screen: "order", order: page.order, part: "court" }}>
        What the court did
      </PlaceLink>
      .
    </p>
  );
}
