import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pressOn, tabTo, typeInto } from "./by-keyboard.ts";
import { patience } from "./browser.ts";
import { keepNotes, passphrase } from "./kept-notes.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

/** The first page: from danger to what she answered, kept or thrown away; and who looks afterwards. */

const dist = fileURLToPath(new URL("../../apps/person/dist/", import.meta.url));
const stage = setStage();
/** Her own words, which nobody else would write. */
const ownWords = "I take the long way home past Mill Lane.";
/** Every name that the page has for an answer. */
const answerNames = [...readFileSync(join(dist, "index.html"), "utf8").matchAll(/value="([a-z]+\.[a-z-]+)"/g)].map(([, name = ""]) => name);

/** From the first screen to the first question. */
async function begin(page: Page): Promise<void> {
  await steps.press(page, "Begin");
  await steps.press(page, "Go on to the questions");
  await steps.seeHeading(page, "Is anybody in danger right now?");
}

/** Chooses answers by what stands there, and goes on. */
async function answer(page: Page, ...says: readonly string[]): Promise<void> {
  for (const one of says) await page.getByLabel(one, { exact: true }).check();
  await steps.press(page, "Next");
}

/** Presses the same below a number of questions. */
async function pass(page: Page, button: "Skip" | "Not sure", questions: number): Promise<void> {
  for (let question = 0; question < questions; question++) {
    const before = await page.locator("h1").innerText();
    await steps.press(page, button);
    await expect.poll(() => page.locator("h1").innerText()).not.toBe(before);
  }
}

/** From the first screen to a result with something for each of the four words. */
async function toResult(page: Page): Promise<void> {
  await begin(page);
  await answer(page, "No");
  await answer(page, "Somebody I was with");
  await pass(page, "Not sure", 1);
  await answer(page, "New accounts after you blocked them", "Outside your home, work or school");
  await answer(page, "Most weeks");
  await answer(page, "I told them");
  await answer(page, "It got worse");
  await pass(page, "Skip", 4);
  await page.getByLabel("Your words").fill(ownWords);
  await answer(page, "I sleep badly");
  await steps.seeHeading(page, "What you describe fits the signs of stalking.");
}

/** Where something of an answer stands that outlives or leaves the page: its address, its history, what it stores. */
function tracesOf(page: Page): Promise<string[]> {
  return page.evaluate(
    async (names) => {
      const places: Record<string, string> = {
        address: location.href,
        state: JSON.stringify(history.state),
        storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, name]),
        databases: JSON.stringify(await indexedDB.databases()),
      };
      const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
        for await (const handle of folder.values()) {
          places[`file ${handle.name}`] = handle.kind === "file" ? await (await (handle as FileSystemFileHandle).getFile()).text() : "";
          if (handle.kind === "directory") await walk(handle as FileSystemDirectoryHandle);
        }
      };
      await walk(await navigator.storage.getDirectory());
      const traces = Object.entries(places).flatMap(([place, text]) =>
        names.filter((one) => text.includes(one)).map((one) => `${place}: ${one}`),
      );
      const state: unknown = history.state;
      const isStepAlone = state === null || /^\{"step":\d+\}$/.test(JSON.stringify(state));
      return isStepAlone ? traces : [...traces, `history: ${JSON.stringify(state)}`];
    },
    [...answerNames, ownWords],
  );
}

it("asks twelve questions one at a time, says how many there are, and shows each of four words beside what she said", async () => {
  const { page, context, wrong } = await stage.open();
  await begin(page);
  await page.getByText("Question 1 of 12").waitFor();
  await page.getByText("Nothing is saved yet").waitFor();
  await page.reload();
  await toResult(page);
  const words = await page.getByRole("main").innerText();
  // Danger is said before the four words: somebody is outside her home, and it got worse.
  expect(words).toMatch(/can get worse quickly[^]*999[^]*101[^]*0808 802 0300[^]*This is not a score[^]*Fixated/);
  expect(words).toMatch(/Obsessive[^]*“New accounts after you blocked them”[^]*“Most weeks”[^]*“It got worse”|Obsessive[^]*“It got worse”/);
  expect(words).toMatch(new RegExp(`Unwanted[^]*“I told them”[^]*“I sleep badly”[^]*“${ownWords}”`));
  expect(words).toMatch(/You were not sure:\s+Since when\?/);
  expect(words).toMatch(/You skipped, or chose nothing:\s+Do they know things they should not\?/);
  expect(words).not.toMatch(/\d+ of 4|%|You didn’t say anything|Once can be enough/);
  expect(wrong).toEqual([]);
  await context.close();
});

