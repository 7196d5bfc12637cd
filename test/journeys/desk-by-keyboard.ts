import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { msPerDay } from "@unmask/core";
import { pressOn, tabTo, typeInto } from "./by-keyboard.ts";
import { type HostileDesk, now } from "./hostile-desk.ts";
import { hostile, hostileName } from "./hostile-words.ts";
import { faultsOf } from "./screen-faults.ts";
import { giveReason } from "./screens-made-ready.ts";
import { unsaidOn } from "./unsaid-on-screen.ts";

/** The tests of what is written at the desk with the keyboard alone; each goes on where the one before ended. */
export function testByKeyboard(desk: () => HostileDesk): void {
  describe("an order on a phone, with the keyboard alone", () => {
    it("is told at a station elsewhere after its period, which is written and not met, and nobody is sent away", async () => {
      const { page, wrong } = desk().supervisor;
      await onPhone(page, `/attendance/${desk().made.order}`, async () => {
        await tabTo(page, "Yes, here now");
        await page.keyboard.press("Space");
        await typeInto(page, "Station", "Westmere Central");
        await tabTo(page, "Yes");
        await page.keyboard.press("ArrowRight");
        await page.getByText("Do not send them away.").waitFor();
        await typeInto(page, "Name 1", hostileName);
        await tabTo(page, "Yes, they say");
        await page.keyboard.press("Space");
        await typeInto(page, /^In their words/, hostile);
        await page.getByText("Late, and not met:").waitFor();
        await page.keyboard.press("Control+Enter");
        await page.getByRole("heading", { name: "It is written" }).waitFor();
        // Its paper was asked for with it, and is made.
        await page.getByText("Whoever came must get one: s10(4).").waitFor();
        await page.getByRole("heading", { name: "What became of it?" }).waitFor();
        expect([...(await unsaidOn(page)), ...(await faultsOf(page, "attendance written"))]).toEqual([]);
      });
      expect(wrong.splice(0)).toEqual([]);
    });

    it("s8: is broken only possibly, one step a page, and the decision is closed until somebody was asked", async () => {
      const { page, wrong } = desk().supervisor;
      await onPhone(page, `/orders/${desk().made.order}/breach`, async () => {
        await giveReason(page);
        await pressOn(page, "Open a possible breach");
        await page.keyboard.press("ArrowDown");
        await typeInto(page, /^What happened/, hostile);
        await page.getByLabel("On which day").fill(new Date(now() - msPerDay).toISOString().slice(0, 10));
        await page.keyboard.press("Control+Enter");
        await page.getByText("Possible breach of condition 1 — reasonable excuse not assessed").waitFor();
        await page.getByRole("heading", { name: /^2 Evidence/ }).waitFor();
        for (const title of [/^3 Served or known/, /^4 Reasonable excuse/, /^5 Decision/]) {
          await pressOn(page, /^Next: /);
          await page.getByRole("heading", { name: title }).waitFor();
          expect(await page.getByRole("heading", { level: 2, name: /^[1-6] / }).count()).toBe(1);
        }
        await page.getByText(/A reasonable excuse was asked of nobody\./).waitFor();
      });
      expect(wrong.splice(0)).toEqual([]);
    });
  });

  describe("a person who asks about themselves, with the keyboard alone", () => {
    it("is told what keeps the answer back, and that who decided a part of it does not agree to it", async () => {
      const { page, wrong } = desk().supervisor;
      await page.goto(new URL("/cases/0001/rights", page.url()).href);
      await giveReason(page);
      await page.getByText("late: ").waitFor();
      await page.getByText("You decided a part of it, so somebody else must read it").waitFor();
      expect(await page.getByRole("button", { name: "Hand out the answer" }).getAttribute("aria-disabled")).toBe("true");
      await pressOn(page, /^It was taken back/);
      await typeInto(page, /^Who took it back/, hostile);
      await page.keyboard.press("Control+Enter");
      await page.getByText("Taken back", { exact: true }).waitFor();
      expect(await faultsOf(page, "rights taken back")).toEqual([]);
      expect(wrong.splice(0)).toEqual([]);
    });
  });
}

/** A page on a phone; afterwards the window is a desk's again. */
async function onPhone(page: Page, at: string, use: () => Promise<void>): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(new URL(at, page.url()).href);
  await page.locator("main h1").waitFor();
  await use();
  await page.setViewportSize({ width: 1_440, height: 900 });
}
