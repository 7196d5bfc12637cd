import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { type JurisdictionCode, daysFromCivil, parseCivilDay } from "@unmask/core";
import { type PlainLawPart, type PlainLawPlace, type PlainLawTopic, type SupportPlace, plainLawOf } from "@unmask/law";
import { sayDay } from "@unmask/words";
import type { Walk } from "../../session.ts";
import { PlaceField } from "../support/place-field.tsx";

const lawOfPlace: Readonly<Record<SupportPlace, JurisdictionCode>> = {
  england: "EW",
  wales: "EW",
  scotland: "SCO",
  "northern-ireland": "NI",
};

const readTitles = (): Readonly<Record<PlainLawTopic, string>> => ({
  four: t`Four words of the police`,
  stalking: t`What counts`,
  orders: t`What a court can order`,
  police: t`What the police are to do`,
});

/** The law where she lives, in plain words, and where it stands. */
export function LawHere({ topics, ...walk }: Walk & { readonly topics: readonly PlainLawTopic[] }): ReactElement {
  const parts = plainLawOf(lawOfPlace[walk.session.asked.place]).filter(({ topic }) => topics.includes(topic));
  return (
    <>
      <PlaceField {...walk} />
      {parts.map((part) => (
        <Part key={part.topic} {...part} />
      ))}
    </>
  );
}

/** The four words, as the police have them. */
export function FourWords(): ReactElement {
  const four = plainLawOf("EW").filter(({ topic }) => topic === "four");
  return (
    <>
      {four.map((part) => (
        <Part key={part.topic} {...part} />
      ))}
      <p>
        <Trans>You are not the cause of it. What it is, only people can decide: this page can’t.</Trans>
      </p>
    </>
  );
}

function Part({ topic, lines, places }: PlainLawPart): ReactElement {
  return (
    <section>
      <h2>{readTitles()[topic]}</h2>
      <ul>
        {lines.map(({ says, isFromCopies }) => (
          <li key={says}>
            {says}{" "}
            {isFromCopies && (
              <span className="second">
                <Trans>(from copies)</Trans>
              </span>
            )}
          </li>
        ))}
      </ul>
      <details>
        <summary>
          <Trans>Where this stands</Trans>
        </summary>
        <ul>
          {places.map((place) => (
            <li key={`${place.act} ${place.textOf}`}>{sayPlace(place)}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function sayPlace({ act, sections, textOf, checkedOn }: PlainLawPlace): string {
  const text = textOf === undefined ? undefined : sayIfDay(textOf);
  const day = sayIfDay(checkedOn);
  return [
    act === undefined ? `${sections.join("; ")}.` : `${act}: ${sections.join("; ")}.`,
    ...(text === undefined ? [] : [t`Text of ${text}.`]),
    t`Read on ${day}.`,
  ].join(" ");
}

/** A day in words; a year as it is. */
function sayIfDay(written: string): string {
  const day = parseCivilDay(written);
  return day === undefined ? written : sayDay(daysFromCivil(day));
}
