import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { InboxRow } from "../desk/supervision.ts";
import { type OwedByCase, type OwedReading, type SecondReadings, secondReadings } from "../desk/second-readings.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { DecisionForm } from "../parts/decision-form.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useCommand } from "../parts/use-command.ts";
import { useDraft } from "../parts/use-draft.ts";
import { useReportCommand } from "../parts/use-report-command.ts";
import { useTold } from "../parts/use-told.ts";
import { AskedByCase, sayAsked } from "./asked-by-case.tsx";
import { DecisionLines } from "./decision-lines.tsx";
import { SupervisionRows, WaitsBeyond, keysOfRows } from "./supervision-rows.tsx";
import { placeOfRow, sayForYou } from "./supervision-words.ts";

const reason = { code: "supervision", words: "" } as const;

/** Rows that a figure opens. */
const figures = 9;

/**
 * The second person's list: all that waits, as supervision has it. What holds when this officer agrees is read here, their own stand apart, and every
 * other row leads to where it is decided, or says why it is not theirs. Nobody reads their own.
 */
export function SecondScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const { answer, again } = useAnswer("second", () => at.world.desk.get("second-readings", secondReadings));
  const [row, choose] = useState(0);
  useTold(at, answer);
  const shown = answer?.came === "value" ? answer.value : undefined;
  const all = shown === undefined ? [] : waitingOf(shown);
  const theirs = all.filter(({ isOwn }) => !isOwn);
  const own = all.filter(({ isOwn }) => isOwn);
  const elsewhere = shown?.rows.filter((one) => !all.some(({ key }) => key === keyOfRow(one))) ?? [];
  const chosen = theirs[Math.min(row, theirs.length - 1)];
  // Where something is decided beside them, the figures choose its answer.
  const keyed = chosen ? [] : elsewhere.filter((one) => one.whyNot === null && placeOfRow(one) !== undefined).slice(0, figures);
  useKeys([
    {
      name: "next-row",
      presses: ["j", "ArrowDown"],
      cap: "J",
      says: "next one",
      run: () => choose(Math.min(row + 1, theirs.length - 1)),
    },
    { name: "row-before", presses: ["k", "ArrowUp"], cap: "K", says: "one before", run: () => choose(Math.max(row - 1, 0)) },
    ...keysOfRows(at, keyed),
    { name: "again", presses: ["r"], cap: "R", says: "look again", isInBar: true, run: again },
  ]);
  return (
    <>
      <main id="work" className="work supervision">
        <header className="work-head">
          <h1>Second reader</h1>
        </header>
        {answer === undefined ? (
          <p role="status">Asking what waits.</p>
        ) : answer.came !== "value" ? (
          <Hindrance answer={answer} now={now} again={again} />
        ) : (
          <>
            <p className="sentence">{sayForYou(answer.value.rows)}</p>
            {theirs.length > 0 && (
              <ul className="lines owed">
                {theirs.map((one, i) => (
                  <li key={one.key} aria-current={one === chosen ? "true" : undefined}>
                    <Waits one={one} at={at} now={now} />
                    {one !== chosen && (
                      <button type="button" className="in-line" onClick={() => choose(i)}>
                        Read this one
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {own.length > 0 && (
              <>
                <h2>Yours, which another reads</h2>
                <ul className="lines owed">
                  {own.map((one) => (
                    <li key={one.key}>
                      <Waits one={one} at={at} now={now} />
                    </li>
                  ))}
                </ul>
              </>
            )}
            {elsewhere.length > 0 && (
              <>
                <h2>Decided on a page of its own, or by another</h2>
                <SupervisionRows at={at} rows={elsewhere} keyed={keyed} now={now} />
              </>
            )}
            <WaitsBeyond {...answer.value} />
          </>
        )}
      </main>
      {chosen && (
        <aside className="side" aria-label="What you say of it">
          <Read key={chosen.key} at={at} one={chosen} now={now} again={again} />
        </aside>
      )}
    </>
  );
}

/** One thing that waits and is read here, of a report or of a case. */
type Waiting = { readonly key: string; readonly isOwn: boolean } & (
  { readonly report: OwedReading; readonly ofCase?: never } | { readonly ofCase: OwedByCase; readonly report?: never }
);

/** In the order of the rows, the most dangerous to leave first. */
function waitingOf({ rows, readings, ofCases }: SecondReadings): readonly Waiting[] {
  const all: readonly Waiting[] = [
    ...readings.map((report) => ({ key: `${report.report} ${report.decision.number}`, isOwn: report.decision.isOwn, report })),
    ...ofCases.map((ofCase) => ({ key: `${ofCase.case} ${ofCase.number}`, isOwn: ofCase.isOwn, ofCase })),
  ];
  return rows.flatMap((one) => all.find(({ key }) => key === keyOfRow(one)) ?? []);
}

function keyOfRow({ at, number }: InboxRow): string {
  return `${at.id} ${number}`;
}

function Waits({ one, at, now }: { readonly one: Waiting; readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const { report, ofCase } = one;
  const { name, isDanger } = report ?? ofCase;
  return (
    <>
      <p>
        <PlaceLink
          way={at.way}
          to={
            report
              ? { screen: "report", reference: report.report }
              : { screen: "case", case: ofCase.case, part: ofCase.asks.of === "closing" ? "closing" : "decisions" }
          }
        >
          <b>{name}</b> {report ? report.report : `case ${ofCase.case}`}
        </PlaceLink>{" "}
        {isDanger && <b className="danger">Danger now</b>}
      </p>
      {report ? <DecisionLines decisions={[report.decision]} now={now} /> : <AskedByCase one={ofCase} now={now} />}
    </>
  );
}

const answers = [
  { value: "yes", says: "I agree" },
  { value: "no", says: "I do not agree", more: "say why; it stays open, to be decided anew" },
] as const;

function Read({
  at,
  one,
  now,
  again,
}: {
  readonly at: AtDesk;
  readonly one: Waiting;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const { report, ofCase } = one;
  const [agrees, setAgrees] = useState<"yes" | "no" | undefined>(undefined);
  const [words, setWords] = useDraft(at, `second ${one.key}`);
  const [fault, setFault] = useState("");
  const inReport = useReportCommand(at, reason, again);
  const inCase = useCommand(at, ofCase ?? { case: "", saw: 0 }, reason, again);
  const came = inReport.came ?? (inCase.came?.came === "value" ? undefined : inCase.came);
  const written = (isAgreed: boolean, said: string): Promise<boolean> => {
    const says = said === "" ? {} : { says: said };
    if (report) {
      const { number: decision } = report.decision;
      return inReport.write(report.report, "decisions/read", { saw: report.saw, decision, agrees: isAgreed, ...says });
    }
    const { number, asks } = ofCase;
    if (asks.of !== "closing") return inCase.write("decisions/read", { decision: number, agrees: isAgreed, ...says });
    return isAgreed
      ? inCase.write("closing/close", { proposal: number })
      : inCase.write("closing/return", { proposal: number, words: said });
  };
  const send = async (): Promise<void> => {
    const said = words.trim();
    if (agrees === undefined) return setFault("Choose.");
    if (agrees === "no" && said === "") return setFault("Say why you do not agree.");
    setFault("");
    if (await written(agrees === "yes", said)) setWords("");
  };
  return (
    <>
      <h2>{report ? report.report : `Case ${ofCase.case}. ${sayAsked(ofCase).replace(/\.$/, "")}`}: what you say of it</h2>
      <p className="second-words">
        Read the {report ? "report" : "case"} first: the decision is about somebody’s danger. Your name stands beside it.
        {ofCase?.asks.of === "closing" && " If you agree, the case is closed."}
      </p>
      <DecisionForm
        legend="Whether you agree"
        options={answers}
        chosen={agrees}
        choose={setAgrees}
        {...{ fault, words, setWords }}
        asks="In words"
        rows={3}
        told={came && <Hindrance answer={came} now={now} again={again} />}
        verb="Write it"
        keySays="write it"
        write={send}
      />
    </>
  );
}
