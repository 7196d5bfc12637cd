import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { Copy } from "../desk/disclosure.ts";
import { sayWhen } from "../parts/say-when.ts";

/** Lines of a copy with their numbers; what was taken out stands out in each. */
export function CopyLines({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <ol className="copy-lines">
      {lines.map((line, i) => (
        <li key={`${i} ${line}`}>
          <bdi>
            {line.split(/(\[(?:taken out|not shown): [^\]]*\])/).map((part, nth) =>
              nth % 2 === 1 ? (
                <span key={`${nth} ${part}`} className="gap">
                  {part}
                </span>
              ) : (
                part
              ),
            )}
          </bdi>
        </li>
      ))}
    </ol>
  );
}

/** A derived copy: what was taken out and left in and why, both hashes, who cut it and who read it. */
export function CopyShown({ copy, now }: { readonly copy: Copy; readonly now: Instant }): ReactElement {
  const { lines, taken, leftIn, original, originalHolds, copyHolds, by, happened, readings } = copy;
  return (
    <section aria-labelledby="copy">
      <h2 id="copy">Copy for the defence: a derived copy</h2>
      <p className="second-words">The original is never changed. What is taken out leaves its length and its reason.</p>
      <CopyLines lines={lines} />
      <table className="plain-table copy-taken">
        <caption>What was taken out, and what was left in</caption>
        <thead>
          <tr>
            <th scope="col">Taken out</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {taken.length === 0 && (
            <tr>
              <td>nothing</td>
              <td>it is a copy of the whole</td>
            </tr>
          )}
          {taken.map(({ line, at, length, what, why }) => (
            <tr key={`${line} ${at}`}>
              <td>
                line {line}, <bdi>{what}</bdi>, {length} {length === 1 ? "sign" : "signs"}
              </td>
              <td>
                <bdi>{why}</bdi>
              </td>
            </tr>
          ))}
          {leftIn.map(({ line, why }) => (
            <tr key={`left ${line} ${why}`}>
              <td>line {line}</td>
              <td>
                <b>left in:</b> <bdi>{why}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="facts">
        <Hash says="Original" hash={original} holds={originalHolds} />
        <Hash says="This copy" hash={copy.copy} holds={copyHolds} />
        <div>
          <dt>Cut by</dt>
          <dd>
            <bdi>{by}</bdi>, {sayWhen(happened, now)}, who may see the whole.
          </dd>
        </div>
        <div>
          <dt>Second reader</dt>
          <dd>
            {readings.length === 0 ? (
              <b className="mind">not yet</b>
            ) : (
              readings.map((one) => (
                <span key={one.number} className="line">
                  <bdi>{one.by}</bdi>, {sayWhen(one.happened, now)}:{" "}
                  <b className={one.agrees ? "" : "mind"}>{one.agrees ? "agrees" : "does not agree"}</b>
                  {one.says !== null && <bdi> “{one.says}”</bdi>}
                </span>
              ))
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Hash({ says, hash, holds }: { readonly says: string; readonly hash: string; readonly holds: boolean }): ReactElement {
  return (
    <div>
      <dt>{says}</dt>
      <dd>
        <code className="hash" title={hash}>
          {hash.slice(0, 16)} … {hash.slice(-4)}
        </code>{" "}
        <b className={holds ? "" : "mind"}>{holds ? "worked out again: the same" : "not the same now"}</b>
        <details>
          <summary>whole hash</summary>
          <code className="hash-whole">{hash}</code>
        </details>
      </dd>
    </div>
  );
}
