import type { ReactElement } from "react";
import type { ErasedShown } from "../../desk/retention.ts";
import { RowsTable } from "../../parts/rows-table.tsx";
import { sayNow } from "../../parts/say-when.ts";
import { sayErasedRule } from "./retention-words.ts";

const columns = ["Case", "By whom, by which rule", "Carried out here"] as const;

/** What was erased: numbers, days and who said so, since nothing else is left of it. */
export function ErasedList({ erased, inAll }: { readonly erased: readonly ErasedShown[]; readonly inAll: number }): ReactElement {
  return (
    <section aria-labelledby="erased">
      <h2 id="erased">
        Erased <span className="second-words">{inAll === 0 ? "nothing yet" : `${inAll} in all; no content is left of any`}</span>
      </h2>
      {erased.length > 0 && (
        <RowsTable className="kept-rows erased-rows" caption="What was erased, the newest first" columns={columns}>
          <tbody>
            {erased.map(({ subject, at, rule, first, second, here }) => (
              <tr key={`${subject.of} ${subject.id} ${at}`}>
                <th scope="row">
                  <b>{subject.id}</b>
                  <span className="line second">{subject.of === "case" ? "case" : "report"}</span>
                </th>
                <td data-says="By">
                  <span className="line">
                    {first}, then {second}; {sayNow(at)}
                  </span>
                  <span className="line second">{sayErasedRule(rule)}</span>
                </td>
                <td data-says="Here">
                  {here.length === 0 && <span className="line">no entry of it here</span>}
                  {here.map((one) => (
                    <span key={one} className="line">
                      {sayNow(one)}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </RowsTable>
      )}
    </section>
  );
}
