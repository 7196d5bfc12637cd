import type { ReactElement } from "react";
import { sayDaysIn } from "../../parts/civil-day.ts";

/** One line that changes. */
interface StruckAndNew {
  readonly what: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** What changes: each state that is struck beside the one that is new. */
export function ChangedList({ rows, none }: { readonly rows: readonly StruckAndNew[]; readonly none: string }): ReactElement {
  if (rows.length === 0) return <p className="second-words">{none}</p>;
  return (
    <dl className="facts changed-list">
      {rows.map(({ what, was, is }, i) => (
        // Two reminders of one end can have the same words.
        <div key={`${i} ${what}`}>
          <dt>{sayDaysIn(what)}</dt>
          <dd>
            {was !== null && <del>{sayDaysIn(was)}</del>} {is === null ? <b>taken out</b> : <b>{sayDaysIn(is)}</b>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
