import { useEffect } from "react";
import { overKept } from "./kept-statement.ts";
import { type Session, type Walk, statedIn } from "./session.ts";

/** Has the worker view the timeline again after an answer has changed: first the timeline, and then, while she sees it, the patterns. */
export function useTimelineView({ session, change, engine, vault }: Walk): void {
  const isKept = vault.status?.is === "open";
  const isViewed = session.view !== undefined;
  const isFound = session.findings !== undefined;
  useEffect(() => {
    if (isViewed && isFound) return;
    let isGone = false;
    const stated = statedNow(session);
    const view = async (): Promise<void> => {
      let notKept: string | undefined;
      // Kept before anything is drawn from it: it is there after the next opening, also where she closes the page as soon as she sees the timeline.
      if (isKept && !isViewed) {
        const statement = { ...stated, zone: session.zone, country: session.statement?.country ?? homeCountry };
        const put = await vault.ask({ ask: "put statement", statement });
        if (put.answer === "kept") change({ statement });
        else if (put.answer === "not done") notKept = put.says;
      }
      if (isGone) return;
      const answer = await engine.ask(isViewed ? { ask: "findings" } : { ask: "view", stated });
      if (isGone) return;
      if (answer.answer === "view") change({ view: answer.view, hindrance: notKept });
      else if (answer.answer === "findings") change({ findings: answer.findings });
      else if (answer.answer === "failed") change({ hindrance: answer.says });
    };
    void view();
    return () => {
      isGone = true;
    };
    // Answers cannot change while a screen that needs them is shown.
  }, [isViewed, isFound]);
}

/** Where numbers without a country are dialled from, until she can state another. */
const homeCountry = "GB";

/** What she states, over what was kept of it. */
function statedNow(session: Session): ReturnType<typeof statedIn> {
  const { statement, importSummary } = session;
  const stated = statedIn(session);
  return statement === undefined ? stated : overKept(stated, statement, importSummary?.people ?? []);
}
