import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { OrderPlace } from "../../address/place.ts";
import type { AtDesk } from "../../at-desk.ts";
import type { GivenReason } from "../../desk/given-reason.ts";
import { orderPage } from "../../desk/order-page.ts";
import { useKeys } from "../../keys/keyboard.tsx";
import { todayIn } from "../../parts/civil-day.ts";
import { OpenAnyway } from "../../parts/open-anyway.tsx";
import { PageAwaited } from "../../parts/page-awaited.tsx";
import { ReasonFirst } from "../../parts/reason-first.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { reasonsForCase, useReason } from "../../parts/use-reason.ts";
import { useHolds } from "../../parts/use-holds.ts";
import { useTold } from "../../parts/use-told.ts";
import { noteOfNow } from "./now-words.ts";
import { OrderIndex } from "./order-index.tsx";
import { OrderNow } from "./order-now.tsx";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { orderParts } from "./order-parts.ts";

/** An application or order: nothing of it is shown before the officer says why. */
export function OrderScreen({ at, place, now }: { readonly at: AtDesk; readonly place: OrderPlace; readonly now: Instant }): ReactElement {
  const [reason, giveReason] = useReason(at, place.order);
  if (reason) return <Opened {...{ at, place, reason, now }} />;
  return <ReasonFirst at={at} title={`Order ${place.order}`} reference={place.order} offered={reasonsForCase} open={giveReason} />;
}

function Opened({
  at,
  place,
  reason,
  now,
}: {
  readonly at: AtDesk;
  readonly place: OrderPlace;
  readonly reason: GivenReason;
  readonly now: Instant;
}): ReactElement {
  const { world, way } = at;
  const { answer, again } = useAnswer(place.order, () => world.desk.get(`orders/${place.order}`, orderPage, reason));
  useTold(at, answer);
  useHolds(at, { of: "order", id: place.order }, answer?.came === "value" ? answer.value.saw : undefined, again);
  useKeys([
    { name: "back", presses: ["Escape"], cap: "Esc", says: "back", isInBar: true, run: () => way.go({ screen: "orders" }) },
    { name: "look-again", presses: ["Shift+r"], cap: "⇧R", says: "look at the order again", run: again },
  ]);
  if (answer?.came === "value") return <Parts {...{ at, place, reason, now, again }} page={answer.value} />;
  return (
    <PageAwaited title={`Order ${place.order}`} asking="Opening it. The reason is written with it." {...{ answer, now, again }}>
      {answer?.came === "refused" && answer.refusal.rule === "need-to-know" && answer.refusal.allows !== "" && (
        <OpenAnyway at={at} of={{ order: place.order }} now={now} then={again} />
      )}
      {answer?.came === "refused" && (
        <p className="actions">
          <button type="button" className="second-button" onClick={() => way.go({ screen: "orders" })}>
            Back to the orders
          </button>
        </p>
      )}
    </PageAwaited>
  );
}

/** The part that is not one of the order's own: what is live, and what waits. */
const nowPart: Pick<OrderPart, "part" | "says" | "note"> = {
  part: "now",
  says: "Now",
  note: ({ state }, now) => ({ says: noteOfNow(state, todayIn(now)) }),
};

function Parts(props: OrderPartProps): ReactElement {
  const { place, page } = props;
  const parts = orderParts.filter(({ isShown }) => isShown === undefined || isShown(page));
  // Once a court made it, what it is today comes first: how it was asked for is read behind that.
  const hasNow = page.state.orders.length > 0;
  const here = parts.find(({ part }) => part === place.part) ?? (hasNow ? undefined : parts[0]);
  return (
    <>
      <OrderIndex {...props} shown={hasNow ? [nowPart, ...parts] : parts} here={here?.part ?? nowPart.part} />
      <main id="work" className="work order-work" tabIndex={-1} key={here?.part ?? nowPart.part}>
        {here === undefined ? <OrderNow {...props} parts={parts} /> : <here.Work {...props} />}
      </main>
      {here?.Side && (
        <aside className="side" aria-label={`Beside: ${here.says}`} tabIndex={0}>
          <here.Side {...props} />
        </aside>
      )}
    </>
  );
}
