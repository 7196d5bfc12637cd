import { type ReactElement, useEffect, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayCount, sayNumber } from "@unmask/words";
import type { QueueRow } from "@unmask/case";
import type { QueuePlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import { isExact } from "../desk/search-answer.ts";
import type { QueueAnswer } from "../desk/queue-answer.ts";
import { useKeys } from "../keys/keyboard.tsx";
import type { Layout } from "../parts/layout.ts";
import { KeyCap } from "../parts/key-cap.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { ReadyButton } from "../parts/ready-button.tsx";
import { type Pages, usePages } from "../parts/use-pages.ts";
import { ExportDialog } from "../parts/export-dialog.tsx";
import { FoundOrders } from "./orders/found-orders.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { QueueFilters, QueueRule } from "./queue-filters.tsx";
import { SearchWhy } from "../parts/search-why.tsx";
import { useExactSearch } from "../parts/use-exact-search.ts";
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
  const { sawQueue, leftQueue } = at;
  const pages = usePages(at);
  const { answer, again } = pages;
  const mark = answer?.came === "value" ? answer.value.mark : undefined;
  const shown = answer?.came === "value" ? answer.value : undefined;
  useEffect(() => {
    if (mark === undefined) return undefined;
    sawQueue(mark, again);
    return leftQueue;
  }, [mark, shown?.log.number, sawQueue, leftQueue, again]);
  if (answer?.came !== "value")
    return (
      <main id="work" className="work">
        <h1>Queue</h1>
        {answer === undefined ? <p role="status">Asking for the rows.</p> : <Hindrance answer={answer} now={now} again={again} />}
      </main>
    );
  return <Rows {...{ at, place, sought, now, layout, pages }} shown={answer.value} />;
}

function Rows({
  at,
  place,
  sought,
  now,
  layout,
  shown: { queue, mine, log },
  pages: { again, more, isAsking },
}: {
  readonly at: AtDesk;
  readonly place: QueuePlace;
  readonly sought: string;
  readonly now: Instant;
  readonly layout: Layout;
  readonly shown: QueueAnswer;
  readonly pages: Pages;
}): ReactElement {
  const { way, me } = at;
  // Asked anew is as of now; the clock goes on by itself.
  const [asked, setAsked] = useState({ log: log.number, at: now });
  if (asked.log !== log.number) setAsked({ log: log.number, at: now });
  const [isExporting, setExporting] = useState(false);
  const isWhole = queue.rows.length >= queue.head.counts.all || (more === undefined && !isAsking);
  const exact = useExactSearch(at, sought);
  const groups = groupsShown(queue, place, { words: sought, found: exact.found }, me.officer.id);
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
    ...(more ? [{ name: "more", presses: ["m"], cap: "M", says: "more rows", isInBar: true, run: more }] : []),
  ]);
  const rule = (
    <QueueRule
      {...{ place, way, queue, again }}
      asked={asked.at}
      startExport={me.officer.role === "supervisor" ? () => setExporting(true) : undefined}
    />
  );
  const listed = { groups, place, way, now, officer: me.officer.id, chosen, choose };
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
        <div className="filters">
          <QueueFilters {...{ place, way, queue, mine, filters }} />
          {layout !== "narrow" && rule}
        </div>
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
        {exact.ask && <SearchWhy give={exact.ask} />}
        <FoundOrders at={at} sought={sought} />
        {rows.length === 0 ? (
          <>
            {exact.came && <Hindrance answer={exact.came} now={now} again={exact.again} />}
            {exact.ask === undefined && <Nothing isSought={sought.trim() !== ""} isWhole={isWhole} isExact={isExact(sought)} />}
          </>
        ) : layout === "narrow" ? (
          <QueueList
            {...listed}
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
          <QueueTable {...listed} />
        )}
        {/* On a phone the first row comes first: its rule stands below the last. */}
        {layout === "narrow" && rule}
        {!isWhole && (
          <p className="actions">
            <ReadyButton className="second-button" isReady={more !== undefined} {...(more && { press: more })} keys="M">
              Show the next rows <KeyCap of={{ name: "more", presses: ["m"], cap: "M" }} />
            </ReadyButton>
            <span className="second-words" role="status">
              {isAsking
                ? "Asking for them."
                : `${sayNumber(queue.rows.length)} of ${sayCount(queue.head.counts.all, "row")} are here, by the force’s rule; the counts above are of all.`}
            </span>
          </p>
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

function Nothing({
  isSought,
  isWhole,
  isExact: isNumber,
}: {
  readonly isSought: boolean;
  readonly isWhole: boolean;
  readonly isExact: boolean;
}): ReactElement {
  if (isNumber) return <p className="notice">No row here holds this number or address, in what was sent or as a way to reach anybody.</p>;
  return (
    <p className="notice">
      {isSought
        ? `No row here holds these words. Reports that are closed or elsewhere are not searched${isWhole ? "" : ", nor the rows that are not here yet"}.`
        : isWhole
          ? "No report waits here."
          : "None of the rows that are here yet."}
    </p>
  );
}
