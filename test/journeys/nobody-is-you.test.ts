import { afterAll, beforeAll, expect, it } from "vitest";
import type { Session } from "./browser.ts";
import { setStage } from "./stage.ts";
import * as steps from "./steps.ts";

const expected = steps.readExpected();
const stage = setStage();
const warning = /^Nobody is you yet/;
let session: Session;

beforeAll(async () => {
  session = await stage.open();
});
afterAll(() => session.context.close());

it("says that nobody is her yet, and not how much she sent, until she has said which name is hers", async () => {
  const { page } = session;
  await steps.walkToTimeline(page, { ...expected, statement: { ...expected.statement, me: [] } });
  await page.getByText(warning).waitFor();
  const kicker = page.locator(".kicker");
  const numbers = ((await kicker.innerText()).match(/[\d,]+(?= )/g) ?? []).map((text) => Number(text.replaceAll(",", "")));
  expect(numbers[0]).toBe(expected.acts);
  expect(numbers.slice(1).reduce((sum, count) => sum + count, 0)).toBe(expected.acts);
  expect(await kicker.innerText()).toMatch(/at least \d+ yours to them/);
  expect(await page.locator("figure svg").getAttribute("aria-label")).toContain("What you did is not known.");

  await steps.press(page, /^See the pattern/);
  await page.getByText(/^Finding 1 of/).waitFor();
  expect(await page.locator("h1").innerText()).toContain("; what you sent is not known.");
  await steps.press(page, "Go straight to the report");
  await page.getByText(warning).waitFor();

  await steps.press(page, "Say which names and numbers are you");
  await steps.seeHeading(page, "Who is who?");
  await page.getByText(warning).waitFor();
  const [name = ""] = expected.statement.me;
  // Her name, and the address under which mail goes to her.
  const rows = page.getByRole("group").filter({ hasText: name });
  for (const row of await rows.all()) await row.getByRole("radio", { name: "Me", exact: true }).check();
  await page.getByText(warning).waitFor({ state: "detached" });
  await steps.press(page, "Go on");
  await steps.press(page, "Show the timeline");
  await page.getByText(`${expected.hers} yours to them`).waitFor();
  expect(await page.getByText(warning).count()).toBe(0);
  await steps.press(page, /^See the pattern/);
  await page.getByText(/^Finding 1 of/).waitFor();
  expect(await page.locator("h1").innerText()).toMatch(/; you sent [\d,]+\./);
  expect(session.wrong).toEqual([]);
});
