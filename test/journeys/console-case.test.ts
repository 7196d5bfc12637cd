import { createHmac, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Instant, failed, ok, parseInstant } from "@unmask/core";
import { createSignerKey } from "@unmask/seal";
import { forceEnrol } from "../../apps/server/src/access/enrolment.ts";
import { startAccessLog } from "../../apps/server/src/access-log/access-log.ts";
import { readConsoleSite } from "../../apps/server/src/ports/console-site.ts";
import type { ForceService } from "../../apps/server/src/force/force-service.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { openEditions } from "../../apps/server/src/ports/learn-files.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { createUploads } from "../../apps/server/src/orders/uploads.ts";
import { createPaperFiles } from "../../apps/server/src/ports/paper-files.ts";
import { createPasskeys } from "../../apps/server/src/ports/passkeys.ts";
import { openWaitingLinks } from "../../apps/server/src/ports/waiting-links.ts";
import { createDesk } from "../../apps/server/src/roles/case.ts";
import { deskRoutes } from "../../apps/server/src/routes/case/desk-routes.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { rFirst, rSecond } from "../../fixtures/timelines/make-act.ts";
import { seedReport } from "../server/case-seed.ts";
import { papersInMemory } from "../server/papers-in-memory.ts";
import { exhibitText } from "../server/desk-stage.ts";
import { axe, runAxe } from "./axe.ts";
import { startBrowser } from "./browser.ts";
import { type Fields, fillIn, pressOn, tabTo } from "./by-keyboard.ts";

/** A report from the queue to a case, by the built console on the real desk: its database, log, rows, acts and bytes. */

const dist = fileURLToPath(new URL("../../apps/console/dist/", import.meta.url));
const now = (): Instant => parseInstant(Date.now()) ?? expect.unreachable();

/** Whoever holds this key reads what is sealed to it; here nobody does. */
const advocacy: ForceService = {
  id: "northshire-advocacy",
  name: "Northshire Advocacy",
  for: "anyone in Northshire",
  contacts: [{ way: "call", number: "01632 960431" }],
  recipient: "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
  checkedOn: "2026-11-02",
  source: "by phone, D. Parry",
  verification: "text-seen",
};

