import type { ReactElement } from "react";
import type { CasePage } from "../desk/case-page.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { KnownBy } from "../parts/known-by.tsx";
import type { CasePartProps } from "./case-part.ts";
import { CaseSmall } from "./case-small.tsx";
import { recordSpec } from "./case-specs.ts";
import { nameOf, sayRecordedMinute } from "./case-words.ts";
import { withdrawSpecs, withdrawable } from "./withdraw-specs.ts";
import { WithdrawnLines } from "./withdrawn.tsx";

/** Logs and recorded crimes by their days, and the place to type in one more. */
export function CaseRecords(parts: CasePartProps): ReactElement {
  const { page, now } = parts;
  return (
    <section aria-labelledby="records">
      <h2 id="records">Logs and recorded crimes</h2>
      {page.records.length === 0 && <p className="second-words">None is typed in. That is not “none was made”.</p>}
      <ul className="lines">
        {byDay(page.records).map(({ number, of, record, agency, day, time, says, as, by }) => (
          <li key={number}>
            <span className="second-words">
              {sayCivilDay(day)}
              {time !== undefined && ` ${sayRecordedMinute(day, time)}`}
            </span>
            <span>
              <b>
                {of === "log" ? "Log" : "Crime"} {record}
              </b>
              , {agency}
              {as !== undefined && `, recorded as ${as}`} <KnownBy how="record" />
              <span className="line">“{says}”</span>
              <span className="line second">typed in by {nameOf(page, by)}</span>
            </span>
          </li>
        ))}
      </ul>
      <WithdrawnLines noted={page.noted} kinds={withdrawable.records} now={now} />
      <CaseSmall {...parts} specs={[recordSpec, ...withdrawSpecs(page.noted, withdrawable.records)]} />
    </section>
  );
}

function byDay(records: CasePage["records"]): CasePage["records"] {
  return records.toSorted((one, other) => (`${one.day} ${one.time ?? ""}` < `${other.day} ${other.time ?? ""}` ? -1 : 1));
}
