import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayCount, sayNumber } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import { type Cases, cases } from "../desk/cases.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import { inOrderOfDuty } from "./case-rows.ts";

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
  const rows = inOrderOfDuty(shown.cases);
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
  const dangers = rows.filter(({ isDanger }) => isDanger).length;
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
            <th scope="col">New to you</th>
            <th scope="col">Reports</th>
            <th scope="col">Opened</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.case}>
              <th scope="row">
                <PlaceLink id={`case-${row.case}`} way={at.way} to={{ screen: "case", case: row.case, part: "now" }}>
                  <b>{row.name}</b> {row.case}
                </PlaceLink>
                <span className="line second">{row.subject ?? "subject not named"}</span>
              </th>
              <td>
                {row.isDanger && <span className="line bold danger">Danger now</span>}
                {row.overdue > 0 && <span className="line bold mind">{sayNumber(row.overdue)} overdue</span>}
                <span className="line">{row.next === "" ? "nothing" : row.next}</span>
              </td>
              <td className="number">{sayNumber(row.news)}</td>
              <td className="number">{sayNumber(row.reports)}</td>
              <td>
                {sayWhen(row.opened, now)}
                {row.closed !== undefined && <span className="line second">closed {sayWhen(row.closed, now)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
