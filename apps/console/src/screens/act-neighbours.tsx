import { type ReactElement, useEffect, useRef } from "react";
import { sayNumber } from "@unmask/words";
import type { Way } from "../address/use-place.ts";
import type { ActPage } from "../desk/act-page.ts";
import { PlaceLink } from "../parts/place-link.tsx";

/** What came just before and after, by day. A notice of an app stands among them and is no act. */
export function ActNeighbours({ page, way }: { readonly page: ActPage; readonly way: Way }): ReactElement {
  const chosen = useRef<HTMLLIElement>(null);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: "nearest" });
  }, [page.act]);
  return (
    <nav className="index act-index" aria-label="Acts before and after">
      <p className="work-head">
        <b>Timeline, case {page.case}</b>
        <span className="end second-words">
          {sayNumber(page.act)} of {sayNumber(page.of)}
        </span>
      </p>
      {page.neighbours.map(({ day, lines }) => (
        <section key={day} aria-label={day}>
          <p className="second-words day-head">{day}</p>
          <ol>
            {lines.map(({ act, time, says, note }, i) => (
              // A notice has no number: the list is replaced whole.
              <li key={i} ref={act === page.act ? chosen : undefined} className={act === page.act ? "is-chosen" : ""}>
                <span>{time}</span>
                <span>
                  {act === undefined ? (
                    <span className="line second">{says}</span>
                  ) : (
                    <PlaceLink way={way} to={{ screen: "act", case: page.case, act }} isHere={act === page.act} isInPlace>
                      {says}
                    </PlaceLink>
                  )}
                  {note !== undefined && <span className="line second">{note}</span>}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </nav>
  );
}
