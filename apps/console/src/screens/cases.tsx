import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayCount, sayNumber } from "@unmask/words";
import type { Way } from "../address/use-place.ts";
import type { AtDesk } from "../at-desk.ts";
import { type CaseRow, type Cases, cases } from "../desk/cases.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KnownBy } from "../parts/known-by.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { PlacesTold } from "../parts/places-told.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import { sayProposed } from "./closing-words.ts";
import { dutyWord } from "./duty-words.ts";

/** The cases that this officer is on: danger first, then what is late. */
export function CasesScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const { answer, again } = useAnswer("cases", () => at.world.desk.get("cases", cases));
  useTold(at, answer);
  return (
    <main id="work" className="work">
      <h1>Cases</h1>
      {answer === undefined ? (
        <p role="status">Asking for your cases.</p>
      ) : answer.came === "value" ? (
        <Rows at={at} now={now} shown={answer.value} />
      ) : (
        <Hindrance answer={answer} now={now} again={again} />
      )}
    </main>
  );
}

function Rows({ at, shown, now }: { readonly at: AtDesk; readonly shown: Cases; readonly now: Instant }): ReactElement {
  const rows = shown.cases;
  const [place, setPlace] = useState(0);
  const step = (by: 1 | -1) => () => {
    const next = Math.min(rows.length - 1, Math.max(0, place + by));
    setPlace(next);
    document.getElementById(`case-${rows[next]?.case}`)?.focus();
  };
  useKeys([
    { name: "next-row", presses: ["j", "ArrowDown"], cap: "J", says: "next case", isInBar: true, run: step(1) },
    { name: "row-before", presses: ["k", "ArrowUp"], cap: "K", says: "case before", isInBar: true, run: step(-1) },
  ]);
  if (rows.length === 0) return <p className="sentence">You are on no case. A supervisor puts an officer on one, and that is written.</p>;
  const open = rows.filter(({ closed, handedTo }) => closed === null && handedTo === null);
  const given = rows.filter(({ closed, handedTo }) => closed === null && handedTo !== null);
  const dangers = open.filter(({ danger }) => danger > 0).length;
  const unanswered = open.filter((row) => row.unanswered.length > 0).length;
  const closed = rows.filter((row) => row.closed !== null);
  return (
    <>
      <p className="sentence">
        {sayCount(open.length, "open case")} {open.length === 1 ? "is" : "are"} with you.{" "}
        {dangers > 0 ? `In ${sayNumber(dangers)} somebody is in danger now. ` : ""}
        {unanswered > 0 ? `In ${sayNumber(unanswered)} the person wrote and nobody has answered. ` : ""}
        Danger first, then what nobody has answered, then what is late, then the number.
      </p>
      {open.length > 0 && <CaseTable way={at.way} rows={open} now={now} says="Your cases" />}
      {given.length > 0 && (
        <>
          <h2>Handed over {sayNumber(given.length)}</h2>
          <p className="second-words">
            Whoever read your note has the case. You are on it still, to read, until a supervisor takes you off.
          </p>
          <CaseTable way={at.way} rows={given} now={now} says="Cases that you handed over" />
        </>
      )}
      {closed.length > 0 && (
        <>
          <h2>Closed {sayNumber(closed.length)}</h2>
          <CaseTable way={at.way} rows={closed} now={now} says="Your closed cases" />
        </>
      )}
      {shown.more > 0 && <p className="second-words">And {sayCount(shown.more, "case")} more than one list shows.</p>}
    </>
  );
}

interface TableParts {
  readonly way: Way;
  readonly rows: readonly CaseRow[];
  readonly now: Instant;
  readonly says: string;
}

function CaseTable({ way, rows, now, says }: TableParts): ReactElement {
  return (
    <table className="plain-table case-rows">
      <caption className="unseen">{says}</caption>
      <thead>
        <tr>
          <th scope="col">Case</th>
          <th scope="col">Due next</th>
          <th scope="col" className="number">
            Tasks open
          </th>
          <th scope="col" className="number">
            Reports
          </th>
          <th scope="col">Opened</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.case}>
            <th scope="row">
              <PlaceLink id={`case-${row.case}`} way={way} to={{ screen: "case", case: row.case, part: "now" }}>
                <b>{row.called.name}</b> {row.case}
              </PlaceLink>
              <span className="line second">
                {row.people.length === 0
                  ? "nobody is named yet"
                  : row.people.map(({ name, roles }) => `${name}, ${roles.join(" and ").toLowerCase()}`).join("; ")}
              </span>
            </th>
            <td>
              {row.handedTo !== null && <span className="line bold">With {row.handedTo}</span>}
              {row.closed !== null && <span className="line bold">Closed {sayWhen(row.closed, now)}</span>}
              {row.danger > 0 && (
                <>
                  <span className="line bold danger">Danger now</span>
                  <PlacesTold places={row.places} />
                  {row.calls.map((says) => (
                    <span className="line" key={says}>
                      {says} <KnownBy how="account" />
                    </span>
                  ))}
                </>
              )}
              <WroteLast row={row} now={now} />
              {row.breach !== null && <Broken breach={row.breach} now={now} />}
              {row.proposed !== null && <span className="line bold mind">{sayProposed(row.proposed)}</span>}
              {row.overdue.length > 0 && row.closed === null && (
                <span className="line bold mind">{sayNumber(row.overdue.length)} overdue</span>
              )}
              {row.closed === null && <Next row={row} now={now} />}
            </td>
            <td className="number">{sayNumber(row.tasks)}</td>
            <td className="number">{sayNumber(row.reporters.length)}</td>
            <td>{row.opened !== null && sayWhen(row.opened, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Characters of the person's words in a row: the case has them whole. */
const longestInRow = 160;

/** What the person wrote last of what nobody has answered. */
function WroteLast({ row: { unanswered }, now }: { readonly row: CaseRow; readonly now: Instant }): ReactElement | null {
  const last = unanswered.at(-1);
  if (last === undefined) return null;
  const { happened, says } = last;
  const words = says === undefined ? undefined : inRow(says);
  return (
    <span className="line">
      <b className="mind">Wrote again {sayWhen(happened, now)}, not answered:</b>{" "}
      {words === undefined ? "a pack, without words" : <bdi>“{words}”</bdi>}
      {unanswered.length > 1 && <span className="line second">and {sayCount(unanswered.length - 1, "time")} before</span>}
    </span>
  );
}

function inRow(says: string): string {
  return says.length > longestInRow ? `${says.slice(0, longestInRow).trimEnd()}…` : says;
}

/** The newest act that breaks an order: whoever works the case learns it before what is late. */
function Broken({ breach, now }: { readonly breach: NonNullable<CaseRow["breach"]>; readonly now: Instant }): ReactElement {
  const { says, order, happened, knowing, before } = breach;
  return (
    <span className="line">
      <b className="mind">Breach, written {sayWhen(happened, now)}:</b> {inRow(says)} <KnownBy how={knowing} />
      <span className="line second">
        {order}
        {before > 0 && `, and ${sayNumber(before)} before`}
      </span>
    </span>
  );
}

/** What is late or due first: what it is, and its civil day. */
function Next({ row, now }: { readonly row: CaseRow; readonly now: Instant }): ReactElement {
  const [first] = [...row.overdue, ...row.due];
  if (!first) return <span className="line">nothing</span>;
  return (
    <span className="line">
      {first.says}
      {first.dueBy !== undefined && (
        <span className="line second">
          {dutyWord(first, now).says}, end of {sayCivilDay(first.dueBy)}
        </span>
      )}
    </span>
  );
}
