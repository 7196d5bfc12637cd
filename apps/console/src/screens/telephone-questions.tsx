import { type ReactElement, useState } from "react";
import { type TelephoneQuestion, telephoneQuestions } from "@unmask/case";
import { sayCount } from "@unmask/words";
import { notAsked, withAnswer } from "../desk/telephone-call.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Segments } from "../parts/segments.tsx";
import type { CallParts } from "./call-parts.ts";

const notKnown = "Not known";

/** The questions in their order, each answered, not known, or not asked, which is dashed and never a no. */
export function TelephoneQuestions({ call, change }: CallParts): ReactElement {
  const [at, setAt] = useState(0);
  const open = notAsked(call);
  const step = (by: 1 | -1) => () => {
    const next = Math.min(telephoneQuestions.length - 1, Math.max(0, at + by));
    setAt(next);
    document.getElementById(`ask-${telephoneQuestions[next]?.id}`)?.scrollIntoView({ block: "nearest" });
  };
  const answerAt = (says: string) => () => {
    const question = telephoneQuestions[at];
    if (!question) return;
    if (says !== notKnown && question.choices?.includes(says) !== true) return;
    change(withAnswer(call, question.id, says === notKnown ? { state: "not-known", says: "" } : { state: "answered", says }));
    step(1)();
  };
  useKeys([
    { name: "next-row", presses: ["j", "ArrowDown"], cap: "J", says: "next question", run: step(1) },
    { name: "row-before", presses: ["k", "ArrowUp"], cap: "K", says: "question before", run: step(-1) },
    { name: "answer-yes", presses: ["y"], cap: "Y", says: "yes", run: answerAt("Yes") },
    { name: "answer-no", presses: ["n"], cap: "N", says: "no", run: answerAt("No") },
    { name: "answer-not-known", presses: ["u"], cap: "U", says: "not known", isInBar: true, run: answerAt(notKnown) },
  ]);
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">Ask, in this order; skip what cannot be said now</h2>
      <p className="second-words">
        <KeyCap of={{ name: "answer-not-known", presses: ["u"], cap: "U" }} /> not known; Tab next
      </p>
      <ol className="questions">
        {telephoneQuestions.map((question, i) => (
          <li key={question.id} id={`ask-${question.id}`} className={i === at ? "is-chosen" : ""}>
            <span className="rank" aria-hidden="true">
              {i + 1}
            </span>
            <span className="bold" id={`asks-${question.id}`}>
              {question.asks}
            </span>
            <div>
              <AnswerField question={question} call={call} change={change} toHere={() => setAt(i)} />
              {open.includes(question.id) && <span className="not-asked">not asked</span>}
            </div>
          </li>
        ))}
      </ol>
      <p className="second-words">
        {sayCount(open.length, "question")} not asked: it stays “not asked”, never “no”, in the row, the print and the counts.
      </p>
    </section>
  );
}

function AnswerField({
  question,
  call,
  change,
  toHere,
}: CallParts & { readonly question: TelephoneQuestion; readonly toHere: () => void }): ReactElement {
  const { id, asks, choices } = question;
  const answer = call.answers[id];
  const chosen = answer?.state === "not-known" ? notKnown : answer?.says;
  if (choices) {
    const options = [...choices, notKnown].map((says) => ({ value: says, says }));
    return (
      <Segments
        legend={asks}
        options={options}
        chosen={chosen}
        choose={(says) => change(withAnswer(call, id, says === notKnown ? { state: "not-known", says: "" } : { state: "answered", says }))}
        onFocus={toHere}
      />
    );
  }
  return (
    <span className="words-answer">
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={2_000}
        aria-labelledby={`asks-${id}`}
        value={answer?.says ?? ""}
        placeholder={answer?.state === "not-known" ? "not known" : ""}
        onFocus={toHere}
        onChange={(event) => change(withAnswer(call, id, { state: "answered", says: event.target.value }))}
      />
    </span>
  );
}
