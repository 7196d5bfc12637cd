import type { ReactElement, ReactNode } from "react";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import { type Noted, searchPlaces } from "../desk/noted.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { contactOutcomeInWords, contactWayInWords } from "./report-words.ts";
import { searchPlaceInWords } from "./noted-words.ts";

interface LinesParts {
  readonly noted: Noted;
  readonly now: Instant;
}

/** What is to be done, each with its number; of what is done how much. */
export function TaskLines({ noted: { tasks } }: Pick<LinesParts, "noted">): ReactElement {
  const open = tasks.filter(({ done }) => !done);
  const done = tasks.length - open.length;
  return (
    <>
      {open.length === 0 && <p className="second-words">No task waits.</p>}
      <ul className="lines">
        {open.map(({ task, says, due, officer }) => (
          <li key={task}>
            <span className="bold">{task}</span>
            <span>
              {says}
              <span className="line second">
                {[due === undefined ? "" : `by end of ${sayCivilDay(due)}`, officer ?? "for nobody by name"]
                  .filter((one) => one !== "")
                  .join("; ")}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {done > 0 && <p className="second-words">{sayCount(done, "task")} done.</p>}
    </>
  );
}

/** Where was looked and what came of it; where nobody looked says so. */
export function SearchLines({ noted: { searches }, now }: LinesParts): ReactElement {
  const never = searchPlaces.filter((place) => !searches.some(({ where }) => where === place));
  return (
    <>
      <ul className="lines">
        {searches.map(({ where, found, says, at, by }, i) => (
          // Two searches can agree in everything: the list is replaced whole.
          <Line key={i} at={at} now={now} by={by}>
            <b>{searchPlaceInWords[where]}</b>: {found ? "something was there" : "nothing was found there"}
            <span className="line">“{says}”</span>
          </Line>
        ))}
      </ul>
      {never.length > 0 && (
        <p className="second-words">
          <b>Not searched:</b> {never.map((place) => searchPlaceInWords[place]).join("; ")}.
        </p>
      )}
    </>
  );
}

/** Who tried to reach the person, by which way and with what, and in which report; after `most` of them the rest is counted. */
export function AttemptLines({ noted: { attempts }, now, most = attempts.length }: LinesParts & { readonly most?: number }): ReactElement {
  if (attempts.length === 0) return <p className="second-words">Nobody wrote of an attempt. That is not “nobody tried”.</p>;
  return (
    <>
      <ul className="lines">
        {attempts.slice(0, most).map(({ of, reports, channel, outcome, says, at, by }, i) => (
          <Line key={i} at={at} now={now} by={of === undefined ? by : `${by}, ${of}`}>
            {contactWayInWords[channel]}
            {reports !== undefined && ` to the person of ${reports.join(" and ")}`}:{" "}
            <b className={outcome === "somebody-else" ? "mind" : ""}>{contactOutcomeInWords[outcome]}</b>
            {says !== undefined && <span className="line said">“{says}”</span>}
          </Line>
        ))}
      </ul>
      {attempts.length > most && <p className="second-words">And {sayCount(attempts.length - most, "attempt")} before.</p>}
    </>
  );
}

/** Acts that fall on an order, each with how it is known, and where it was written in another report or case. */
export function BreachLines({ noted: { breaches }, now }: LinesParts): ReactElement {
  if (breaches.length === 0) return <p className="second-words">None is written. That is not “none was made”.</p>;
  return (
    <ul className="lines">
      {breaches.map(({ of, says, how, order, condition, at, by }, i) => (
        <Line
          key={i}
          at={at}
          now={now}
          by={of === undefined ? by : `${by ?? "the machine"}; it stands, and can be withdrawn in ${of}, where it was written`}
        >
          {says} <KnownBy how={how} />
          <span className="line second">
            {order}
            {condition !== undefined && `, ${condition}`}
          </span>
        </Line>
      ))}
    </ul>
  );
}

/** Licensed instruments as they were used: who, which version, each answer as given, and no total. */
export function InstrumentLines({ noted: { instruments }, now }: LinesParts): ReactElement {
  if (instruments.length === 0)
    return (
      <p className="second-words">
        <b>Licensed instrument:</b> none used here. If yours is used: version, raw answers and assessor are kept, no total is shown.
      </p>
    );
  return (
    <ul className="lines">
      {instruments.map(({ instrument, version, assessor, answers, at, by }, i) => (
        <Line key={i} at={at} now={now} by={by}>
          <b>{instrument}</b>, {version}, by {assessor}. As given; no total.
          <details>
            <summary>{sayCount(answers.length, "answer")}</summary>
            <dl className="facts">
              {answers.map(({ question, answer }, n) => (
                <div key={n}>
                  <dt>{question}</dt>
                  <dd>{answer}</dd>
                </div>
              ))}
            </dl>
          </details>
        </Line>
      ))}
    </ul>
  );
}

function Line({
  at,
  now,
  by,
  children,
}: {
  readonly at: Instant;
  readonly now: Instant;
  readonly by: string | null;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <li>
      <span className="second-words">{sayWhen(at, now)}</span>
      <span>
        {children}
        <span className="line second">{by ?? "the machine"}</span>
      </span>
    </li>
  );
}
