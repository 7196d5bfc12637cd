import { useEffect } from "react";
import { pathByName } from "../parts/icon-paths.ts";
import { saidInBar } from "../parts/said-in-bar.ts";
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
    button.append(drawLock(), saidInBar("lock"));
    button.addEventListener("click", () => void lock());
    back.hidden = true;
    back.after(button);
    return () => {
      button.remove();
      back.hidden = false;
    };
  }, [isOpen, lock, visit]);
}

/** The lock beside the word, as on every button that has a picture. */
function drawLock(): SVGElement {
  const picture = document.createElementNS(svg, "svg");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", pathByName.lock);
  for (const [name, value] of [
    ["class", "icon"],
    ["viewBox", "0 0 24 24"],
    ["aria-hidden", "true"],
  ] as const)
    picture.setAttribute(name, value);
  picture.append(path);
  return picture;
}

const svg = "http://www.w3.org/2000/svg";
