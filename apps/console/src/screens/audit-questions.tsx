import { type ReactElement, useState } from "react";
import { type Instant, object } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { logEntry } from "../desk/log-entry.ts";
import { type AuditQuestion, asked, questions } from "../desk/questions.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { ReadyButton } from "../parts/ready-button.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useDraft } from "../parts/use-draft.ts";
import { useTold } from "../parts/use-told.ts";

interface Auditing {
  readonly at: AtDesk;
  readonly reason: GivenReason;
  readonly now: Instant;
}

const written = object(({ must }) => must("log", logEntry));

/** Asks the officer of one entry why they looked. */
export function AskWhy({ at, reason, now, entry }: Auditing & { readonly entry: number }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [words, setWords] = useDraft(at, `why entry ${entry}`);
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const ask = async (): Promise<void> => {
    const answer = await at.world.desk.post("log/questions", { entry, words: words.trim(), reason }, asked);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value);
    setAsked(true);
  };
  if (isAsked) return <span className="line second">Asked. The officer reads it at the desk.</span>;
  if (!isOpen)
    return (
      <button type="button" className="in-line" onClick={() => setOpen(true)}>
        Ask why<span className="unseen"> of entry {entry}</span>
      </button>
    );
  return (
    <>
      <label className="field">
        <span>What do you ask about entry {entry}?</span>
        <textarea autoFocus rows={2} maxLength={2_000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {came && came.came !== "value" && <Hindrance answer={came} now={now} again={() => void ask()} />}
      <ReadyButton className="second-button" isReady={words.trim() !== ""} press={() => void ask()}>
        Ask
      </ReadyButton>
    </>
  );
}

/** What was asked, what was answered, and what is open still. */
export function AuditQuestions({ at, reason, now }: Auditing): ReactElement {
  const { answer, again } = useAnswer(`questions ${reason.code}`, () => at.world.desk.get("log/questions", questions, reason));
  useTold(at, answer);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">Asked why</h2>
      {answer === undefined ? (
        <p role="status">Reading what was asked.</p>
      ) : answer.came !== "value" ? (
        <Hindrance answer={answer} now={now} again={again} />
      ) : answer.value.questions.length === 0 ? (
        <p className="second-words">Nothing was asked.</p>
      ) : (
        <ul className="lines">
          {answer.value.questions.map((one) => (
            <Question key={one.id} {...{ at, reason, now, one }} then={again} />
          ))}
        </ul>
      )}
    </section>
  );
}

const outcomes: ReadonlyMap<string, string> = new Map([
  ["explained", "Explained"],
  ["goes-further", "Goes further"],
]);

function Question({ at, reason, now, one, then }: Auditing & { readonly one: AuditQuestion; readonly then: () => void }): ReactElement {
  const [words, setWords] = useDraft(at, `close question ${one.id}`);
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const close = async (outcome: string): Promise<void> => {
    const answer = await at.world.desk.post(`log/questions/${one.id}/close`, { outcome, words: words.trim(), reason }, written);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value);
    then();
  };
  return (
    <li>
      <span className="second-words">{sayWhen(one.askedAt, now)}</span>
      <span>
        <b>{one.outcome === null ? (one.answer === null ? "Not answered yet" : "Answered") : outcomes.get(one.outcome)}</b>: {one.name},
        entry {one.number}: “{one.words}”<span className="line second">{one.answer === null ? "" : `“${one.answer}”`}</span>
        {one.outcome === null && (
          <>
            <label className="field">
              <span>Why you close it, entry {one.number}</span>
              <textarea rows={1} maxLength={2_000} value={words} onChange={(event) => setWords(event.target.value)} />
            </label>
            {[...outcomes].map(([outcome, says]) => (
              <ReadyButton key={outcome} className="second-button" isReady={words.trim() !== ""} press={() => void close(outcome)}>
                {says}
              </ReadyButton>
            ))}
            {came && came.came !== "value" && <Hindrance answer={came} now={now} again={() => setCame(undefined)} />}
          </>
        )}
      </span>
    </li>
  );
}
