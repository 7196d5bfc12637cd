import { type ReactElement, useState } from "react";
import { type Instant, object } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { logEntry } from "../desk/log-entry.ts";
import { type AuditQuestion, questions } from "../desk/questions.ts";
import { Hindrance } from "./hindrance.tsx";
import { ReadyButton } from "./ready-button.tsx";
import { sayWhen } from "./say-when.ts";
import { useDraft } from "./use-draft.ts";

/** What the server says when an answer stands. */
const written = object(({ must }) => must("log", logEntry));

/** Says on every screen that an auditor asks this officer about a look, and takes the answer. */
export function AskedWhy({ at, now }: { readonly at: AtDesk; readonly now: Instant }): ReactElement | null {
  const [shown, show] = useState<readonly AuditQuestion[] | undefined>(undefined);
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const look = async (): Promise<void> => {
    const answer = await at.world.desk.get("questions", questions);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    show(answer.value.questions.filter(({ answer: said, outcome }) => said === null && outcome === null));
  };
  if (at.me.asked === 0 || shown?.length === 0) return null;
  return (
    <div className="band minded" role="status">
      <p>
        <b className="mind">An auditor asks why you looked.</b>{" "}
        {shown === undefined && (
          <button type="button" className="in-line" onClick={() => void look()}>
            Read and answer
          </button>
        )}
      </p>
      {came && came.came !== "value" && <Hindrance answer={came} now={now} again={() => void look()} />}
      {shown?.map((one) => (
        <Asked key={one.id} at={at} one={one} now={now} then={() => void look()} />
      ))}
    </div>
  );
}

function Asked({
  at,
  one,
  now,
  then,
}: {
  readonly at: AtDesk;
  readonly one: AuditQuestion;
  readonly now: Instant;
  readonly then: () => void;
}): ReactElement {
  const [words, setWords] = useDraft(at, `asked why ${one.id}`);
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const answerIt = async (): Promise<void> => {
    const answer = await at.world.desk.post(`questions/${one.id}`, { words: words.trim() }, written);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value);
    then();
  };
  const of = [one.what, one.case === null ? "" : `case ${one.case}`, one.report ?? ""].filter((part) => part !== "").join(", ");
  return (
    <>
      <p>
        Entry {one.number}, {sayWhen(one.at, now)}: {of}. “{one.words}”
      </p>
      <label className="field">
        <span>Your answer, to entry {one.number}</span>
        <textarea rows={2} maxLength={2_000} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {came && came.came !== "value" && <Hindrance answer={came} now={now} again={() => void answerIt()} />}
      <p className="actions">
        <ReadyButton className="second-button" isReady={words.trim() !== ""} press={() => void answerIt()}>
          Answer
        </ReadyButton>
      </p>
    </>
  );
}
