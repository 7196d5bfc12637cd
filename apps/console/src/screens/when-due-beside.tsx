import type { ReactElement } from "react";
import type { JurisdictionCode } from "@unmask/core";
import { besideRegister, registerLawOf } from "@unmask/law";
import { sayCivilDay } from "../parts/civil-day.ts";

const heads: Readonly<Record<JurisdictionCode, string>> = {
  EW: "What it stands on, in England and Wales",
  NI: "What it stands on, in Northern Ireland",
  SCO: "In Scotland",
};

/** What the chosen jurisdiction's register stands on, what no source says, and what the page is not. */
export function DueBeside({ code }: { readonly code: JurisdictionCode }): ReactElement {
  const { facts, reach, questions } = besideRegister(code);
  const law = registerLawOf(code);
  const [first] = facts;
  return (
    <aside className="due-beside" aria-label="What it stands on">
      <h2>{heads[code]}</h2>
      {law === undefined ? (
        <p>There is no register to work out. What exists there stands in place of the table.</p>
      ) : (
        <>
          <p className="second-words">
            {first?.act}
            {first?.textOf !== undefined && `, text of ${sayCivilDay(first.textOf)}`}, read {sayCivilDay(first?.checkedOn ?? "")}; rules of{" "}
            {sayCivilDay(law.ruleVersion)}.
          </p>
          <dl className="facts">
            {facts.map(({ says, section }) => (
              <div key={says}>
                <dt>{section}</dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
          {reach.map(({ says, act, section }) => (
            <p key={says}>
              <b>An order made in England or Wales:</b> {says}{" "}
              <span className="second-words">{act === undefined ? section : `${act}, ${section}`}</span>
            </p>
          ))}
          <h2>Not known here</h2>
          <ul className="plain-list">
            {questions.map(({ id, question, default: careful }) => (
              <li key={id}>
                {question} <span className="second-words">Until somebody who knows says so: {careful}.</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>What it is not</h2>
      <p className="second-words">No notice can be given here, and nobody reads what is typed. It is no legal advice.</p>
    </aside>
  );
}
