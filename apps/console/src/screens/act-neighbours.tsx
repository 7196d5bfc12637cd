import type { ReactElement } from "react";
import { sayCount } from "@unmask/words";
import type { ActPlace } from "../address/place.ts";
import type { Way } from "../address/use-place.ts";
import type { ActPage } from "../desk/act-page.ts";
import { PlaceLink } from "../parts/place-link.tsx";
import { byDay, sayAhead, sayFrom, sayLine, sayTime } from "./act-line-words.ts";

/** What came just before and after, by day; the act itself stands among them. */
export function ActNeighbours({ page, place, way }: { readonly page: ActPage; readonly place: ActPlace; readonly way: Way }): ReactElement {
  const { before, line, after } = page;
  return (
    <nav className="index act-index" aria-label="Acts before and after">
      <p>
        <PlaceLink way={way} to={{ screen: "case", case: place.case, part: "timeline" }}>
          <b>Timeline, case {place.case}</b>
        </PlaceLink>
      </p>
      {byDay([...before, line, ...after]).map(({ day, lines }) => (
        <section key={day} aria-label={day}>
          <p className="second-words day-head">{day}</p>
          <ol>
            {lines.map((one) => (
              <li key={`${one.item} ${one.ordinal}`} className={one === line ? "is-chosen" : ""}>
                <span>{sayTime(one)}</span>
                <span>
                  <PlaceLink
                    way={way}
                    to={{ screen: "act", case: place.case, item: one.item, ordinal: one.ordinal }}
                    isHere={one === line}
                    isInPlace
                  >
                    {sayLine(one)}
                  </PlaceLink>
                  <span className="line second">{sayFrom(one)}</span>
                  {one.isAhead && <span className="line second mind">{sayAhead(one)}</span>}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {after.length === 0 && <p className="second-words">The last act of {line.report}.</p>}
      {page.also > 0 && <p className="second-words">It stands in {sayCount(page.also, "other pack")} of this case, too.</p>}
    </nav>
  );
}
