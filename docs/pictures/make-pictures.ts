import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openApp, startBrowser, startServing } from "../../test/journeys/browser.ts";
import { readExpected, walkToTimeline } from "../../test/journeys/steps.ts";

/**
 * Draws the pictures of this folder from the invented case, in a real browser: `npx tsx docs/pictures/make-pictures.ts` after a build.
 */

/** A reader on a slow line sees it too. Bytes. */
const largest = 200_000;

async function makeTimeline(): Promise<void> {
  const path = fileURLToPath(new URL("timeline.png", import.meta.url));
  const serving = await startServing();
  const browser = await startBrowser();
  try {
    const { page } = await openApp(browser, serving.address, { viewport: { width: 1000, height: 1190 } });
    await walkToTimeline(page, readExpected());
    await page.locator("figure svg").waitFor();
    await page.screenshot({ path });
  } finally {
    await browser.close();
    await serving.close();
  }
  const { size } = await stat(path);
  if (size > largest) throw new Error(`timeline.png has ${size} bytes: it is to have ${largest} at most`);
}

void makeTimeline();
