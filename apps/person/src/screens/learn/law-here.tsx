import type { ReactElement } from "react";
import { type JurisdictionCode, daysFromCivil, parseCivilDay } from "@unmask/core";
import { type PlainLawPart, type PlainLawTopic, type SupportPlace, plainLawOf } from "@unmask/law";
import { sayDay } from "@unmask/words";
import type { Walk } from "../../session.ts";
import { PlaceField } from "../support/place-field.tsx";

const lawOfPlace: Readonly<Record<SupportPlace, JurisdictionCode>> = {
  england: "EW",
  wales: "EW",
  scotland: "SCO",
  "northern-ireland": "NI",
};

const titles: Readonly<Record<PlainLawTopic, string>> = {
  four: "Four words of the police",
  stalking: "What counts",
  orders: "What a court can order",
  police: "What the police are to do",
};

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
      <p>You are not the cause of it. What it is, only people can decide: this page can’t.</p>
    </>
  );
}

function Part({ topic, lines, places }: PlainLawPart): ReactElement {
  return (
    <section>
      <h2>{titles[topic]}</h2>
      <ul>
        {lines.map(({ says, isFromCopies }) => (
          <li key={says}>
            {says} {isFromCopies && <span className="second">(from copies)</span>}
          </li>
        ))}
      </ul>
      <details>
        <summary>Where this stands</summary>
        <ul>
          {places.map(({ act, sections, textOf, checkedOn }) => (
            <li key={`${act} ${textOf}`}>
              {act !== undefined && `${act}: `}
              {sections.join("; ")}. {textOf !== undefined && `Text of ${sayIfDay(textOf)}. `}Read on {sayIfDay(checkedOn)}.
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** A day in words; a year as it is. */
function sayIfDay(written: string): string {
  const day = parseCivilDay(written);
  return day === undefined ? written : sayDay(daysFromCivil(day));
}
