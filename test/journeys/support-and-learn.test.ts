import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { lawRowsOf, supportFor, supportNeeds, supportPlaces } from "../../packages/law/src/index.ts";
import { topicIds } from "../../apps/person/src/screens/learn/topic-ids.ts";
import { readTopics } from "../../apps/person/src/screens/learn/topics.ts";
import { axe, runAxe } from "./axe.ts";
import { fillIn, pressOn, tabTo } from "./by-keyboard.ts";
import { focusFaultOf, otherMeansFaults } from "./other-means.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

/** Who can help and what is good to know: found by keyboard, read on a phone and wide, and nothing asked of anybody before she presses. */

const stage = setStage();
const topics = readTopics();
const learnTitle = "What is good to know";
const supportTitle = "People who can help";
const now = new Date();
const today = { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() };

/** Phone, desktop by night, a small phone, the same with text of 400 %. */
const looks = [
  { width: 390, height: 844, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
  { width: 320, height: 568, colorScheme: "dark" },
  { width: 320, height: 256, colorScheme: "light" },
] as const;

/** What is wrong with a screen in every look, from right to left, and in forced colours. */
async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const faults = (await focusFaultOf(page)).map((says) => `${screen}: ${says}`);
  for (const { colorScheme, ...size } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.push(`${screen}, ${size.width}x${size.height}: sticks out by ${wide}`);
    for (const says of await runAxe(page)) faults.push(`${screen}, ${size.width}x${size.height}, ${colorScheme}: ${says}`);
    for (const says of await cutOrSmall(page)) faults.push(`${screen}, ${size.width}x${size.height}: ${says}`);
  }
  for (const says of await otherMeansFaults(page)) faults.push(`${screen}, ${says}`);
  await page.setViewportSize({ width: 390, height: 844 });
  return faults;
}

/** What is tapped is 44 by 44 at least, and no text is wider than its place. */
function cutOrSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const one of document.querySelectorAll<HTMLElement>("main button, main summary, main select, main a.secondary, .bottom a")) {
      const { width, height } = one.getBoundingClientRect();
      if (width > 0 && (height < 43.5 || width < 43.5)) faults.push(`small: ${one.textContent.slice(0, 60)} ${width}x${height}`);
    }
    for (const one of document.querySelectorAll<HTMLElement>("main :is(p, li, th, td, button, h1, h2, a.secondary), .bottom > *"))
      if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 2) faults.push(`cut: ${one.textContent.slice(0, 60)}`);
    const pen = document.createElement("canvas").getContext("2d");
    for (const select of document.querySelectorAll("select")) {
      const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(select);
      if (pen !== null) pen.font = font;
      const arrow = 20;
      const room = select.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd) - arrow;
      for (const { text } of select.options) if ((pen?.measureText(text).width ?? 0) > room) faults.push(`cut in its field: ${text}`);
    }
    return faults.slice(0, 4);
  });
}

async function goToSupport(page: Page): Promise<void> {
  await steps.goToFiles(page);
  await steps.press(page, supportTitle);
  await steps.seeHeading(page, supportTitle);
}

