import { stepInHistory } from "../way.ts";

/** The notes page that stands in place of another one, in the same language: of our own origin, so that it is there without a network. */
export function emptyPageOf(language: string): string {
  return language === "cy" ? "/cy/notes/" : "/notes/";
}

/** The one in the language of this page. */
export function emptyPageHere(): string {
  return emptyPageOf(document.documentElement.lang);
}

/** How the notes page was come to: she left, and it leads on; or what she keeps was locked. The window's name says so, which nothing stores. */
export type Coming = "left" | "locked";

/** If the browser does not answer at once that it has gone back, the page is replaced where it stands. Milliseconds. */
const patience = 150;

let hasLeft = false;

/** Whether she has left this page: one that the browser brings back from its memory shows nothing of hers, and leads on. */
export function leaveAgain(): void {
  if (hasLeft) location.replace(emptyPageHere());
}

/** What the page shows goes at once, for good; `loading` is said aloud. */
export function coverPage(loading: string): void {
  hasLeft = true;
  const blank = document.createElement("p");
  blank.className = "unseen";
  blank.role = "alert";
  document.body.replaceChildren(blank);
  // Said aloud because it is put into what is there already.
  blank.textContent = loading;
}

/**
 * Leaves: what the page shows goes at once, `loading` is said aloud, `forget` ends the worker, drops what memory holds and has the browser ask nothing, and the notes page takes the place of the
 * first of our screens in the browser's history, so that Back does not return. The notes page removes what this session has stored. What `forget` answers is
 * waited for behind the page that shows nothing.
 */
export async function leaveQuickly(loading: string, forget: () => unknown, coming: Coming = "left"): Promise<void> {
  coverPage(loading);
  await forget();
  window.name = coming;
  const replace = (): void => location.replace(emptyPageHere());
  const steps = stepInHistory();
  if (steps === 0) return replace();
  addEventListener("popstate", replace, { once: true });
  setTimeout(replace, patience);
  history.go(-steps);
}
