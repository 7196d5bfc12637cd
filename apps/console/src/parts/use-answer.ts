import { useCallback, useContext, useEffect, useRef, useState } from "react";
import type { Answer } from "../desk/answer.ts";
import { UnreachedContext } from "./unreached.ts";

/** What was asked for: nothing yet, or what came of it. */
export interface Asked<T> {
  readonly answer: Answer<T> | undefined;
  /** Asks again; what is shown stays until the new answer is there. */
  again(): void;
}

/**
 * Asks when `about` changes, after waiting so long; an answer that comes after the next question is not shown. `ask` of undefined asks nothing. Where the
 * server is not reached, what was read stays open, and the desk says that it is not of now.
 */
export function useAnswer<T>(about: string, ask: (() => Promise<Answer<T>>) | undefined, waitMs = 0): Asked<T> {
  const [state, setState] = useState<{ readonly about: string; readonly answer: Answer<T> } | undefined>(undefined);
  const [round, setRound] = useState(0);
  const tellUnreached = useContext(UnreachedContext);
  const shown = useRef(state);
  const isToldOf = useRef(false);
  const again = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    const tell = (isUnreached: boolean): void => {
      if (isUnreached || isToldOf.current) tellUnreached(isUnreached ? again : undefined);
      isToldOf.current = isUnreached;
    };
    if (!ask) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void ask().then((answer) => {
        if (!isCurrent) return;
        const stays = answer.came === "no-connection" && shown.current?.about === about && shown.current.answer.came === "value";
        tell(stays);
        if (stays) return;
        shown.current = { about, answer };
        setState(shown.current);
      });
    }, waitMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // What is asked follows from what it is about.
  }, [about, round, waitMs]);
  useEffect(
    () => () => {
      if (isToldOf.current) tellUnreached(undefined);
      isToldOf.current = false;
    },
    [about, tellUnreached],
  );
  return { answer: state?.about === about ? state.answer : undefined, again };
}
