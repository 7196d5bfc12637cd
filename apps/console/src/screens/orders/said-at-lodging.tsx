import type { ReactElement } from "react";
import { saidAtLodging } from "@unmask/case";
import type { OrderPartProps } from "./order-part.ts";

/** The words that who is to be protected reads when it is lodged, as they are now, and what is not known yet. */
export function SaidAtLodging({ page }: Pick<OrderPartProps, "page">): ReactElement {
  const { says, lacks } = saidAtLodging(page.state, page.nameOf, page.now);
  return (
    <>
      <blockquote className="account">
        “<bdi>{says}</bdi>”
      </blockquote>
      {lacks.length > 0 && (
        <p className="second-words">
          Not in it yet: {lacks.join("; ")}. It can be changed before it is sent, and nothing is sent by itself.
        </p>
      )}
    </>
  );
}
