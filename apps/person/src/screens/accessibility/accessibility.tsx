import type { ReactElement } from "react";
import { sayDay } from "@unmask/words";
import { daysFromCivil, parseCivilDay } from "@unmask/core";
import { Page } from "../../parts/page.tsx";
import { type StatementPart, after, before, criteria, title, writtenOn } from "./statement.ts";

/** The accessibility statement. */
export function Accessibility(): ReactElement {
  const day = parseCivilDay(writtenOn);
  return (
    <Page title={title}>
      {before.map(draw)}
      <ul>
        {criteria.map(({ number, says }) => (
          <li key={number}>
            {says} <span className="second">{number}</span>
          </li>
        ))}
      </ul>
      {after.map(draw)}
      {day && <p className="second">{`Written on ${sayDay(daysFromCivil(day))}.`}</p>}
    </Page>
  );
}

function draw({ title: heading, says = [], list = [] }: StatementPart): ReactElement {
  return (
    <section key={heading}>
      <h2>{heading}</h2>
      {says.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {list.length > 0 && (
        <ul>
          {list.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
