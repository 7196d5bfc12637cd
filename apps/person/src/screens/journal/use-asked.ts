import { useEffect, useState } from "react";
import type { Answer } from "../../engine/protocol.ts";
import type { VaultAsk } from "../../vault/protocol.ts";
import type { KeptHere } from "../../vault/use-vault.ts";

/** Asks once, as the screen is come to; undefined until it is answered. */
export function useAsked(vault: KeptHere, question: VaultAsk): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let isGone = false;
    void vault.ask(question).then((answered) => {
      if (!isGone) setAnswer(answered);
    });
    return () => {
      isGone = true;
    };
    // One question for each time that the screen is come to.
  }, []);
  return answer;
}

/** Why something was not done, where an answer says it. */
export function sayNotDone(answer: Answer): string | undefined {
  return answer.answer === "not done" || answer.answer === "failed" ? answer.says : undefined;
}
