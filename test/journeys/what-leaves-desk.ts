import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { editionsToCsv } from "@unmask/case";
import { unsaidIn } from "../house/unsaid.ts";
import { fillIn } from "./by-keyboard.ts";
import { type HostileDesk, ask, reason } from "./hostile-desk.ts";
import { hostileName } from "./hostile-words.ts";
import { giveReason } from "./screens-made-ready.ts";
import * as steps from "./steps.ts";

/** The tests of what leaves the desk: files, lists, editions, and what an officer wrote to her. */
export function testWhatLeaves(desk: () => HostileDesk): void {
  describe("what leaves the desk", () => {
    it("is a case for another system, whose file is saved when who receives it was written", async () => {
      const { page, wrong } = desk().supervisor;
      await page.goto(new URL("/cases/0001", page.url()).href);
      await giveReason(page);
      await page.getByRole("button", { name: /Export$/ }).waitFor();
      await page.keyboard.press("Shift+X");
      await page.getByRole("heading", { name: "Case 0001 for another system" }).waitFor();
      await page.getByRole("button", { name: "Write it and make the file" }).click();
      await page.getByText("Say who receives it.").waitFor();
      await page.getByLabel("Who receives it").fill(hostileName);
      await page.getByRole("radio", { name: /^One table/ }).check();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Write it and make the file" }).click(),
      ]);
      expect(file.suggestedFilename()).toBe("case-0001.csv");
      const text = readFileSync(await file.path(), "utf8");
      expect(text).toContain("report-received");
      const cells = [...text.matchAll(/(?:^|[,\n])("(?:[^"]|"")*"|[^,\n]*)/g)].map(([, cell = ""]) => cell);
      expect(cells.filter((cell) => /^"?[\s\u2066-\u2069]*[=+@-]/.test(cell))).toEqual([]);
      expect(wrong.splice(0)).toEqual([]);
    });

    it("is a file to be saved, whatever is in it, and no page of this origin", async () => {
      const { page } = desk().supervisor;
      const { exhibits } = await ask<{ exhibits: { item: string; nth: number; path: string | null }[] }>(page, "cases/0001/exhibits");
      const files = exhibits.filter(({ path }) => path !== null);
      expect(files.length).toBeGreaterThan(4);
      for (const { item, nth } of files) {
        const headers = await page.evaluate(headersOf, [
          `cases/0001/exhibits/${item}/${nth}/file?recipient=CPS`,
          JSON.stringify(reason),
        ] as const);
        expect(headers["content-disposition"]).toMatch(/^attachment; filename="[A-Za-z0-9._ -]+"/);
        expect(headers["x-content-type-options"]).toBe("nosniff");
        expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
        expect(headers["content-type"]).toBe("application/octet-stream");
      }
    });

    it("has no cell in a list that a spreadsheet would work out", async () => {
      const { page, wrong } = desk().supervisor;
      await page.goto(new URL("/queue", page.url()).href);
      await page.getByRole("button", { name: /^Export/ }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Who receives it").fill(hostileName);
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        dialog.getByRole("button", { name: "Write it and make the file" }).click(),
      ]);
      const csv = readFileSync(await saved.path(), "utf8");
      expect(csv).toContain("=1+1");
      expect(unsaidIn(csv)).toEqual([]);
      const cells = [...csv.matchAll(/(?:^|[,\n])("(?:[^"]|"")*"|[^,\n]*)/g)].map(([, cell = ""]) => cell);
      expect(cells.length).toBeGreaterThan(4 * 15);
      expect(cells.filter((cell) => /^"?[\s\u2066-\u2069]*[=+@-]/.test(cell))).toEqual([]);
      await dialog.waitFor({ state: "detached" });
      expect(wrong.splice(0)).toEqual([]);
    });

    it("is an edition that a person published, byte for byte, by keyboard alone; and it is looked at as a picture", async () => {
      const { page, wrong } = desk().supervisor;
      await page.goto(new URL("/learn?since=2026-06", page.url()).href);
      await page.getByRole("heading", { name: /^An online act stood in \d+ of 100 reports since June 2026/ }).waitFor();
      const folder = process.env["PICTURES"];
      if (folder !== undefined) await page.screenshot({ path: join(folder, "learn.png"), fullPage: true });
      const bars = page.getByRole("img", { name: /^reports, October 2026, by method: Messages/ });
      expect(await bars.locator("rect.fill").count()).toBeGreaterThan(3);
      // What is under five is an outline with lines in it, of one length whatever it is.
      expect(await bars.locator("rect.stroke").count()).toBe(1);
      await page.keyboard.press("c");
      await page.getByRole("dialog").waitFor();
      await fillIn(page, [["Who receives it", "The council"]]);
      await page.keyboard.press("Tab");
      const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
      expect(saved.suggestedFilename()).toBe("statistics-2026-01-to-2026-10.csv");
      expect(readFileSync(await saved.path(), "utf8")).toBe(editionsToCsv(desk().published));
      expect(wrong.splice(0)).toEqual([]);
    });

    it("is words to her, too: what an officer wrote runs nothing on her page", async () => {
      const { page, wrong, context } = await desk().stage.openHers();
      await steps.goToFiles(page);
      await steps.press(page, "I have seven words: read the reply");
      for (const [at, word] of desk().words.trim().split(" ").entries()) await page.getByLabel(`Word ${at + 1}`).fill(word);
      await steps.press(page, "Look for replies");
      await steps.seeHeading(page, "Example Police writes");
      await page.getByText("<script>").first().waitFor();
      for (const size of [
        { width: 360, height: 740 },
        { width: 320, height: 256 },
      ]) {
        await page.setViewportSize(size);
        for (const dir of ["ltr", "rtl"]) {
          const wide = await page.evaluate((to) => {
            document.documentElement.dir = to;
            return document.documentElement.scrollWidth - innerWidth;
          }, dir);
          expect(wide, `${size.width} ${dir}`).toBeLessThanOrEqual(0);
        }
      }
      expect(await page.locator("main :is(img, script, iframe, svg[onload], a[href^='javascript'])").count()).toBe(0);
      expect(await page.title()).toBe("Notes");
      expect(wrong).toEqual([]);
      await context.close();
    });
  });
}

/** Runs in the page: the headers of a file, as the browser was given them. */
async function headersOf([path, why]: readonly [string, string]): Promise<Record<string, string>> {
  const answer = await fetch(`/desk/${path}`, { headers: { "x-unmask-desk": "1", "x-unmask-reason": encodeURIComponent(why) } });
  return { status: String(answer.status), ...Object.fromEntries(answer.headers) };
}
