import { type ReactElement, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import { type LookAheadRow, daySheetRows } from "@unmask/case";
import { ChartOrTable } from "@unmask/fittings-screen";
import { paperLawOf } from "@unmask/law";
import { sayNumber } from "@unmask/words";
import type { LookAheadPlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import type { LookAheadAnswer } from "../desk/look-ahead.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { sayCivilDay } from "../parts/civil-day.ts";
import { ExportDialog } from "../parts/export-dialog.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { ofThoseSeen } from "../parts/of-those-seen.ts";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { type AheadPages, useAhead } from "./look-ahead-pages.ts";
import { aheadDrawn, aheadForFile, rowsUnder, sayLater, sayLines } from "./look-ahead-rows.ts";
import { LookAheadSheet } from "./look-ahead-sheet.tsx";
import { LookAheadSide } from "./look-ahead-side.tsx";
import { LookAheadTable } from "./look-ahead-table.tsx";
import { ReadyButton } from "../parts/ready-button.tsx";
import { SheetPaper } from "../parts/sheet-paper.tsx";

/** Days that are looked ahead at first, and where everything is asked for. */
const [usualDays, allDays] = [180, 800];

const sheetKey = { name: "day-sheet", presses: ["p"], cap: "P" };
const printKey = { name: "print", presses: ["Shift+p"], cap: "⇧P" };
const csvKey = { name: "csv", presses: ["c"], cap: "C" };
const allKey = { name: "all-ahead", presses: ["t"], cap: "T" };
const moreKey = { name: "more", presses: ["m"], cap: "M" };

/** What ends and which court days come: a line of time, the same as rows whose second line is why, and beside them what is next of the chosen one. */
export function LookAheadScreen({
  at,
  place,
  now,
}: {
  readonly at: AtDesk;
  readonly place: LookAheadPlace;
  readonly now: Instant;
}): ReactElement {
  const [days, setDays] = useState(usualDays);
  const pages = useAhead(at, days);
  const { answer, again } = pages;
  if (answer?.came === "value")
    return <Ahead {...{ at, place, now, pages }} shown={answer.value} days={days} lookFarther={() => setDays(allDays)} />;
  return <PageAwaited title="Ends and court days" asking="Looking ahead." {...{ answer, now, again }} />;
}

function Ahead({
  at,
  place,
  now,
  shown,
  days,
  pages,
  lookFarther,
}: {
  readonly at: AtDesk;
  readonly place: LookAheadPlace;
  readonly now: Instant;
  readonly shown: LookAheadAnswer;
  readonly days: number;
  readonly pages: AheadPages;
  readonly lookFarther: () => void;
}): ReactElement {
  const { rows } = shown;
  const isWhole = shown.next === undefined;
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      rows.findIndex(({ order }) => order === place.order),
    ),
  );
  const [isSheet, showSheet] = useState(false);
  const [isExporting, setExporting] = useState(false);
  // A sheet or a file of some of the lines would be taken for all of them.
  const ofAll = (set: (is: boolean) => void, is: boolean) => (): void => {
    if (is && !isWhole) pages.all();
    set(is);
  };
  const list = useRef<HTMLDivElement>(null);
  const chosen = rows[Math.min(index, rows.length - 1)];
  const choose = (next: number): void => {
    const to = Math.max(0, Math.min(next, rows.length - 1));
    setIndex(to);
    const row = rows[to];
    at.way.replace({ screen: "look-ahead", ...(row !== undefined && row.order !== "" && { order: row.order }) });
    list.current?.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus();
  };
  useKeys([
    { name: "next-row", presses: ["j", "ArrowDown"], cap: "J", says: "next row", run: () => choose(index + 1) },
    { name: "row-before", presses: ["k", "ArrowUp"], cap: "K", says: "row before", run: () => choose(index - 1) },
    { name: "look-again", presses: ["Shift+r"], cap: "⇧R", says: "look again", run: pages.again },
    ...(isWhole ? [] : [{ ...moreKey, says: "more lines", isInBar: true, run: pages.more }]),
    { ...sheetKey, says: isSheet ? "back to the list" : "day sheet", isInBar: true, run: ofAll(showSheet, !isSheet) },
    ...(isSheet && isWhole ? [{ ...printKey, says: "print the day sheet", isInBar: true, run: () => print() }] : []),
    { ...csvKey, says: "take the rows out as CSV", isInBar: true, run: ofAll(setExporting, true) },
    ...(days < allDays ? [{ ...allKey, says: "all that is known", isInBar: true, run: lookFarther }] : []),
  ]);
  const says = ofThoseSeen(at.me, shown.says);
  const { drawing, table } = aheadDrawn({ ...shown, says }, now);
  return (
    <>
      <main id="work" className="work look-ahead">
        <header className="work-head">
          <h1>Ends and court days</h1>
          <p className="second-words">
            to {sayCivilDay(shown.to)}, {days} days; reminders {shown.reminderDays.join(", ")} days before an end: a setting of the force
          </p>
          <p className="end actions-in-line">
            <button type="button" className="in-line" onClick={ofAll(showSheet, !isSheet)} aria-keyshortcuts="P">
              {isSheet ? "The list" : "Day sheet"} <KeyCap of={sheetKey} />
            </button>
            {isSheet && isWhole && (
              <button type="button" className="in-line" onClick={() => print()} aria-keyshortcuts="Shift+P">
                Print <KeyCap of={printKey} />
              </button>
            )}
            <button type="button" className="in-line" onClick={ofAll(setExporting, true)} aria-keyshortcuts="C">
              CSV <KeyCap of={csvKey} />
            </button>
          </p>
        </header>
        <p className="sentence">{says}</p>
        {(isSheet || isExporting) && !isWhole && (
          <p role="status">
            Asking for the other lines: {sayNumber(rows.length)} of {sayNumber(shown.many)} are here.
          </p>
        )}
        {isExporting && isWhole && (
          <ExportDialog
            at={at}
            what="look-ahead"
            table={aheadForFile(table, rows)}
            about={[...new Set(rows.flatMap(({ order }) => (order === "" ? [] : [order])))]}
            now={now}
            close={() => setExporting(false)}
          />
        )}
        {isSheet && isWhole ? (
          <>
            <SheetPaper at={at} days={days} now={now} />
            <LookAheadSheet
              sheet={daySheetRows(shown, actBesideOurs)}
              none={ofThoseSeen(at.me, "Nothing has a day in this time.")}
              to={shown.to}
              by={at.me.officer.name}
              force={at.me.force.name}
              now={now}
            />
          </>
        ) : (
          <>
            <ChartOrTable drawing={drawing} table={table} caption={says} />
            <div ref={list}>
              <LookAheadTable under={rowsUnder(rows)} placeOf={(row) => rows.indexOf(row)} chosen={chosen} choose={choose} />
            </div>
            {!isWhole && (
              <p className="actions">
                <span role="status">{pages.isAsking ? "Asking for more lines." : sayLines(shown)}</span>
                <ReadyButton className="second-button" isReady={!pages.isAsking} press={pages.more} keys="M">
                  Show the next lines <KeyCap of={moreKey} />
                </ReadyButton>
              </p>
            )}
            <p className="second-words">
              {ofThoseSeen(at.me, sayLater(shown))}{" "}
              {days < allDays && (
                <button type="button" className="in-line" onClick={lookFarther} aria-keyshortcuts="T">
                  All that is known <KeyCap of={allKey} />
                </button>
              )}{" "}
              Court days are what a person typed.
            </p>
          </>
        )}
      </main>
      <aside className="side" aria-label="What is next of the chosen row" tabIndex={0}>
        {chosen === undefined ? <p>Nothing is chosen.</p> : <LookAheadSide key={sideKey(chosen)} at={at} row={chosen} now={now} />}
      </aside>
    </>
  );
}

/** The sheet names the Act of England and Wales; a row of another says its own. */
function actBesideOurs(code: LookAheadRow["jurisdiction"]): string | undefined {
  return code === "NI" ? paperLawOf(code).act : undefined;
}

function sideKey({ order, shown, kind }: LookAheadRow): string {
  return `${order} ${shown} ${kind}`;
}
