import { type ReactElement, useState } from "react";
import { type Instant, dayIn } from "@unmask/core";
import { sayRole } from "@unmask/case";
import { dataRuleOf } from "@unmask/law";
import { sayClock, sayCount, sayList, sayNumber, sayShortDay } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import { type AuditedOpening, type Look, type LooksByOfficer, looks, looksByOfficer } from "../desk/audit.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { inItsDirection } from "../desk/writing-direction.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Choice } from "../parts/choice.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { sayWhen, zone } from "../parts/say-when.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";
import { verdictInWords } from "./opened-anyway-words.ts";
import { sayOperation, sayProcessing } from "./audit-words.ts";
import { AskWhy, AuditQuestions } from "./audit-questions.tsx";

const useOfLogs = dataRuleOf("use-of-logs");

/** The four purposes for which a log may be read. */
const purposes = [
  { value: "lawfulness", says: "Checking lawfulness" },
  { value: "self-monitoring", says: "Self-monitoring by the force, with internal proceedings" },
  { value: "integrity", says: "Integrity and security of data" },
  { value: "criminal-proceedings", says: "Criminal proceedings" },
] as const;
type Purpose = (typeof purposes)[number]["value"];

/** Who looked: a purpose first, then by officer. The cases are closed to an auditor; own looks stand in the log, too. */
export function AuditScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const [purpose, choose] = useState<Purpose | undefined>(undefined);
  useKeys(
    purpose === undefined
      ? purposes.map(({ value, says }, i) => ({
          name: `choice-${i + 1}`,
          presses: [String(i + 1)],
          cap: String(i + 1),
          says,
          run: () => choose(value),
        }))
      : [{ name: "back", presses: ["Escape"], cap: "Esc", says: "another purpose", isInBar: true, run: () => choose(undefined) }],
  );
  if (purpose !== undefined) return <Looks at={at} now={now} reason={{ code: purpose, words: "" }} />;
  return (
    <main id="work" className="work one-column">
      <h1>Who looked</h1>
      <p className="sentence">Why do you read the log? Your own looks stand in it, too.</p>
      <Choice legend="Why you look" options={purposes} chosen={purpose} choose={choose} />
      <p className="second-words">
        {useOfLogs.act}, {useOfLogs.section}: one of four. You see who looked, and never what was there.
      </p>
    </main>
  );
}

function Looks({ at, now, reason }: { readonly at: AtDesk; readonly now: Instant; readonly reason: GivenReason }): ReactElement {
  const { answer, again } = useAnswer(`log ${reason.code}`, () => at.world.desk.get("log", looksByOfficer, reason));
  const [chosen, choose] = useState<string | undefined>(undefined);
  useTold(at, answer);
  return (
    <main id="work" className="work">
      {answer?.came === "value" ? (
        <>
          <Table shown={answer.value} chosen={chosen} choose={choose} />
          <OpenedAnyway openings={answer.value.openedAnyway} now={now} />
          {chosen !== undefined && <Entries key={chosen} at={at} officer={chosen} reason={reason} now={now} />}
          <AuditQuestions at={at} reason={reason} now={now} />
          <Checkpoints shown={answer.value} now={now} />
        </>
      ) : (
        <>
          <h1>Who looked</h1>
          {answer ? <Hindrance answer={answer} now={now} again={again} /> : <p role="status">Reading the log.</p>}
        </>
      )}
    </main>
  );
}

/** The six kinds of processing that the law has logged (section 62(1)), then what an auditor looks for. */
const columns = [
  ["collect", "Collect"],
  ["consult", "Consult"],
  ["combine", "Combine"],
  ["alter", "Alter"],
  ["disclose", "Disclose"],
  ["erase", "Erase"],
  ["refused", "Refused"],
  ["noTask", "No task"],
  ["atOneself", "At oneself"],
] as const;