it("never takes few answers for a no, and names every question that was passed over", async () => {
  const { page, context } = await stage.open();
  await begin(page);
  await pass(page, "Skip", 12);
  await steps.seeHeading(page, /^From these answers we can’t tell\. If it frightens you/);
  const words = await page.getByRole("main").innerText();
  expect(words.match(/You didn’t say anything about this\./g)).toHaveLength(4);
  for (const { question } of questionsIn("me")) expect(words).toContain(question);
  expect(words).not.toMatch(/can get worse quickly|not stalking|\bno sign/i);
  // Going back to the answers begins at the first; what she chooses now counts.
  await steps.press(page, "Go back to my answers");
  await answer(page, "Yes");
  await steps.seeHeading(page, "Call 999 first. The questions wait.");
  expect(await page.getByRole("link", { name: "Call 999" }).getAttribute("href")).toBe("tel:999");
  await steps.press(page, "Go on with the questions");
  await steps.seeHeading(page, "Who is it?");
  await context.close();
});

it("asks the same about somebody she worries about, and keeps what she saw, was told and thinks apart on each answer", async () => {
  const { page, context, wrong } = await stage.open();
  await steps.press(page, "For somebody I worry about");
  await page.getByText("Ask them alone").waitFor();
  await begin(page);
  await page.getByText("Question 1 of 12, about them").waitFor();
  await pass(page, "Skip", 3);
  for (const [says, known] of [
    ["Following them", "I saw it"],
    ["Gifts, letters, deliveries", "They told me"],
    ["Small payments with words", "I think so"],
  ] as const) {
    await page.getByLabel(says, { exact: true }).check();
    await page.locator(".answer", { hasText: says }).getByRole("radio", { name: known }).check();
  }
  await steps.press(page, "Next");
  await pass(page, "Skip", 8);
  const words = await page.getByRole("main").innerText();
  for (const one of [
    "“Following them” (I saw it)",
    "“Gifts, letters, deliveries” (They told me)",
    "“Small payments with words” (I think so)",
  ])
    expect(words).toContain(one);
  expect(words).toContain("They don’t want it, said or unsaid.");
  expect(wrong).toEqual([]);
  await context.close();
});

it("leaves no answer in the address, the history or any storage, on no screen, and takes it along into the app in memory", async () => {
  const { page, context, wrong } = await stage.open();
  expect(answerNames.length).toBeGreaterThan(100);
  const traces: string[] = [];
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url(), request.postData() ?? ""));
  await toResult(page);
  traces.push(...(await tracesOf(page)));
  for (let back = 0; back < 12; back++) {
    await page.goBack();
    traces.push(...(await tracesOf(page)));
  }
  await steps.seeHeading(page, "Is anybody in danger right now?");
  for (let forward = 0; forward < 12; forward++) await page.goForward();
  await steps.seeHeading(page, "What you describe fits the signs of stalking.");
  await steps.press(page, "Keep this in my notes");
  await steps.seeHeading(page, "Keep notes on this device");
  traces.push(...(await tracesOf(page)));
  expect(traces).toEqual([]);
  expect(asked.filter((one) => answerNames.some((name) => one.includes(name)) || one.includes("Mill"))).toEqual([]);
  // Enter in an answer sends nothing anywhere.
  await page.goBack();
  await steps.press(page, "Go back to my answers");
  await page.getByLabel("No", { exact: true }).press("Enter");
  expect(page.url()).toBe(stage.address());
  expect(wrong).toEqual([]);
  await context.close();
});

it("shows among her notes what she answered in words, one time beside the other, until she destroys it", async () => {
  const { page, context, wrong } = await stage.open();
  await keepNotes(context, stage.address());
  const keep = async (): Promise<void> => {
    await steps.press(page, "Keep this in my notes");
    await steps.seeHeading(page, "Open my notes");
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await steps.press(page, "Open");
    await steps.seeHeading(page, /kept here$/);
  };
  await toResult(page);
  await keep();
  await steps.seeHeading(page, "1 thing is kept here");
  await page.goto(stage.address());
  await steps.press(page, "For somebody I worry about");
  await begin(page);
  await pass(page, "Skip", 3);
  await page.getByLabel("Following them", { exact: true }).check();
  await page.locator(".answer", { hasText: "Following them" }).getByRole("radio", { name: "I saw it" }).check();
  await steps.press(page, "Next");
  await pass(page, "Skip", 8);
  await keep();
  await steps.seeHeading(page, "2 things are kept here");
  await steps.press(page, /^What you answered to the questions/);
  await steps.seeHeading(page, "Private notes");
  const kept = page.locator("section", { has: page.getByRole("heading", { name: /^What you answered, today, \d\d:\d\d$/i }) });
  await expect.poll(() => kept.count()).toBe(2);
  const [theirs = "", hers = ""] = await kept.locator(".her-words").allInnerTexts();
  expect(theirs).toMatch(/^For somebody I worry about\s+How does that person reach them\?\s+“Following them” \(I saw it\)/);
  expect(hers.split("\n\n")).toEqual([
    "Is anybody in danger right now?\n“No”",
    "Who is it?\n“Somebody I was with”",
    "How do they reach you?\n“New accounts after you blocked them”\n“Outside your home, work or school”",
    "How often?\n“Most weeks”",
    "Do they know that you don’t want it?\n“I told them”",
    "What happened then?\n“It got worse”",
    "What has it done to you?\n“I sleep badly”",
    "You were not sure:\nSince when?",
    expect.stringMatching(/^You skipped, or chose nothing:\nDo they know things they should not\?\n/),
    `Your words\n“${ownWords}”`,
  ]);
  expect(theirs + hers).not.toMatch(/[{}]|danger\.no/);
  await kept
    .first()
    .getByRole("button", { name: /^Destroy it for good/ })
    .click();
  await expect.poll(() => kept.count()).toBe(1);
  expect(await kept.locator(".her-words").innerText()).toContain(ownWords);
  expect(wrong).toEqual([]);
  await context.close();
});

