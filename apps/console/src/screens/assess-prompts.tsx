import { type ReactElement, useState } from "react";
import { type AnswerToPrompt, type Prompt, answersToPrompt } from "../desk/assess.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { KnownBy } from "../parts/known-by.tsx";

const words: Readonly<Record<AnswerToPrompt, string>> = { yes: "Yes", no: "No", "not-known": "Not known" };
const lettersOf: Readonly<Record<AnswerToPrompt, string>> = { yes: "y", no: "n", "not-known": "u" };

/**
 * The questions, each with what its answer rests on. J and K go through them, Y N U answer, here and on the telephone; in a case, where N, U and K are
 * letters of its parts, the same three with Shift, and the arrows.
 */
export function AssessPrompts({
  of = "report",
  prompts,
  give,
}: {
  readonly of?: "report" | "case";
  readonly prompts: readonly Prompt[];
  readonly give: (prompt: string, answer: AnswerToPrompt) => void;
}): ReactElement {
  const firstOpen = prompts.findIndex(({ answer }) => answer === undefined);
  const [at, setAt] = useState(Math.max(0, firstOpen));
  const step = (by: 1 | -1) => () => {
    const next = Math.min(prompts.length - 1, Math.max(0, at + by));
    setAt(next);
    document.getElementById(`prompt-${prompts[next]?.id}`)?.scrollIntoView({ block: "nearest" });
  };
  const answerAt = (answer: AnswerToPrompt) => () => {
    const prompt = prompts[at];
    if (!prompt) return;
    give(prompt.id, answer);
    step(1)();
  };
  useKeys([
    { name: "next-row", presses: ["j", "ArrowDown"], cap: "J", says: "next prompt", isInBar: true, run: step(1) },
    {
      name: "row-before",
      presses: of === "case" ? ["ArrowUp"] : ["k", "ArrowUp"],
      cap: of === "case" ? "↑" : "K",
      says: "prompt before",
      isInBar: true,
      run: step(-1),
    },
    ...answersToPrompt.map((answer) => ({
      name: `answer-${answer}`,
      presses: [of === "case" ? `Shift+${lettersOf[answer]}` : lettersOf[answer]],
      cap: `${of === "case" ? "⇧" : ""}${lettersOf[answer].toUpperCase()}`,
      says: words[answer].toLowerCase(),
      isInBar: true,
      run: answerAt(answer),
    })),
  ]);
  return (
    <ol className="prompts">
      {prompts.map(({ id, asks, answer: given, ground, held, isOld }, i) => (
        <li key={id} id={`prompt-${id}`} className={i === at ? "is-chosen" : ""}>
          <span className="rank" aria-hidden="true">
            {i + 1}
          </span>
          <div>
            <p className="asks" id={`asks-${id}`}>
              <b>{asks}</b>
            </p>
            {[...(ground ? [ground] : []), ...held].map(({ says, how, from }) => (
              <p className="line second" key={`${how} ${says}`}>
                {says} <KnownBy how={how} from={from} />
              </p>
            ))}
            {given === undefined && held.length === 0 && <p className="line second">Not worked out from the words: read them.</p>}
          </div>
          <div>
            <fieldset className="answers" aria-labelledby={`asks-${id}`}>
              {answersToPrompt.map((answer) => (
                <label key={answer}>
                  <input
                    type="radio"
                    name={`answer-${id}`}
                    checked={given === answer}
                    onFocus={() => setAt(i)}
                    onChange={() => give(id, answer)}
                  />
                  <span>{words[answer]}</span>
                </label>
              ))}
            </fieldset>
            {given === undefined && <p className="mind bold line second">Not answered</p>}
            {given !== undefined && isOld === true && (
              // A radio button that is chosen tells nobody that it is chosen again.
              <p className="mind line second">
                answered before what came last{" "}
                <button type="button" className="in-line" aria-describedby={`asks-${id}`} onClick={() => give(id, given)}>
                  Still: {words[given]}
                </button>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
