import { type ReactElement, useState } from "react";
import { sayCount, sayNumber } from "@unmask/words";
import type { DecidedShown, HeldShown, RightsPage, RightsRequestShown } from "../desk/rights.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { sayNow } from "../parts/say-when.ts";
import { decisionWords, sayThing } from "./rights-words.ts";

/** Everything that the case holds, thing by thing, with what becomes of it: what is not decided stands first. */
export function RightsHeld({ page, request }: { readonly page: RightsPage; readonly request: RightsRequestShown }): ReactElement {
  const decided = new Map(request.decided.map((one) => [one.of, one]));
  const groups = [
    { says: "Not decided", rows: page.held.filter(({ of }) => !decided.has(of)) },
    { says: "Decided", rows: page.held.filter(({ of }) => decided.has(of)) },
  ];
  return (
    <table className="schedule asked-rows">
      <caption>What is held, for {request.request}</caption>
      <thead>
        <tr>
          <th scope="col">What it is</th>
          <th scope="col">What becomes of it</th>
          <th scope="col">Reason</th>
        </tr>
      </thead>
      {groups.map(
        ({ says, rows }) =>
          rows.length > 0 && (
            <tbody key={says}>
              <tr className="group-row">
                <th colSpan={3} scope="rowgroup">
                  {says} <span className="second-words">{sayNumber(rows.length)}</span>
                </th>
              </tr>
              {rows.map((one) => (
                <Row key={one.of} one={one} decided={decided.get(one.of)} />
              ))}
            </tbody>
          ),
      )}
    </table>
  );
}

function Row({ one, decided }: { readonly one: HeldShown; readonly decided: DecidedShown | undefined }): ReactElement {
  return (
    <tr>
      <td>
        <b>
          <bdi>{sayThing(one)}</bdi>
        </b>
        <span className="line second">
          since {sayNow(one.since)}, <bdi>{one.by}</bdi>
          {one.isWithdrawn && "; withdrawn as a mistake, and held all the same"} <KnownBy how={one.knowing} />
        </span>
        {one.lines !== null && <Words lines={one.lines} more={one.moreLines} />}
        {one.copy !== null && (
          <span className="line second">
            {one.copy.item} has a copy{one.copy.isAgreed ? ", read by a second person" : " that no second person agreed with"}
          </span>
        )}
      </td>
      <td>
        {decided === undefined ? (
          <b className="mind">not decided</b>
        ) : (
          <>
            <b className={decided.decision === "withhold" ? "mind" : undefined}>{decisionWords[decided.decision]}</b>
            {decided.told !== null && (
              <span className="line second">{decided.told ? "the person is told so" : "the person is not told"}</span>
            )}
          </>
        )}
      </td>
      <td>
        {decided !== undefined && (
          <>
            <bdi>{decided.reason}</bdi>
            {decided.ground !== null && (
              <span className="line second">
                told as: <bdi>{decided.ground}</bdi>
              </span>
            )}
            {decided.stays !== null && (
              <span className="line second">
                another’s name stays: <bdi>{decided.stays}</bdi>
              </span>
            )}
            <span className="line second">
              <bdi>{decided.by}</bdi>, {sayNow(decided.happened)}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

function Words({ lines, more }: { readonly lines: readonly string[]; readonly more: number }): ReactElement {
  const [isOpen, open] = useState(false);
  return (
    <>
      <button type="button" className="in-line" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {isOpen ? "Hide its words" : `Show its words, ${sayCount(lines.length + more, "line")}`}
      </button>
      {isOpen &&
        lines.map((line, i) => (
          <p key={`${i} ${line}`}>
            <bdi>{line}</bdi>
          </p>
        ))}
      {isOpen && more > 0 && <p className="second-words">{sayCount(more, "more line")}: all of them go.</p>}
    </>
  );
}
