import { useEffect } from "react";
import { type Walk, statedIn } from "./session.ts";

/** Has the worker view the timeline again after an answer has changed: first the timeline, and then, while she sees it, the patterns. */
export function useTimelineView({ session, change, engine }: Walk): void {
  const isViewed = session.view !== undefined;
  const isFound = session.findings !== undefined;
  useEffect(() => {
    if (isViewed && isFound) return;
    let isGone = false;
    void engine.ask(isViewed ? { ask: "findings" } : { ask: "view", stated: statedIn(session) }).then((answer) => {
      if (isGone) return;
      if (answer.answer === "view") change({ view: answer.view, hindrance: undefined });
      else if (answer.answer === "findings") change({ findings: answer.findings });
      else if (answer.answer === "failed") change({ hindrance: answer.says });
    });
    return () => {
      isGone = true;
    };
    // Answers cannot change while a screen that needs them is shown.
  }, [isViewed, isFound]);
}
