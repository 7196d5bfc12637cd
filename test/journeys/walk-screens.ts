import type { Page } from "playwright-core";
import * as steps from "./steps.ts";

/** The ways past every screen, for whoever looks at each: by what a person can read there, whatever stands behind it. */

/** Looks at the screen at hand, which is called so. */
export type Seen = (screen: string) => Promise<void>;

/** Every screen of the first page, about herself and about somebody, with answers and without. */
export async function walkFirstPage(page: Page, seen: Seen): Promise<void> {
  await steps.seeHeading(page, "Is anyone in danger now?");
  await steps.press(page, "Begin");
  await seen("leaving");
  await steps.press(page, "Go on to the questions");
  await page.getByLabel("Yes").check();
  await seen("first question");
  await steps.press(page, "Next");
  await seen("questions wait");
  await steps.press(page, "Go on with the questions");
  await steps.press(page, "Not sure");
  await steps.press(page, "Skip");
  await page.getByLabel("Following you").check();
  await page.getByLabel("Turning up where you are").check();
  await seen("question with many answers");
  await steps.press(page, "Next");
  await page.getByLabel("Most days").check();
  await steps.press(page, "Next");
  for (let question = 6; question < 12; question++) await steps.press(page, "Skip");
  await page.getByLabel("I sleep badly").check();
  await page.getByLabel("Your words").fill("I take the long way home. ".repeat(8));
  await seen("question with words");
  await steps.press(page, "Next");
  await steps.seeHeading(page, "What you describe fits the signs of stalking.");
  await seen("result");
  await steps.press(page, "Throw these answers away.");
  await seen("thrown away");
  await steps.press(page, "Go to the beginning");
  await steps.press(page, "For somebody I worry about");
  await seen("for somebody");
  await steps.press(page, "Begin");
  await steps.seeHeading(page, "Is anybody in danger right now?");
  for (let question = 1; question < 4; question++) await steps.press(page, "Skip");
  await page.getByLabel("Following them").check();
  await page.getByRole("radio", { name: "I saw it" }).check();
  await seen("question about somebody");
  for (let question = 4; question <= 12; question++) await steps.press(page, "Next");
  await seen("result about somebody");
}

/** Every screen from the first one to the files that are made of the sample case, and to the empty page. `tableSeen` looks at each finding and its table. */
export async function walkApp(
  page: Page,
  { seen, tableSeen }: { readonly seen: Seen; readonly tableSeen: () => Promise<void> },
): Promise<void> {
  const expected = steps.readExpected();
  await steps.seeHeading(page, "Is anyone in danger now?");
  await seen("welcome");
  await steps.askForHelp(page);
  await seen("help");
  await page.goBack();
  await steps.press(page, "Remove them");
  await seen("remove");
  await page.goBack();
  await steps.goToFiles(page);
  await steps.press(page, "Go on");
  await seen("no files");
  await steps.chooseFolder(page);
  await page.getByText("How to get these files").click();
  await seen("files");
  await steps.press(page, "Go on");
  await seen("zone");
  await steps.press(page, "Read my files");
  await page.getByRole("heading", { level: 1, name: /to look at/ }).waitFor();
  await page.getByText("File by file").click();
  await seen("what was read");
  await steps.press(page, "Say who is who");
  await steps.press(page, "Go on");
  await page.getByText(/^Nobody is you yet/).waitFor();
  await seen("nobody chosen");
  await page.goBack();
  await steps.chooseWho(page, expected);
  const stop = page.getByRole("group", { name: /told them to stop/ });
  await stop.getByLabel(/^Day/).fill("31");
  await stop.getByLabel("Month").fill("2");
  await stop.getByLabel("Year").fill("2025");
  await steps.press(page, "Show the timeline");
  await seen("a day that does not exist");
  await steps.enterDays(page, expected);
  await steps.press(page, "Show the timeline");
  await page.locator(".act").first().waitFor();
  await seen("timeline");
  await page.getByRole("radio", { name: "Table" }).check();
  await seen("timeline as a table");
  await steps.press(page, /^See the pattern/);
  await page.getByText("How this was worked out").click();
  await page.getByText("What could change it").click();
  await seen("finding");
  await page.getByRole("radio", { name: "Table" }).check();
  await seen("finding as a table");
  await page.getByRole("button", { name: /^See the/ }).click();
  await page.locator(".act").first().waitFor();
  await seen("acts of a finding");
  await page.goBack();
  for (let finding = 2; finding <= 8; finding++) {
    await steps.press(page, "Next finding");
    await page.getByText(new RegExp(`^Finding ${finding} of`)).waitFor();
    if (finding < 8) await tableSeen();
  }
  await page.getByText(/^Finding 8 of/).waitFor();
  await seen("finding by night");
  for (let finding = 8; ; finding++) {
    await page.getByText(new RegExp(`^Finding ${finding} of`)).waitFor();
    await tableSeen();
    const next = page.getByRole("button", { name: "Next finding" });
    if (!(await next.isVisible())) break;
    await next.click();
  }
  await steps.press(page, "Go on to the report");
  await page.getByText("Hold files back").click();
  await seen("report");
  await steps.press(page, "Make it");
  await steps.seeHeading(page, "Making it");
  await steps.press(page, "Stop");
  await page.getByRole("alert").getByText("Stopped. Nothing was left half made.").waitFor();
  await seen("stopped");
  await steps.press(page, "Make it");
  await steps.seeHeading(page, "Save these four files");
  await seen("saved");
  await page.getByRole("link", { name: "Leave quickly" }).click();
  await page.waitForURL("**/notes/");
  await seen("empty notes");
}
