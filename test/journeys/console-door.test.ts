import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Instant, failed, parseInstant } from "@unmask/core";
import { createSignerKey, hmacSha256 } from "@unmask/seal";
import { forceEnrol } from "../../apps/server/src/access/enrolment.ts";
import { startAccessLog } from "../../apps/server/src/access-log/access-log.ts";
import { readConsoleSite } from "../../apps/server/src/ports/console-site.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { openEditions } from "../../apps/server/src/ports/learn-files.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { openWaitingLinks } from "../../apps/server/src/ports/waiting-links.ts";
import { createUploads } from "../../apps/server/src/orders/uploads.ts";
import { createPaperFiles } from "../../apps/server/src/ports/paper-files.ts";
import { createPasskeys } from "../../apps/server/src/ports/passkeys.ts";
import { createSignInProvider } from "../../apps/server/src/ports/sign-in-oidc.ts";
import { createDesk } from "../../apps/server/src/roles/case.ts";
import { deskRoutes } from "../../apps/server/src/routes/case/desk-routes.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { seedReport } from "../server/case-seed.ts";
import { papersInMemory } from "../server/papers-in-memory.ts";
import { type InventedProvider, startInventedProvider } from "../server/invented-provider.ts";
import { axe, runAxe } from "./axe.ts";
import { startBrowser } from "./browser.ts";
import { pressOn, tabTo } from "./by-keyboard.ts";

/** The built console at the door of the real desk: its database, log and passkeys. */

const dist = fileURLToPath(new URL("../../apps/console/dist/", import.meta.url));
const now = (): Instant => parseInstant(Date.now()) ?? expect.unreachable();

