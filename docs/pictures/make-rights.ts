import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { msPerDay } from "@unmask/core";
import { readClock } from "@unmask/fittings-node";
import { enterDesk, startForce } from "../../test/journeys/force-stage.ts";

/**
 * Draws what a person asks about themselves, as a force's desk shows it, from an invented case: `npx tsx docs/pictures/make-rights.ts` after a build.
 */

/** A reader on a slow line sees it too. Bytes. */
const largest = 250_000;

const reason = { code: "contact", words: "" };

async function makeRights(): Promise<void> {
  const path = fileURLToPath(new URL("subject-access.png", import.meta.url));
  const stage = await startForce("Northshire Police");
  try {
    const { page } = await stage.openDesk({ name: "Sgt 1180 Cath Wren", role: "supervisor" });
    await enterDesk(page);
    await seed(page);
    await page.goto(new URL("/cases/0001/rights", page.url()).href);
    await page.locator(".reasons").waitFor();
    await page.keyboard.press("1");
    await page.getByRole("button", { name: "Show what they would be told" }).click();
    await page
      .getByText(/looked/)
      .first()
      .waitFor();
    await page.screenshot({ path });
  } finally {
    await stage.end();
  }
  const { size } = await stat(path);
  if (size > largest) throw new Error(`subject-access.png has ${size} bytes: it is to have ${largest} at most`);
}

/** A report that was told at the front desk, its case, and a request that is half decided. */
async function seed(page: Page): Promise<void> {
  const told = [{ says: "He waits at the corner every evening." }, { says: "On Friday he had my new number." }];
  const who = { reporter: "self", about: "adult", name: "Leila Ashworth" };
  const form = "0a".repeat(16);
  const { report } = await ask<{ report: string }>(page, "reports", { form, door: "desk", who, danger: "no", questions: [], told, reason });
  await ask(page, `reports/${report}/case`, { reason });
  const write = async (path: string, body: object): Promise<void> => {
    const { saw } = await ask<{ saw: number }>(page, "cases/0001/rights");
    await ask(page, `cases/0001/${path}`, { ...body, saw, reason });
  };
  await write("people/add", { person: "leila", role: "protected", knowing: "record", name: "Leila Ashworth" });
  await write("facts", { says: "999 log 0061: a man was seen from behind.", source: "control room" });
  await write("accounts", { says: "Joanna Pryce heard the bell twice.", source: "Joanna Pryce, by telephone" });
  const day = (days: number): string => new Date(readClock() + days * msPerDay).toISOString().slice(0, 10);
  const answerBy = { day: day(20), says: "Our data protection officer, by mail" };
  const is = ["leila", `${report}/reporter`];
  await write("rights/ask", {
    who: "Leila Ashworth",
    is,
    says: "Everything you hold about me, and who looked.",
    received: day(-5),
    answerBy,
  });
  await write("rights/identity", { request: "SA-1", shown: true, how: "Passport seen at the front counter." });
  const { held } = await ask<{ held: { of: string; kind: string }[] }>(page, "cases/0001/rights");
  const own = held.filter(({ kind }) => kind.startsWith("report")).map(({ of }) => of);
  const other = held.filter(({ kind }) => kind.startsWith("account")).map(({ of }) => of);
  await write("rights/decide", { request: "SA-1", of: own, decision: "give", words: "Her own words." });
  const withheld = { decision: "withhold", told: true, ground: "It would tell of another person.", words: "A neighbour is named." };
  await write("rights/decide", { request: "SA-1", of: other, ...withheld });
  await write("rights/tell-looks", {
    request: "SA-1",
    tells: true,
    names: false,
    words: "Nothing in it helps anybody to find an officer.",
  });
}

async function ask<T>(page: Page, path: string, body?: object): Promise<T> {
  const { status, text } = await page.evaluate(
    async ([to, sent, given]) => {
      const headers = { "x-unmask-desk": "1", "content-type": "application/json", "x-unmask-reason": encodeURIComponent(given ?? "") };
      const answer = await fetch(`/desk/${to}`, sent === null ? { headers } : { method: "POST", headers, body: sent ?? "" });
      return { status: answer.status, text: await answer.text() };
    },
    [path, body === undefined ? null : JSON.stringify(body), JSON.stringify(reason)] as const,
  );
  if (status >= 400) throw new Error(`${path}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

void makeRights();
