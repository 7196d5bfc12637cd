import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import type { ActPage, ByteWindow } from "../desk/act-page.ts";
import { sayWhen } from "../parts/say-when.ts";
import { VerdictBox } from "../parts/verdict-box.tsx";
import { hexRows, linesOfWindow } from "./hex-rows.ts";

/** Why an act may be believed: its bytes, the verdict of each check, and, as wide, what none of it shows. */
export function ActBelief({ page, now }: { readonly page: ActPage; readonly now: Instant }): ReactElement {
  const { sha256, takenAt } = page.pack;
  return (
    <>
      <h2>The bytes it came from</h2>
      {page.bytes ? (
        <Bytes shown={page.bytes} />
      ) : (
        <p className="second-words">{page.whyNoBytes ?? "There are none: it is an account and no record."}</p>
      )}
      <h2>What was checked, and what came out</h2>
      {page.verdicts.length === 0 && <p className="second-words">Nothing: there is no file behind it.</p>}
      <ul className="checks two">
        {page.verdicts.map(({ path, verdict, why }, i) => (
          <li key={`${path} ${i}`}>
            <VerdictBox verdict={verdict} />
            <span>
              {path === "" ? "The pack as a whole" : path}
              {why !== "" && <span className="line second">{why}</span>}
            </span>
          </li>
        ))}
      </ul>
      {sha256 !== null && (
        <p className="second-words">
          Pack <span className="mono">{sha256}</span>
          {takenAt !== null && `, here since ${sayWhen(takenAt, now)}`}
        </p>
      )}
      <h2>What it does not show</h2>
      <p>{page.notProved}</p>
      <h2>Check it by hand, with tools that are not ours</h2>
      {page.byHand.length === 0 ? (
        <p className="second-words">There is no file to check.</p>
      ) : (
        <pre className="mono by-hand" tabIndex={0} aria-label="Commands to check it by hand">
          {page.byHand.join("\n")}
        </pre>
      )}
    </>
  );
}

function Bytes({ shown }: { readonly shown: ByteWindow }): ReactElement {
  return (
    <>
      <p className="second-words">
        {shown.path}; bytes {sayNumber(shown.start)} to {sayNumber(shown.end)}. Shown inert.
      </p>
      <ol className="source-lines mono" aria-label="Lines of the file">
        {linesOfWindow(shown).map(({ before, ofAct, after }, i) => (
          <li key={i}>
            {before}
            {ofAct !== "" && <mark>{ofAct}</mark>}
            {ofAct.trim() !== "" && <span className="unseen"> (of this act)</span>}
            {after}
          </li>
        ))}
      </ol>
      <div className="sideways" role="region" tabIndex={0} aria-label="Bytes of the file">
        <table className="hex mono">
          <caption className="unseen">Bytes of the file, those of the act marked</caption>
          <tbody>
            {hexRows(shown).map(({ offset, bytes }) => (
              <tr key={offset}>
                <th scope="row">{sayNumber(offset)}</th>
                <td>{bytes.map(({ hex, isOfAct }, i) => (isOfAct ? <mark key={i}>{`${hex} `}</mark> : `${hex} `))}</td>
                <td>{bytes.map(({ letter, isOfAct }, i) => (isOfAct ? <mark key={i}>{letter}</mark> : letter))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
