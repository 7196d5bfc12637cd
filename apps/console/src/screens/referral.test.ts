import { type Instant, epoch, instantFromIso } from "@unmask/core";
import { describe, expect, test } from "vitest";
import type { Referral } from "../desk/referral.ts";
import { referralDrawing, referralTable, sayLine } from "./referral-drawing.ts";
import { sayAnswer, sayScope, sayStanding, sayWent, wordsOfEnd, wordsToService } from "./referral-words.ts";

const at = (iso: string): Instant => instantFromIso(iso) ?? epoch;
const now = at("2026-12-08T14:32:00.000Z");
const by = "PC 2215 Tom Lunt";
const scope = [
  { what: "Her name", answer: "yes" },
  { what: "How to reach her", answer: "yes", says: "text only" },
  { what: "Photographs", answer: "no" },
  { what: "Her address", answer: "not-asked" },
] as const;
const bag = (number: number, iso: string) =>
  ({ number: number + 1, happened: at(iso), by, bag: number, what: [], recipient: "age1q", size: 9, sha256: "ab" }) as const;

/** Agreed on Thursday, accepted on Friday, reached on Monday, a second bag, taken back on 8 December. */
const withdrawn: Referral = {
  referral: "RF-1",
  name: "Northshire Advocacy",
  of: "R-2140",
  service: "northshire-advocacy",
  standing: "withdrawn",
  whyNothing: "It was taken back.",
  consents: [
    {
      ...{ number: 2, happened: at("2026-11-19T15:20:00.000Z"), by, scope, until: "2027-01-31" },
      ...{ inHerWords: "Yes.", knowing: "account", asked: by },
    },
  ],
  withdrawals: [{ number: 9, happened: at("2026-12-08T14:10:00.000Z"), by, inHerWords: "No more.", knowing: "record" }],
  things: [
    { ...scope[0], went: [{ bag: 1, happened: at("2026-11-19T15:30:00.000Z") }] },
    {
      ...scope[1],
      went: [
        { bag: 1, happened: at("2026-11-19T15:30:00.000Z") },
        { bag: 2, happened: at("2026-11-30T16:40:00.000Z") },
      ],
    },
    { ...scope[2], went: [] },
    { ...scope[3], went: [] },
  ],
  bags: [bag(1, "2026-11-19T15:30:00.000Z"), bag(2, "2026-11-30T16:40:00.000Z")],
  answer: null,
  answers: [{ number: 4, happened: at("2026-11-20T10:15:00.000Z"), by, answer: "accepted" }],
  contacts: [{ number: 5, happened: at("2026-11-23T11:30:00.000Z"), by, who: "service", channel: "text" }],
  clock: null,
};
const open: Referral = { ...withdrawn, standing: "open", whyNothing: null, withdrawals: [] };

describe("what is said of a referral", () => {
  test("each answer as it was given, a limit in her words, and what nobody asked is no", () => {
    expect(scope.map(sayAnswer)).toEqual(["yes", "yes: text only", "no", "not asked, so no"]);
    expect(sayScope(scope, "2027-01-31")).toBe("Yes to 2 of 4 things. Until Sun 31 Jan 2027.");
  });
  test("what went has each bag and day; what did not says whether it still may", () => {
    expect(withdrawn.things.map((one) => sayWent(one, withdrawn))).toEqual([
      "went Thu 19 Nov 2026, bag 1",
      "went Thu 19 Nov 2026, bag 1; Mon 30 Nov 2026, bag 2",
      "never went",
      "never went",
    ]);
    const waits = { ...scope[0], went: [] };
    expect([sayWent(waits, open), sayWent(waits, withdrawn)]).toEqual(["did not go yet", "never went, and stays here"]);
  });
  test("the person reads what they had and had not, that it cannot be called back, and that it can begin again", () => {
    expect(wordsOfEnd(withdrawn)).toBe(
      "Nothing more goes to Northshire Advocacy. They had: her name; how to reach her. What went cannot be called back. We are asking what they do with it. They did not have: photographs; her address. You can start again at any time, or choose someone else.",
    );
    expect(wordsOfEnd({ ...withdrawn, bags: [], things: withdrawn.things.map((one) => ({ ...one, went: [] })) })).toContain(
      "Nothing had gone to them.",
    );
  });
  test("the service is told that it ended, with no reason and nothing of the person", () => {
    expect(wordsToService(withdrawn)).toBe(
      "RF-1 has ended today. Please do not write or ring on it any more. You have 2 bags from us: tell us what you do with what you hold.",
    );
    expect(wordsToService(withdrawn)).not.toMatch(/No more\.|name|her /);
  });
  test("in the list each says how it stands", () => {
    expect(sayStanding(withdrawn, now)).toBe("taken back 14:10");
    expect(sayStanding(open, now)).toBe("2 bags, until Sun 31 Jan 2027");
  });
});

describe("the line of time", () => {
  test("ends where the consent was taken back, and what is drawn after it is no line", () => {
    const drawing = referralDrawing(withdrawn, now)?.desktop;
    const lines = drawing?.shapes.filter((one) => one.shape === "line") ?? [];
    const hers = lines.find(({ role }) => role === "hers");
    const end = lines.find(({ role }) => role === "mind");
    const rest = lines.find((one) => one.dashed === true);
    expect(hers?.to[0]).toBe(end?.from[0]);
    expect(rest?.from[0]).toBe(hers?.to[0]);
    expect(drawing?.note).toBe("After that there is no line: nothing goes.");
    expect(sayLine(withdrawn)).toBe("2 bags went to Northshire Advocacy; then the consent was taken back");
  });
  test("while it stands it goes to today, dashed to its last day; after that day it ends there", () => {
    const hersOf = (one: Referral, on: Instant) => referralDrawing(one, on)?.desktop.shapes.find(({ role }) => role === "hers");
    const [early, late] = [hersOf(open, now), hersOf(open, at("2027-01-05T10:00:00.000Z"))];
    if (early?.shape !== "line" || late?.shape !== "line") throw new Error("there is a line");
    expect(late.to[0]).toBeGreaterThan(early.to[0]);
    expect(sayLine({ ...open, standing: "ended" })).toBe("2 bags went to Northshire Advocacy; the consent ended with Sun 31 Jan 2027");
  });
  test("labels lie on no other and inside the picture, however many fall on near days", () => {
    const many: Referral = {
      ...open,
      contacts: Array.from({ length: 24 }, (_, i) => ({
        ...{ number: 20 + i, happened: at(`2026-12-${String(1 + (i % 7)).padStart(2, "0")}T1${i % 10}:00:00.000Z`), by },
        ...{ who: "service" as const, channel: "call" },
      })),
    };
    const drawn = referralDrawing(many, now);
    if (drawn === undefined) throw new Error("there is a line");
    for (const drawing of [drawn.phone, drawn.desktop]) {
      const texts = drawing.shapes.filter((one) => one.shape === "text");
      const places = texts.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`);
      expect(new Set(places).size).toBe(places.length);
      for (const { y } of texts) expect(y > 0 && y < drawing.height).toBe(true);
    }
  });
  test("the table has the same days, each once, with everything of that day", () => {
    expect(referralTable(withdrawn).rows).toEqual([
      ["Thu 19 Nov 2026", "consent, bag 1"],
      ["Fri 20 Nov 2026", "accepted"],
      ["Mon 23 Nov 2026", "first contact"],
      ["Mon 30 Nov 2026", "bag 2"],
      ["Tue 8 Dec 2026", "taken back"],
    ]);
  });
});
