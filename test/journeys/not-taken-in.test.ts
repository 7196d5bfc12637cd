import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { storedZip } from "../../fixtures/sample-case/stored-zip.ts";
import { scratchFolder } from "./browser.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

const scratch = scratchFolder();
const stage = setStage();
afterAll(scratch.remove);

const refusal =
  "No report was made, because the exports in an archive that is not taken in would be missing from it. hers/more.zip holds a secret key (more/key.txt): it is not taken in. Unpack it, keep the key out of what you hand over, and hand over the folder.";

it("makes no report from a zip that holds a secret key, says so before she has typed anything, and leads back to the files", async () => {
  const folder = join(scratch.path, "hers");
  mkdirSync(folder);
  const identity = "AGE-SECRET-KEY-1QQPQQQQZQQQSQQQJQQQNQQQ5QQQKQQQHQQQCQQQEQQQ6QQQMQQQUQQQAQQQ7";
  writeFileSync(join(folder, "more.zip"), storedZip([{ name: "more/key.txt", bytes: Buffer.from(identity) }]));
  writeFileSync(join(folder, "notes.txt"), identity);
  writeFileSync(join(folder, "WhatsApp Chat with Owen Pike.txt"), "13/02/2026, 23:13 - Owen Pike: I saw you\n");
  const { page, context, wrong } = await stage.open();
  await steps.goToFiles(page);
  await steps.chooseFolder(page, folder);
  await steps.readFiles(page);
  await page.getByText("hers/notes.txt holds a secret key: it is not taken in; keep it out of what you hand over.").waitFor();
  await page.getByText(/^hers\/more\.zip holds a secret key \(more\/key\.txt\)/).waitFor();
  await page.getByText("no report can be made of these files").waitFor();
  await steps.press(page, "Say who is who");
  await page.getByRole("group").filter({ hasText: "Owen Pike" }).getByRole("radio", { name: "Them", exact: true }).check();
  await steps.press(page, "Go on");
  await steps.press(page, "Show the timeline");
  await steps.press(page, /^See the pattern/);
  await steps.press(page, "Go straight to the report");
  await steps.seeHeading(page, "No report was made");
  await page.getByRole("alert").getByText(refusal).waitFor();
  expect(await page.getByRole("button", { name: "Make it" }).count()).toBe(0);
  const answer = await page.workers()[0]?.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const post = self.postMessage;
        self.postMessage = (said: { readonly id?: number; readonly answer?: unknown }) => {
          if (said.id !== -1 || said.answer === undefined) return;
          self.postMessage = post;
          resolve(said.answer);
        };
        const wishes = { herName: "", impact: "", recipients: [], withheld: [], pdfOnly: true };
        self.dispatchEvent(new MessageEvent("message", { data: { id: -1, question: { ask: "pack", wishes } } }));
      }),
  );
  expect(answer).toEqual({ answer: "failed", says: refusal });
  await steps.press(page, "Choose other files");
  await steps.seeHeading(page, "Bring in what you have exported");
  expect(wrong).toEqual([]);
  await context.close();
});
