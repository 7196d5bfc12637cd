import type { ReactElement } from "react";
import { ChartOrTable } from "@unmask/fittings-screen";
import { sayNumber } from "@unmask/words";
import type { ActPage } from "../desk/act-page.ts";
import { KeyCap } from "../parts/key-cap.tsx";
import { KnownBy } from "../parts/known-by.tsx";

/** What an act says, as it was written, and what is known of it, a row each with how it is known. */
export function ActWords({ page }: { readonly page: ActPage }): ReactElement {
  return (
    <>
      <header className="work-head">
        <h1>
          {page.kind}, act {sayNumber(page.act)}
        </h1>
        <p className="second-words">{page.from}</p>
        <p className="end second-words">
          <KeyCap of={{ name: "next-row", presses: ["j"], cap: "J" }} /> next{" "}
          <KeyCap of={{ name: "row-before", presses: ["k"], cap: "K" }} /> before
        </p>
      </header>
      {page.words === "" ? (
        <p className="second-words">It has no words. That is not “nothing was said”.</p>
      ) : (
        <blockquote className="account">{page.words}</blockquote>
      )}
      <dl className="act-facts">
        {page.facts.map(({ label, strong, says, how }, i) => (
          // One label can stand twice: who that is, by her account and by what was worked out.
          <div key={`${label} ${i}`}>
            <dt>{label}</dt>
            <dd>
              {strong !== undefined && <b>{strong}</b>} {says}
            </dd>
            <dd>
              <KnownBy how={how} />
            </dd>
          </div>
        ))}
      </dl>
      {page.clock && (
        <ChartOrTable
          drawing={page.clock}
          table={{ columns: ["When it may have been"], rows: [[page.clock.desktop.alt]] }}
          caption={page.clock.desktop.title}
        />
      )}
    </>
  );
}
