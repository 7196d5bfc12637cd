import type { ReactElement } from "react";
import { type Edition, editionsToCsv, measureInWords, monthInWords } from "@unmask/case";
import { sayCount } from "@unmask/words";
import type { EditionDraft } from "../desk/learn.ts";
import { sayCivilDay } from "../parts/civil-day.ts";
import { changedSince, hiddenInWords, nthInWords, numbersInWords } from "./edition-words.ts";

/** Lines of the CSV that are shown. */
const firstLines = 6;

/** What changed since the edition before, what an attacker gets beside what was promised, and what is not in it. */
export function EditionSide({ draft, last }: { readonly draft: EditionDraft; readonly last: Edition | null }): ReactElement {
  const { edition } = draft;
  return (
    <aside className="side edition" aria-label="What it tells, and to whom" tabIndex={0}>
      {last !== null && <Changed last={last} edition={edition} />}
      <Attacked draft={draft} />
      <section aria-labelledby="protects-not">
        <h2 id="protects-not">What this does not protect against</h2>
        <p>Somebody who already knows all other reports can work out the last one. Stated on every export.</p>
      </section>
      <section aria-labelledby="first-lines">
        <h2 id="first-lines">First lines of the CSV</h2>
        <pre className="mono first-lines">{editionsToCsv([edition]).split("\n").slice(0, firstLines).join("\n")}</pre>
      </section>
      <section aria-labelledby="not-in">
        <h2 id="not-in">Not in this edition</h2>
        <ul className="plain-lines">
          {edition.leftOut.map(({ measure, dimension }) => (
            <li key={`${measure} ${dimension}`}>
              {measureInWords[measure]}
              {dimension !== "" && `, by ${dimension}`}: left out
            </li>
          ))}
          <li>By district: a second dimension, never.</li>
          <li>Medians of fewer than 20.</li>
        </ul>
      </section>
    </aside>
  );
}

function Changed({ last, edition }: { readonly last: Edition; readonly edition: Edition }): ReactElement {
  const { changed, same } = changedSince(last, edition);
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">What changed since the {nthInWords(last.edition)} edition</h2>
      <p className="second-words">
        Of {sayCivilDay(last.made)}. It stays as it is; {sayCount(same, "cell")} {same === 1 ? "is" : "are"} the same.
      </p>
      {changed.length === 0 ? (
        <p>Nothing that is shown: what changed is hidden in both.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{monthInWords(edition.month)}</th>
              <th scope="col">{nthInWords(last.edition)}</th>
              <th scope="col">{nthInWords(edition.edition)}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ says, before, now }) => (
              <tr key={says}>
                <th scope="row">{says}</th>
                <td>{before}</td>
                <td>
                  <b>{now}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Attacked({ draft: { edition, hidden, beside } }: { readonly draft: EditionDraft }): ReactElement {
  const broken = hidden.filter(({ canBe, asked }) => canBe.length < asked).length;
  return (
    <section aria-labelledby="attacked">
      <h2 id="attacked">Looked at as an attacker would</h2>
      <p className="second-words">
        Beside {beside === 0 ? "no edition before it" : `all ${sayCount(beside, "edition")} before it`}, solved for each hidden cell.
      </p>
      {hidden.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Hidden in {monthInWords(edition.month)}</th>
              <th scope="col">Could be</th>
              <th scope="col">Numbers asked for</th>
            </tr>
          </thead>
          <tbody>
            {hidden.map((cell) => (
              <tr key={`${cell.measure} ${cell.dimension} ${cell.value}`}>
                <th scope="row">{hiddenInWords(cell)}</th>
                <td>{numbersInWords(cell)}</td>
                <td>{cell.asked}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        {broken === 0 ? (
          <>
            <b className="teal">Holds</b> for{" "}
            {hidden.length === 0 ? "it: nothing is hidden" : `all ${sayCount(hidden.length, "hidden cell")}`}. If one did not, the edition
            could not be published, and another cell would be held.
          </>
        ) : (
          <b className="mind">Does not hold for {sayCount(broken, "hidden cell")}: it cannot be published.</b>
        )}
      </p>
    </section>
  );
}
