import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayCount, sayNumber } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import { type CaseRow, type Cases, cases } from "../desk/cases.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
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
  const dangers = rows.filter(({ danger }) => danger > 0).length;
  if (rows.length === 0) return <p className="sentence">You are on no case. A supervisor puts an officer on one, and that is written.</p>;
  return (
    <>
      <p className="sentence">
        You are on {sayCount(rows.length, "case")}. {dangers > 0 ? `In ${sayNumber(dangers)} somebody is in danger now. ` : ""}
        Danger first, then what is late, then the number.
      </p>
      <table className="plain-table case-rows">
        <caption className="unseen">Your cases</caption>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Due next</th>
            <th scope="col">Tasks open</th>
            <th scope="col">Reports</th>
            <th scope="col">Opened</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.case}>
              <th scope="row">
                <PlaceLink id={`case-${row.case}`} way={at.way} to={{ screen: "case", case: row.case, part: "now" }}>
                  <b>{row.called.name}</b> {row.case}
                </PlaceLink>
                <span className="line second">
                  {row.people.length === 0
                    ? "nobody is named yet"
                    : row.people.map(({ name, roles }) => `${name}, ${roles.join(" and ").toLowerCase()}`).join("; ")}
                </span>
              </th>
              <td>
                {row.danger > 0 && <span className="line bold danger">Danger now</span>}
                {row.overdue.length > 0 && <span className="line bold mind">{sayNumber(row.overdue.length)} overdue</span>}
                <Next row={row} now={now} />
              </td>
              <td className="number">{sayNumber(row.tasks)}</td>
              <td className="number">{sayNumber(row.reporters.length)}</td>
              <td>
                {row.opened !== null && sayWhen(row.opened, now)}
                {row.closed !== null && <span className="line second">closed {sayWhen(row.closed, now)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.more > 0 && <p className="second-words">And {sayCount(shown.more, "case")} more than one list shows.</p>}
    </>
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
