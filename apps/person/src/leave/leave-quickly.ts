import { stepInHistory } from "../navigation.ts";
import { stopUnloadWarning } from "./unload-warning.ts";

/** The empty page that stands in place of this one: of our own origin, so that it is there without a network. */
export const emptyPage = "/notes/";

/** If the browser does not answer at once that it has gone back, the page is replaced where it stands. Milliseconds. */
const patience = 150;

/**
 * Leaves: what the page shows goes at once, `forget` ends the worker and drops what memory holds, and the empty page takes the place of the
 * first of our screens in the browser's history, so that Back does not return. The empty page removes what this session has stored.
 */
export function leaveQuickly(forget: () => void): void {
  document.body.replaceChildren();
  stopUnloadWarning();
  forget();
  const replace = (): void => location.replace(emptyPage);
  const steps = stepInHistory();
  if (steps === 0) return replace();
  addEventListener("popstate", replace, { once: true });
  setTimeout(replace, patience);
  history.go(-steps);
}