it("is found by keyboard alone, entry by entry, warns before each button, and asks nothing of anybody", async () => {
  const { page, context, wrong } = await stage.open();
  const asked: string[] = [];
  await pressOn(page, "I have been here before");
  await pressOn(page, "Only look, without my notes");
  await steps.seeHeading(page, "Bring in what you have exported");
  await pressOn(page, supportTitle);
  await steps.seeHeading(page, supportTitle);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  // The app's own files are stored behind her back, so that it opens without a network; everything else is asked by the page.
  context.on("request", (request) => request.serviceWorker() === null && asked.push(request.url()));
  await fillIn(page, [
    ["I live in", "Wales"],
    ["I need", "A partner"],
  ]);
  const { services } = supportFor("wales", "family", today);
  expect(await page.locator("summary strong:first-child").allInnerTexts()).toEqual(
    expect.arrayContaining(services.map(({ name }) => name)),
  );
  await pressOn(page, /^Live Fear Free/);
  const ring = page.getByRole("link", { name: "Ring 0808 80 10 800" });
  await ring.waitFor();
  expect(await page.locator("details[open]").count()).toBe(1);
  // In the order in which it is read, what a call leaves behind stands before the button.
  const words = await page.locator("details[open]").innerText();
  expect(words).toMatch(
    /Before you ring:[^]*on the bill[^]*list of calls[^]*shares the account[^]*Ring 0808 80 10 800[^]*Before you write:[^]*Write to 0786 007 7333/,
  );
  expect(await ring.getAttribute("href")).toBe("tel:08088010800");
  // Another one opened closes it.
  await pressOn(page, /^National Domestic Abuse Helpline/);
  expect(await page.locator("details[open]").count()).toBe(1);
  await pressOn(page, /^Show it large/);
  await steps.seeHeading(page, /Refuge/);
  expect(await page.locator("main").innerText()).toContain("0808 2000 247");
  await pressOn(page, "Back");
  await steps.seeHeading(page, supportTitle);
  // What she had chosen stands again.
  expect(await page.getByLabel("I live in").inputValue()).toBe("wales");
  await tabTo(page, "In danger now: 999");
  expect(asked).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("has emergency before everything, with what to do where somebody cannot speak, and says of each entry whom for, how, hours and the day", async () => {
  const { page, context, wrong } = await stage.open();
  await goToSupport(page);
  for (const place of supportPlaces) {
    for (const need of supportNeeds) {
      await page.getByLabel("I live in").selectOption(place);
      await page.getByLabel("I need").selectOption(need);
      const { services, withheld } = supportFor(place, need, today);
      const words = await page.locator("main").innerText();
      expect(words, `${place}, ${need}`).toMatch(
        /^People who can help\s+In danger now: 999\. [^\n]*still call 999: listen, then press 55 when asked/,
      );
      const rows = await page.locator(".services summary").allInnerTexts();
      expect(rows.length).toBe(services.length);
      for (const [i, service] of services.entries()) {
        const row = rows[i] ?? "";
        expect(row).toContain(service.name);
        expect(row).toContain(`For ${service.for}`);
        for (const contact of service.contacts) expect(row).toContain(contact.way === "site" ? contact.site : contact.number);
        expect(row).toContain(`Hours: ${service.hours ?? "not known"}`);
        expect(row).toMatch(/From copies, read \d+ \w+ \d{4}/);
      }
      const hidden = withheld === 0 ? null : withheld === 1 ? "1 more is not shown" : `${withheld} more are not shown`;
      expect(/ more (?:is|are) not shown/.test(words)).toBe(hidden !== null);
      if (hidden !== null) expect(words).toContain(hidden);
      // Numbers that were known from memory alone.
      expect(words).not.toMatch(/01823 334244|0808 802 1414|0800 820 2427|ManKind|refugetechsafety/);
    }
  }
  expect(wrong).toEqual([]);
  await context.close();
});

it("tells a page outside nothing of where she came from, says so before, and keeps this page open", async () => {
  const { page, context } = await stage.open();
  await goToSupport(page);
  await page.getByLabel("I need").selectOption("digital");
  for (const link of await page.locator("main a[href^=https]").all()) {
    expect(await link.getAttribute("rel")).toBe("noreferrer");
    expect(await link.getAttribute("referrerpolicy")).toBe("no-referrer");
    expect(await link.getAttribute("target")).toBe("_blank");
  }
  await page.locator("summary", { hasText: "The Cyber Helpline" }).click();
  expect(await page.locator("details[open]").innerText()).toMatch(
    /Before you open it:[^]*not told where you came from[^]*history[^]*Open thecyberhelpline\.com/,
  );
  const headers: (string | undefined)[] = [];
  await context.route("https://thecyberhelpline.com/**", (route) => {
    headers.push(route.request().headers()["referer"]);
    return route.fulfill({ contentType: "text/html", body: "<script>document.title = `${document.referrer}|${opener}`</script>" });
  });
  const [outside] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", { name: /^Open the/ }).click()]);
  await outside.waitForLoadState();
  expect(headers).toEqual([undefined]);
  expect(await outside.title()).toBe("|null");
  await steps.seeHeading(page, supportTitle);
  await context.close();
});

it("tells what is good to know topic by topic, each leading to people who can help, and Back leads to where she was", async () => {
  const { page, context, wrong } = await stage.open();
  await steps.goToFiles(page);
  await steps.press(page, learnTitle);
  await steps.seeHeading(page, learnTitle);
  for (const topic of topicIds) {
    await pressOn(page, new RegExp(`^${topics[topic].title}`));
    await steps.seeHeading(page, topics[topic].title);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    const words = await page.locator("main").innerText();
    expect(words).not.toMatch(/you are being|\bsafe\b|stalker|victim|perpetrator/i);
    await page.locator(".bottom button").click();
    await steps.seeHeading(page, supportTitle);
    await page.goBack();
    await steps.seeHeading(page, topics[topic].title);
    await page.goBack();
    await steps.seeHeading(page, learnTitle);
  }
  expect(wrong).toEqual([]);
  await context.close();
});

it("sets beside each sign what else it can be, one way open and the others a row, and that nothing found is not nothing there", async () => {
  const { page, context } = await stage.open();
  await steps.goToFiles(page);
  await steps.press(page, learnTitle);
  await steps.press(page, /^When they know/);
  await steps.seeHeading(page, /^When they know/);
  expect(await page.locator("details[open]").count()).toBe(1);
  expect(await page.locator("main").innerText()).toMatch(
    /Before you change anything:[^]*Accounts first[^]*Sign\s+What else it can be[^]*“Nothing found” is not “nothing there”/,
  );
  await pressOn(page, /^A tag or tracker/);
  expect(await page.locator("details[open] summary").allInnerTexts()).toEqual([expect.stringContaining("A tag or tracker")]);
  for (const row of await page.locator("details[open] tbody tr").all()) expect(await row.locator("th, td").count()).toBe(2);
  await context.close();
});

it("tells the law of the place where she lives, with the Act, the section and the day, and nothing of another place", async () => {
  const { page, context, wrong } = await stage.open();
  await steps.goToFiles(page);
  await steps.press(page, learnTitle);
  await steps.press(page, /^What the law says/);
  for (const [place, code, says] of [
    ["england", "EW", /asked for by the police alone/],
    ["scotland", "SCO", /Scotland has no stalking protection order/],
    ["northern-ireland", "NI", /Chief Constable alone/],
  ] as const) {
    await page.getByLabel("I live in").selectOption(place);
    await page.locator("main li").filter({ hasText: says }).waitFor();
    for (const summary of await page.locator("summary", { hasText: "Where this stands" }).all()) await summary.click();
    const stands = await page.locator("main details li").allInnerTexts();
    expect(stands.length).toBeGreaterThan(1);
    const acts = new Set(lawRowsOf().flatMap(({ jurisdiction, act }) => (jurisdiction === code && act !== undefined ? [act] : [])));
    for (const one of stands) {
      expect(acts, one).toContain(one.split(":")[0]);
      expect(one).toMatch(/Read on \d+ \w+ \d{4}\.$/);
    }
    for (const summary of await page.locator("summary", { hasText: "Where this stands" }).all()) await summary.click();
  }
  expect(wrong).toEqual([]);
  await context.close();
});

it("can be read and used on every one of these screens: light, dark, wide, narrow, enlarged, from right to left and in forced colours", async () => {
  const { page, context, wrong } = await stage.open();
  await context.addInitScript(axe);
  await page.reload();
  const faults: string[] = [];
  await goToSupport(page);
  await page.locator("summary").first().click();
  faults.push(...(await faultsOf(page, "support")));
  await page.getByRole("button", { name: /^Show it large/ }).click();
  await steps.seeHeading(page, /National Stalking Helpline/);
  faults.push(...(await faultsOf(page, "support-number")));
  await page.goBack();
  await steps.press(page, learnTitle);
  await steps.seeHeading(page, learnTitle);
  faults.push(...(await faultsOf(page, "learn")));
  for (const topic of topicIds) {
    await steps.press(page, new RegExp(`^${topics[topic].title}`));
    await steps.seeHeading(page, topics[topic].title);
    const folded = page.locator("summary", { hasText: "Where this stands" });
    if ((await folded.count()) > 0) await folded.first().click();
    faults.push(...(await faultsOf(page, topic)));
    await page.goBack();
    await steps.seeHeading(page, learnTitle);
  }
  expect(faults).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("has who can help without the network, once her pages are there", async () => {
  const { page, context } = await stage.open({ serviceWorkers: "block" });
  await steps.goToFiles(page);
  await context.setOffline(true);
  await pressOn(page, supportTitle);
  await steps.seeHeading(page, supportTitle);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  await context.close();
});
