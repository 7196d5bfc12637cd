import type { ReactElement } from "react";
import { todayIn } from "../../parts/civil-day.ts";
import { PlaceLink } from "../../parts/place-link.tsx";
import { sayLive, waitsNow } from "./now-words.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { StandingConditions } from "./standing-conditions.tsx";

/** Where an order that was made opens: what is live, what waits, what it says. */
export function OrderNow(props: OrderPartProps & { readonly parts: readonly OrderPart[] }): ReactElement {
  const { at, place, page, now, parts } = props;
  const { state } = page;
  const waiting = waitsNow(parts, page, now);
  return (
    <>
      <header className="work-head">
        <h1>
          Order against <bdi>{state.subject.name}</bdi>
        </h1>
      </header>
      {sayLive(state, todayIn(now)).map((says) => (
        <p className="sentence" key={says}>
          {says}
        </p>
      ))}
      <section aria-labelledby="waits-now">
        <h2 id="waits-now">What waits</h2>
        {waiting.length === 0 ? (
          <p className="second-words">Nothing in it waits for somebody.</p>
        ) : (
          <ul className="plain-lines">
            {waiting.map(({ part, says, more, isMind }) => (
              <li key={`${part} ${says} ${more}`}>
                <PlaceLink way={at.way} to={{ ...place, part }}>
                  {says}: <b className={isMind ? "mind" : undefined}>{more}</b>
                </PlaceLink>
              </li>
            ))}
          </ul>
        )}
      </section>
      <StandingConditions {...props} />
    </>
  );
}
