import type { ReactElement } from "react";
import { useKeys } from "../../keys/keyboard.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { PlaceLink } from "../../parts/place-link.tsx";
import { useInSight } from "../../parts/use-in-sight.ts";
import type { OrderPart, OrderPartProps } from "./order-part.ts";
import { kindInWords } from "./order-words.ts";

/** A line of the index: a part, or what is live and waits in all of them. */
type IndexLine = Pick<OrderPart, "part" | "says" | "note">;

/** Keys of the parts by their place: nine digits, then letters behind P. What is now is 0, so that a part has the same key in every width. */
function keyOf(shown: readonly IndexLine[], i: number): { readonly press: string; readonly cap: string } {
  const place = shown[0]?.part === "now" ? i - 1 : i;
  if (place < 0) return { press: "0", cap: "0" };
  if (place < 9) return { press: String(place + 1), cap: String(place + 1) };
  const letter = "abcdefghijklmnop".charAt(place - 9);
  return { press: `p ${letter}`, cap: `P ${letter.toUpperCase()}` };
}

/** The index of an order: a key for each part, and how it stands. */
export function OrderIndex({
  at,
  place,
  page,
  now,
  shown,
  here,
}: OrderPartProps & { readonly shown: readonly IndexLine[]; readonly here: string | undefined }): ReactElement {
  const { state } = page;
  useKeys(
    shown.map(({ part, says }, i) => ({
      name: `part-${part}`,
      presses: [keyOf(shown, i).press],
      cap: keyOf(shown, i).cap,
      says: `part: ${says}`,
      run: () => at.way.replace({ ...place, part }),
    })),
  );
  const line = useInSight(here);
  return (
    <nav className="index case-index order-index" aria-label={`Parts of order ${page.order}`}>
      <div className="case-named">
        <p className="second-words only-beside">{kindInWords(page)}</p>
        <p className="case-number">{page.order}</p>
        <p className="second-words only-beside">
          <bdi>{state.subject.name}</bdi>
          {page.case !== null &&
            (page.case.isMember ? (
              <span className="line">
                <PlaceLink way={at.way} to={{ screen: "case", case: page.case.ref, part: "now" }}>{`case ${page.case.ref}`}</PlaceLink>
              </span>
            ) : (
              <span className="line">case {page.case.ref}</span>
            ))}
        </p>
      </div>
      <ul ref={line}>
        {shown.map(({ part, says, note }, i) => {
          const { says: more, isMind = false } = note(page, now);
          return (
            <li key={part}>
              <PlaceLink way={at.way} to={{ ...place, part }} isHere={part === here} isInPlace keys={keyOf(shown, i).cap}>
                <KeyCap of={{ name: `part-${part}`, presses: [keyOf(shown, i).press], cap: keyOf(shown, i).cap }} />
                <span>
                  {says}
                  <span className={isMind ? "line second mind only-beside" : "line second only-beside"}>{more}</span>
                </span>
              </PlaceLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
