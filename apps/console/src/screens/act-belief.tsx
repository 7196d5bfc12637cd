import type { ReactElement } from "react";
import { sayNumber } from "@unmask/words";
import type { ActPage, ActSource } from "../desk/act-page.ts";
import { KnownBy } from "../parts/known-by.tsx";
import { VerdictBox } from "../parts/verdict-box.tsx";
import { hexRows } from "./hex-rows.ts";

/** Why an act may be believed: its bytes, its way here, the verdict of each check, and, as wide, what none of it proves. */
export function ActBelief({ page }: { readonly page: ActPage }): ReactElement {
  return (
    <>
      <h2>The bytes it came from</h2>
      {page.source ? (
        <Bytes source={page.source} />
      ) : (
        <p className="second-words">There are none: somebody said it, and somebody typed it. It is an account and no record.</p>
      )}
      <h2>From the phone to this screen</h2>
      <ol className="way-here">
        {page.steps.map(({ says, how }) => (
          <li key={says}>
            {says} <KnownBy how={how} />
          </li>
        ))}
      </ol>
      <h2>What was checked, and what came out</h2>
      {page.checks.length === 0 && <p className="second-words">Nothing: there is no file behind it.</p>}
      <ul className="checks two">
        {page.checks.map(({ verdict, says }) => (
          <li key={says}>
            <VerdictBox verdict={verdict} /> <span>{says}</span>
          </li>
        ))}
      </ul>
      <h2>What it does not show</h2>
      <ul className="not-shown">
        {page.notProved.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
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

function Bytes({ source }: { readonly source: ActSource }): ReactElement {
  return (
    <>
      <p className="second-words">{source.says}. Shown inert.</p>
      <ol className="source-lines mono" aria-label="Lines of the file">
        {source.lines.map(({ line, text, isOfAct }) => (
          <li key={line} className={isOfAct ? "is-of-act" : ""}>
            <span className="line-number">{sayNumber(line)}</span>
            <span>
              {text}
              {isOfAct && <span className="unseen"> (of this act)</span>}
            </span>
          </li>
        ))}
      </ol>
      <div className="sideways" role="region" tabIndex={0} aria-label="Bytes of the file">
        <table className="hex mono">
          <caption className="unseen">Bytes of the file, those of the act marked</caption>
          <tbody>
            {hexRows(source.bytes).map(({ offset, bytes }) => (
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
