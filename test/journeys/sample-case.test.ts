import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Session, sampleFolder, scratchFolder } from "./browser.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

const expected = steps.readExpected();
const cli = fileURLToPath(new URL("../../apps/cli/bin/unmask.js", import.meta.url));
const scratch = scratchFolder();
const stage = setStage();

afterAll(scratch.remove);

const number = (count: number): string => count.toLocaleString("en-GB");

describe("from dropped exports to a pack that the police can check", () => {
  let session: Session;
  let page: Page;
  let saved: { pack: string; pub: string; key: string; pdf: string };

  beforeAll(async () => {
    session = await stage.open();
    ({ page } = session);
  });
  afterAll(() => session.context.close());

  it("is called Notes, and says what stays behind before anything is tapped", async () => {
    await steps.seeHeading(page, "Is anyone in danger now?");
    expect(await page.title()).toBe("Notes");
    const words = await page.locator("body").innerText();
    expect(words).not.toMatch(/unmask/i);
    expect(words).toMatch(/Nothing leaves this device/);
    expect(words).toMatch(/“Notes” in this browser’s history, and the app’s own files \(at most 6 MB/);
    expect(new URL(page.url()).hostname).toBe("localhost");
    expect(await page.getByRole("link", { name: "Call 999" }).getAttribute("href")).toBe("tel:999");
  });

  it("takes a folder that is dropped on it, with everything below", async () => {
    await steps.goToFiles(page);
    await dropOn(page, [sampleFolder]);
    await page.getByText("20 files chosen").waitFor();
  });

  it("reads them on this device, in counts that add up", async () => {
    await steps.readFiles(page);
    await steps.seeHeading(page, `${number(expected.acts)} acts to look at`);
    const counts = (await page.locator(".counts dd").allInnerTexts()).map((text) => Number(text.replaceAll(",", "")));
    const total = counts.pop();
    expect(counts[0]).toBe(expected.acts);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
  });

  it("asks for somebody who is them before it looks for a pattern", async () => {
    await steps.press(page, "Say who is who");
    await steps.press(page, "Go on");
    await page
      .getByRole("alert")
      .getByText(/at least one name or number that is them/)
      .waitFor();
    await page.goBack();
    await steps.seeHeading(page, /to look at/);
  });

  it("shows one timeline with her lane in it, and the same numbers as a table", async () => {
    await steps.chooseWho(page, expected);
    await steps.enterDays(page, expected);
    await steps.press(page, "Show the timeline");
    const theirs = expected.theirs - expected.withheldCalls - expected.seenAtTheDoor;
    await steps.seeHeading(page, new RegExp(`^${number(theirs)} acts of theirs`));
    await page
      .getByText(
        `${number(expected.acts)} acts: ${number(theirs)} theirs, ${expected.hers} yours to them, ${expected.withheldCalls} from a withheld number`,
      )
      .waitFor();
    const picture = page.locator("figure");
    expect(await picture.locator("svg").getAttribute("aria-label")).toMatch(/told them to stop on 12 August 2025/);
    expect(await picture.locator("text.role-mind").allTextContents()).toContainEqual(expect.stringMatching(/^no record/));
    expect(await picture.locator("line.role-mind").count()).toBeGreaterThan(0);
    await page.getByRole("radio", { name: "Table" }).check();
    const whole = page.getByRole("button", { name: /^Show all/ });
    await whole.click();
    const numbers = await page.locator("tbody tr td:nth-child(3)").allInnerTexts();
    const sum = numbers.reduce((total, text) => total + Number(text.replaceAll(",", "")), 0);
    // What is known only to some days stands in the picture as a soft bar and in no week.
    expect(theirs + expected.hers - sum).toBeGreaterThanOrEqual(0);
    expect(theirs + expected.hers - sum).toBeLessThan(20);
  });

  it("lists every act a page at a time, from any month on, and says which times are uncertain", async () => {
    await page.getByText(`1 to 50 of ${number(expected.acts)} acts`).waitFor();
    await page.getByLabel("From which month on").selectOption("September 2026");
    await page
      .getByRole("heading", { level: 2, name: /September 2026/ })
      .first()
      .waitFor();
    await steps.press(page, "Later");
    await page.locator(".act").first().waitFor();
    await page.getByLabel("From which month on").selectOption("May 2025");
    await page.getByText(`1 to 50 of`).waitFor();
  });

  it("tells every pattern of the story, its line first, then the whole sentence, with reasons", async () => {
    await steps.press(page, /^See the pattern/);
    const found = new Set<string>();
    const words: string[] = [];
    for (;;) {
      await page.getByText(/^Finding \d+ of \d+$/).waitFor();
      found.add((await page.locator("main").getAttribute("data-finding")) ?? "");
      words.push(...(await page.locator("h1, .whole").allInnerTexts()));
      expect(await page.getByText("How this was worked out").count()).toBe(1);
      expect(await page.getByText("What could change it").count()).toBe(1);
      const next = page.getByRole("button", { name: "Next finding" });
      if (!(await next.isVisible())) break;
      const before = await page.getByText(/^Finding \d+ of \d+$/).innerText();
      await next.click();
      await page.getByText(before).waitFor({ state: "hidden" });
    }
    for (const pattern of expected.patterns) expect(found).toContain(pattern);
    const said = words.join("\n");
    expect(said).toContain(`You sent them ${expected.hers}`);
    expect(said).toContain(`${expected.withheldCalls} calls from a withheld number`);
    expect(said).not.toMatch(/stalker|victim|safe/i);
  });

  it("opens the acts behind a finding", async () => {
    await page.getByRole("button", { name: /^See the/ }).click();
    await steps.seeHeading(page, /behind it$/);
    await page.locator(".act").first().waitFor();
    await page.goBack();
    await steps.press(page, "Go on to the report");
  });

  it("refuses a key that is none, and then makes the pack", async () => {
    await page.getByLabel(/^Keys of the police/).fill("age1notakey");
    await steps.press(page, "Make it");
    await page
      .getByRole("alert")
      .getByText(/is not a key/)
      .waitFor();
    await page.getByLabel(/^Keys of the police/).fill("");
    await page.getByLabel(/^What it has done/).fill("I sleep at my mother’s. I changed my way to work.");
    await steps.press(page, "Make it");
    await steps.seeHeading(page, "Save these four files");
    const folder = join(scratch.path, "saved");
    saved = { ...(await steps.savePack(page, folder)), pdf: await steps.save(page, "The printed report", folder) };
    const spoken = await page.locator(".spoken code").getAttribute("aria-label");
    expect(readFileSync(saved.pub, "utf8")).toContain(spoken);
    expect(readFileSync(saved.pdf).subarray(0, 5).toString()).toBe("%PDF-");
    expect(statSync(saved.pdf).size).toBeGreaterThan(50_000);
  });

  it("is verified by the command", () => {
    const { status, stdout } = spawnSync("node", [cli, "verify", saved.pack, "-i", saved.key, "--signer", saved.pub], { encoding: "utf8" });
    expect(stdout).toMatch(/verified/i);
    expect(status).toBe(0);
  });

  it("is opened and checked with nothing but age, tar, gunzip, sha256sum and minisign", () => {
    const bag = join(scratch.path, "bag");
    mkdirSync(bag);
    const run = (script: string): string => execFileSync("bash", ["-c", `set -euo pipefail; ${script}`], { cwd: bag, encoding: "utf8" });
    run(`age -d -i '${saved.key}' '${saved.pack}' | tar -x`);
    run("sha256sum --strict --quiet -c manifest-sha256.txt; sha256sum --strict --quiet -c tagmanifest-sha256.txt");
    expect(run(`minisign -V -p '${saved.pub}' -m tagmanifest-sha256.txt -x seal/tagmanifest-sha256.txt.minisig`)).toMatch(/verified/);
    expect(Number(run("gunzip -c data/acts.jsonl.gz | wc -l"))).toBe(expected.acts);
    expect(readFileSync(join(bag, "data/report.pdf")).equals(readFileSync(saved.pdf))).toBe(true);
    expect(() => run("echo altered >> data/acts.jsonl.gz; sha256sum --strict --quiet -c manifest-sha256.txt")).toThrow();
  });

  it("asked nobody for anything, and broke no policy", () => {
    expect(session.wrong).toEqual([]);
  });
});

/** Drops files and folders of the disk as a hand would: the browser gives the page real entries, folders included. */
async function dropOn(page: Page, files: readonly string[]): Promise<void> {
  const box = await page.locator(".drop").boundingBox();
  if (!box) throw new Error("nowhere to drop");
  const at = { x: box.x + box.width / 2, y: box.y + 12 };
  const devtools = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await devtools.send("Input.dispatchDragEvent", { type, ...at, data: { items: [], files: [...files], dragOperationsMask: 1 } });
  }
}
