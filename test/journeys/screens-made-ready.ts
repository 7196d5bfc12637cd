import type { Page } from "playwright-core";
import { endless, hostile, hostileName, officerName } from "./hostile-words.ts";

/** What is done on a screen of the desk before it is looked at: why it is opened is said, forms stand open, and what can be asked for is asked. */

/** Types a stranger's words into every field. */
export async function fillEveryField(page: Page): Promise<void> {
  for (const field of await page.locator("main :is(input[type=text], textarea), aside :is(input[type=text], textarea)").all())
    if (await field.isVisible()) await field.fill(hostile.slice(0, 200));
}

/** Gives the first of the reasons that are offered. */
export async function giveReason(page: Page): Promise<void> {
  await page.locator(".reasons").waitFor();
  await page.keyboard.press("1");
  await page.locator(".reasons").waitFor({ state: "detached" });
}

/** Lays the call that was typed first beside the one that was typed again. */
export async function showBoth(page: Page, other: string): Promise<void> {
  await giveReason(page);
  await page.getByLabel("The other report").fill(other);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What moves where" }).waitFor();
}

/** A sample is drawn, its check stands open, and so does what is handed over for another. */
export async function openSupervision(page: Page): Promise<void> {
  await page.getByRole("complementary", { name: "Work and samples" }).waitFor();
  await page.keyboard.press("d");
  await page.getByLabel("Closed or decided since").waitFor();
  await page.keyboard.press("h");
  await page.getByRole("region", { name: "Hand over for another" }).waitFor();
}

/** An officer is chosen, and what of the looks names no task. */
export async function chooseOfficer(page: Page): Promise<void> {
  await page.keyboard.press("1");
  await page.getByRole("table", { name: "Looks by officer" }).getByRole("button").first().click();
  await page.getByRole("heading", { name: "Looks that name no task" }).waitFor();
}

/** Every activity stands open, and the answer is there. */
export async function openActivities(page: Page): Promise<void> {
  await page.getByText(/^confirmed by/).waitFor();
  for (const one of await page.locator("details.recorded > summary").all()) await one.click();
}

/** What the person would be told of who looked stands open, and the form of a decision. */
export async function showLooks(page: Page): Promise<void> {
  await giveReason(page);
  await page.getByRole("button", { name: "Show what they would be told" }).click();
  await page
    .getByText(/looked/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: /^Decide things/ }).click();
  await page
    .getByRole("button", { name: /^Show its words/ })
    .first()
    .click();
}

/** Says why, counts what would go, and opens the form of a hold. */
export async function openProposal(page: Page): Promise<void> {
  await giveReason(page);
  await page.keyboard.press("d");
  await page.getByRole("table", { name: "What goes" }).waitFor();
  await page.keyboard.press("c");
  await page.keyboard.press("h");
  await page.getByLabel("Why it must stay").waitFor();
}

/** Somebody came to a station elsewhere: what is told there is written, and undecided. */
export async function chooseElsewhere(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Yes, here now" }).check();
  await page.getByRole("group", { name: "In the local police area" }).getByRole("radio", { name: "No", exact: true }).check();
  await page.getByText("Do not send them away.").waitFor();
}

/** A file of duties in every state that the page shows at once, whose words are a stranger’s. */
export async function openHostileDuties(page: Page): Promise<void> {
  const events = [
    { kind: "notified", on: "2025-12-12", station: "elsewhere", names: [hostileName] },
    { kind: "name-used", on: "2025-12-15", name: hostileName, found: "2025-12-20" },
    { kind: "address-changed", on: "2025-12-16", address: endless },
  ];
  const replaces = { kind: "interim", made: "2025-11-23", until: null, events: [{ kind: "served", on: "2025-11-27" }] };
  const order = { kind: "full", made: "2025-12-08", until: null, replaces };
  const text = JSON.stringify({ jurisdiction: "EW", order, events });
  await page.getByLabel("Open a file").setInputFiles({ name: "duties.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("heading", { level: 1, name: /undecided/ }).waitFor();
  await page.getByText("As text, as the command says it").click();
  await page.evaluate(() => scrollTo(0, 0));
}

/** A confirmation with a stranger’s words, and the form of another open beside it. */
export async function writeConfirmation(page: Page): Promise<void> {
  await giveReason(page);
  const open = page.getByRole("button", { name: /^Write a confirmation/ });
  await open.click();
  await page.getByLabel("Which question").selectOption("EW/look-ahead");
  await page.getByLabel("What holds").selectOption("answer");
  await page.getByLabel(/^Days before/).fill("30 90");
  await page.getByLabel(/^What was confirmed/).fill(hostileName);
  await page.getByLabel(/^Who confirmed it/).fill(officerName);
  await page.getByLabel("On which day").fill("2026-11-01");
  await page.getByLabel("Holds from").fill("2026-11-01");
  await page.keyboard.press("Control+Enter");
  await page
    .getByRole("alert")
    .getByText(/longest first/)
    .waitFor();
  await page.getByLabel(/^Days before/).fill("90 30");
  await page.keyboard.press("Control+Enter");
  await page.getByText("90, 30 days before.").waitFor();
  await open.click();
}
