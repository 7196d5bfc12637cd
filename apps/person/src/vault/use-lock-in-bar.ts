import { t } from "@lingui/core/macro";
import { useEffect } from "react";
import type { KeptHere } from "./use-vault.ts";

/**
 * Puts “Lock” into the left place of the bar, which is the page's own and not the app's, while her notes are open and home is shown: there is nothing
 * to go back to. `visit`: the visit of home; undefined: another screen is shown.
 */
export function useLockInBar({ status, lock }: KeptHere, visit: number | undefined): void {
  const isOpen = status?.is === "open";
  useEffect(() => {
    const back = document.getElementById("back");
    if (visit === undefined || !isOpen || back === null) return undefined;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bare lock";
    button.textContent = t`Lock`;
    button.addEventListener("click", () => void lock());
    back.hidden = true;
    back.after(button);
    return () => {
      button.remove();
      back.hidden = false;
    };
  }, [isOpen, lock, visit]);
}
