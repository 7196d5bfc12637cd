import { type ReactElement, useState } from "react";
import { sayChannel } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import { actList } from "../desk/act-page.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import { byDay, sayAhead, sayFrom, sayLine, sayTime } from "./act-line-words.ts";

/** Acts of a case by day, a page at a time, each leading to where it is read whole. */
export function CaseActs({
  at,
  caseNumber,
  reason,
  now,
}: {
  readonly at: AtDesk;
  readonly caseNumber: string;
  readonly reason: GivenReason;
  readonly now: Parameters<typeof Hindrance>[0]["now"];
}): ReactElement {
  const [after, setAfter] = useState("");
  const path = after === "" ? `cases/${caseNumber}/acts` : `cases/${caseNumber}/acts?after=${encodeURIComponent(after)}`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, actList, reason));
  useTold(at, answer);
  if (answer?.came !== "value")
    return answer ? <Hindrance answer={answer} now={now} again={again} /> : <p role="status">Asking for the acts.</p>;
  const { acts, next } = answer.value;
  return (
    <section aria-label="Acts, one by one">
      <h2>Acts, one by one</h2>
      {acts.length === 0 && <p className="second-words">No act came in an opened pack. That is not “nothing happened”.</p>}
      {byDay(acts).map(({ day, lines }) => (
        <section key={day} className="act-day" aria-label={day}>
          <h3>{day}</h3>
          <ul className="lines">
            {lines.map((one) => (
              <li key={one.place}>
                <span className="second-words">{sayTime(one)}</span>
                <span>
                  <PlaceLink way={at.way} to={{ screen: "act", case: caseNumber, item: one.item, ordinal: one.ordinal }}>
                    {sayLine(one)}
                  </PlaceLink>
                  <span className="line second">
                    {[sayFrom(one), sayChannel(one.channel), one.report].filter((word) => word !== "").join(", ")}
                  </span>
                  {one.isAhead && <span className="line second mind">{sayAhead(one)}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="actions">
        {after !== "" && (
          <button type="button" className="second-button" onClick={() => setAfter("")}>
            From the first
          </button>
        )}
        {next !== undefined && (
          <button type="button" className="second-button" onClick={() => setAfter(next)}>
            Later acts
          </button>
        )}
      </p>
    </section>
  );
}
