import { useEffect } from "react";
import { type Walk, answersOf } from "./sitting.ts";

/** Has the worker look again after an answer has changed: first the timeline, and then, while she sees it, the patterns. */
export function useLook({ sitting, change, corridor }: Walk): void {
  const isLooked = sitting.look !== undefined;
  const isFound = sitting.findings !== undefined;
  useEffect(() => {
    if (isLooked && isFound) return;
    let isGone = false;
    void corridor.ask(isLooked ? { ask: "findings" } : { ask: "look", answers: answersOf(sitting) }).then((answer) => {
      if (isGone) return;
      if (answer.answer === "look") change({ look: answer.look, hindrance: undefined });
      else if (answer.answer === "findings") change({ findings: answer.findings });
      else if (answer.answer === "failed") change({ hindrance: answer.says });
    });
    return () => {
      isGone = true;
    };
    // Answers cannot change while a screen that needs them is shown.
  }, [isLooked, isFound]);
}
