import { useEffect, useRef, useState } from "react";
import { knowsForce } from "./ports/stored-lock.ts";
import type { Walk } from "./session.ts";

/** Whether somebody takes reports at this page's address. Looking tells nobody more than opening the page did. */
export function useTakesReports(): boolean {
  const [takes, setTakes] = useState(false);
  useEffect(() => void knowsForce().then(setTakes), []);
  return takes;
}

/** Has the worker look who takes reports here, where it is not known yet: where nobody does, nothing is ever offered. */
export function useForce({ session: { offered }, change, engine }: Walk): void {
  const takes = useTakesReports();
  const isWanted = useRef(offered?.force === undefined || offered.unanswered !== undefined);
  useEffect(() => {
    if (!takes || !isWanted.current) return;
    // Once for each screen: where nothing went before, coming back tries again.
    isWanted.current = false;
    void engine.ask({ ask: "force" }).then((answer) => {
      if (answer.answer === "force") change({ offered: answer });
      else if (answer.answer === "not sent") change({ offered: { unanswered: answer.says } });
    });
  }, [takes, change, engine]);
}
