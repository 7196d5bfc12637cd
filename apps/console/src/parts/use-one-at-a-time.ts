import { useRef } from "react";

/** Sends one thing after the other: a second press while the first is on its way would write the same twice, and gives undefined. */
export function useOneAtATime(): <T>(send: () => Promise<T>) => Promise<T | undefined> {
  const isSending = useRef(false);
  return async (send) => {
    if (isSending.current) return undefined;
    isSending.current = true;
    const came = await send();
    isSending.current = false;
    return came;
  };
}
