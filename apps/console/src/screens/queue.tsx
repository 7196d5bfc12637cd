import { type ReactElement, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import type { Queue, QueueRow } from "@unmask/case";
import type { QueuePlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import { queueAnswer } from "../desk/queue-answer.ts";
import { useKeys } from "../keys/keyboard.tsx";
import type { Layout } from "../parts/layout.ts";
import { KeyCap } from "../parts/key-cap.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import { ExportDialog } from "../parts/export-dialog.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import { groupsShown } from "./queue-rows.ts";
import { queueTable } from "./queue-csv.ts";
import { QueueList } from "./queue-list.tsx";
import { QueueTable } from "./queue-table.tsx";

/** The queue: who waits, why they stand where they stand, and what can be done about the one that is chosen. */
export function QueueScreen({
  at,
  place,
  sought,
  now,
  layout,
}: {
  readonly at: AtDesk;
  readonly place: QueuePlace;
  readonly sought: string;
  readonly now: Instant;
  readonly layout: Layout;
}): ReactElement {
  const { world } = at;
  const { answer, again } = useAnswer("queue", () => world.desk.get("queue", queueAnswer));
  useTold(at, answer);
  if (answer?.came !== "value")
    return (
      <main id="work" className="work">
        <h1>Queue</h1>
        {answer === undefined ? <p role="status">Asking for the rows.</p> : <Hindrance answer={answer} now={now} again={again} />}
      </main>
    );
  return <Rows {...{ at, place, sought, now, layout, again }} queue={answer.value.queue} />;
}

function Rows({
  at,
  place,
  sought,
  now,
  layout,
  queue,
  again,
}: {
  readonly at: AtDesk;
  readonly place: QueuePlace;
  readonly sought: string;
  readonly now: Instant;
  readonly layout: Layout;
  readonly queue: Queue;
  readonly again: () => void;
}): ReactElement {
  const { way, me } = at;
  const [asked] = useState(now);
  const [isExporting, setExporting] = useState(false);
  const groups = groupsShown(queue, place, sought, me.officer.id);
  const rows = groups.flatMap((group) => group.rows);
  const chosen = rows.find(({ report }) => report === place.row) ?? rows[0];
  const filters = useRef<HTMLElement>(null);
  const choose = (row: QueueRow | undefined): void => {
    if (row) way.replace({ ...place, row: row.report });
  };
  const step = (by: 1 | -1) => () => {
    const next = rows[rows.findIndex((row) => row === chosen) + by];
    choose(next);
    // The focus goes with the choice, where the keys left it.
    if (next) document.getElementById(`row-${next.report}`)?.focus();
  };
  useKeys([
    { name: "next-row", presses: ["j", "ArrowDown"], cap: "J", says: "next row", run: step(1) },
    { name: "row-before", presses: ["k", "ArrowUp"], cap: "K", says: "row before", run: step(-1) },
    { name: "filter", presses: ["f"], cap: "F", says: "filter", isInBar: true, run: () => filters.current?.querySelector("a")?.focus() },
    { name: "telephone", presses: ["t"], cap: "T", says: "somebody is on the line", run: () => way.go({ screen: "telephone" }) },
    { name: "again", presses: ["r"], cap: "R", says: "look again", isInBar: true, run: again },
  ]);
  const shown = { groups, place, way, now, officer: me.officer.id, chosen, choose };
  return (
    <>
      <main id="work" className="work">
        <header className="work-head">
          <h1>Queue</h1>
          <p className="sentence">{queue.head.says}</p>
          <button type="button" className="second-button end" onClick={() => way.go({ screen: "telephone" })} aria-keyshortcuts="T">
            {at.call ? "Back to the line" : "Somebody is on the line"} <KeyCap of={{ name: "telephone", presses: ["t"], cap: "T" }} />
          </button>
        </header>
        <QueueFilters {...{ place, way, queue, asked, filters, again }} startExport={() => setExporting(true)} officer={me.officer.id} />
        {isExporting && (
          <ExportDialog
            at={at}
            what="queue"
            table={queueTable(rows, now)}
            about={rows.map(({ report }) => report)}
            now={now}
            close={() => setExporting(false)}
          />
        )}
        {rows.length === 0 ? (
          <Nothing isSought={sought.trim() !== ""} />
        ) : layout === "narrow" ? (
          <QueueList
            {...shown}
            panel={
              chosen && (
                <PreviewPanel
                  key={chosen.report}
                  at={at}
                  row={chosen}
                  place={rows.indexOf(chosen) + 1}
                  of={rows.length}
                  now={now}
                  layout={layout}
                />
              )
            }
          />
        ) : (
          <QueueTable {...shown} />
        )}
      </main>
      {layout !== "narrow" && (
        <aside className="side" aria-label="The chosen report">
          {chosen && (
            <PreviewPanel
              key={chosen.report}
              at={at}
              row={chosen}
              place={rows.indexOf(chosen) + 1}
              of={rows.length}
              now={now}
              layout={layout}
            />
          )}
        </aside>
      )}
    </>
  );
}

function Nothing({ isSought }: { readonly isSought: boolean }): ReactElement {
  return (
    <p className="notice">
      {isSought ? "No row here holds these words. Reports that are closed or elsewhere are not searched." : "No report waits here."}
    </p>
  );
}
