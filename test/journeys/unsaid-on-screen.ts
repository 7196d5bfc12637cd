import type { Page } from "playwright-core";
import { unsaidIn } from "../house/unsaid.ts";

/** Screens on which a number of a hundred is the share of reports that were counted, and nobody's likelihood. */
const countsShares: ReadonlySet<string> = new Set(["learn"]);

/** What a screen says that none of ours says: everything that is read on it, heard of it or offered in it. */
export async function unsaidOn(page: Page, screen = ""): Promise<readonly string[]> {
  const said = await page.evaluate(readWhole);
  const texts = countsShares.has(screen) ? said.map((text) => text.replaceAll(/\d\s*%/g, "")) : said;
  if (texts.join("").length < 40) return ["the screen says nothing at all"];
  return [...new Set(texts.flatMap(unsaidIn))];
}

/** Runs in the page: its text, whether it is seen or only heard, and what stands in attributes. */
function readWhole(): string[] {
  const said = ["title", "aria-label", "alt", "placeholder", "data-says", "aria-description"];
  return [
    document.title,
    (document.body.textContent ?? "").replace(/\s+/g, " "),
    // A word of its own at the end of one element and the beginning of the next.
    ...[...document.body.querySelectorAll("*")].map((one) => (one.children.length === 0 ? (one.textContent ?? "") : "")),
    ...[...document.body.querySelectorAll("*")].flatMap((one) => said.flatMap((name) => one.getAttribute(name) ?? [])),
  ];
}
