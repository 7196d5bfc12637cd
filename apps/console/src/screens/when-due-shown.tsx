import { type ReactElement, useState } from "react";
import { type DutiesOfOrder, dutiesInSentences, dutiesToJson } from "@unmask/case";
import { type Instant, type LegalFact, type RegisterLaw, sectionWithMark } from "@unmask/core";
import { besideRegister } from "@unmask/law";
import { type WorkedOut, type WrittenFile, textOfFile } from "../desk/due-file.ts";
import { sayDaysIn, sayTrigger } from "../parts/civil-day.ts";
import type { World } from "../world.ts";
import { daysOfClock, dutyDrawn, sayClockOf, sayDuty, sayHeadline, sayState } from "./when-due-words.ts";

interface ShownProps {
  readonly world: World;
  readonly file: WrittenFile;
  readonly at: Instant;
}

/** What is due, when and why; or why nothing is worked out. */
export function DueShown({ shown, ...props }: ShownProps & { readonly shown: WorkedOut }): ReactElement {
  return (
    <section className="due-shown" aria-label="What is due">
      {shown.came === "duties" ? (
        <Duties {...props} law={shown.law} worked={shown.worked} />
      ) : shown.came === "no-such-order" ? (
        <NoSuchOrder />
      ) : shown.came === "refused" ? (
        <>
          <h1>Nothing is worked out: this cannot be.</h1>
          <p className="mind bold" role="alert">
            {shown.says}
          </p>
          <p className="second-words">
            Where <span className="mono">unmask duties</span> reads it, it ends with 2 and names the line.
          </p>
        </>
      ) : (
        <>
          <h1>When is it due?</h1>
          <p className="sentence">Give the day on which the order was made, and what happened since.</p>
        </>
      )}
    </section>
  );
}

/** What stands in place of the table where there is no such order. */
function NoSuchOrder(): ReactElement {
  const { facts, reach } = besideRegister("SCO");
  const [none, ...instead] = facts;
  return (
    <>
      <h1>Scotland has no such order. Nothing is worked out.</h1>
      {none && (
        <p className="sentence">
          {none.says} <span className="second-words">{none.section}</span>
        </p>
      )}
      <h2>What exists there</h2>
      <Facts facts={instead} />
      <h2>An order made in England or Wales</h2>
      <Facts facts={reach} />
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly LegalFact[] }): ReactElement {
  return (
    <ul className="plain-list">
      {facts.flatMap((fact) => {
        const section = sectionWithMark(fact);
        return section === undefined
          ? []
          : [
              <li key={fact.says}>
                {fact.says} <span className="second-words">{fact.act === undefined ? section : `${fact.act}, ${section}`}</span>
              </li>,
            ];
      })}
    </ul>
  );
}

function Duties({
  world,
  file,
  at,
  law,
  worked,
}: ShownProps & { readonly law: RegisterLaw; readonly worked: DutiesOfOrder }): ReactElement {
  const { duties, unclear } = worked;
  const drawn = dutyDrawn(duties);
  return (
    <>
      <div aria-live="polite">
        <h1>{sayHeadline(duties)}</h1>
      </div>
      <p className="second-words">A clock is worked out, not watched. It says nothing about anybody’s reasons and decides nothing.</p>
      <table className="plain-table due-table">
        <caption className="unseen">Duties</caption>
        <thead>
          <tr>
            <th scope="col">Duty, section</th>
            <th scope="col">Due, overdue from</th>
            <th scope="col">State, and why</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty, i) => {
            const [due, overdue] = sayClockOf(duty);
            return (
              // Two changes of one day are two rows with the same words.
              <tr key={`${i} ${duty.trigger}`}>
                <th scope="row">
                  {sayDuty(duty)}
                  <span className="line second">
                    {sayTrigger(duty.trigger)}; {duty.section}
                  </span>
                </th>
                <td>
                  {due}
                  {overdue !== "" && <span className="line second">{overdue}</span>}
                </td>
                <td>
                  <b className={duty.state === "overdue" || duty.state === "undecided" ? "mind" : undefined}>{sayState(duty)}</b>
                  {duty.metOn !== undefined && ` ${sayDaysIn(duty.metOn)}`}
                  <span className="line second">{sayDaysIn(duty.why)}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {drawn && (
        <>
          <h2>
            {sayDuty(drawn)}, day by day <span className="second-words">{sayTrigger(drawn.trigger)}</span>
          </h2>
          <ol className="clock-days">
            {daysOfClock(drawn, law, at).map(({ says, number, isAfter, isToday }) => (
              <li key={says} className={number !== undefined ? "is-period" : isAfter && drawn.state === "overdue" ? "is-over" : undefined}>
                {says}
                <b>{number === undefined ? (isAfter ? "after it" : "before") : `day ${number}`}</b>
                {isToday && <span>worked out for</span>}
              </li>
            ))}
          </ol>
        </>
      )}
      <h2>
        Not clear in law or facts <span className="second-words">{unclear.length === 0 ? "nothing here" : `${unclear.length} here`}</span>
      </h2>
      <ul className="plain-list">
        {unclear.map((one, i) => (
          <li key={`${i} ${one}`}>{sayDaysIn(one)}</li>
        ))}
      </ul>
      <Takeaways {...{ world, file, worked }} />
    </>
  );
}

/** The ways out of the page: each is the person's own, and none sends anything. */
function Takeaways({ world, file, worked }: Pick<ShownProps, "world" | "file"> & { readonly worked: DutiesOfOrder }): ReactElement {
  const [says, say] = useState("");
  const text = dutiesInSentences(worked);
  const copy = async (what: string, words: string): Promise<void> => {
    say((await world.copyText(words)) ? `${what} copied.` : "This browser does not let a page copy. Choose the words below and copy them.");
  };
  return (
    <>
      <p className="actions">
        <button type="button" className="second-button" onClick={() => void copy("Words", text)}>
          Copy as text
        </button>
        <button type="button" className="second-button" onClick={() => void copy("JSON", dutiesToJson(worked))}>
          Copy as JSON
        </button>
        <button
          type="button"
          className="second-button"
          onClick={() => {
            world.saveFile("duties.json", new Blob([textOfFile(file)]));
            say("Saved among your downloads, on this computer alone.");
          }}
        >
          Save the file
        </button>
      </p>
      <p role="status" className="second-words">
        {says}
      </p>
      <details>
        <summary>As text, as the command says it</summary>
        <pre className="mono due-text">{text}</pre>
      </details>
    </>
  );
}