describe("the door of the desk", () => {
  const home = mkdtempSync(join(tmpdir(), "unmask-door-"));
  const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
  let origin = "";
  let app: Awaited<ReturnType<typeof createDesk>>;
  let browser: Browser;
  let end: () => Promise<void>;
  let link: (name: string, signInName?: string) => Promise<string>;
  let provider: InventedProvider;

  beforeAll(async () => {
    const database = await openPglite<CaseTables>(join(home, "database"), await readMigrations("case"));
    if (!database.ok) throw new Error(database.error);
    const force = { id: "f0".repeat(16), name: "Northshire Police" };
    const signer = createSignerKey(random);
    const log = await startAccessLog({ database: database.value, force: force.id, signer, now, random });
    // The port is known before anything is built on the origin.
    const port = 20_000 + (randomBytes(2).readUInt16BE() % 20_000);
    origin = `http://console.localhost:${port}`;
    const links = openWaitingLinks(join(home, "links"));
    // No report in this file has a pack.
    const files = {
      keyedHash: (message: Uint8Array) => hmacSha256(new Uint8Array(32), message),
      openExhibit: async () => failed("there are no packs here"),
      codeTable: async () => null,
      editions: openEditions(home),
      papers: createPaperFiles(),
      keptPapers: papersInMemory(),
      templates: async () => [],
      neighbours: { list: async () => [] },
      services: { list: async () => [] },
    };
    provider = await startInventedProvider(now);
    const signIn = createSignInProvider(provider.settings, { origin, now, random, tell: () => undefined });
    const ways = { passkeys: createPasskeys(origin), provider: signIn, uploads: createUploads() };
    const parts = { ...files, ...ways, database: database.value, log, links, now, random, force, origin };
    app = await createDesk({
      parts,
      routes: deskRoutes,
      site: await readConsoleSite(dist),
      tell: (where) => expect.unreachable(where),
    });
    await app.listen({ host: "127.0.0.1", port });
    const unused = (): never => expect.unreachable("the seed asks nothing");
    const stage = { parts, app, signer, pass: unused, ask: unused, link: unused, enrol: unused };
    await seedReport(stage, { report: "R-2100", name: "Daniel Mensah", danger: "now", acts: [] });
    link = (name, signInName) => forceEnrol({ links, now, random, origin }, { name, role: "contact-handler", signInName });
    end = async () => {
      await app.close();
      await provider.close();
      await database.value.close();
    };
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await end();
    rmSync(home, { recursive: true, force: true });
  });

  /** A window with a passkey device, and everything about it that must never happen. */
  const openWindow = async (): Promise<{ context: BrowserContext; page: Page; wrong: string[] }> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    await context.addInitScript(axe);
    const wrong: string[] = [];
    context.on("request", (request) => {
      const { origin: to, pathname } = new URL(request.url());
      if (to !== origin && `${to}${pathname}` !== `${provider.settings.issuer}/authorise`) wrong.push(`request to ${request.url()}`);
    });
    context.on("weberror", (error) => wrong.push(`error ${error.error().message}`));
    const page = await context.newPage();
    page.on("console", (message) => {
      // That nobody is signed in, or that this stage has no preview, is told by a status, which the browser calls an error.
      if (message.type() === "error" && !/status of 40[134]/.test(message.text())) wrong.push(`console ${message.text()}`);
    });
    const device = await context.newCDPSession(page);
    await device.send("WebAuthn.enable");
    const options = {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    } as const;
    await device.send("WebAuthn.addVirtualAuthenticator", { options });
    return { context, page, wrong };
  };

  it("lets an officer in by one button behind the link, locks without leaving a name behind, and lets in again by the passkey", async () => {
    const { context, page, wrong } = await openWindow();
    await page.goto(await link("PC 4471 Imran Qureshi"));
    const main = page.locator("main");
    await main.getByRole("heading", { level: 1 }).waitFor();
    expect(await main.getByRole("button").count()).toBe(1);
    expect(await runAxe(page)).toEqual([]);
    // The secret of the link stands in the address no longer.
    expect(new URL(page.url()).hash).toBe("");
    await main.getByRole("button").click();
    await page.getByRole("cell", { name: /Daniel Mensah/ }).waitFor();
    expect(await page.getByText("PC 4471 Imran Qureshi", { exact: true }).count()).toBe(1);
    expect(await page.locator(".log-bar").innerText()).toMatch(/Log \d+ .*[0-9a-f]{8}/);
    expect(await runAxe(page)).toEqual([]);

    await page.keyboard.press("Shift+L");
    await page.getByRole("heading", { name: "Why are you at this desk?" }).waitFor();
    expect(await page.content()).not.toContain("Mensah");
    expect(await runAxe(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByRole("cell", { name: /Daniel Mensah/ }).waitFor();
    expect(wrong).toEqual([]);
    await context.close();
  });

  it("says one sentence of a link that was used, and asks for words where the reason for being here says nothing", async () => {
    const { context, page, wrong } = await openWindow();
    await page.goto(`${origin}/enrol#${"0".repeat(64)}`);
    await page.locator("main").getByRole("button").click();
    await page.getByText("This link opens nothing.").waitFor();
    await page.goto(`${origin}/queue`);
    await page.getByRole("heading", { name: "Why are you at this desk?" }).waitFor();
    await page.keyboard.press("4");
    await page.keyboard.press("Enter");
    await page.getByText("Say in words why you are at this desk").waitFor();
    expect(wrong).toEqual([]);
    await context.close();
  });

  it("lets an officer in by the force's own sign-in, back where they were, and leaves nothing of it in the address", async () => {
    await link("PC 31 Noor", "noor.31");
    const { context, page, wrong } = await openWindow();
    await page.goto(`${origin}/queue?show=danger`);
    const button = page.getByRole("button", { name: "Sign in with Northshire account" });
    await button.waitFor();
    expect(await runAxe(page)).toEqual([]);
    // Somebody whom the force knows and who is no officer here.
    provider.person = { sub: "0099", preferred_username: "nobody.99" };
    await button.click();
    await page.getByText("Your force’s sign-in opened nothing here.").waitFor();
    expect(new URL(page.url()).search).toBe("");
    await page.goto(`${origin}/queue?show=danger`);
    await button.waitFor();
    provider.person = { sub: "0031", preferred_username: "noor.31" };
    await page.keyboard.press("o");
    await page.getByRole("cell", { name: /Daniel Mensah/ }).waitFor();
    expect(page.url()).toBe(`${origin}/queue?show=danger`);
    expect(await page.getByText("PC 31 Noor", { exact: true }).count()).toBe(1);
    await page.keyboard.press("Shift+L");
    await button.waitFor();
    // What opened the desk once opens it no more.
    await page.goBack();
    await button.waitFor();
    expect(await page.content()).not.toContain("Mensah");
    expect(wrong).toEqual([]);
    await context.close();
  });

  it("says to whoever asks when it is due, by the keyboard alone and with the network off, and stores and sends nothing", async () => {
    const { context, page, wrong } = await openWindow();
    const asked: string[] = [];
    await page.goto(`${origin}/when-due`);
    await page.getByRole("heading", { name: "When is it due?" }).waitFor();
    page.on("request", (request) => asked.push(request.url()));
    await context.setOffline(true);
    // Day and month are the same number, whichever of them this browser asks first.
    const type = async (field: string, keys: string): Promise<void> => {
      await tabTo(page, field);
      await page.keyboard.type(keys);
    };
    await type("Made", "11112026");
    await tabTo(page, /^Add choose/);
    await page.keyboard.press("s");
    await page.getByRole("form", { name: "Add: Served" }).waitFor();
    await page.keyboard.type("11112026");
    await pressOn(page, "Add it");
    await tabTo(page, /^Day$/);
    await page.keyboard.type("12122026");
    await type("Hour in London", "0900AM");
    await page.getByRole("heading", { level: 1, name: "One overdue." }).waitFor();
    const row = page.getByRole("row", { name: /^First notice/ });
    const says = (await row.innerText()).replace(/\s+/g, " ");
    expect(says).toContain("served Wed 11 Nov 2026; s9(1)");
    expect(says).toContain("end of Fri 13 Nov 2026 overdue from Sat 14 Nov 2026, 00:00");
    expect(says).toContain("possible s11 offence, reasonable excuse not assessed");
    expect(await runAxe(page)).toEqual([]);

    // What was saved is opened again; what cannot be is not taken, and what stood there stays.
    const saving = page.waitForEvent("download");
    await pressOn(page, "Save the file");
    const saved = await saving;
    await context.setOffline(false);
    await page.goto(`${origin}/when-due`, { waitUntil: "networkidle" });
    await context.setOffline(true);
    const file = page.getByLabel("Open a file");
    await file.setInputFiles(await saved.path());
    await page.getByRole("heading", { level: 1, name: /overdue|due|settled/ }).waitFor();
    await file.setInputFiles({ name: "no.json", mimeType: "application/json", buffer: Buffer.from('{\n "jurisdiction": "SCO"}') });
    await page.getByText("Not opened: line 2").waitFor();
    expect(await page.getByRole("row", { name: /^First notice/ }).count()).toBe(1);

    await page.getByRole("radio", { name: "Scotland" }).check();
    await page.getByRole("heading", { level: 1, name: /^Scotland has no such order/ }).waitFor();
    expect(await page.getByRole("table").count()).toBe(0);
    expect(await page.locator("main").innerText()).toContain("non-harassment orders");
    expect(await runAxe(page)).toEqual([]);
    expect(asked.filter((one) => new URL(one).pathname.startsWith("/desk/"))).toEqual([]);
    const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
    expect([kept, await context.cookies()]).toEqual([[0, 0, 0], []]);
    expect(wrong).toEqual([]);
    await context.close();
  });
});
