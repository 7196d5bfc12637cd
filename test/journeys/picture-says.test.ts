import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { pictureThatSays } from "../../fixtures/pictures-that-say.ts";
import { axe, runAxe } from "./axe.ts";
import { findInStorage } from "./left-behind.ts";
import { makeNotes, openFolds } from "./notes-of-hers.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";
import { storedBy } from "./stored.ts";

/** A picture that goes with what she writes: what it says of itself is read when she asks, and the file is kept as it was. */

const stage = setStage();
const door = pictureThatSays({
  make: "Example",
  model: "Example Phone 4",
  taken: "2026:02:21 01:10:33",
  latitude: [53, 22, 4_810],
  north: "N",
  longitude: [1, 28, 1_200],
  east: "W",
});
const file = (name: string, bytes: Uint8Array): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: "image/jpeg",
  buffer: Buffer.from(bytes),
});

it("tells when, where and with what it was taken, once she asks; warns of the place, and keeps every byte", async () => {
  const { page, context, wrong } = await stage.open();
  await context.addInitScript(axe);
  await page.reload();
  await makeNotes(page);
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  const hasAsked = (): boolean => asked.some((url) => url.includes("/exif-"));
  await steps.press(page, "Add what happened");
  await page.getByLabel("What happened?").fill("He stood at my door.");
  await openFolds(page);
  await page
    .getByLabel("Choose photos or files")
    .setInputFiles([
      file("door.jpg", door),
      file("cut.jpg", door.slice(0, 60)),
      file("sent.jpg", pictureThatSays({})),
      { name: "list.txt", mimeType: "text/plain", buffer: Buffer.from("a list") },
    ]);
  const rows = page.locator(".whole-row");
  const row = (name: string) => rows.filter({ hasText: name });
  await row("list.txt").waitFor();
  expect(
    await row("list.txt")
      .getByRole("button", { name: /^What this picture says/ })
      .count(),
  ).toBe(0);
  expect(hasAsked()).toBe(false);
  await row("door.jpg")
    .getByRole("button", { name: /^What this picture says.*door\.jpg$/ })
    .click();
  await row("door.jpg").getByText("21 February 2026, 01:10, by the clock of what took it. In which time zone, it does not say.").waitFor();
  await row("door.jpg").getByText("53.3800° north, 1.4700° west").waitFor();
  await row("door.jpg").getByText("Example Phone 4").waitFor();
  await row("door.jpg").getByText("This picture says a place. Whoever gets the file gets the place too.").waitFor();
  expect(hasAsked()).toBe(true);
  for (const [name, says] of [
    ["cut.jpg", /is damaged and can’t be read/],
    ["sent.jpg", /^Nothing is found in it that says when/],
  ] as const) {
    await row(name)
      .getByRole("button", { name: /^What this picture says/ })
      .click();
    await row(name).getByText(says).waitFor();
  }
  expect(await runAxe(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await steps.press(page, "Save");
  await steps.seeHeading(page, "Saved");
  await steps.press(page, "Read what I wrote");
  await page.getByText(createHash("sha256").update(door).digest("hex")).waitFor();
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.waitForURL("**/notes/");
  // That she looked stands nowhere: what was fetched for it goes.
  await expect.poll(async () => (await storedBy(page)).files.filter((path) => path.includes("/exif-"))).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

/** One dot. */
const dot = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");

it("shows a photo of an entry again, blurred until she presses once more; hands any other file over by its name, and nothing stays of it", async () => {
  const { page, context, wrong } = await stage.open({ acceptDownloads: true });
  await context.addInitScript(axe);
  await page.reload();
  await makeNotes(page);
  await steps.press(page, "Add what happened");
  await page.getByLabel("What happened?").fill("He sent me these.");
  await openFolds(page);
  await page.getByLabel("Choose photos or files").setInputFiles([
    // Neither its name nor what the browser took it for says what it is.
    { name: "photo\u202Egpj.exe", mimeType: "text/html", buffer: dot },
    {
      name: "drawing.png",
      mimeType: "image/png",
      buffer: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="taken"</script></svg>`),
    },
    { name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("canary of a letter") },
  ]);
  await steps.press(page, "Save");
  await steps.press(page, "Read what I wrote");
  const file = (name: string | RegExp) => page.locator(".file-told", { hasText: name });
  const look = (name: string | RegExp): Promise<void> =>
    file(name)
      .getByRole("button", { name: /^Look at it/ })
      .click();
  await file("letter.txt").waitFor();
  // Nothing is opened unasked.
  expect(await page.locator("main img, main a[download]").count()).toBe(0);
  await look(/^photo/);
  const picture = file(/^photo/).getByRole("img");
  await expect.poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(1);
  const blur = (): Promise<string> => picture.evaluate((shown) => getComputedStyle(shown).filter);
  expect(await blur()).toContain("blur");
  await picture.click();
  expect(await blur()).toBe("none");
  await look("drawing.png");
  await look("letter.txt");
  await file("letter.txt").getByRole("link").waitFor();
  await expect.poll(() => page.locator("main img").count()).toBe(1);
  for (const [name, bytes] of [
    ["letter.txt", Buffer.from("canary of a letter")],
    [/^photo/, dot],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent("download"), file(name).getByRole("link").click()]);
    expect(download.suggestedFilename()).toMatch(name === "letter.txt" ? name : /^photo.gpj\.exe$/);
    expect(readFileSync(await download.path()).equals(bytes)).toBe(true);
  }
  expect(await runAxe(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.goBack();
  await steps.press(page, "Read what you wrote");
  await steps.press(page, /He sent me these/);
  await file("letter.txt").waitFor();
  expect(await page.locator("main img, main a[download]").count()).toBe(0);
  await look("letter.txt");
  await file("letter.txt").getByRole("link").waitFor();
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.waitForURL("**/notes/");
  expect(await findInStorage(page, ["canary of a letter", "letter.txt"])).toEqual([]);
  expect(await page.title()).toBe("Notes");
  expect(wrong).toEqual([]);
  await context.close();
});
