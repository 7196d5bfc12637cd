import { useCallback, useEffect, useRef, useState } from "react";
import type { Instant } from "@unmask/core";
import { type QueueNews, type Waits, changes } from "../desk/changes.ts";
import type { World } from "../world.ts";

/** How often the server is asked whether anything has come. Milliseconds. */
const eachMs = 5_000;

/** A question that fails is asked again before anything is said of it: a lift, a tunnel. */
const failuresBeforeSaid = 3;

/** A report, case or order that is open on the screen, and the number of the last event that it shows. */
export interface OpenOnScreen {
  readonly of: "report" | "case" | "order";
  readonly id: string;
  readonly saw: number;
  /** When it was read. */
  readonly at: Instant;
  /** Looks at it again. */
  again(): void;
}

/** What has come since this officer looked. */
export interface News {
  /** When the queue was looked at last; undefined: not yet, or not theirs to see. */
  readonly looked: Instant | undefined;
  /** Looks at the queue again, where that is on the screen. */
  readonly again: (() => void) | undefined;
  readonly queue: QueueNews;
  readonly waits: Waits;
  /** Whether what is open on the screen has changed, and since when it is there. */
  readonly changed: OpenOnScreen | undefined;
  /** Since when nothing can be told: silence is not calm. `ended`: the session is locked at the server. */
  readonly deaf: { readonly since: Instant; readonly why: "no-connection" | "ended" } | undefined;
}

/** The news, and how screens say what they show. */
export interface Watching {
  readonly news: News;
  /** The queue was read; its mark. */
  readonly sawQueue: (mark: string, again: () => void) => void;
  /** The queue is no longer on the screen; it is watched still. */
  readonly leftQueue: () => void;
  /** What is open on the screen; undefined: nothing. */
  readonly holds: (open: OpenOnScreen | undefined) => void;
}

const nothing: QueueNews = { fresh: 0, again: 0, danger: 0 };

const nothingWaits: Waits = { handover: 0, reviews: 0, opened: [], put: [] };

/** Asks at once and every few seconds whether anything has come or waits. It is no look and keeps no session alive. */
export function useChanges({ desk, now }: Pick<World, "desk" | "now">): Watching {
  const [mark, setMark] = useState<{ readonly mark: string; readonly at: Instant; readonly again?: () => void } | undefined>(undefined);
  const [open, setOpen] = useState<OpenOnScreen | undefined>(undefined);
  const [queue, setQueue] = useState(nothing);
  const [waits, setWaits] = useState(nothingWaits);
  const [last, setLast] = useState<number | undefined>(undefined);
  const [deaf, setDeaf] = useState<News["deaf"]>(undefined);
  const failures = useRef(0);
  const isFirst = useRef(true);
  const asked = askedOf(mark?.mark, open);
  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const answer = await desk.get(asked === "" ? "changes" : `changes?${asked}`, changes);
      // What waits is the same whatever was asked of: the first answer, which a queue that was read meanwhile overtakes, says it at once.
      if (answer.came === "value") setWaits(answer.value.waits);
      if (!isCurrent) return;
      failures.current = answer.came === "value" ? 0 : failures.current + 1;
      if (answer.came === "value") {
        setQueue(answer.value.queue ?? nothing);
        setLast(answer.value.open ?? undefined);
        setDeaf(undefined);
      } else if (answer.came === "nobody") setDeaf((before) => before ?? { since: now(), why: "ended" });
      else if (failures.current >= failuresBeforeSaid) setDeaf((before) => before ?? { since: now(), why: "no-connection" });
    };
    if (isFirst.current) void ask();
    isFirst.current = false;
    const timer = setInterval(() => void ask(), eachMs);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [asked, desk, now]);
  const sawQueue = useCallback(
    (seen: string, again: () => void): void => {
      setMark({ mark: seen, at: now(), again });
      setQueue(nothing);
      setDeaf(undefined);
    },
    [now],
  );
  const leftQueue = useCallback((): void => setMark((before) => before && { mark: before.mark, at: before.at }), []);
  const holds = useCallback((held: OpenOnScreen | undefined): void => {
    setOpen(held);
    setLast(undefined);
  }, []);
  const changed = open !== undefined && last !== undefined && last > open.saw ? open : undefined;
  return { news: { looked: mark?.at, again: mark?.again, queue, waits, changed, deaf }, sawQueue, leftQueue, holds };
}

function askedOf(mark: string | undefined, open: OpenOnScreen | undefined): string {
  const asked = new URLSearchParams();
  if (mark !== undefined) asked.set("since", mark);
  if (open !== undefined) asked.set(open.of, open.id);
  return asked.toString();
}

/** How many things have come, for the tab: a number and nothing else. */
export function countNews({ queue, changed }: News): number {
  return Math.max(queue.fresh + queue.again, queue.danger) + (changed ? 1 : 0);
}