function Table({
  shown,
  chosen,
  choose,
}: {
  readonly shown: LooksByOfficer;
  readonly chosen: string | undefined;
  readonly choose: (officer: string) => void;
}): ReactElement {
  const sum = (key: (typeof columns)[number][0]): number => shown.officers.reduce((all, one) => all + one[key], 0);
  return (
    <>
      <header className="work-head">
        <h1>Who looked</h1>
        <p className="sentence">
          {sayCount(sum("noTask"), "look")} at a person without a task, {sayNumber(sum("atOneself"))} at oneself,{" "}
          {sayNumber(sum("refused"))} refused.
        </p>
        <p className="end second-words">
          {sayShortDay(dayIn(zone, shown.from))} to {sayShortDay(dayIn(zone, shown.until))}
        </p>
      </header>
      <p className="second-words">
        Order: without a task first, then how many. It is no measure of anybody’s work; the log may not be used for one.
      </p>
      <div className="sideways" role="region" tabIndex={0} aria-label="Looks by officer">
        <table className="plain-table known-table looks-table">
          <caption className="unseen">Looks by officer</caption>
          <thead>
            <tr>
              <th scope="col">By officer</th>
              {columns.map(([key, says]) => (
                <th key={key} scope="col">
                  {says}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.officers.map((one) => (
              <tr key={one.officer} className={one.officer === chosen ? "is-chosen-row" : ""}>
                <th scope="row">
                  <button type="button" className="in-line" aria-pressed={one.officer === chosen} onClick={() => choose(one.officer)}>
                    {one.name ?? "The desk by itself"}
                  </button>{" "}
                  <span className="second-words">{one.role !== null && sayRole(one.role)}</span>
                </th>
                {columns.map(([key]) => (
                  <td key={key} className={one[key] > 0 && (key === "noTask" || key === "atOneself") ? "number bold mind" : "number"}>
                    {sayNumber(one[key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Cases that were opened without need to know: by whom, why, who was told, and what came of the review. */
function OpenedAnyway({ openings, now }: { readonly openings: readonly AuditedOpening[]; readonly now: Instant }): ReactElement {
  return (
    <section aria-labelledby="opened-anyway">
      <h2 id="opened-anyway">Opened anyway {sayNumber(openings.length)}</h2>
      {openings.length === 0 && <p className="second-words">No case was opened without need to know in these days.</p>}
      <ul className="lines">
        {openings.map((one) => (
          <li key={`${one.since} ${one.case}`}>
            <span className="second-words">{sayWhen(one.since, now)}</span>
            <span>
              <b>
                Case {one.case}, by {one.name}
              </b>
              , until {sayClock(one.until, zone)}: “{inItsDirection(one.words)}”
              <span className="line second">{one.told.length === 0 ? "Nobody could be told." : `Told: ${sayList(one.told)}.`}</span>
              {one.review === null ? (
                <span className="line bold mind">{one.until > now ? "It is open now." : "Nobody has reviewed it."}</span>
              ) : (
                <span className="line">
                  Reviewed by {one.review.by}
                  {one.review.at !== null && `, ${sayWhen(one.review.at, now)}`}: <b>{verdictInWords[one.review.verdict]}.</b> “
                  {inItsDirection(one.review.words)}”
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Entries of one officer: the reason as given, and what it was for. */
function Entries({
  at,
  officer,
  reason,
  now,
}: {
  readonly at: AtDesk;
  readonly officer: string;
  readonly reason: GivenReason;
  readonly now: Instant;
}): ReactElement {
  const [isWithoutTask, setWithoutTask] = useState(true);
  const path = `log/entries?officer=${encodeURIComponent(officer)}${isWithoutTask ? "&withoutTask=yes" : ""}`;
  const { answer, again } = useAnswer(path, () => at.world.desk.get(path, looks, reason));
  useTold(at, answer);
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{isWithoutTask ? "Looks that name no task" : "All entries"}</h2>
      <label className="tick">
        <input type="checkbox" checked={isWithoutTask} onChange={(event) => setWithoutTask(event.target.checked)} /> Only without a task
      </label>
      {answer === undefined ? (
        <p role="status">Reading the entries.</p>
      ) : answer.came !== "value" ? (
        <Hindrance answer={answer} now={now} again={again} />
      ) : (
        <ul className="lines">
          {answer.value.looks.map((look) => (
            <li key={look.number}>
              <span className="second-words">
                {sayNumber(look.number)}
                <span className="line">{sayWhen(look.at, now)}</span>
              </span>
              <span>
                <b>{look.result === "refused" ? "refused: " : ""}</b>
                {sayOperation(look.what)} ({sayProcessing(look.op)}) {look.case !== null && `case ${look.case}`} {look.report} {look.person}
                <ReceivedBy look={look} />
                <span className="line second">
                  {look.words === null ? "words erased" : look.words === "" ? "no words" : `“${inItsDirection(look.words)}”`}
                </span>
                <AskWhy at={at} reason={reason} now={now} entry={look.number} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {answer?.came === "value" && answer.value.looks.length === 0 && <p className="second-words">None.</p>}
    </section>
  );
}

/** Who received what was handed out: what an officer typed as long as it stands, and that it was erased after. */
function ReceivedBy({ look }: { readonly look: Look }): ReactElement | null {
  const known = look.recipients.join(", ");
  const typed = look.typedRecipient === null ? "" : `“${inItsDirection(look.typedRecipient)}”`;
  const whom = [known, typed, look.isRecipientErased ? "erased" : ""].filter((one) => one !== "").join(", ");
  return whom === "" ? null : <span className="line">received by: {whom}</span>;
}

function Checkpoints({ shown, now }: { readonly shown: LooksByOfficer; readonly now: Instant }): ReactElement {
  return (
    <section aria-labelledby="checkpoints">
      <h2 id="checkpoints">Checkpoints</h2>
      <p>The log has {sayCount(shown.entries, "entry", "entries")}.</p>
      <ul className="lines">
        {shown.checkpoints.map(({ size, at }) => (
          <li key={size}>
            <span className="second-words">{sayWhen(at, now)}</span>
            <span>
              {sayCount(size, "entry", "entries")} <span className="verdict is-unchecked">not compared</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="second-words">
        <b>Only who kept an earlier one finds a log rewritten.</b> Compare them with <span className="mono">unmask audit</span>, on another
        computer.
      </p>
    </section>
  );
}
