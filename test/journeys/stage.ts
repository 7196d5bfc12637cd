import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Serving, type Session, openApp, startBrowser, startServing } from "./browser.ts";

/** What the journeys of one file are played on: the app as it is served, and a browser. */
export interface Stage {
  /** Where the app is served; known once the journeys run. */
  address(): string;
  browser(): Browser;
  /** Opens the app in a session of its own. */
  open(options?: BrowserContextOptions): Promise<Session>;
}

/** Sets the stage before the journeys of the file that calls it, and takes it down behind them; `folder` where another build is looked at. */
export function setStage(folder?: string): Stage {
  let serving: Serving;
  let browser: Browser;
  beforeAll(async () => {
    serving = await startServing(folder);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await serving.close();
  });
  return {
    address: () => serving.address,
    browser: () => browser,
    open: (options) => openApp(browser, serving.address, options),
  };
}