it("holds what she kept until she throws it away, which leaves nothing to go back to", async () => {
  const { page, context } = await stage.open();
  await toResult(page);
  await steps.press(page, "Keep this in my notes");
  await steps.seeHeading(page, "Keep notes on this device");
  await page.goBack();
  await page.getByText("The browser’s history still says: Notes.").waitFor();
  await steps.press(page, "Throw these answers away.");
  await steps.seeHeading(page, "Your answers are thrown away");
  await page.goBack();
  await steps.seeHeading(page, "Is anyone in danger now?");
  await steps.press(page, "Begin");
  await steps.seeHeading(page, "Is anybody in danger right now?");
  expect(await page.locator(":checked").count()).toBe(0);
  await page.goBack();
  await steps.goToFiles(page);
  expect(await page.getByText("Your answers are held").count()).toBe(0);
  await context.close();
});

it("empties the questions when she removes the app", async () => {
  const { page, context } = await stage.open();
  await begin(page);
  await answer(page, "No");
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await steps.press(page, "Remove them");
  await steps.press(page, "Remove them");
  await steps.seeHeading(page, "The app’s own files are removed");
  await page.goBack();
  await steps.press(page, "Begin");
  await steps.seeHeading(page, "Is anybody in danger right now?");
  expect(await page.locator(":checked").count()).toBe(0);
  await context.close();
});

it("asks before the page is closed once she has kept her answers, and not before", async () => {
  const { page, context } = await stage.open();
  const isAsked = (): Promise<boolean> => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await toResult(page);
  expect(await isAsked()).toBe(false);
  await steps.press(page, "Keep this in my notes");
  await steps.seeHeading(page, "Keep notes on this device");
  expect(await isAsked()).toBe(true);
  await context.close();
});

it("can be walked with the keyboard alone, and each screen is read out from its heading", async () => {
  const { page, context, wrong } = await stage.open();
  const onHeading = async (heading: string | RegExp): Promise<void> => {
    await steps.seeHeading(page, heading);
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  };
  await onHeading("Is anyone in danger now?");
  await pressOn(page, "Begin");
  await onHeading("Before you begin");
  await pressOn(page, "Go on to the questions");
  for (const { question, isAny } of questionsIn("me")) {
    await onHeading(question);
    // Into the answers, the first of them is chosen, and on.
    await page.keyboard.press("Tab");
    while (!(await page.evaluate(() => document.activeElement instanceof HTMLInputElement))) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    if (isAny) {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
    }
    if (question === "What has it done to you?") await typeInto(page, "Your words", ownWords);
    await pressOn(page, "Next");
    if (question === "Is anybody in danger right now?") {
      await onHeading("Call 999 first. The questions wait.");
      await pressOn(page, "Go on with the questions");
    }
  }
  await onHeading("What you describe fits the signs of stalking.");
  await pressOn(page, "Help now");
  await onHeading("Help now");
  await pressOn(page, "Go back to where I was");
  await onHeading("What you describe fits the signs of stalking.");
  await pressOn(page, "Keep this in my notes");
  await onHeading("Keep notes on this device");
  await tabTo(page, "Back");
  expect(wrong).toEqual([]);
  await context.close();
});

/** An empty page, or the notes page with nothing in it. */
const nothingOfHers = /^\s*$|^Notes\s+My notes\s+New note/;

