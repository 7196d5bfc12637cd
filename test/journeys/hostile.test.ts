import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { packedFar } from "../../fixtures/importers/packed-by-windows.ts";
import { rawZip } from "../../fixtures/importers/raw-zip.ts";
import { scratchFolder } from "./browser.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

const scratch = scratchFolder();
const stage = setStage();

afterAll(scratch.remove);

const script = "<img src=x onerror=document.title='taken'>";
const mebibyte = 2 ** 20;

it("shows hostile names and words as words, and reads what is beside a bomb, an empty file and noise", async () => {
  const folder = folderOf("mixed", {
    [`${script.replaceAll("/", "")}.bin`]: "kept",
    "‮gpj.exe": "turned round",
    "empty.txt": "",
    "noise.bin": randomBytes(5 * mebibyte),
    "up and out.zip": rawZip([
      { name: "../../../../etc/passwd", data: "not a way out" },
      { name: "/absolute.txt", data: "nor this" },
      { name: `${script}.txt`, data: "nor this" },
    ]),
    "bomb.zip": rawZip([{ name: "bomb.txt", packed: zeros(512 * mebibyte), claims: { size: 512 * mebibyte, crc: 0 } }]),
    "WhatsApp Chat with Them.txt": chat(script, `${script} </script><script>document.title='taken'</script>`),
  });
  const { page, context, wrong } = await stage.open();
  const asked = watchDialogs(page);
  await steps.goToFiles(page);
  await page.getByLabel("Choose a folder").setInputFiles(folder);
  await steps.readFiles(page);
  await steps.seeHeading(page, "3 acts to look at");
  await page.getByText(/“bomb.txt” unpacks to far more/).waitFor();
  await page.getByText(/kept whole, not read/).click();
  await page.getByText(script).first().waitFor();
  await steps.press(page, "Say who is who");
  await page.getByRole("group").filter({ hasText: script }).getByRole("radio", { name: "Them" }).check();
  await steps.press(page, "Go on");
  await steps.press(page, "Show the timeline");
  await page.locator("blockquote", { hasText: script }).first().waitFor();
  expect(await page.locator("main img, main script").count()).toBe(0);
  expect(await page.title()).toBe("Notes");
  expect(asked).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

it("says so when nothing among the files is an export, and keeps them", async () => {
  const { page, context } = await stage.open();
  await steps.goToFiles(page);
  await page.getByLabel("Choose a folder").setInputFiles(folderOf("nothing", { "photo.bin": randomBytes(2_000), "empty.txt": "" }));
  await steps.readFiles(page);
  await steps.seeHeading(page, "No export that we can read is among these files");
  await page.getByText("2 files kept whole, not read").waitFor();
  await steps.press(page, "Choose other files");
  await steps.seeHeading(page, "Bring in what you have exported");
  await context.close();
});

it("says what to do about a zip with a password", async () => {
  const locked = rawZip([{ name: "chat.txt", data: "unreadable", claims: { flags: 1 } }]);
  const { page, context } = await stage.open();
  await steps.goToFiles(page);
  await page.getByLabel("Choose a folder").setInputFiles(folderOf("locked", { "locked.zip": locked }));
  await steps.readFiles(page);
  await page
    .getByText(/password/)
    .first()
    .waitFor();
  await context.close();
});

it("reads a zip as Windows packs it when a file in it is large", async () => {
  const { page, context } = await stage.open();
  await steps.goToFiles(page);
  await page.getByLabel("Choose a folder").setInputFiles(folderOf("windows", { "from windows.zip": rawZip([packedFar]) }));
  await steps.readFiles(page);
  await steps.seeHeading(page, "2 acts to look at");
  await context.close();
});

it("asks for the order of day and month where nothing shows it, and reads again by the answer", async () => {
  const { page, context } = await stage.open();
  await steps.goToFiles(page);
  const lines = ["01/02/2025, 09:00 - Them: one", "01/03/2025, 09:00 - Them: two", "01/04/2025, 09:00 - Them: three"];
  await page.getByLabel("Choose a folder").setInputFiles(folderOf("order", { "WhatsApp Chat with Them.txt": lines.join("\n") }));
  await steps.readFiles(page);
  await page.getByRole("radio", { name: /^Month first/ }).check();
  await steps.press(page, "Read again like this");
  await steps.seeHeading(page, "3 acts to look at");
  await page.getByText("Read again like this").waitFor({ state: "hidden" });
  await steps.press(page, "Say who is who");
  await page.getByRole("group").filter({ hasText: "Them" }).getByRole("radio", { name: "Them", exact: true }).check();
  await steps.press(page, "Go on");
  await steps.press(page, "Show the timeline");
  await page.getByRole("heading", { level: 2, name: "Thu 2 January 2025" }).waitFor();
  await context.close();
});

it("says that the pack has no room when the browser gives none, and nothing is left half made", async () => {
  const { page, context } = await stage.open();
  const devtools = await context.newCDPSession(page);
  await steps.walkToTimeline(page, steps.readExpected());
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(stage.address()).origin, quotaSize: 1_000_000 });
  await steps.press(page, /^See the pattern/);
  await steps.press(page, "Go straight to the report");
  await steps.press(page, "Make it");
  await page
    .getByRole("alert")
    .getByText(/no room for the pack/)
    .waitFor();
  await context.close();
});

it("says what to do when the worker breaks down, and can start again", async () => {
  const { page, context } = await stage.open();
  await steps.walkToTimeline(page, steps.readExpected());
  const worker = page.workers()[0];
  if (!worker) throw new Error("no worker");
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error("planted");
    }, 0);
  });
  await steps.press(page, "Later");
  await page
    .getByRole("alert")
    .getByText(/did not foresee|No files were read yet/)
    .waitFor();
  await context.close();
});

function watchDialogs(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  return asked;
}

function folderOf(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(scratch.path, name);
  mkdirSync(folder);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
}

function chat(author: string, text: string): string {
  return ["13/02/2025, 02:10", "14/02/2025, 02:11", "15/02/2025, 02:12"].map((stamp) => `${stamp} - ${author}: ${text}`).join("\n");
}

/** Packed zeros without ever holding them. */
function zeros(size: number): Uint8Array {
  return new Uint8Array(deflateRawSync(Buffer.alloc(size), { level: 9 }));
}
