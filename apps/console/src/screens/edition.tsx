import { type ReactElement, useState } from "react";
import type { Instant, Table } from "@unmask/core";
import { type Edition, chartOfEdition, measureInWords, measures, monthInWords, totalOf } from "@unmask/case";
import { TableView } from "@unmask/fittings-screen";
import { sayNumber } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type EditionDraft, type EditionDrafted, draftAnswer, publishedAnswer } from "../desk/learn.ts";
import type { LogEntry } from "../desk/log-entry.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { ChartBeside } from "../parts/chart-beside.tsx";
import { sayCivilDay } from "../parts/civil-day.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { MonthChoice } from "../parts/month-choice.tsx";
import { PageAwaited } from "../parts/page-awaited.tsx";
import { ReasonFirst } from "../parts/reason-first.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useOneAtATime } from "../parts/use-one-at-a-time.ts";
import { useTold } from "../parts/use-told.ts";
import { EditionSide } from "./edition-side.tsx";
import { nthInWords, sayCells } from "./edition-words.ts";

const title = "Publish a month";
const publishKey = { name: "publish", presses: ["Control+Enter"], cap: "⌃↵" };
const throwKey = { name: "throw-away", presses: ["x"], cap: "X" };

/** Dimensions of an edition that are drawn, each with its measure. */
const drawn = [
  ["reports", "about"],
  ["reports", "way"],
  ["reports", "method"],
  ["orders-sought", "order"],
  ["orders-made", "order"],
  ["orders-refused", "order"],
  ["orders-live", "order"],
  ["outcomes", "why"],
] as const;

/** What is about to be published of one month, and what somebody with every edition could make of it. A person publishes it, or nobody does. */
export function EditionScreen({
  at,
  month,
  now,
}: {
  readonly at: AtDesk;
  readonly month: string | undefined;
  readonly now: Instant;
}): ReactElement {
  const [reason, giveReason] = useState<GivenReason | undefined>(undefined);
  if (reason) return <Drafted {...{ at, month, now, reason }} />;
  return (
    <ReasonFirst
      at={at}
      title={title}
      says="What is not published yet tells more than what is: say why you look at it."
      reference="an edition"
      offered={[{ code: "supervision", says: "The monthly edition" }]}
      open={giveReason}
    />
  );
}

interface DraftedProps {
  readonly at: AtDesk;
  readonly month: string | undefined;
  readonly now: Instant;
  readonly reason: GivenReason;
}

function Drafted({ at, month, now, reason }: DraftedProps): ReactElement {
  const path = month === undefined ? "learn/edition" : `learn/edition?month=${month}`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, draftAnswer, reason));
  useTold(at, answer);
  useKeys([
    {
      name: "month",
      presses: ["m"],
      cap: "M",
      says: "month",
      isInBar: true,
      run: () => document.getElementById("draft-month")?.focus(),
    },
  ]);
  if (answer?.came !== "value") return <PageAwaited title={title} asking="Asking what would be published." {...{ answer, now, again }} />;
  const shown = answer.value;
  const choice = (
    <MonthChoice
      id="draft-month"
      says="Month"
      cap="M"
      months={shown.months.map((one) => one.month)}
      chosen={shown.month ?? undefined}
      choose={(chosen) => at.way.replace({ screen: "edition", ...(chosen === undefined ? {} : { month: chosen }) })}
    />
  );
  if (shown.draft !== null) return <Draft key={shown.draft.mark} {...{ at, now, again, reason, shown, choice }} draft={shown.draft} />;
  return (
    <main id="work" className="work one-column edition">
      <h1>{title}</h1>
      {shown.month !== null && choice}
      <p className="sentence">{sayNothing(shown)}</p>
    </main>
  );
}

function sayNothing({ month, last }: EditionDrafted): string {
  if (month === null) return "No month is closed of which anything is counted: there is nothing to publish.";
  if (last === null) return `${monthInWords(month)} has nothing to publish.`;
  return `Nothing of ${monthInWords(month)} is to be published: its counts are those of its ${nthInWords(last.edition)} edition, of ${sayCivilDay(last.made)}.`;
}

function Draft({
  at,
  now,
  again,
  reason,
  shown,
  choice,
  draft,
}: Pick<DraftedProps, "at" | "now" | "reason"> & {
  readonly again: () => void;
  readonly shown: EditionDrafted;
  readonly choice: ReactElement;
  readonly draft: EditionDraft;
}): ReactElement {
  const { edition, hidden, mark } = draft;
  const { last } = shown;
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  const holds = hidden.every(({ canBe, asked }) => canBe.length >= asked);
  const back = (): void => at.way.go({ screen: "learn", month: edition.month });
  const publish = async (): Promise<void> => {
    if (!holds) return;
    const answer = await oneAtATime(() => at.world.desk.post("learn/edition", { month: edition.month, mark, reason }, publishedAnswer));
    if (answer === undefined) return;
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value);
    back();
  };
  useKeys([
    { ...publishKey, says: "publish", isInBar: true, run: () => void publish() },
    { ...throwKey, says: "throw it away", isInBar: true, run: back },
  ]);
  return (
    <>
      <main id="work" className="work edition">
        <header className="work-head">
          <h1>
            Edition {monthInWords(edition.month)}, {nthInWords(edition.edition)}
          </h1>
          <p className="second-words">
            not published yet;{" "}
            {last === null
              ? "it would be the first of its month"
              : `it would stand beside the ${nthInWords(last.edition)}, of ${sayCivilDay(last.made)}`}
          </p>
        </header>
        {choice}
        <p className="sentence">{sayCells(edition)}</p>
        <p className="second-words">Counts of a closed month, from case data. Nobody is named.</p>
        {drawn.map(([measure, dimension]) => (
          <ChartBeside
            key={`${measure} ${dimension}`}
            make={(width) => chartOfEdition(edition, measure, dimension, width)}
            none={`${measureInWords[measure]}: not by ${dimension} in this edition.`}
          />
        ))}
        <section>
          <h2>In sum</h2>
          <TableView table={totalsOf(edition)} caption="In sum" />
        </section>
        <p className="second-words">
          <b>{"<5"}</b> one, two, three or four: all four stay possible. <b>held</b> held back, so that no <b>{"<5"}</b> can be worked out;
          at least five numbers stay possible. <b>0</b>: none is counted under it; a report without a pack is counted under no method and no
          way.
        </p>
        {came && <Hindrance answer={came} now={now} again={again} />}
        <p className="actions">
          <button type="button" className="first-button" aria-disabled={!holds} onClick={() => void publish()}>
            Publish this edition <KeyCap of={publishKey} />
          </button>
          <button type="button" className="second-button" aria-keyshortcuts="X" onClick={back}>
            Throw it away <KeyCap of={throwKey} />
          </button>
          <span className="second-words">
            {holds
              ? "A published edition is never changed or taken back; what is found out later is a new one."
              : "It cannot be published: a hidden cell would say more than was promised."}
          </span>
        </p>
      </main>
      <EditionSide {...{ draft, last }} />
    </>
  );
}

function totalsOf(edition: Edition): Table {
  return {
    columns: ["Counted", monthInWords(edition.month)],
    rows: [
      ...measures.map((measure) => [capital(measureInWords[measure]), totalOf(edition, measure) ?? "left out"]),
      ...edition.rows.flatMap(({ measure, count }) =>
        typeof count === "object" ? [[medianNames(measure), `${sayNumber(count.median)}, of ${count.n}`]] : [],
      ),
    ],
  };
}

function medianNames(measure: string): string {
  return measure === "days-to-application"
    ? "Median days from first report to application"
    : "Median minutes from received to first action";
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
