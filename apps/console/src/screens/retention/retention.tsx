import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { RetentionPlace } from "../../address/place.ts";
import type { AtDesk } from "../../at-desk.ts";
import { type Losses, lossesAnswer } from "../../desk/losses.ts";
import { type Retention, retentionAnswer } from "../../desk/retention.ts";
import { useKeys } from "../../keys/keyboard.tsx";
import { sayCivilDay } from "../../parts/civil-day.ts";
import type { Layout } from "../../parts/layout.ts";
import { PageAwaited } from "../../parts/page-awaited.tsx";
import { PlaceLink } from "../../parts/place-link.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { useTold } from "../../parts/use-told.ts";
import { ErasedList } from "./erased-list.tsx";
import { LossSide } from "./loss-side.tsx";
import { LossTable } from "./loss-table.tsx";
import { RetentionDryRun } from "./retention-dry-run.tsx";
import { RetentionSide } from "./retention-side.tsx";
import { RetentionTable } from "./retention-table.tsx";
import { headsOf, rowOf, sayReviews, sayRule } from "./retention-words.ts";

const title = "Retention review";

/** How long things are kept, what two people decide to erase, and what was lost with its 72 hours; beside the lists the chosen row. */
export function RetentionScreen({
  at,
  place,
  now,
  layout,
}: {
  readonly at: AtDesk;
  readonly place: RetentionPlace;
  readonly now: Instant;
  readonly layout: Layout;
}): ReactElement {
  const kept = useAnswer("retention", () => at.world.desk.get("retention", retentionAnswer));
  const lost = useAnswer("losses", () => at.world.desk.get("losses", lossesAnswer));
  useTold(at, lost.answer);
  useTold(at, kept.answer);
  const again = (): void => {
    kept.again();
    lost.again();
  };
  const waits = kept.answer?.came === "value" ? lost.answer : kept.answer;
  if (kept.answer?.came !== "value" || lost.answer?.came !== "value")
    return <PageAwaited title={title} asking="Asking what is due for review." answer={waits} now={now} again={again} />;
  return <Shown {...{ at, place, now, layout, again }} retention={kept.answer.value} losses={lost.answer.value.losses} />;
}

interface ShownProps {
  readonly at: AtDesk;
  readonly place: RetentionPlace;
  readonly now: Instant;
  readonly layout: Layout;
  readonly again: () => void;
  readonly retention: Retention;
  readonly losses: Losses["losses"];
}

function Shown({ at, place, now, layout, again, retention, losses }: ShownProps): ReactElement {
  const heads = headsOf(retention);
  const rows = heads.flatMap((head) => head.rows);
  const loss = losses.find((one) => one.loss === place.row);
  const asked = rows.find(({ subject }) => rowOf(subject) === place.row);
  const isNarrow = layout === "narrow";
  const chosen = loss === undefined ? (asked ?? (isNarrow ? undefined : rows[0])) : undefined;
  const names = [...rows.map(({ subject }) => rowOf(subject)), ...losses.map((one) => one.loss)];
  const here = loss?.loss ?? (chosen && rowOf(chosen.subject));
  const step = (by: 1 | -1) => () => {
    const next = names[names.findIndex((one) => one === here) + by];
    if (next === undefined) return;
    at.way.replace({ screen: "retention", row: next });
    document.getElementById(`row-${next}`)?.focus();
  };
  useKeys([
    { name: "next-row", presses: ["j", "ArrowDown"], cap: "↑↓", says: "row", isInBar: true, run: step(1) },
    { name: "row-before", presses: ["k", "ArrowUp"], cap: "K", says: "row before", run: step(-1) },
    { name: "again", presses: ["r"], cap: "R", says: "look again", run: again },
  ]);
  const [runOf, showRunOf] = useState<string | undefined>(undefined);
  const dryRun = chosen !== undefined && chosen.mayDecide && (
    <RetentionDryRun
      key={rowOf(chosen.subject)}
      {...{ at, now }}
      subject={chosen.subject}
      isOpen={runOf === rowOf(chosen.subject)}
      open={showRunOf}
    />
  );
  const side = loss ? (
    <LossSide key={loss.loss} {...{ at, loss, now, again }} />
  ) : (
    chosen && <RetentionSide key={rowOf(chosen.subject)} {...{ at, now, again }} row={chosen} />
  );
  // On a phone the lists come first, and what is chosen stands alone.
  if (isNarrow && (loss !== undefined || asked !== undefined))
    return (
      <main id="work" className="work retention retention-alone">
        <p>
          <PlaceLink way={at.way} to={{ screen: "retention" }}>
            Back to the review
          </PlaceLink>
        </p>
        {side}
        {dryRun}
      </main>
    );
  return (
    <>
      <main id="work" className="work retention">
        <header className="work-head">
          <h1>{title}</h1>
          <Schedule {...retention} />
        </header>
        <p className="sentence">{sayReviews(retention)}</p>
        {rows.length === 0 ? (
          <p className="notice">Nothing has reached its review, and nothing does within a month.</p>
        ) : (
          <RetentionTable way={at.way} heads={heads} chosen={isNarrow ? undefined : chosen} />
        )}
        <p className="second-words">
          {retention.later === 0
            ? "No review comes later."
            : `${retention.later} more ${retention.later === 1 ? "has ended; its review comes" : "have ended; their review comes"} later.`}
        </p>
        {dryRun}
        <LossTable {...{ at, losses, now, again }} chosen={isNarrow ? undefined : loss} />
        <ErasedList erased={retention.newest} inAll={retention.erased} />
      </main>
      {!isNarrow && side !== undefined && (
        <aside className="side retention-side" aria-label="What is decided about the chosen row" tabIndex={0}>
          {side}
        </aside>
      )}
    </>
  );
}

/** The periods that hold, whose they are, and what comes. */
function Schedule({ inForce, toCome }: Pick<Retention, "inForce" | "toCome">): ReactElement {
  const isShipped = inForce.every(({ by }) => by === "shipped");
  return (
    <details className="schedule">
      <summary>
        {isShipped ? "Placeholder: this force has set no period yet" : "The schedule of this force"}
        <span className="second-words"> no period is national</span>
      </summary>
      <ul>
        {[...inForce, ...toCome].map((rule) => (
          <li key={`${rule.class} ${rule.from} ${rule.months}`}>
            {sayRule(rule)}
            <span className="line second">
              {rule.by === "shipped" ? rule.says : `“${rule.says}”, from ${sayCivilDay(rule.from)}, set by ${rule.by}`}
            </span>
          </li>
        ))}
      </ul>
      <p className="second-words">Rows are added with “unmask force retention --rule”, each with who set it; none is changed.</p>
    </details>
  );
}