describe("a case at the desk", () => {
  const home = mkdtempSync(join(tmpdir(), "unmask-case-"));
  const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
  const wrong: string[] = [];
  let end: () => Promise<void>;
  let browser: Browser;
  let page: Page;
  let linkOf: (name: string) => Promise<string>;

  beforeAll(async () => {
    const database = await openPglite<CaseTables>(join(home, "database"), await readMigrations("case"));
    if (!database.ok) throw new Error(database.error);
    const force = { id: "f0".repeat(16), name: "Northshire Police" };
    const signer = createSignerKey(random);
    const log = await startAccessLog({ database: database.value, force: force.id, signer, now, random });
    const port = 20_000 + (randomBytes(2).readUInt16BE() % 20_000);
    const origin = `http://console.localhost:${port}`;
    const links = openWaitingLinks(join(home, "links"));
    const bytes = new TextEncoder().encode(exhibitText);
    const files = {
      keyedHash: (message: Uint8Array) => new Uint8Array(createHmac("sha256", "the index of the tests").update(message).digest()),
      openExhibit: async ({ start, end: until, path }: { start?: number; end?: number; path: string }) =>
        path.endsWith("0007.txt") ? ok(bytes.subarray(start ?? 0, until)) : failed("This file is not in the pack."),
      codeTable: async () => null,
      editions: openEditions(home),
      papers: createPaperFiles(),
      keptPapers: papersInMemory(),
      templates: async () => [],
      neighbours: { list: async () => [] },
      services: { list: async () => [advocacy] },
    };
    const ways = { passkeys: createPasskeys(origin), uploads: createUploads() };
    const parts = { ...files, ...ways, database: database.value, log, links, now, random, force, origin };
    const app = await createDesk({ parts, routes: deskRoutes, site: await readConsoleSite(dist), tell: (where) => void wrong.push(where) });
    await app.listen({ host: "127.0.0.1", port });
    const acts = Array.from({ length: 12 }, (_, i) => ({
      at: `2026-10-${String(10 + i)} 0${i % 5}:17`,
      from: i % 3 === 0 ? rFirst : rSecond,
      file: "chat.txt",
    }));
    const unused = (): never => expect.unreachable("the seed asks nothing");
    const stage = { parts, app, signer, pass: unused, ask: unused, link: unused, enrol: unused };
    await seedReport(stage, { report: "R-2100", name: "Leila Ashworth", danger: "now", acts });
    linkOf = (name) => forceEnrol({ links, now, random, origin }, { name, role: "contact-handler" });
    browser = await startBrowser();
    const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, locale: "en-GB" });
    await context.addInitScript(axe);
    context.on("weberror", (error) => wrong.push(`error ${error.error().message}`));
    page = await context.newPage();
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
    end = async () => {
      await browser.close();
      await app.close();
      await database.value.close();
      rmSync(home, { recursive: true, force: true });
    };
  });
  afterAll(() => end());

  it("is made of a report once it was asked again, and begins with danger, what is due, and what is new", async () => {
    await page.goto(await linkOf("PC 4471 Imran Qureshi"));
    await page.locator("main").getByRole("button").click();
    await page.locator(".panel .reasons").waitFor();
    await page.keyboard.press("1");
    await page.getByRole("heading", { level: 1, name: "Leila Ashworth" }).waitFor();
    await page.keyboard.press("w");
    await page.getByLabel("Which it is").selectOption("referred");
    await page.getByLabel("To which service").fill("Northshire Stalking Support");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/Referred to Northshire/).waitFor();
    expect(await runAxe(page)).toEqual([]);
    await page.getByRole("button", { name: "Make a case of it" }).click();
    await page.getByRole("button", { name: "Make the case" }).click();
    await page.getByRole("heading", { name: "Danger now" }).waitFor();
    await page.getByRole("heading", { name: "You have not looked at it before" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/cases/0001");
    expect(await page.locator(".log-bar").innerText()).toMatch(/read a case/);
    expect(await runAxe(page)).toEqual([]);
  });

  it("answers whether an order was considered by the keyboard’s way, and the page says it at once", async () => {
    await page.keyboard.press("d");
    await page.getByRole("heading", { level: 1, name: "Decisions" }).waitFor();
    const question = page.locator(".question").first();
    await question.getByRole("button", { name: "Write the answer" }).click();
    await question.getByText("“No, not considered” is none").waitFor();
    await question.getByLabel("Yes, not pursued").check();
    await question.getByRole("textbox").fill("The number is not known yet; asked of the operator.");
    await question.getByRole("button", { name: "Write the answer" }).click();
    await question.getByText("Yes, and not pursued.").waitFor();
    expect(await runAxe(page)).toEqual([]);
  });

  it("takes a person in a role, a line of enquiry and what the person is told of, and its clock runs at once", async () => {
    await page.locator("h1").click();
    await page.keyboard.press("p");
    await page.getByRole("heading", { level: 1, name: "People and their roles" }).waitFor();
    await page.getByText("PC 4471 Imran Qureshi.").waitFor();
    await page.getByLabel("Name, if it is known").fill("Rhys Calloway");
    await page.getByRole("combobox", { name: /^Role/ }).selectOption("subject");
    await page.getByRole("button", { name: "Write the role" }).click();
    await page.getByText("Say which role it is, and how that is known.").waitFor();
    await page.getByLabel("Known by").selectOption("account");
    await page.getByRole("button", { name: "Write the role" }).click();
    await page.getByRole("rowheader", { name: "Rhys Calloway" }).waitFor();
    await page.getByLabel("Person and role").selectOption({ label: "Rhys Calloway: Subject" });
    await page.getByLabel("Why").fill("The number was another person’s then.");
    await page.getByRole("button", { name: "End the role" }).click();
    await page.getByRole("rowheader", { name: "Rhys Calloway" }).waitFor({ state: "detached" });
    expect(await runAxe(page)).toEqual([]);
    await page.locator("h1").click();
    await page.keyboard.press("e");
    await page.getByLabel("What can be found out, and from whom").fill("Doorbell recordings of Mill Lane");
    await page.getByRole("button", { name: "Open the line" }).click();
    await page.getByText("E-1, not asked").waitFor();
    await page.getByLabel("What came of it").selectOption("answered");
    await page.getByRole("combobox", { name: /^Line/ }).selectOption("E-1");
    await page.getByLabel("What the answer says, whatever it is").fill("The film is kept: nobody is on it.");
    await page.getByLabel("Known by").selectOption("record");
    await page.getByRole("button", { name: "Write what came of it" }).click();
    await page.getByText("E-1, answered").waitFor();
    expect(await runAxe(page)).toEqual([]);
    await page.locator("h1").click();
    await page.keyboard.press("u");
    await page.getByLabel("What took place").waitFor();
    await page.getByLabel("What took place").selectOption("bailed");
    await page.getByRole("button", { name: "Write what took place" }).click();
    await page.getByText(/still due: .*bail/i).waitFor();
    expect(await runAxe(page)).toEqual([]);
    await page.locator("h1").click();
    await page.keyboard.press("n");
    await page.getByText(/bail/i).first().waitFor();
  });

  it("shares with a service what the person said yes to, sealed, and nothing new once it is taken back, by the keyboard alone", async () => {
    await pressOn(page, /Support$/);
    await page.getByText("Nobody was referred from this case.").waitFor();
    await formByKeys(page, "c n", [
      ["Which service?", "Northshire Advocacy"],
      ["Answer to: The person’s name", "yes"],
      ["Answer to: How and when", "yes"],
      ["Limit for: How and when", "text only"],
      ["Answer to: Photographs", "no"],
      ["In the person’s words", "Yes to my name and how to text me. Not the photos. Till the end of January, then ask me."],
    ]);
    await page.keyboard.press("Control+Enter");
    await page.getByText("Say until which day. Without an end nothing can be shared.").waitFor();
    await fillIn(page, [
      ["Until which day", `${new Date(now()).getUTCFullYear() + 1}-01-31`],
      ["How is it known?", "somebody says so"],
      ["Who asked, and how", "PC Qureshi, on the phone"],
    ]);
    expect(await runAxe(page)).toEqual([]);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: "Referral to Northshire Advocacy" }).waitFor();
    expect(await hasFocus(page)).toBe(true);

    await formByKeys(page, "c s", [
      ["The person’s name", "Leila Ashworth asks for an advocate."],
      ["How and when the person can be reached", "Text 07700 900431, between 10:00 and 15:00."],
    ]);
    expect(await page.getByLabel(/^Photographs/).count()).toBe(0);
    await page.keyboard.press("Control+Enter");
    await page.getByText("Bag 1", { exact: true }).waitFor();
    expect(await hasFocus(page)).toBe(true);
    const things = page.locator(".referral-things");
    expect(await things.getByRole("row", { name: /^How and when/ }).innerText()).toMatch(/yes: text only[\s\S]*bag 1/);
    expect(await things.getByRole("row", { name: /^Photographs/ }).innerText()).toMatch(/no[\s\S]*never went/);
    expect(await things.getByRole("row", { name: /^Acts/ }).innerText()).toMatch(/not asked, so no[\s\S]*never went/);
    await tabTo(page, /^Save the sealed file/);
    const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(saved.suggestedFilename()).toBe("RF-1-bag-1.txt.age");
    await page
      .locator(".side")
      .getByText(/counted from the day of consent/)
      .waitFor();
    expect(await runAxe(page)).toEqual([]);

    await formByKeys(page, "c w", [
      ["In the person’s words", "I don’t want them to have any more."],
      ["How is it known?", "read from a record"],
    ]);
    await page.keyboard.press("Control+Enter");
    await page.getByText("Nothing new goes from that minute.").waitFor();
    await page.getByText(/What went cannot be called back: “The person’s name/).waitFor();
    expect(await hasFocus(page)).toBe(true);
    expect(await page.getByRole("button", { name: /^Save the sealed file|^Seal bag/ }).count()).toBe(0);
    expect(await page.locator(".side").innerText()).toContain("Nothing more goes to Northshire Advocacy. They had: the person’s name");
    expect(await runAxe(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('.desk[data-layout="narrow"]').waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    expect(await runAxe(page)).toEqual([]);
    await page.setViewportSize({ width: 1_440, height: 900 });
  });

  it("shows an act with its neighbours, its bytes inert, and how to check it without us", async () => {
    await page.locator("h1").click();
    await page.keyboard.press("t");
    await page.locator(".act-day a").nth(4).click();
    await page.getByRole("heading", { name: "The bytes it came from" }).waitFor();
    await page.getByText("What it does not show").waitFor();
    expect(await page.locator(".by-hand").innerText()).toContain("sha256sum");
    expect(await page.locator(".act-index li").count()).toBeGreaterThan(4);
    expect(await page.locator("aside script").count()).toBe(0);
    expect(await runAxe(page)).toEqual([]);
    const before = page.url();
    await page.keyboard.press("j");
    await page.waitForFunction((url) => location.href !== url, before);
    await page.getByRole("heading", { name: "The bytes it came from" }).waitFor();
  });

  it("stands in the list of one’s own cases with its danger", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await page.getByRole("rowheader", { name: /0001/ }).waitFor();
    await page.getByText("Danger now", { exact: true }).waitFor();
    expect(await runAxe(page)).toEqual([]);
    expect(wrong).toEqual([]);
  });
});

/** Opens a form by its keys and fills it in. */
async function formByKeys(page: Page, keys: string, fields: Fields): Promise<void> {
  await page.locator("button", { hasText: new RegExp(`${keys.toUpperCase()}$`) }).waitFor();
  for (const key of keys.split(" ")) await page.keyboard.press(key);
  await fillIn(page, fields);
}

/** Whether anything on the page has the focus: what was written does not take it away. */
function hasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement !== document.body);
}
