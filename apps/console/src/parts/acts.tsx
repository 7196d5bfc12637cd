import type { ReactElement } from "react";
import { sayCount } from "@unmask/words";
import type { ReportAct } from "../desk/report.ts";
import { KnownBy } from "./known-by.tsx";

/** The acts that stand out, each with its day, its words, how it is known and who; and how many no line names. */
export function Acts({ acts, inAll }: { readonly acts: readonly ReportAct[]; readonly inAll: number }): ReactElement {
  return (
    <>
      <ol className="acts">
        {acts.map(({ day, says, how, who }, i) => (
          // Acts have no number here: the list is replaced whole.
          <li key={i}>
            <span className="day">{day}</span>
            <span>
              <span className="said">{says}</span>
              <KnownBy how={how} /> {who !== undefined && <span className="second-words">{who}</span>}
            </span>
          </li>
        ))}
      </ol>
      {inAll > acts.length && <p className="second-words">Also {sayCount(inAll - acts.length, "act")} that no line names.</p>}
    </>
  );
}
