import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { pictureThatSays } from "../../fixtures/pictures-that-say.ts";
import { axe, runAxe } from "./axe.ts";
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
