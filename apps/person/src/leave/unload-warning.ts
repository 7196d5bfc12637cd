import { useEffect } from "react";

/** Has the browser ask before the page is closed or loaded again, while `isOn`: what was read and typed stands in its memory alone. */
export function useUnloadWarning(isOn: boolean): void {
  useEffect(() => {
    if (isOn) addEventListener("beforeunload", warn);
    return stopUnloadWarning;
  }, [isOn]);
}

/** Leaving quickly asks nothing. */
export function stopUnloadWarning(): void {
  removeEventListener("beforeunload", warn);
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
