import { useCallback, useRef, useState } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { type QueueAnswer, queueAnswer } from "../desk/queue-answer.ts";
import { useAnswer } from "./use-answer.ts";
import { useTold } from "./use-told.ts";

/** The rows of the queue that are on the screen: pages one after the other. */
export interface Pages {
  readonly answer: Answer<QueueAnswer> | undefined;
  /** Asks for all that is on the screen anew. */
  again(): void;
  /** Asks for the next page; undefined behind the last row. */
  readonly more: (() => void) | undefined;
  readonly isAsking: boolean;
}

/** Asks for the queue, page after page as they are wanted. Each page is a look by itself. */
export function usePages(at: Pick<AtDesk, "world" | "tellLog" | "leave">): Pages {
  const { desk } = at.world;
  const wanted = useRef(1);
  const [more, setMore] = useState<{ readonly behind: QueueAnswer; readonly answer: Answer<QueueAnswer> } | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const first = useAnswer("queue", () => askFor(desk, wanted.current));
  const before = first.answer?.came === "value" ? first.answer.value : undefined;
  const answer = before !== undefined && more?.behind === before ? more.answer : first.answer;
  useTold(at, first.answer);
  useTold(at, more?.answer);
  const shown = answer?.came === "value" ? answer.value : undefined;
  const next = shown?.next;
  const askMore = useCallback(async (): Promise<void> => {
    if (before === undefined || shown === undefined || next === undefined) return;
    setAsking(true);
    const page = await desk.get(pathOf(next), queueAnswer);
    setAsking(false);
    if (page.came === "value") wanted.current += 1;
    setMore({ behind: before, answer: page.came === "value" ? { came: "value", value: behind(shown, page.value) } : page });
  }, [desk, before, shown, next]);
  return { answer, again: first.again, isAsking, more: next === undefined || isAsking ? undefined : () => void askMore() };
}

async function askFor(desk: AtDesk["world"]["desk"], pages: number): Promise<Answer<QueueAnswer>> {
  const first = await desk.get("queue", queueAnswer);
  if (first.came !== "value") return first;
  let all = first.value;
  for (let page = 1; page < pages && all.next !== undefined; page += 1) {
    const more = await desk.get(pathOf(all.next), queueAnswer);
    if (more.came !== "value") return more;
    all = behind(all, more.value);
  }
  return { came: "value", value: all };
}

function pathOf(next: string): string {
  return `queue?after=${encodeURIComponent(next)}`;
}

/**
 * The rows of a page behind those before it. A report that moved down while its officer read stands once, at its first place; the mark stays
 * that of the first page, so that what came in between is told.
 */
function behind(before: QueueAnswer, page: QueueAnswer): QueueAnswer {
  const there = new Set(before.queue.rows.map(({ report }) => report));
  const rows = [...before.queue.rows, ...page.queue.rows.filter(({ report }) => !there.has(report))];
  const { next: _, ...kept } = before;
  return {
    ...kept,
    queue: { head: page.queue.head, rows },
    mine: page.mine,
    log: page.log,
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}
