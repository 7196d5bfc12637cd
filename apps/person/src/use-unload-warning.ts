import { useEffect } from "react";
import { startUnloadWarning, stopUnloadWarning } from "./leave/unload-warning.ts";

/** Has the browser ask before the page is closed or loaded again, while `isOn`: what was read and typed stands in its memory alone. */
export function useUnloadWarning(isOn: boolean): void {
  useEffect(() => {
    if (isOn) startUnloadWarning();
    return stopUnloadWarning;
  }, [isOn]);
}
