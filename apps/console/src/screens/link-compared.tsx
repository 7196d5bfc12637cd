import type { ReactElement } from "react";
import type { ComparedRow, LinkSide, SharedIdentifier } from "../desk/links.ts";
import { KnownBy } from "../parts/known-by.tsx";

const groups = [
  { key: "agrees", says: "Agrees", sign: "=" },
  { key: "contradicts", says: "Contradicts", sign: "≠" },
  { key: "notKnown", says: "Not known yet", sign: "---" },
] as const;

/** What agrees, what contradicts and what is not known: rows of one kind and one size, told apart by sign and word. */
export function LinkCompared({
  shared,
  one,
  other,
}: {
  readonly shared: SharedIdentifier;
  readonly one: LinkSide;
  readonly other: LinkSide;
}): ReactElement {
  return (
    <table className="compared">
      <caption className="unseen">What agrees, what contradicts, what is not known</caption>
      <thead>
        <tr>
          <th scope="col">
            <b>{one.says}</b>
          </th>
          <th scope="col">
            <span className="unseen">What is compared</span>
          </th>
          <th scope="col">
            <b>{other.says}</b>
          </th>
        </tr>
      </thead>
      {groups.map(({ key, says, sign }) => (
        <tbody key={key}>
          <tr className="group-head">
            <th scope="rowgroup" colSpan={3}>
              <b>
                {says}, {shared[key].length}
              </b>
            </th>
          </tr>
          {shared[key].map((row, i) => (
            <Row key={`${row.says} ${i}`} row={row} sign={sign} isMind={key === "contradicts"} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row, sign, isMind }: { readonly row: ComparedRow; readonly sign: string; readonly isMind: boolean }): ReactElement {
  return (
    <tr>
      <td>{row.left}</td>
      <th scope="row">
        <span className={isMind ? "sign mind" : "sign"} aria-hidden="true">
          {sign}
        </span>
        <span>
          <span className="line bold">{row.says}</span>
          <KnownBy how={row.known} /> {row.note !== undefined && <span className="second-words">{row.note}</span>}
        </span>
      </th>
      <td>{row.right}</td>
    </tr>
  );
}
