import type { ReactElement } from "react";
import { ChartOrTable } from "@unmask/fittings-screen";
import { sayCount, sayNumber } from "@unmask/words";
import type { Way } from "../address/use-place.ts";
import { type FindingOfBoth, type FindingSide, findingsAnswer } from "../desk/exhibits.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { KnownBy } from "../parts/known-by.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import type { CasePartProps } from "./case-part.ts";
import { sayAgreement, sayAgrees, sayPattern } from "./exhibit-words.ts";

/** What stands out: as each pack has it and as it was worked out here. Where they differ both stay, as wide as one another. */
export function CaseFindings({ at, page, reason, now }: CasePartProps): ReactElement {
  const path = `cases/${page.case}/findings`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, findingsAnswer, reason));
  useTold(at, answer);
  if (answer?.came !== "value")
    return answer ? <Hindrance answer={answer} now={now} again={again} /> : <p role="status">Asking for what stands out.</p>;
  const { course, findings } = answer.value;
  const differing = findings.filter(({ agreement }) => agreement !== "agrees");
  const same = findings.filter(({ agreement }) => agreement === "agrees");
  return (
    <section aria-labelledby="stands-out">
      <h2 id="stands-out">What stands out, as it was sent and as it was worked out here</h2>
      <p className="sentence">
        {course.says}. {course.apart}
      </p>
      {findings.length === 0 ? (
        <p className="second-words">No pack brought a finding. That is not “nothing stands out”.</p>
      ) : (
        <p className={differing.length > 0 ? "bold mind" : ""}>{sayAgreement(findings)}.</p>
      )}
      <ul className="findings">
        {[...differing, ...same].map((finding) => (
          <Finding key={`${finding.item} ${finding.nth}`} finding={finding} way={at.way} caseNumber={page.case} />
        ))}
      </ul>
    </section>
  );
}

interface OneFinding {
  readonly finding: FindingOfBoth;
  readonly way: Way;
  readonly caseNumber: string;
}

function Finding({ finding, way, caseNumber }: OneFinding): ReactElement {
  const { agreement, hers, here, why, item } = finding;
  const of = { way, caseNumber, item };
  const isSame = agreement === "agrees";
  return (
    <li className={isSame ? "" : "is-minded"}>
      <h3>
        {sayPattern(finding)} <span className={isSame ? "second-words" : "bold mind"}>{sayAgrees(agreement)}</span>
      </h3>
      {why !== null && <p className="second-words">{why}</p>}
      {isSame && here ? (
        <Side title="As it was sent, and worked out here" side={here} {...of} />
      ) : (
        <div className="two-sides">
          {hers ? <Side title="As it was sent" side={hers} {...of} /> : <NoSide title="As it was sent" />}
          {here ? <Side title="Worked out here" side={here} {...of} /> : <NoSide title="Worked out here" />}
        </div>
      )}
    </li>
  );
}

function NoSide({ title }: { readonly title: string }): ReactElement {
  return (
    <div>
      <p className="second-words">{title}</p>
      <p className="dashed">There is none of this pattern.</p>
    </div>
  );
}

/** Acts that are named at once; the others stand behind them. */
const namedAtOnce = 8;

function Side({
  title,
  side,
  way,
  caseNumber,
  item,
}: Omit<OneFinding, "finding"> & { readonly title: string; readonly side: FindingSide; readonly item: string }): ReactElement {
  const { says, how, couldChange, acts, actsInAll, table, more } = side;
  const link = (ordinal: number): ReactElement => (
    <PlaceLink key={ordinal} way={way} to={{ screen: "act", case: caseNumber, item, ordinal }}>
      <span className="unseen">act </span>
      {sayNumber(ordinal)}
    </PlaceLink>
  );
  return (
    <div>
      <p className="second-words">
        {title} <KnownBy how="worked-out" />
      </p>
      <p className="finding-says">{says}</p>
      <p className="act-links">
        <span className="second-words">Rests on {sayCount(actsInAll, "act")}:</span> {acts.slice(0, namedAtOnce).map(link)}
      </p>
      <details>
        <summary>How it was worked out, and what could change it</summary>
        <p>{how}</p>
        <ul>
          {couldChange.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        {acts.length > namedAtOnce && <p className="act-links">{acts.slice(namedAtOnce).map(link)}</p>}
        {actsInAll > acts.length && <p className="second-words">And {sayNumber(actsInAll - acts.length)} more, in the timeline.</p>}
        {table.rows.length > 0 && <ChartOrTable drawing={undefined} table={table} caption={says} />}
        {more > 0 && <p className="second-words">{sayCount(more, "row")} more of the table stand in the pack.</p>}
      </details>
    </div>
  );
}
