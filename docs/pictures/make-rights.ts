import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { Role } from "@unmask/case";
import { msPerDay } from "@unmask/core";
import { readClock } from "@unmask/fittings-node";
import { enterDesk, startForce } from "../../test/journeys/force-stage.ts";
import { laySheet } from "./lay-sheet.ts";
import { fills, inTurn, lookAt, sees, withoutNetwork, writes } from "./look.ts";

/**
 * Draws what a person asks about themselves, as a force's desk shows it, from an invented case: `npx tsx docs/pictures/make-rights.ts` after a build.
 */

/** A reader on a slow line sees it too. Bytes. */
const largest = 900_000;

const reason = { code: "contact", words: "" };
const at = "/cases/0001/rights";

async function makeRights(): Promise<void> {
  const stage = await startForce("Northshire Police");
  try {
    const windowOf = async (name: string, role: Role): Promise<Page> => {
      const { page } = await stage.openDesk({ name, role });
      await enterDesk(page);
      return page;
    };
    const cath = await windowOf("Sgt 1180 Cath Wren", "supervisor");
    const gwen = await windowOf("Insp Gwen Halloran", "supervisor");
    const tom = await windowOf("DC 5120 Tom Hale", "investigator");
    const owen = await windowOf("Owen Parry", "spo-coordinator");
    const report = await beginCase(cath, gwen);
    const shots = [await lookAt("Empty: nobody has asked", { page: cath, at })];
    await seed(cath, report);
    const away = fills("c e", [["Who took it back", "She rang: the solicitor writes instead."]]);
    shots.push(
      await lookAt("The screen: half decided, and who looked", { page: cath, at, look: "wide", act: whoLooked }),
      await lookAt("No self-approval, and waiting for another: the button says why", {
        page: cath,
        at,
        act: sees(/^You decided a part of it/),
      }),
      await lookAt("Refused by the rule: another’s name stands in it", {
        page: cath,
        at,
        act: inTurn(
          fills("c d", [
            ["What becomes of them", "goes whole"],
            ["fact", " "],
            ["Why, in your words", "It is hers."],
          ]),
          writes(/The name of another person/),
        ),
      }),
      await lookAt("A field is missing: said above the buttons, nothing is sent", {
        ...{ page: cath, at, act: inTurn(fills("c i", []), writes(/^Not answered/)) },
      }),
      await lookAt("Two people saved: what was typed stays", {
        page: cath,
        at,
        act: inTurn(
          away,
          () => decide(gwen, "fact", { decision: "withhold", told: false, words: "Of a man who was seen." }),
          writes(/Not saved yet/),
        ),
      }),
      await lookAt("No network at the saving: what was typed stays", {
        ...{ page: cath, at, act: inTurn(away, withoutNetwork, writes(/No connection since/)) },
      }),
      await lookAt("On a phone: waiting for a second person", { page: cath, at, look: "phone" }),
      await lookAt("320 px wide, the form", { page: cath, at, look: "narrow", act: fills("c d", []) }),
    );
    const third = await windowOf("Insp Ruth Vane", "supervisor");
    await putOn(cath, third);
    shots.push(
      await lookAt("The second person reads it", { page: third, at, act: fills("c y", []) }),
      await lookAt("Refused, need to know: nothing is shown, not even a name; logged", { page: tom, at, opens: "refused" }),
      await lookAt("Refused by role; logged", { page: owen, at, opens: "refused" }),
      await lookAt("It is being opened", { page: cath, at, opens: "waits" }),
      await lookAt("No network at the opening", { page: cath, at, opens: "no network" }),
    );
    await write(third, "rights/read", { request: "SA-1", of: (await held(third)).requests[0]?.newest, agrees: true });
    shots.push(await lookAt("It may go: two people agreed", { page: cath, at, look: "night", act: sees(/^Hand out the answer/) }));
    await write(cath, "rights/end", { request: "SA-1", words: "She rang: the solicitor writes instead." });
    shots.push(await lookAt("Taken back", { page: cath, at }));
    const answerBy = { day: day(-2), says: "Our data protection officer, by mail" };
    await write(cath, "rights/ask", { who: "Leila Ashworth", is: ["leila"], says: "All of it.", received: day(-40), answerBy });
    shots.push(
      await lookAt("Clock: late, with the day and who said it", { page: cath, at }),
      await lookAt("On a phone by night: late", { page: cath, at, look: "phone by night" }),
    );
    const never = [
      "opened anyway. A life at risk opens a case to read; an answer to a person is no part of that.",
      "a refusal with a section. Which grounds and days the law names is not confirmed here: the screen says so beside each.",
    ];
    const png = await laySheet(cath.context(), { title: "What a person asks about themselves", shots, never });
    if (png.length > largest) throw new Error(`subject-access.png has ${png.length} bytes: it is to have ${largest} at most`);
    writeFileSync(fileURLToPath(new URL("subject-access.png", import.meta.url)), png);
  } finally {
    await stage.end();
  }
}

