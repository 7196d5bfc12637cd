import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import { type Supervision, supervision } from "../desk/supervision.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import { SupervisionDips } from "./supervision-dips.tsx";
import { SupervisionMove } from "./supervision-move.tsx";
import { SupervisionRows, WaitsBeyond, keysOfRows } from "./supervision-rows.tsx";
import { placeOfRow, sayWaiting } from "./supervision-words.ts";
import { OverdueByTeam, ReviewDates, WorkHeld } from "./supervision-work.tsx";

/** Rows that a figure opens. */
const figures = 9;

/** What waits for a second person, how much is with whom, what is looked at again, and samples to be read. Nothing is decided here: each row leads to where it is. */
export function SupervisionScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const { answer, again } = useAnswer("supervision", () => at.world.desk.get("supervision", supervision));
  useTold(at, answer);
  if (answer?.came !== "value")
    return <PageAwaited title="Waiting for a second person" asking="Asking what waits." {...{ answer, now, again }} />;
  return <Shown at={at} shown={answer.value} now={now} again={again} />;
}

function Shown({
  at,
  shown: { rows, more, work, isMore, timesSet, dates, draws },
  now,
  again,
}: {
  readonly at: AtDesk;
  readonly shown: Supervision;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const [isDrawing, setDrawing] = useState(false);
  const [moving, setMoving] = useState<string | undefined>(undefined);
  const keyed = rows.filter((row) => row.whyNot === null && placeOfRow(row) !== undefined).slice(0, figures);
  const move = (id: string): void => setMoving(moving === id ? undefined : id);
  const first = work.officers[0]?.id ?? (work.withNobody.length > 0 ? "nobody" : undefined);
  useKeys([
    ...keysOfRows(at, keyed),
    ...(first === undefined
      ? []
      : [{ name: "hand-over", presses: ["h"], cap: "H", says: "hand over", isInBar: true, run: () => move(first) }]),
    { name: "draw", presses: ["d"], cap: "D", says: "draw", isInBar: true, run: () => setDrawing(!isDrawing) },
    { name: "look-again", presses: ["Shift+r"], cap: "⇧R", says: "look again", run: again },
  ]);
  const done = (): void => {
    setMoving(undefined);
    again();
  };
  return (
    <>
      <main id="work" className="work supervision">
        <header className="work-head">
          <h1>Waiting for a second person</h1>
          <p className="end second-words">what is most dangerous to leave, first</p>
        </header>
        <p className="sentence">{sayWaiting(rows, now)}</p>
        {rows.length > 0 && <SupervisionRows at={at} rows={rows} keyed={keyed} now={now} />}
        <WaitsBeyond {...{ more, isMore, timesSet }} />
        <div className="two-sides">
          <OverdueByTeam teams={work.teams} />
          <ReviewDates at={at} dates={dates} />
        </div>
      </main>
      <aside className="side" aria-label="Work and samples" tabIndex={0}>
        <WorkHeld work={work} moving={moving} move={move} />
        {moving !== undefined && <SupervisionMove key={moving} at={at} of={moving} now={now} done={done} />}
        <SupervisionDips {...{ at, now, again, draws, isDrawing, setDrawing }} />
      </aside>
    </>
  );
}
