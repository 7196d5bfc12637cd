import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Role } from "@unmask/case";
import { type HerComputer, herComputer } from "../server/her-computer.ts";
import { type Served, serve, unmask } from "../server/program.ts";
import { axe } from "./axe.ts";
import { openApp, startBrowser } from "./browser.ts";
import { type MovedClock, movedClock } from "./moved-clock.ts";

/** A whole force as it is run: the folder that `unmask force init` makes, the built server on it, and windows on both of its doors. */
export interface ForceStage {
  /** The folder of the whole stage, which goes with it. */
  readonly home: string;
  /** The folder of the force. */
  readonly data: string;
  /** Her computer. */
  readonly her: HerComputer;
  readonly served: Served;
  /** The clock of the server. */
  readonly clock: MovedClock;
  /** Opens her page. */
  openHers(options?: BrowserContextOptions): Promise<DeskWindow>;
  /** An officer's computer, with a device that holds a passkey. The page stands behind the one-time link. */
  openDesk(officer: { readonly name: string; readonly role: Role }): Promise<DeskWindow>;
  end(): Promise<void>;
}

/** A window, and everything about it that must never happen: a request elsewhere, a dialog, a breach of the policy, an error. */
export interface DeskWindow {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly wrong: string[];
}

/** How long a step at the desk may take on a busy machine. Milliseconds. */
const deskPatience = 60_000;

/** What the virtual device of an officer is. */
const device = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;

/** A desk's answer that says no is what the browser calls an error; anything else that it calls so is one. */
const saysNo = /status of 40[139]/;

/** Makes a force and starts it; `before` puts into its folder what is to lie there. */
export async function startForce(name: string, before?: (data: string) => Promise<void>): Promise<ForceStage> {
  const home = mkdtempSync(join(tmpdir(), "unmask-force-"));
  const data = join(home, "data");
  const clock = movedClock(home);
  const made = await unmask(["force", "init", "--data", data, "--name", name]);
  if (made.code !== 0) throw new Error(made.err);
  await before?.(data);
  const [served, browser] = await Promise.all([serve("both", ["--data", data], clock.env), startBrowser()]);
  return {
    home,
    data,
    clock,
    her: herComputer(join(home, "hers")),
    served,
    async openHers(options) {
      const { context, page, wrong } = await openApp(browser, served.intake, options);
      const all = [...wrong];
      watch(page, new URL(served.intake).origin, all);
      return { context, page, wrong: all };
    },
    async openDesk(officer) {
      const link = await unmask(["force", "enrol", "--data", data, "--name", officer.name, "--role", officer.role]);
      if (link.code !== 0) throw new Error(link.err);
      const window = await deskWindow(browser, new URL(served.console).origin);
      // The command names the port that a force has; the stage has any that was free.
      await window.page.goto(`${served.console.replace(/\/$/, "")}/enrol${new URL(link.out.trim()).hash}`);
      return window;
    },
    async end() {
      await browser.close();
      await served.end();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function deskWindow(browser: Browser, origin: string): Promise<DeskWindow> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, locale: "en-GB" });
  context.setDefaultTimeout(deskPatience);
  await context.addInitScript(axe);
  const wrong: string[] = [];
  await context.exposeFunction("tellBreach", (says: string) => wrong.push(`policy ${says}`));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const told: unknown = Reflect.get(globalThis, "tellBreach");
      if (typeof told === "function") told(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  watch(page, origin, wrong);
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", { options: device });
  return { context, page, wrong };
}

function watch(page: Page, origin: string, wrong: string[]): void {
  page.context().on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "blob:" && url.origin !== origin) wrong.push(`request to ${url.href.slice(0, 200)}`);
  });
  page.context().on("weberror", (error) => wrong.push(`error ${error.error().message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !saysNo.test(message.text())) wrong.push(`console ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    wrong.push(`dialog ${dialog.type()}`);
    void dialog.dismiss();
  });
}

/** Signs in again with the passkey, by Enter, at a page of the desk. */
export async function signInAgain(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await page.getByRole("button", { name: /^Sign in with your passkey/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".desk > .log-bar").waitFor();
}

/** Makes the passkey behind the link, by Enter, and waits for the desk. */
export async function enterDesk(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Make the passkey/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".desk > .log-bar").waitFor();
}