describe("leave quickly", () => {
  it("leads to the notes page from every screen, by the link and by Shift, and Back and Forward bring nothing back", async () => {
    const { page, context, wrong } = await stage.open();
    const names = [...readFileSync(join(dist, "index.html"), "utf8").matchAll(/class="screen[^"]*" id="([^"]+)"/g)].map(
      ([, name = ""]) => name,
    );
    expect(names.length).toBeGreaterThan(30);
    const passed: string[] = [];
    const leaveBy = async (way: "link" | "shift", go: () => Promise<void>): Promise<void> => {
      await page.goto(stage.address());
      await go();
      passed.push((await page.locator(".screen").getAttribute("id")) ?? "");
      if (way === "link") await page.getByRole("link", { name: "Leave quickly" }).click();
      else for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
      await page.waitForURL("**/notes/");
      await page.goBack();
      expect(await page.locator("body").innerText()).toMatch(nothingOfHers);
      await page.goForward();
      expect(await page.locator("body").innerText()).toMatch(nothingOfHers);
    };
    const toQuestion = async (about: "me" | "somebody", index: number): Promise<void> => {
      if (about === "somebody") await steps.press(page, "For somebody I worry about");
      await begin(page);
      await pass(page, "Skip", index);
    };
    await leaveBy("link", async () => undefined);
    await leaveBy("shift", () => steps.askForHelp(page));
    await leaveBy("link", () => steps.press(page, "Begin"));
    await leaveBy("shift", () => steps.press(page, "For somebody I worry about"));
    await leaveBy("shift", () => steps.press(page, "Remove them"));
    await leaveBy("link", async () => {
      await begin(page);
      await answer(page, "Yes");
    });
    for (const about of ["me", "somebody"] as const)
      for (let index = 0; index <= 12; index++) await leaveBy(index % 2 === 0 ? "link" : "shift", () => toQuestion(about, index));
    await leaveBy("shift", async () => {
      await toResult(page);
      await steps.press(page, "Throw these answers away.");
    });
    // What waits for the network, or for the app to be removed, is met in first-look.test.ts.
    const others = ["removed", "not-removed", "fetching", "missing"];
    expect(names.filter((name) => !passed.includes(name))).toEqual(others);
    expect(wrong).toEqual([]);
    await context.close();
  });

  it("says that it is leaving and shows nothing of the page while the next one comes", async () => {
    const { page, context } = await stage.open();
    await toResult(page);
    const shown = await page.evaluate(() => {
      document.querySelector<HTMLElement>("a.leave")?.click();
      return [document.body.textContent, document.querySelector("[role=alert]")?.textContent];
    });
    expect(shown).toEqual(["Loading.", "Loading."]);
    await page.waitForURL("**/notes/");
    await context.close();
  });
});

it("is whole without script: the questions, the four words, the numbers and the way out can be read, and no button is dead", async () => {
  const context = await stage.browser().newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(stage.address());
  expect(await page.title()).toBe("Notes");
  const words = await page.locator("body").innerText();
  for (const about of ["me", "somebody"] as const)
    for (const { question, answers } of questionsIn(about)) for (const one of [question, ...answers]) expect(words).toContain(one);
  for (const one of ["Fixated", "Obsessive", "Unwanted", "Repeated", "0808 802 0300", "116 123", "needs JavaScript"])
    expect(words).toContain(one);
  expect(words).not.toMatch(
    /You didn’t say|What you describe|can get worse quickly|could not be fetched|This page was loaded again|unmask/i,
  );
  expect(await page.getByRole("link", { name: "Call 999" }).first().getAttribute("href")).toBe("tel:999");
  for (const button of await page.getByRole("button").all()) expect(await button.innerText()).toBe("");
  await page.getByRole("link", { name: "Help now" }).click();
  expect(page.url()).toBe(`${stage.address()}#help`);
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.waitForURL("**/notes/");
  await context.close();
});

it("weighs what was promised: the first question 60 KB pressed, its script 10 KB", () => {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const named = readdirSync(join(dist, "assets")).filter((name) => html.includes(`"/assets/${name}"`));
  const pressed = ["index.html", ...named.map((name) => `assets/${name}`)].map((name) => readFileSync(join(dist, `${name}.br`)).length);
  const script = named.filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(dist, "assets", name)).length);
  const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);
  console.log(`first question: ${sum(pressed)} bytes pressed, ${sum(script)} bytes of script`);
  expect(sum(pressed)).toBeLessThanOrEqual(60_000);
  expect(sum(script)).toBeLessThan(10_000);
});

interface Asked {
  readonly question: string;
  readonly answers: readonly string[];
  readonly isAny: boolean;
}

/** The questions as the document has them, in their order. */
function questionsIn(about: "me" | "somebody"): readonly Asked[] {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const screens = html.split(/<div class="screen/).filter((one) => new RegExp(`^[^>]*id="${about}-(?!result)`).test(one));
  return screens.map((one) => ({
    question: plain(/<h1[^>]*>(.*?)<\/h1>/.exec(one)?.[1] ?? ""),
    answers: [...one.matchAll(/value="[a-z]+\.[a-z-]+"\/?><span>(.*?)<\/span>/g)].map(([, says = ""]) => plain(says)),
    isAny: one.includes('type="checkbox"'),
  }));
}

function plain(markup: string): string {
  return markup.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&lt;", "<");
}
