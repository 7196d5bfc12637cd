import { useEffect, useRef, useState } from "react";
import type { Instant } from "@unmask/core";

/** How often the clock of the desk is read: each minute is told within this. Milliseconds. */
const eachMs = 15_000;

/** The time, to the minute. */
export function useNow(readClock: () => Instant): Instant {
  const [now, setNow] = useState(readClock);
  useEffect(() => {
    const timer = setInterval(() => setNow(readClock()), eachMs);
    return () => clearInterval(timer);
  }, [readClock]);
  return now;
}

/** Ends the session when its time is over, and locks it when nobody touched the desk for as long as the force allows. */
export function useSessionClock(
  { endsAt, locksAt }: { readonly endsAt: Instant; readonly locksAt: Instant },
  readClock: () => Instant,
  over: (why: "locked" | "ended") => void,
): void {
  const told = useRef(over);
  useEffect(() => {
    told.current = over;
  });
  useEffect(() => {
    let touched = readClock();
    const idleMs = locksAt - touched;
    const onTouch = (): void => {
      touched = readClock();
    };
    const timer = setInterval(() => {
      const now = readClock();
      if (now >= endsAt) told.current("ended");
      else if (now - touched >= idleMs) told.current("locked");
    }, eachMs);
    addEventListener("keydown", onTouch);
    addEventListener("pointerdown", onTouch);
    return () => {
      clearInterval(timer);
      removeEventListener("keydown", onTouch);
      removeEventListener("pointerdown", onTouch);
    };
  }, [endsAt, locksAt, readClock]);
}
