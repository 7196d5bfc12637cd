import { writeBeside } from "../words/beside.ts";

/**
 * What is open locks by itself: after five minutes without a touch the page is covered and says when it locks, and half a minute later it does. A
 * device that slept meanwhile locks as it wakes.
 */

/** Without a touch for so long it warns. Milliseconds. */
const untilWarning = 300_000;
/** The warning stands for so long. Milliseconds. */
const untilLock = 30_000;
/** How often the clocks are looked at. Milliseconds. */
const lookEvery = 1_000;

/** What the warning says; `{time}`: when it locks. */
export interface LockWords {
  readonly locks: string;
  readonly stay: string;
}

/** It says to nobody what it covers. */
const title = "Notes";
const asTime = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** Watches until the function that it gives is called. `lock` is called once; `says` are the words of the warning. */
export function startAutoLock(lock: () => void, says: LockWords): () => void {
  let touched = readClocks();
  let warning: HTMLElement | undefined;
  let focused: Element | null = null;

  function touch(): void {
    touched = readClocks();
    if (warning === undefined) return;
    warning.remove();
    warning = undefined;
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  function look(): void {
    const idle = readClocks().map((now, i) => now - (touched[i] ?? now));
    // A clock that is set back, or stands still while the device sleeps, keeps nothing open: the other one goes on.
    const longest = Math.max(...idle); // bounded: two clocks.
    if (longest >= untilWarning + untilLock) {
      stop();
      lock();
    } else if (longest >= untilWarning && warning === undefined) {
      focused = document.activeElement;
      warning = warningOf(Date.now() + untilWarning + untilLock - longest, says);
      document.body.append(warning);
      warning.querySelector("button")?.focus();
    }
  }

  const first = { capture: true, passive: true };
  for (const kind of touches) addEventListener(kind, touch, first);
  document.addEventListener("visibilitychange", look);
  const timer = setInterval(look, lookEvery);
  function stop(): void {
    clearInterval(timer);
    for (const kind of touches) removeEventListener(kind, touch, first);
    document.removeEventListener("visibilitychange", look);
    warning?.remove();
  }
  return stop;
}

/** What a hand does. Keys that were held over from before count too. */
const touches = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

/** The clock of the device, and one that nobody sets. */
function readClocks(): readonly number[] {
  return [Date.now(), performance.now()];
}

/** Covers the page: nothing of what it shows stands beside the warning. */
function warningOf(at: number, says: LockWords): HTMLElement {
  const cover = document.createElement("section");
  cover.className = "cover";
  cover.setAttribute("role", "alertdialog");
  cover.setAttribute("aria-label", title);
  cover.setAttribute("aria-describedby", "locks");
  const paragraph = document.createElement("p");
  paragraph.id = "locks";
  writeBeside(paragraph, says.locks.replaceAll("{time}", asTime.format(at)));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "outlined";
  writeBeside(button, says.stay);
  cover.append(paragraph, button);
  return cover;
}
