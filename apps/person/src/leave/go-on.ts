import type { Coming } from "./leave-quickly.ts";

/** Where leaving leads in the end, where there is a network and a browser around the page: a page that anybody looks at. */
const weather = "https://www.bbc.co.uk/weather";

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

/** Goes on to the weather. The installed app stays: a page of the web in its window would say that it was left; and so does a device without a network. */
export function goOn(): void {
  if (navigator.onLine && matchMedia("(display-mode: browser)").matches) location.replace(weather);
}
