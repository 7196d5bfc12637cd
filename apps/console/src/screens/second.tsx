import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import { type OwedReading, secondReadings } from "../desk/second-readings.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Choice } from "../parts/choice.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Lack } from "../parts/lack.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useDraft } from "../parts/use-draft.ts";
import { useReportCommand } from "../parts/use-report-command.ts";
import { useTold } from "../parts/use-told.ts";
import { DecisionLines } from "./decision-lines.tsx";

const reason = { code: "supervision", words: "" } as const;

/** The second person's list: decisions against the force's rule that nobody else has read. Nobody reads their own. */
export function SecondScreen({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement {
  const { answer, again } = useAnswer("second", () => at.world.desk.get("second-readings", secondReadings));
  const [row, choose] = useState(0);
  useTold(at, answer);
  const readings = answer?.came === "value" ? answer.value.readings : [];
  const theirs = readings.filter(({ decision }) => !decision.isOwn);
  const own = readings.filter(({ decision }) => decision.isOwn);
  const chosen = theirs[Math.min(row, theirs.length - 1)];
  useKeys([
    {
      name: "next-row",
      presses: ["j", "ArrowDown"],
      cap: "J",
      says: "next decision",
      run: () => choose(Math.min(row + 1, theirs.length - 1)),
    },
    { name: "row-before", presses: ["k", "ArrowUp"], cap: "K", says: "decision before", run: () => choose(Math.max(row - 1, 0)) },
    { name: "again", presses: ["r"], cap: "R", says: "look again", isInBar: true, run: again },
  ]);
  return (
    <>
      <main id="work" className="work">
        <header className="work-head">
          <h1>Second reader</h1>
          <p className="sentence">
            {answer === undefined
              ? ""
              : theirs.length === 0
                ? "No decision waits for you."
                : `${sayCount(theirs.length, "decision")} against the rule ${theirs.length === 1 ? "waits" : "wait"} for a second person.`}
          </p>
        </header>
        {answer === undefined ? (
          <p role="status">Asking what waits.</p>
        ) : answer.came !== "value" ? (
          <Hindrance answer={answer} now={now} again={again} />
        ) : (
          <>
            <ul className="lines owed">
              {theirs.map((one, i) => (
                <li key={`${one.report} ${one.decision.number}`} aria-current={one === chosen ? "true" : undefined}>
                  <Head one={one} at={at} />
                  <DecisionLines decisions={[one.decision]} now={now} />
                  {one !== chosen && (
                    <button type="button" className="in-line" onClick={() => choose(i)}>
                      Read this one
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {own.length > 0 && (
              <>
                <h2>Yours, which another reads</h2>
                <ul className="lines owed">
                  {own.map((one) => (
                    <li key={`${one.report} ${one.decision.number}`}>
                      <Head one={one} at={at} />
                      <DecisionLines decisions={[one.decision]} now={now} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </main>
      {chosen && (
        <aside className="side" aria-label="What you say of it">
          <Read key={`${chosen.report} ${chosen.decision.number}`} at={at} one={chosen} now={now} again={again} />
        </aside>
      )}
    </>
  );
}

function Head({ one, at }: { readonly one: OwedReading; readonly at: AtDesk }): ReactElement {
  return (
    <p>
      <PlaceLink way={at.way} to={{ screen: "report", reference: one.report }}>
        <b>{one.name}</b> {one.report}
      </PlaceLink>{" "}
      {one.isDanger && <b className="danger">Danger now</b>}
    </p>
  );
}

const answers = [
  { value: "yes", says: "I agree" },
  { value: "no", says: "I do not agree", more: "say why; the report stays in the queue to be decided anew" },
] as const;

function Read({
  at,
  one,
  now,
  again,
}: {
  readonly at: AtDesk;
  readonly one: OwedReading;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const { report, decision } = one;
  const field = `second ${report} ${decision.number}`;
  const [agrees, setAgrees] = useState<"yes" | "no" | undefined>(undefined);
  const [words, setWords] = useDraft(at, field);
  const [fault, setFault] = useState("");
  const { came, write } = useReportCommand(at, reason, again);
  const send = async (): Promise<void> => {
    if (agrees === undefined) return setFault("Choose.");
    if (agrees === "no" && words.trim() === "") return setFault("Say why you do not agree.");
    setFault("");
    const says = words.trim() === "" ? {} : { says: words.trim() };
    if (await write(report, "decisions/read", { saw: one.saw, decision: decision.number, agrees: agrees === "yes", ...says })) setWords("");
  };
  useKeys([
    ...answers.map(({ value, says }, i) => ({
      name: `choice-${i + 1}`,
      presses: [String(i + 1)],
      cap: String(i + 1),
      says: says.toLowerCase(),
      run: () => setAgrees(value),
    })),
    { name: "write", presses: ["Control+Enter"], cap: "⌃↵", says: "write it", isInBar: true, run: () => void send() },
  ]);
  return (
    <>
      <h2>{report}: what you say of it</h2>
      <p className="second-words">Read the report first: the decision is about somebody’s danger. Your name stands beside it.</p>
      <Choice legend="Whether you agree" options={answers} chosen={agrees} choose={setAgrees} />
      <Lack says={fault} />
      <label className="field">
        <span>In words</span>
        <textarea rows={3} maxLength={4_000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {came && <Hindrance answer={came} now={now} again={again} />}
      <p className="actions">
        <button type="button" className="first-button" onClick={() => void send()} aria-keyshortcuts="Control+Enter">
          Write it <KeyCap of={{ name: "write", presses: ["Control+Enter"], cap: "⌃↵" }} />
        </button>
      </p>
    </>
  );
}
