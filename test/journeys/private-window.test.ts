import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Session, openApp } from "./browser.ts";
import { findInStorage } from "./left-behind.ts";
import { makeNotes } from "./notes-of-hers.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

/** Windows in which nothing is kept, or not for long. */

const stage = setStage();
const chat = Array.from({ length: 12 }, (_, at) => `2${at % 8}/02/2026, 02:0${at % 10} - Sam Okafor: I know that you are awake ${at}`).join(
  "\n",
);

/** How long a screen may stand without saying it, on a machine that is busy with other things. Milliseconds. */
const soon = 20_000;

/** A window of a browser that has no storage of files at all, neither for the page nor for its worker, as WebKitGTK and private windows of Firefox. */
async function openWithoutStorage(address: string): Promise<Session> {
  const session = await openApp(stage.browser(), address, { serviceWorkers: "block" });
  await session.context.addInitScript(() => Reflect.deleteProperty(StorageManager.prototype, "getDirectory"));
  await session.context.route("**/assets/engine-worker-*.js", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `delete StorageManager.prototype.getDirectory;\n${await answer.text()}` });
  });
  await session.page.reload();
  return session;
}

/** Everything that the address keeps where there are no files: none of it is hers. */
function kept(page: Page): Promise<unknown> {
  return page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    document.cookie,
  ]);
}

it("a browser without storage says on each screen that it keeps nothing, all else works to the report, and nothing is kept", async () => {
  const { page, context, wrong } = await openWithoutStorage(stage.address());
  const silent: string[] = [];
  const says = page.getByRole("complementary").getByText("Look only: this window keeps nothing.");
  const at = async (heading: string | RegExp): Promise<void> => {
    await steps.seeHeading(page, heading);
    // The worker says it, a moment after the first screen.
    await says.waitFor({ timeout: soon }).catch(() => silent.push(String(heading)));
  };
  await steps.press(page, "I have been here before");
  await steps.press(page, "Go on without keeping");
  await at("Bring in what you have exported");
  await page
    .getByLabel("Choose files")
    .setInputFiles({ name: "WhatsApp Chat with Sam Okafor.txt", mimeType: "text/plain", buffer: Buffer.from(chat) });
  await steps.press(page, "Go on");
  await at("Which clock did these phones show?");
  await steps.press(page, "Read my files");
  await at(/to look at$/);
  await steps.press(page, "Say who is who");
  await at("Who is who?");
  await page.getByRole("group").getByRole("radio", { name: "Them", exact: true }).first().check();
  await steps.press(page, "Go on");
  await at("What did you do about it?");
  await steps.press(page, "Show the timeline");
  await at(/acts? of theirs/);
  await steps.press(page, /^See the pattern/);
  await page.getByText("How this was worked out").waitFor();
  await at(/./);
  await page.getByRole("button", { name: /^Go (straight|on) to the report/ }).click();
  await page.getByRole("button", { name: "Make it", exact: true }).waitFor();
  await at(/./);
  await steps.press(page, "Make it");
  await at("Save these four files");
  for (let step = 0; step < 20 && !(await page.getByRole("heading", { name: "Bring in what" }).isVisible()); step++) {
    await page.goBack();
    await page.waitForTimeout(300);
  }
  await steps.press(page, "People who can help");
  await at("People who can help");
  await page.goBack();
  await steps.press(page, "What is good to know");
  await at("What is good to know");
  await page.goBack();
  // Where keeping is asked for, the whole screen says it.
  await steps.press(page, "Your notes on this device");
  await steps.seeHeading(page, "Look only: this window keeps nothing");
  expect(silent).toEqual([]);
  expect(await kept(page)).toEqual([0, 0, 0, 0, ""]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("the notes page of such a window says so before anything is written, and leads nowhere when it is saved: the words stay until the page goes", async () => {
  const { page, context, wrong } = await openWithoutStorage(new URL("/notes/", stage.address()).href);
  await page.getByText("This window keeps nothing", { exact: true }).first().waitFor();
  await page.getByRole("textbox", { name: "New note" }).fill("White van again.");
  await steps.press(page, "Save");
  await steps.seeHeading(page, "This window keeps nothing");
  await page.getByText("What you write here goes when you close it.").waitFor();
  expect(await page.getByRole("button", { name: "Make my notes" }).isVisible()).toBe(false);
  await page.goBack();
  expect(await page.getByRole("textbox", { name: "New note" }).inputValue()).toBe("White van again.");
  expect(await kept(page)).toEqual([0, 0, 0, 0, ""]);
  await page.reload();
  expect(await page.getByRole("textbox", { name: "New note" }).inputValue()).toBe("");
  expect(wrong).toEqual([]);
  await context.close();
});

it("a private window that has storage keeps her notes while it is open, says that nobody promised it, and nothing of them outlives it", async () => {
  const words = "canary-private-x";
  const first = await stage.open();
  await makeNotes(first.page, () => first.page.getByText("In a private window they go when you close it.").waitFor());
  await steps.press(first.page, "Add what happened");
  await first.page.getByLabel("What happened?").fill(words);
  await steps.press(first.page, "Save");
  await steps.seeHeading(first.page, "Saved");
  await first.page.reload();
  expect(await namesOfKept(first.page)).toContain("notes-kept");
  expect(await findInStorage(first.page, [words])).toEqual([]);
  expect(first.wrong).toEqual([]);
  await first.context.close();

  const later = await stage.open();
  expect(await namesOfKept(later.page)).toEqual([]);
  await steps.goToFiles(later.page);
  await steps.press(later.page, "Your notes on this device");
  await steps.seeHeading(later.page, "Nothing is kept on this device");
  await later.context.close();
});

/** What the address has in the browser's storage of files. */
function namesOfKept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });
}
