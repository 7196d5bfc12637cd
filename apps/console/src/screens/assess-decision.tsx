import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { Assessment } from "../desk/assess.ts";
import { type LogEntry, justLog } from "../desk/log-entry.ts";
import { BothTexts, ShowBoth } from "../parts/both-texts.tsx";
import { DecisionForm } from "../parts/decision-form.tsx";
import { Hindrance } from "../parts/hindrance.tsx";
import { useOneAtATime } from "../parts/use-one-at-a-time.ts";
import { useDraft } from "../parts/use-draft.ts";
import { DecisionLines } from "./decision-lines.tsx";

/** What an officer decides. Against the force's rule it needs words, which a second person reads. */
export function AssessDecision({
  at,
  shown,
  now,
  lookAgain,
}: {
  readonly at: AtDesk;
  readonly shown: Assessment;
  readonly now: Instant;
  readonly lookAgain: () => void;
}): ReactElement {
  const { report, proposal, prompts, choices, saw, decisions } = shown;
  const [choice, choose] = useDraft(at, `choice ${report}`);
  const [words, setWords] = useDraft(at, `decision ${report}`);
  const [fault, setFault] = useState("");
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  // What this text was begun on: what others decided after that stands beside it.
  const [begun, begin] = useState(saw);
  const theirs = decisions.filter(({ number }) => number > begun);
  const leaveTheirs = (): void => {
    choose("");
    setWords("");
    setCame(undefined);
    begin(saw);
  };
  const oneAtATime = useOneAtATime();
  const open = prompts.filter(({ answer }) => answer === undefined);
  const isAgainst = choice !== "" && choice !== proposal.choice;

  const write = async (): Promise<void> => {
    if (choice === "") return setFault("Choose what you decide.");
    if (words.trim() === "")
      return setFault(isAgainst ? "You choose against the force’s rule: say why." : "Say why, in words that another can check.");
    setFault("");
    const answer = await oneAtATime(() => at.world.desk.post(`reports/${report}/decide`, { saw, choice, words: words.trim() }, justLog));
    if (answer === undefined) return;
    setCame(answer);
    if (answer.came !== "value") return;
    at.drafts.delete(`choice ${report}`);
    at.drafts.delete(`decision ${report}`);
    at.tellLog(answer.value);
  };
  if (came?.came === "value")
    return (
      <div role="status">
        <h2>Written</h2>
        <p>{choices.find(({ id }) => id === choice)?.says ?? choice}. Nothing of it is edited; a later decision overrules it.</p>
      </div>
    );
  return (
    <>
      <h2>What you decide</h2>
      <p className="second-words">
        {isAgainst ? "You choose against the rule: say why; another officer reads it." : "The rule proposes; you decide."}
      </p>
      <DecisionForm
        legend="What you decide"
        options={choices.map(({ id, says }) => ({
          value: id,
          says,
          ...(id === proposal.choice ? { more: "what the rule proposes" } : {}),
        }))}
        chosen={choice}
        choose={choose}
        {...{ fault, words, setWords }}
        rows={4}
        told={
          <>
            {came && theirs.length === 0 && <Hindrance answer={came} now={now} again={lookAgain} />}
            {came?.came === "changed" && theirs.length === 0 && <ShowBoth show={lookAgain} />}
            {theirs.length > 0 && (
              <BothTexts
                theirs={<DecisionLines decisions={theirs} now={now} />}
                mine={
                  <p>
                    <b>{choices.find(({ id }) => id === choice)?.says ?? "nothing chosen"}</b>
                    {words.trim() !== "" && <span className="line">“{words.trim()}”</span>}
                  </p>
                }
                leave={leaveTheirs}
              />
            )}
          </>
        }
        verb="Write the decision"
        keySays="write the decision"
        write={write}
        beside={
          open.length > 0 && (
            <span className="second-words">says that {open.length === 1 ? "1 prompt is" : `${open.length} prompts are`} open</span>
          )
        }
      />
    </>
  );
}
