import { useCallback, useState } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type LookAheadAnswer, lookAheadAnswer } from "../desk/look-ahead.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { useTold } from "../parts/use-told.ts";

/** The lines of the look-ahead that are on the screen: pages one after the other, each a look by itself. */
export interface AheadPages {
  readonly answer: Answer<LookAheadAnswer> | undefined;
  /** Asks for the first page anew. */
  again(): void;
  /** Asks for the next page, or for all that follow. */
  more(): void;
  all(): void;
  readonly isAsking: boolean;
}

/** Asks for what lies so many days ahead, page after page as they are wanted. */
export function useAhead(at: Pick<AtDesk, "world" | "tellLog" | "leave">, days: number): AheadPages {
  const { desk } = at.world;
  const path = `look-ahead?days=${days}`;
  const first = useAnswer(path, () => desk.get(path, lookAheadAnswer));
  const [later, setLater] = useState<{ readonly behind: LookAheadAnswer; readonly answer: Answer<LookAheadAnswer> } | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const before = first.answer?.came === "value" ? first.answer.value : undefined;
  const answer = before !== undefined && later?.behind === before ? later.answer : first.answer;
  useTold(at, first.answer);
  useTold(at, later?.answer);
  const ask = async (pages: number): Promise<void> => {
    if (before === undefined || answer?.came !== "value" || isAsking) return;
    setAsking(true);
    let all = answer.value;
    for (let page = 0; page < pages && all.next !== undefined; page += 1) {
      const more = await desk.get(`${path}&after=${encodeURIComponent(all.next)}`, lookAheadAnswer);
      if (more.came === "value") all = linesBehind(all, more.value);
      setLater({ behind: before, answer: more.came === "value" ? { came: "value", value: all } : more });
      if (more.came !== "value") break;
    }
    setAsking(false);
  };
  const again = useCallback(() => {
    setLater(undefined);
    first.again();
  }, [first.again]);
  return { answer, again, isAsking, more: () => void ask(1), all: () => void ask(Number.POSITIVE_INFINITY) };
}

/** The lines of a page behind those before it. What the list comes to is said with the first page, and stays. */
export function linesBehind({ next: _, ...before }: LookAheadAnswer, { rows, next, log }: LookAheadAnswer): LookAheadAnswer {
  return { ...before, rows: [...before.rows, ...rows], log, ...(next !== undefined && { next }) };
}
