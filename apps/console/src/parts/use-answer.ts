import { useCallback, useEffect, useState } from "react";
import type { Answer } from "../desk/answer.ts";

/** What was asked for: nothing yet, or what came of it. */
export interface Asked<T> {
  readonly answer: Answer<T> | undefined;
  /** Asks again; what is shown stays until the new answer is there. */
  again(): void;
}

/** Asks when `about` changes, after waiting so long; an answer that comes after the next question is not shown. `ask` of undefined asks nothing. */
export function useAnswer<T>(about: string, ask: (() => Promise<Answer<T>>) | undefined, waitMs = 0): Asked<T> {
  const [state, setState] = useState<{ readonly about: string; readonly answer: Answer<T> } | undefined>(undefined);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!ask) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void ask().then((answer) => {
        if (isCurrent) setState({ about, answer });
      });
    }, waitMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // What is asked follows from what it is about.
  }, [about, round, waitMs]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { answer: state?.about === about ? state.answer : undefined, again };
}
