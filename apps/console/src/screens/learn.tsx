import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import {
  type Edition,
  chartOfEdition,
  latestEditions,
  medianChart,
  monthInWords,
  monthsToSplit,
  onlineShareChart,
  ordersOfMonth,
  sumsOfMonths,
} from "@unmask/case";
import { TableView } from "@unmask/fittings-screen";
import type { LearnPlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import { type Learned, learnAnswer } from "../desk/learn.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { ChartBeside } from "../parts/chart-beside.tsx";
import { type HandedOutList, HandOut } from "../parts/hand-out.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { MonthChoice } from "../parts/month-choice.tsx";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";

const editionKey = { name: "edition", presses: ["p"], cap: "P" };

/** What is learned of closed months: each finding first, its doubt in the second line, its table as large as its picture. Nobody is in it. */
export function LearnScreen({ at, place, now }: { readonly at: AtDesk; readonly place: LearnPlace; readonly now: Instant }): ReactElement {
  const { answer, again } = useAnswer("learn", () => at.world.desk.get("learn", learnAnswer));
  useTold(at, answer);
  if (answer?.came !== "value") return <PageAwaited title="Learn" asking="Asking what was published." {...{ answer, now, again }} />;
  return <Counts {...{ at, place, now }} learned={answer.value} />;
}

function Counts({
  at,
  place,
  now,
  learned: { editions, running },
}: {
  readonly at: AtDesk;
  readonly place: LearnPlace;
  readonly now: Instant;
  readonly learned: Learned;
}): ReactElement {
  const months = latestEditions(editions);
  const shown = months.find(({ month }) => month === place.month) ?? months.at(-1);
  const focus = (id: string) => () => document.getElementById(id)?.focus();
  useKeys([
    { name: "month", presses: ["m"], cap: "M", says: "month", isInBar: true, run: focus("month") },
    { name: "since", presses: ["d"], cap: "D", says: "before and after", isInBar: true, run: focus("since") },
    { ...editionKey, says: "publish a month", isInBar: true, run: () => at.way.go({ screen: "edition" }) },
  ]);
  return (
    <main id="work" className="work learn">
      <header className="work-head">
        <h1>Learn</h1>
        <p className="sentence">
          Counts of reports and orders, from case data. Nobody is named, and no count under five can be worked out from all that was
          published.
        </p>
        {shown !== undefined && <HandOut at={at} of={everyEdition([...new Set(editions.map(({ month }) => month))])} now={now} />}
      </header>
      <p className="learn-published">
        <PlaceLink way={at.way} to={{ screen: "edition" }} keys="P">
          Publish a month <KeyCap of={editionKey} />
        </PlaceLink>{" "}
        <span className="second-words">
          {monthInWords(running)} runs and has no table: two looks at a month that runs can single out one report.
        </span>
      </p>
      {shown === undefined ? (
        <p>No month was published yet. Nothing is counted here before a person has published it.</p>
      ) : (
        <Charts {...{ at, place, editions, shown }} months={months.map(({ month }) => month)} />
      )}
      <section aria-labelledby="national">
        <h2 id="national">Beside the country</h2>
        <p className="second-words">
          No national figure stands here: none is kept with its date and its source, and none is shown without both.
        </p>
      </section>
    </main>
  );
}

function Charts({
  at,
  place,
  editions,
  shown,
  months,
}: {
  readonly at: AtDesk;
  readonly place: LearnPlace;
  readonly editions: readonly Edition[];
  readonly shown: Edition;
  readonly months: readonly string[];
}): ReactElement {
  const splits = monthsToSplit(editions);
  const since = splits.includes(place.since ?? "") ? place.since : undefined;
  const month = monthInWords(shown.month);
  const orders = ordersOfMonth(shown);
  return (
    <>
      <div className="learn-choices">
        <MonthChoice
          id="since"
          says="Before and after"
          cap="D"
          months={splits}
          chosen={since}
          none="not split"
          choose={(chosen) => at.way.replace(placeWith(place, { since: chosen }))}
        />
      </div>
      <ChartBeside
        make={(width) => onlineShareChart(editions, { since, width })}
        none="No published month shows both its reports and how many had an online act."
      />
      <ChartBeside
        make={(width) => medianChart(editions, "minutes-to-first-action", width)}
        none="No month has a median of the time to a first action: twenty reports are needed."
      />
      <div className="learn-choices">
        <MonthChoice
          id="month"
          says="Of one month"
          cap="M"
          months={months.toReversed()}
          chosen={shown.month}
          choose={(chosen) => at.way.replace(placeWith(place, { month: chosen }))}
        />
        <p className="second-words">
          <b>{"<5"}</b> one, two, three or four: all four stay possible. <b>held</b> held back, so that no <b>{"<5"}</b> can be worked out.{" "}
          <b>left out</b>: the whole table would tell too much.
        </p>
      </div>
      <ChartBeside make={(width) => chartOfEdition(shown, "reports", "method", width)} none={`Methods of ${month}: left out.`} />
      <ChartBeside
        make={(width) => chartOfEdition(shown, "reports", "about", width)}
        none={`Who the reports of ${month} are about: left out.`}
      />
      {orders !== undefined && (
        <section>
          <h2 className="chart-sentence">{orders.finding}</h2>
          <p className="second-words">
            By the day of lodging, of the court’s decision, and of the end of the month; an interim order counts for itself. How long an
            order is depends on what was asked for, too.
          </p>
          <TableView table={orders.table} caption={orders.finding} />
        </section>
      )}
      <ChartBeside
        make={(width) => medianChart(editions, "days-to-application", width)}
        none="No month has a median of the days from a first report to an application: twenty orders are needed."
      />
      <ChartBeside make={(width) => chartOfEdition(shown, "outcomes", "why", width)} none={`Why cases closed in ${month}: left out.`} />
      <section>
        <h2>Each month in sum</h2>
        <p className="second-words">A breach that was opened is no finding that somebody did something.</p>
        <TableView table={sumsOfMonths(editions)} caption="Each month in sum" />
      </section>
    </>
  );
}

function placeWith(place: LearnPlace, change: { readonly [key in "month" | "since"]?: string | undefined }): LearnPlace {
  const { month, since } = { ...place, ...change };
  return { screen: "learn", ...(month === undefined ? {} : { month }), ...(since === undefined ? {} : { since }) };
}

/** Every edition of some months, as it is handed out. */
function everyEdition(months: readonly string[]): HandedOutList {
  const inOrder = months.toSorted();
  return {
    title: "Every published edition",
    says: "Published counts alone, of closed months: nobody is in them. It leaves the desk, so why and who receives it are written with the hash of the file.",
    why: { says: "The monthly figures", more: "a meeting, a partner or the public" },
    path: "learn/export",
    asks: { months },
    file: `statistics-${inOrder[0] ?? ""}-to-${inOrder.at(-1) ?? ""}`,
  };
}
