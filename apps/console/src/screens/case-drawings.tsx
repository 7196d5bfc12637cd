import type { ReactElement } from "react";
import { ChartOrTable } from "@unmask/fittings-screen";
import { sayCount, sayList, sayNumber } from "@unmask/words";
import { type CourseDrawn, type DrawnFinding, courseDrawn } from "../desk/course-drawn.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { KnownBy } from "../parts/known-by.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import type { CasePartProps } from "./case-part.ts";

/** The course of it drawn over the acts of all packs: each picture with its sentence, its table beside it, and the acts by which it is opened. */
export function CaseDrawings({ at, page, reason, now }: CasePartProps): ReactElement {
  const path = `cases/${page.case}/drawings`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, courseDrawn, reason));
  useTold(at, answer);
  if (answer?.came !== "value")
    return answer ? <Hindrance answer={answer} now={now} again={again} /> : <p role="status">Drawing the acts of all packs.</p>;
  const { drawings } = answer.value;
  return (
    <section aria-label="The course of it, drawn">
      <p className="second-words">{sayWhose(answer.value)}</p>
      {answer.value.ahead !== null && <p className="mind">{answer.value.ahead}</p>}
      {drawings.map((drawn) => (
        <Drawn key={drawn.pattern} drawn={drawn} at={at} caseNumber={page.case} />
      ))}
    </section>
  );
}

function Drawn({
  drawn,
  at,
  caseNumber,
}: Pick<CasePartProps, "at"> & { readonly drawn: DrawnFinding; readonly caseNumber: string }): ReactElement {
  const { says, how, couldChange, drawing, table, acts, actsInAll } = drawn;
  return (
    <article className="course is-drawn">
      <h2 className="chart-sentence">
        {says} <KnownBy how="worked-out" />
      </h2>
      <ChartOrTable drawing={drawing} table={table} caption={says} />
      <details>
        <summary>Its acts, how it was worked out, and what could change it</summary>
        <p>{how}</p>
        <ul>
          {couldChange.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p className="act-links">
          {acts.map(({ item, ordinal }) => (
            <PlaceLink key={`${item} ${ordinal}`} way={at.way} to={{ screen: "act", case: caseNumber, item, ordinal }}>
              <span className="unseen">act </span>
              {sayNumber(ordinal)}
            </PlaceLink>
          ))}
          {actsInAll > acts.length && <span className="second-words"> and {sayNumber(actsInAll - acts.length)} more</span>}
        </p>
      </details>
    </article>
  );
}

/** Of whose acts the pictures are, and what is in none of them. */
function sayWhose({ counts, acts, isCut, notStated }: CourseDrawn): string {
  if (counts === null)
    return "No pack of this case says whose its acts are: nothing is drawn of anybody. What came by week stands on the first page.";
  const apart = [
    [counts.perhaps, "perhaps theirs"],
    [counts.hers, "the person’s own"],
    [counts.others, "of other people or of nobody named"],
  ] as const;
  const left = apart.flatMap(([many, says]) => (many === 0 ? [] : [`${sayNumber(many)} ${says}`]));
  return [
    `Drawn of ${sayCount(counts.theirs, "act")} of theirs, as each pack states.`,
    left.length === 0 ? "" : `In no picture: ${sayList(left)}.`,
    notStated === 0 ? "" : `${sayCount(notStated, "pack")} of this case ${notStated === 1 ? "does" : "do"} not say whose.`,
    isCut ? `Only the first ${sayNumber(acts)} acts are drawn.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
