import { useEffect, useState } from "react";

const pressesToLeave = 3;
/** Presses further apart than this do not belong together. Milliseconds. */
const togetherMs = 5_000;

/**
 * Counts presses of Escape: any other key begins again, a held key counts once. Gives what a screen reader is to say on the way.
 */
export function useEscapePresses(leave: () => void): string {
  const [says, setSays] = useState("");
  useEffect(() => {
    let presses = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = (): void => {
      presses = 0;
      clearTimeout(timer);
      setSays("");
    };
    const onKey = ({ key, repeat }: KeyboardEvent): void => {
      if (repeat) return;
      if (key !== "Escape") {
        if (presses > 0) forget();
        return;
      }
      presses++;
      clearTimeout(timer);
      if (presses >= pressesToLeave) return leave();
      const more = pressesToLeave - presses;
      setSays(`Press Escape ${more} more ${more === 1 ? "time" : "times"} to leave.`);
      timer = setTimeout(forget, togetherMs);
    };
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("keydown", onKey);
      clearTimeout(timer);
    };
  }, [leave]);
  return says;
}
