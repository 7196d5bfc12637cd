import type { ReactElement } from "react";
import { wordsOfAnother } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { Way } from "../address/use-place.ts";
import type { WroteAgain } from "../desk/wrote-again.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { sayWhen } from "../parts/say-when.ts";

/** What the person wrote and nobody has answered, whole, and where it is answered: above everything but danger. */
export function Unanswered({
  way,
  of,
  wrote,
  now,
}: {
  readonly way: Way;
  /** The case. */
  readonly of: string;
  readonly wrote: readonly WroteAgain[];
  readonly now: Instant;
}): ReactElement | null {
  if (wrote.length === 0) return null;
  return (
    <section aria-labelledby="unanswered">
      <h2 id="unanswered" className="mind">
        Wrote, and nobody has answered
      </h2>
      <ul className="lines">
        {wrote.toReversed().map(({ report, happened, says, isDoubted }) => (
          <li key={`${report} ${happened}`}>
            <span>
              <span className="line bold mind">{sayWhen(happened, now)}</span>
              <span className="line second">{report}</span>
            </span>
            <span className="said">
              {says === undefined ? "A pack, without words." : <b dir="auto">“{says}”</b>} <KnownBy how="account" />
              {isDoubted === true && <span className="line second mind">{wordsOfAnother}</span>}
            </span>
            <span className="does-it">
              <PlaceLink way={way} to={{ screen: "case", case: of, part: "updates" }}>
                Answer
              </PlaceLink>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
