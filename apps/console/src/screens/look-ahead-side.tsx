import type { ReactElement } from "react";
import type { LookAheadRow } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { PlaceLink } from "../parts/place-link.tsx";

/** What is next of one row: its reminders, and what can be done. */
export function LookAheadSide({ at, row }: { readonly at: AtDesk; readonly row: LookAheadRow; readonly now: Instant }): ReactElement {
  const { subject, shown, when, ends, next, reminders } = row;
  return (
    <>
      <h2>
        <bdi>{subject}</bdi>, {shown}
      </h2>
      <dl className="facts">
        {[
          ["Day", when],
          ["What ends", ends],
          ["Next for us", next],
        ].map(([name, lines]) => (
          <div key={String(name)}>
            <dt>{name}</dt>
            <dd>{Array.isArray(lines) ? lines.filter((one) => one !== "").join("; ") : lines}</dd>
          </div>
        ))}
        {reminders.length > 0 && (
          <div>
            <dt>Reminders</dt>
            <dd>
              <ul>
                {reminders.map(({ days, day, isPast }) => (
                  <li key={days}>
                    {days} days before: {sayCivilDay(day)}
                    {isPast ? ", past" : ""}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {row.order !== "" && (
        <p className="actions">
          <PlaceLink way={at.way} to={{ screen: "order", order: row.order, part: row.kind === "court-day" ? "court" : "change" }}>
            {row.kind === "court-day" ? "Type what the court did" : "Renew, vary or end it"}
          </PlaceLink>
          <span className="second-words">asks why you open the order</span>
        </p>
      )}
    </>
  );
}