async function whoLooked(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Show what they would be told" }).click();
  await page
    .locator(".side li", { hasText: /supervisor/ })
    .first()
    .waitFor();
}

const day = (days: number): string => new Date(readClock() + days * msPerDay).toISOString().slice(0, 10);

interface Held {
  readonly saw: number;
  readonly held: readonly { readonly of: string; readonly kind: string }[];
  readonly requests: readonly { readonly newest: number }[];
}

const held = (page: Page): Promise<Held> => ask<Held>(page, "cases/0001/rights");

async function write(page: Page, path: string, body: object): Promise<void> {
  const { saw } = await held(page);
  await ask(page, `cases/0001/${path}`, { ...body, saw, reason });
}

/** Decides of everything of a kind. */
async function decide(page: Page, kind: string, body: object): Promise<void> {
  const { held: things } = await held(page);
  await write(page, "rights/decide", {
    request: "SA-1",
    of: things.filter((one) => one.kind.startsWith(kind)).map(({ of }) => of),
    ...body,
  });
}

async function putOn(cath: Page, other: Page): Promise<void> {
  const { officer } = await ask<{ officer: { id: string } }>(other, "me");
  await ask(cath, "cases/0001/members", { officer: officer.id, reason });
}

/** A report that was told at the front desk, and its case, on which two supervisors are. */
async function beginCase(cath: Page, gwen: Page): Promise<string> {
  const told = [{ says: "He waits at the corner every evening." }, { says: "On Friday he had my new number." }];
  const who = { reporter: "self", about: "adult", name: "Leila Ashworth" };
  const form = "0a".repeat(16);
  const { report } = await ask<{ report: string }>(cath, "reports", { form, door: "desk", who, danger: "no", questions: [], told, reason });
  await ask(cath, `reports/${report}/case`, { reason });
  await putOn(cath, gwen);
  return report;
}

/** A request that is half decided. */
async function seed(page: Page, report: string): Promise<void> {
  await write(page, "people/add", { person: "leila", role: "protected", knowing: "record", name: "Leila Ashworth" });
  await write(page, "people/add", { person: "joanna", role: "witness", knowing: "record", name: "Joanna Pryce" });
  await write(page, "facts", { says: "999 log 0061: Joanna Pryce saw a man from behind.", source: "control room" });
  await write(page, "accounts", { says: "Joanna Pryce heard the bell twice.", source: "Joanna Pryce, by telephone" });
  const answerBy = { day: day(20), says: "Our data protection officer, by mail" };
  const is = ["leila", `${report}/reporter`];
  await write(page, "rights/ask", {
    who: "Leila Ashworth",
    is,
    says: "Everything you hold about me, and who looked.",
    received: day(-5),
    answerBy,
  });
  await write(page, "rights/identity", { request: "SA-1", shown: true, how: "Passport seen at the front counter." });
  await decide(page, "report", { decision: "give", words: "Her own words." });
  const withheld = { decision: "withhold", told: true, ground: "It would tell of another person.", words: "A neighbour is named." };
  await decide(page, "account", withheld);
  await write(page, "rights/tell-looks", {
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
