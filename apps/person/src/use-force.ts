import { useEffect, useState } from "react";
import { knowsForce } from "./ports/stored-lock.ts";
import type { Walk } from "./session.ts";

/** Whether somebody takes reports at this page's address. Looking tells nobody more than opening the page did. */
export function useTakesReports(): boolean {
  const [takes, setTakes] = useState(false);
  useEffect(() => void knowsForce().then(setTakes), []);
  return takes;
}

/** Has the worker look who takes reports here, once for a session: where nobody does, nothing is ever offered. */
export function useForce({ session: { offered }, change, engine }: Walk): void {
  const takes = useTakesReports();
  useEffect(() => {
    if (!takes || offered !== undefined) return;
    void engine.ask({ ask: "force" }).then((answer) => {
      if (answer.answer === "force") change({ offered: answer });
    });
  }, [takes, offered, change, engine]);
}
