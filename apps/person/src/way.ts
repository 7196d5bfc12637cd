/**
 * The way through the screens of this page, the plain ones and the app's: they stand in the browser's history by number alone, so that the
 * phone's own Back works and the history tells nothing. What a number shows is known only to this page's memory: a reloaded page begins again.
 */

/** Draws what stands at one step. */
export type Showing = () => void;

const showings = new Map<number, Showing>();

/** How many screens of this page lie behind the one at hand. */
export function stepInHistory(): number {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "step" in state && typeof state.step === "number" ? state.step : 0;
}

/** One step on, and what stands there is shown. What lay ahead is no longer there. */
export function goTo(show: Showing): void {
  const step = stepInHistory() + 1;
  for (const known of showings.keys()) if (known > step) showings.delete(known);
  showings.set(step, show);
  history.pushState({ step }, "");
  show();
}

/** Instead of what stands at this step: what is finished is not gone back to. */
export function stayHere(show: Showing): void {
  showings.set(stepInHistory(), show);
  show();
}

/** Nothing before this step is gone back to: Back then leads to the first screen. */
export function forgetWay(): void {
  showings.clear();
}

/** From now on Back and Forward show what stands there; `first` where nothing does. */
export function followWay(first: Showing): void {
  addEventListener("popstate", () => (showings.get(stepInHistory()) ?? first)());
}
