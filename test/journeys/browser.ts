import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from "playwright-core";
import type { Result } from "@unmask/core";
import { listen } from "@unmask/fittings-node";
import { answerOrigin } from "../../apps/server/src/ports/intake-origin.ts";
import { personSite } from "../../apps/server/src/ports/person-site.ts";

/** The real browser, and the built app served to it. */

const root = fileURLToPath(new URL("../../", import.meta.url));
export const sampleFolder = join(root, "fixtures/sample-case/exports");

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long a step may take before it counts as failed, on a machine that is busy with other things. Milliseconds. */
export const patience = 120_000;

/** How Chromium is started. */
export const startingOptions = { executablePath: "/usr/bin/chromium", args: flags };

/** Starts Chromium. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch(startingOptions);
}

/** The build as it is served. */
export interface Serving {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the build on a port, as the door of the force does, without its intake; `folder` where it is another build than the one for people. */
export async function serve(port: number, folder?: string): Promise<Result<Serving, string>> {
  const site = { ...personSite(new URL("../../apps/", import.meta.url)), ...(folder !== undefined && { folder }) };
  const outcome = await listen(answerOrigin(site, undefined, console.error), { port, tryPort: (free) => `PORT=${free} npm start` });
  if (!outcome.ok) return outcome;
  return { ok: true, value: { address: `http://localhost:${outcome.value.port}/`, close: () => outcome.value.close() } };
}

/** Serves the build, or another, on a free port. */
export async function startServing(folder?: string): Promise<Serving> {
  const outcome = await serve(0, folder);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
}

/** A window of its own with a page in it, and everything about it that must never happen. */
export interface Session {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests to another origin, breaches of the content policy, errors of the page. */
  readonly wrong: readonly string[];
}

/**
 * Runs in a page before its own scripts: it stands in the window of the installed app, where leaving lands on the notes page and stays there. How a
 * browser's tab goes on to the weather is a journey of its own (notes-page.test.ts).
 */
export function asInstalled(): void {
  const own = matchMedia.bind(globalThis);
  globalThis.matchMedia = (query) => (query === "(display-mode: browser)" ? own("not all") : own(query));
}

/** Opens the app at its first screen; `prepare` is given the window before anything is in it. */
export async function openApp(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  prepare: (context: BrowserContext) => Promise<unknown> = async () => {},
): Promise<Session> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB", ...options });
  context.setDefaultTimeout(patience);
  const wrong: string[] = [];
  const { origin } = new URL(address);
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "blob:" && url.origin !== origin) wrong.push(`request to ${url.origin}`);
  });
  context.on("weberror", (error) => wrong.push(`error ${error.error().message}`));
  await context.exposeFunction("tellBreach", (says: string) => wrong.push(`policy ${says}`));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const told: unknown = Reflect.get(globalThis, "tellBreach");
      if (typeof told === "function") told(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  await context.addInitScript(asInstalled);
  await prepare(context);
  const page = await context.newPage();
  page.on("console", (message) => {
    // Workers have no document to listen on: their breaches and failures are told here.
    if (message.type() === "error") wrong.push(`console ${message.text()}`);
  });
  await page.goto(address);
  return { context, page, wrong };
}

/** Every file of a folder, by its path below it. */
export function filesUnder(folder: string): readonly { readonly name: string; readonly path: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path).split(sep).join("/"), path }));
}

/** A folder that is removed afterwards. */
export function scratchFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "unmask-journey-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
