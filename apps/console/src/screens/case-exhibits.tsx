import type { ReactElement } from "react";
import { sayCount, sayNumber, saySize } from "@unmask/words";
import { type Exhibit, type PackOfCase, exhibitsAnswer } from "../desk/exhibits.ts";
import type { PackLine } from "../desk/pack-line.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { ExhibitFile } from "../parts/exhibit-file.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import { VerdictBox } from "../parts/verdict-box.tsx";
import { CaseFindings } from "./case-findings.tsx";
import type { CasePartProps } from "./case-part.ts";
import { mayHere } from "./disclosure-part.ts";
import { sayFate, sayGrades } from "./exhibit-words.ts";

const disclosureKey = { name: "to-disclosure", presses: ["o"], cap: "O" };

/** Packs of the case with what became of each, the files in them, and what stands out: hers beside what was found here. */
export function CaseExhibits(parts: CasePartProps): ReactElement {
  const { at, page, reason, now } = parts;
  const path = `cases/${page.case}/exhibits`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, exhibitsAnswer, reason));
  useTold(at, answer);
  const announced = page.reports.flatMap(({ report, packs, packsAnnounced }) =>
    packsAnnounced > packs.length ? [{ report, missing: packsAnnounced - packs.length }] : [],
  );
  const found = answer?.came === "value" ? answer.value : undefined;
  return (
    <>
      <header className="work-head">
        <h1>Exhibits</h1>
        {found && (
          <p className="sentence">
            {sayCount(found.exhibits.length, "file")} in {sayCount(found.packs.length, "pack")}. One that is not as sealed stops none of the
            others.
          </p>
        )}
      </header>
      <ToDisclosure at={at} caseNumber={page.case} />
      {answer === undefined && <p role="status">Asking for the exhibits.</p>}
      {answer && answer.came !== "value" && <Hindrance answer={answer} now={now} again={again} />}
      {announced.map(({ report, missing }) => (
        <p key={report}>
          <b>{report}</b>: {sayCount(missing, "pack")} announced, not here yet. The letter is whole without it.
        </p>
      ))}
      {found?.packs.map((pack) => (
        <Pack
          key={pack.item}
          {...parts}
          pack={pack}
          line={page.reports.flatMap(({ packs }) => packs).find(({ sha256 }) => sha256 === pack.sha256)}
          exhibits={found.exhibits.filter(({ item }) => item === pack.item)}
        />
      ))}
      <p>
        <b>What a bad verdict is no sign of:</b> that anything was invented. A fault in copying does this, too. A hash cannot tell who
        changed something, when, or why.
      </p>
      <CaseFindings {...parts} />
    </>
  );
}

/** What is held and not relied on has a page of its own, which the disclosure officer sees without the case. */
function ToDisclosure({ at, caseNumber }: Pick<CasePartProps, "at"> & { readonly caseNumber: string }): ReactElement | null {
  const place = { screen: "disclosure", case: caseNumber } as const;
  const maySee = mayHere(at, "see-disclosure");
  useKeys(maySee ? [{ ...disclosureKey, says: "what is held and not relied on", run: () => at.way.go(place) }] : []);
  if (!maySee) return null;
  return (
    <p>
      <PlaceLink way={at.way} to={place} keys="O">
        Held, and not relied on <KeyCap of={disclosureKey} />
      </PlaceLink>
    </p>
  );
}

function Pack({
  at,
  page,
  reason,
  now,
  pack,
  line,
  exhibits,
}: CasePartProps & {
  readonly pack: PackOfCase;
  /** The same pack as the case's events tell of it. */
  readonly line: PackLine | undefined;
  readonly exhibits: readonly Exhibit[];
}): ReactElement {
  return (
    <section aria-label={`Pack of ${pack.report ?? "a report"}`}>
      <h2>
        Pack of {pack.report}{" "}
        <span className="verdicts">
          {line?.verdicts.map(({ verdict, items }) => (
            <span key={verdict} className="stretch">
              {items} <VerdictBox verdict={verdict} />
            </span>
          ))}
        </span>
      </h2>
      {pack.state === "marked" && (
        <p className="bold mind">
          {sayFate(pack.reason ?? undefined)}
          {pack.why !== null && pack.why !== "" && `: ${pack.why}`}
        </p>
      )}
      {line?.readAgain && (
        <p className={line.readAgain.differs > 0 ? "bold mind" : ""}>
          Read again here, {sayNumber(line.readAgain.same)} of {sayCount(line.readAgain.same + line.readAgain.differs, "act")} agree.
          {line.readAgain.differs > 0 && " Both stay, marked, until somebody chooses."}
        </p>
      )}
      {exhibits.length === 0 ? (
        <p className="second-words">No file of it could be listed. It is kept as it came.</p>
      ) : (
        <div className="sideways" role="region" tabIndex={0} aria-label={`Files of the pack of ${pack.report ?? "a report"}`}>
          <table className="plain-table known-table exhibit-rows">
            <thead>
              <tr>
                <th scope="col">Exhibit</th>
                <th scope="col">What it is</th>
                <th scope="col">Verdict</th>
                <th scope="col">Acts, and how they reached the person</th>
                <th scope="col">The file</th>
              </tr>
            </thead>
            <tbody>
              {exhibits.map((exhibit) => (
                <tr key={exhibit.nth}>
                  <th scope="row">
                    <b>{exhibit.number}</b>
                  </th>
                  <td>
                    {exhibit.name ?? "held back"}
                    <span className="line second">{saySize(exhibit.size)}</span>
                  </td>
                  <td>
                    {exhibit.verdict === null ? <span className="dashed">not in the pack</span> : <VerdictBox verdict={exhibit.verdict} />}
                  </td>
                  <td>
                    {sayCount(exhibit.acts, "act")}
                    <span className="line second">{sayGrades(exhibit.grades)}</span>
                  </td>
                  <td>
                    <ExhibitFile at={at} caseNumber={page.case} file={exhibit} reason={reason} now={now} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pack.verdicts.length > 0 && <Verdicts pack={pack} />}
      <p className="second-words mono">{pack.sha256}</p>
    </section>
  );
}

function Verdicts({ pack }: { readonly pack: PackOfCase }): ReactElement {
  return (
    <details>
      <summary>The verdict of each file and seal, {sayNumber(pack.verdicts.length + pack.moreVerdicts)}</summary>
      <ul className="checks two">
        {pack.verdicts.map(({ path, verdict, why }, i) => (
          <li key={i}>
            <VerdictBox verdict={verdict} />
            <span>
              {path === "" ? "The pack as a whole" : path}
              {why !== "" && <span className="line second">{why}</span>}
            </span>
          </li>
        ))}
      </ul>
      {pack.moreVerdicts > 0 && <p className="second-words">And {sayNumber(pack.moreVerdicts)} more: unmask verify lists them all.</p>}
    </details>
  );
}
