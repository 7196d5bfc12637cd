import type { Coming } from "./leave-quickly.ts";

/** Where leaving leads in the end, where there is a network and a browser around the page: a page that anybody looks at. */
const weather = "https://www.bbc.co.uk/weather";
/** So long an answer is waited for, on the notes page, which is neutral itself. Milliseconds. */
const answersWithin = 2_000;

/** How this page was come to, told once: loaded again it was come to by nothing. */
export function takeComing(): Coming | undefined {
  const coming = window.name;
  window.name = "";
  return coming === "left" || coming === "locked" ? coming : undefined;
}

/** A new step in the browser's history takes all that lie before it: Forward then leads to none of our screens. */
export async function forgetForward(): Promise<void> {
  history.pushState(null, "");
  const isBack = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
  history.back();
  await isBack;
}

/**
 * Whether the weather would come. The installed app stays: a page of the web in its window would say that it was left. So does a device without a network;
 * one that is on a dead network, or one that wants a log-in first, takes itself to be online: our own origin is asked for the head of this page.
 */
export async function canGoOn(): Promise<boolean> {
  if (!navigator.onLine || !matchMedia("(display-mode: browser)").matches) return false;
  const asked = fetch("", { method: "HEAD", cache: "no-store", redirect: "error", signal: AbortSignal.timeout(answersWithin) });
  return asked.then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Goes on to the weather. */
export function goOn(): void {
  location.replace(weather);
}
