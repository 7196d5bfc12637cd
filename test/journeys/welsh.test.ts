import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { axe, runAxe } from "./axe.ts";
import { patience } from "./browser.ts";
import { keepNotes } from "./kept-notes.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

/** The first page in Welsh: the same ways and numbers, and what no speaker has checked with the English beside it. */

const stage = setStage();
const html = readFileSync(fileURLToPath(new URL("../../apps/person/dist/cy/index.html", import.meta.url)), "utf8");

const looks = [
  { width: 320, height: 568, colorScheme: "light" },
  { width: 320, height: 256, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
] as const;

async function faultsOf(page: Page): Promise<string[]> {
  const screen = (await page.locator(".screen").getAttribute("id")) ?? "";
  const faults: string[] = [];
  for (const { colorScheme, ...size } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${screen}, ${size.width}x${size.height}: sticks out by ${wide}`);
    for (const says of await runAxe(page)) faults.push(`${screen}, ${size.width}: ${says}`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  return faults;
}

/** What is wrong with a screen of the app, on a phone. */
async function faultsInApp(page: Page, screen: string): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(wide > 0 ? [`${screen}: sticks out by ${wide}`] : []), ...(await runAxe(page)).map((says) => `${screen}: ${says}`)];
}

/** In which language a screen of the app is, and whether it says so in Welsh. */
async function languageOfApp(page: Page): Promise<object> {
  const saysEnglish = await page.getByText("Mae’r dudalen hon yn Saesneg.").isVisible();
  return { lang: await page.locator("#app").getAttribute("lang"), saysEnglish };
}

it("can be read and used in Welsh from danger to what the answers lead to, with the English beside what it says of danger and leaving", async () => {
  const { page, context, wrong } = await stage.open();
  await context.addInitScript(axe);
  const faults: string[] = [];
  const seen = async (): Promise<void> => void faults.push(...(await faultsOf(page)));
  await page.getByRole("link", { name: "Cymraeg" }).click();
  await page.waitForURL("**/cy/");
  await steps.seeHeading(page, "Oes rhywun mewn perygl nawr? Is anyone in danger now?");
  expect(await page.locator("html").getAttribute("lang")).toBe("cy");
  expect(await page.title()).toBe("Notes");
  expect(await page.getByRole("link", { name: "Ffonio 999 Call 999" }).getAttribute("href")).toBe("tel:999");
  await seen();
  await page.getByRole("link", { name: "Help nawr" }).click();
  await steps.seeHeading(page, "Help nawr Help now");
  await page.getByText("A call stays in this phone’s list of calls").waitFor();
  await seen();
  await page.goBack();
  await steps.press(page, "Dechrau");
  await page.getByText("It does not clear your browser’s history").waitFor();
  await seen();
  await steps.press(page, "Ymlaen at y cwestiynau");
  await page.getByText("Cwestiwn 1 o 12").waitFor();
  await page.getByLabel("Oes", { exact: true }).check();
  await seen();
  await steps.press(page, "Nesaf");
  await steps.seeHeading(page, "Ffoniwch 999 yn gyntaf. Mae’r cwestiynau’n aros. Call 999 first. The questions wait.");
  await seen();
  await steps.press(page, "Ymlaen gyda’r cwestiynau");
  await page.getByLabel("Rhywun roeddwn i gyda nhw").check();
  await steps.press(page, "Nesaf");
  await steps.press(page, "Ddim yn siŵr");
  await page.getByLabel("Eich dilyn chi").check();
  await seen();
  for (let question = 4; question <= 12; question++) await steps.press(page, question === 4 ? "Nesaf" : "Hepgor");
  await page.getByText("Nid sgôr yw hwn.").waitFor();
  expect(await page.getByRole("main").innerText()).toMatch(/999[^]*101[^]*0808 802 0300[^]*“Eich dilyn chi”/);
  await seen();
  await steps.press(page, "Cadw hyn yn fy nodiadau");
  await steps.seeHeading(page, "Cadw nodiadau ar y ddyfais hon Keep notes on this device");
  expect(await languageOfApp(page)).toEqual({ lang: "cy", saysEnglish: false });
  faults.push(...(await faultsInApp(page, "keep")));
  await page.goto(`${stage.address()}cy/`);
  // The rest is in English, and says so.
  await steps.press(page, "Rwyf wedi bod yma o’r blaen");
  await steps.press(page, /^Edrych yn unig, heb fy nodiadau/);
  await steps.seeHeading(page, "Bring in what you have exported");
  expect(await languageOfApp(page)).toEqual({ lang: "en-GB", saysEnglish: true });
  faults.push(...(await faultsInApp(page, "files")));
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("asks about somebody in Welsh, and keeps what was seen, told and thought apart", async () => {
  const { page, context } = await stage.open();
  await page.goto(`${stage.address()}cy/`);
  await steps.press(page, "Ar gyfer rhywun rwy’n poeni amdanynt");
  await steps.press(page, "Dechrau");
  await steps.press(page, "Ymlaen at y cwestiynau");
  for (let question = 1; question < 4; question++) await steps.press(page, "Hepgor");
  await page.getByLabel("Eu dilyn nhw").check();
  await page.getByRole("radio", { name: "Fe’i gwelais" }).check();
  for (let question = 4; question <= 12; question++) await steps.press(page, "Nesaf");
  await page.getByText("“Eu dilyn nhw” (Fe’i gwelais)").first().waitFor();
  await context.close();
});

it("is left from Welsh as from English: by the link and by Shift, which is counted aloud, and Back leads to neither language", async () => {
  for (const way of ["link", "shift"] as const) {
    const { page, context } = await stage.open();
    await page.getByRole("link", { name: "Cymraeg" }).click();
    await page.waitForURL("**/cy/");
    await steps.press(page, "Dechrau");
    if (way === "link") await page.getByRole("link", { name: "Gadael ar unwaith" }).click();
    else {
      await page.keyboard.press("Shift");
      await page.getByText("Shift: pwyswch 2 waith eto i adael.").waitFor({ state: "attached" });
      for (let press = 0; press < 2; press++) await page.keyboard.press("Shift");
    }
    await page.waitForURL("**/cy/notes/");
    await page.goBack();
    expect(await page.locator("body").innerText()).toMatch(/^(?:Notes)?\s*$/);
    await context.close();
  }
});

it("is locked, refuses a wrong passphrase, opens by the twelve words and takes another passphrase in Welsh, with the English beside", async () => {
  const { page, context, wrong } = await stage.open();
  await context.addInitScript(axe);
  const words = await keepNotes(context, stage.address());
  const faults: string[] = [];
  await page.goto(`${stage.address()}cy/notes/`);
  await page.getByText("Ar glo", { exact: true }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("cy");
  await steps.press(page, /^Fy nodiadau/);
  await steps.seeHeading(page, "Agor fy nodiadau Open my notes");
  await page.getByLabel("Cyfrinymadrodd").fill("hen caravan ink Monday");
  await steps.press(page, "Agor Open");
  await page.getByText("Nid agorodd hynny nhw. That did not open it.").waitFor();
  await page
    .getByText(/^Gallwch geisio eto o \d\d:\d\d:\d\d\. Nid yw cau’r dudalen yn byrhau’r aros\. You can try again from \d/)
    .waitFor();
  await page.getByText(/^Nid oes dim yn cael ei ddileu[^]*Nothing is erased/).waitFor();
  faults.push(...(await faultsInApp(page, "opening")));
  await steps.press(page, /^Defnyddio’r deuddeg gair/);
  await steps.seeHeading(page, "Y deuddeg gair The twelve words");
  for (const [at, word] of words.with(3, "zzzzz").entries()) await page.getByLabel(`Gair ${at + 1}`, { exact: true }).fill(word);
  await steps.press(page, "Agor Open");
  await page.getByText("Nid yw gair 4 yn y rhestr eiriau. Word 4 is not in the list of words.").waitFor();
  faults.push(...(await faultsInApp(page, "twelve words")));
  await page.getByLabel("Gair 4", { exact: true }).fill(words[3] ?? "");
  await steps.press(page, "Agor Open");
  await page.getByRole("heading", { level: 1, name: /kept here$/ }).waitFor();
  expect(await languageOfApp(page)).toEqual({ lang: "en-GB", saysEnglish: true });
  await steps.press(page, "Your notes on this device");
  await steps.seeHeading(page, "Eich nodiadau ar y ddyfais hon Your notes on this device");
  expect(await languageOfApp(page)).toEqual({ lang: "cy", saysEnglish: false });
  faults.push(...(await faultsInApp(page, "settings")));
  await steps.press(page, /^Beth sy’n agor eich nodiadau/);
  await page.getByText("Old copies keep old keys").waitFor();
  faults.push(...(await faultsInApp(page, "keys")));
  await steps.press(page, /^Cyfrinymadrodd newydd/);
  await page.getByLabel(/^Cyfrinymadrodd newydd/).fill("Bella1987");
  await page
    .getByRole("heading", { name: /^Enw a blwyddyn: tua \d+ o funudau i’w ddyfalu\. A name and a year: about \d+ minutes to guess\.$/ })
    .waitFor();
  await steps.press(page, /^Defnyddio fy un i er hynny/);
  await page.getByLabel(/^Teipiwch ef eto/).fill("Bella1987");
  await page.getByRole("radio", { name: /^Deuddeg gair/ }).check();
  for (const [at, word] of words.entries()) await page.getByLabel(`Gair ${at + 1}`, { exact: true }).fill(word);
  faults.push(...(await faultsInApp(page, "new passphrase")));
  await steps.press(page, /^Ymlaen/);
  await steps.seeHeading(page, /^Mae eich cyfrinymadrodd newydd yn agor eich nodiadau nawr/);
  for (let back = 0; back < 3; back++) {
    await page.goBack();
    await page.waitForTimeout(300);
  }
  await steps.press(page, /^Cloi$/);
  await page.waitForURL("**/cy/notes/");
  await page.getByText("Ar glo", { exact: true }).waitFor();
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("opens in Welsh without a network, and leads back to English", async () => {
  const { page, context } = await stage.open();
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
  await page.reload();
  await context.setOffline(true);
  await page.goto(`${stage.address()}cy/`);
  await steps.seeHeading(page, /^Oes rhywun mewn perygl nawr/);
  await page.getByRole("link", { name: "English", exact: true }).click();
  await steps.seeHeading(page, "Is anyone in danger now?");
  expect(await page.locator("html").getAttribute("lang")).toBe("en-GB");
  await context.close();
});

it("is whole in Welsh without script", async () => {
  const context = await stage.browser().newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(stage.address());
  await page.getByRole("link", { name: "Cymraeg" }).click();
  await page.waitForURL("**/cy/");
  const words = await page.locator("body").innerText();
  for (const one of ["Digroeso", "0808 802 0300", "116 123", "mae angen JavaScript"]) expect(words).toContain(one);
  const questions = [...html.matchAll(/<div class="screen" id="(?:me|somebody)-(?!result)[^]*?<h1[^>]*>([^<]*)/g)];
  expect(questions).toHaveLength(24);
  for (const [, question = ""] of questions) expect(words).toContain(question.trim());
  for (const button of await page.getByRole("button").all()) expect(await button.innerText()).toBe("");
  await page.getByRole("link", { name: "Gadael ar unwaith" }).click();
  await page.waitForURL("**/notes/");
  await context.close();
});
