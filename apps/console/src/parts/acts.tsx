import type { ReactElement } from "react";
import { sayCount } from "@unmask/words";
import type { ReportAct } from "../desk/report.ts";
import type { Way } from "../address/use-place.ts";
import { PlaceLink } from "./place-link.tsx";
import { KnownBy } from "./known-by.tsx";

/** The acts that stand out, each with its day, its words, how it is known, and which other reports hold it; and how many no line names. */
export function Acts({
  way,
  acts,
  inAll,
}: {
  readonly way: Way;
  readonly acts: readonly ReportAct[];
  readonly inAll: number;
}): ReactElement {
  return (
    <>
      <ol className="acts">
        {acts.map(({ day, says, how, alsoIn, act }, i) => (
          // Acts have no number here: the list is replaced whole.
          <li key={i}>
            <span className="day">{day}</span>
            <span>
              <span className="said">{says}</span>
              <KnownBy how={how} /> {alsoIn !== undefined && <span className="second-words">also in {alsoIn.join(" and ")}</span>}{" "}
              {act !== undefined && (
                <PlaceLink way={way} to={{ screen: "act", ...act }}>
                  Open the act
                  <span className="unseen">
                    {" "}
                    of {day}: {says}
                  </span>
                </PlaceLink>
              )}
            </span>
          </li>
        ))}
      </ol>
      {acts.length > 0 && acts.every(({ act }) => act === undefined) && (
        <p className="second-words">Each act opens by itself, with its bytes, once the report stands in a case.</p>
      )}
      {inAll > acts.length && <p className="second-words">Also {sayCount(inAll - acts.length, "act")} that no line names.</p>}
    </>
  );
}
