import { type Contact, type Instant, type Zone, parseCover, parseZone } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { type ContactSheet, contactDocument } from "./contact-document.ts";
import { drawHours, sayHours } from "./contact-hours.ts";

const zone = londonZone();

function londonZone(): Zone {
  const london = parseZone("Europe/London");
  if (!london) throw new Error("no zone");
  return london;
}

function contactOf(fields: object): Contact {
  const read = parseCover(JSON.stringify({ version: 1, contact: { filledIn: "2026-10-04T20:36", ...fields } }));
  if (!read.ok || !read.value.contact) throw new Error(read.ok ? "no contact" : read.error);
  return read.value.contact;
}

interface PrintedRun {
  readonly run: { readonly words: string };
}

interface Printed {
  readonly first: readonly PrintedRun[];
  readonly code: readonly PrintedRun[];
  readonly rows: readonly { readonly head: string; readonly runs: readonly PrintedRun[] }[];
  readonly hours: { readonly alt: string; readonly svg: string; readonly labels: readonly { readonly text: string }[] } | null;
  readonly hoursInWords: string | null;
}

function printed(fields: object, sheet: Partial<ContactSheet> = {}): Printed {
  const madeAt = Date.UTC(2026, 9, 4, 19, 40) as Instant;
  const whole = { contact: contactOf(fields), me: { label: "Nadia Khan" }, them: { label: "Gary Slade" }, zone, madeAt, ...sheet };
  const data = contactDocument(whole, { engine: "pdf-a" }).files.find(({ path }) => path === "/data.json");
  return JSON.parse(new TextDecoder().decode(data?.bytes)) as Printed;
}

const say = (runs: readonly PrintedRun[]): string => runs.map(({ run }) => run.words).join("");
const row = ({ rows }: Printed, head: string): string => say(rows.find((one) => one.head === head)?.runs ?? []);

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const office = { is: "safe", weekdays, from: "09:00", until: "16:00" };
const reach = { by: "text", at: "07700 900412" };

describe("the first sentence is the whole sheet", () => {
  test.each([
    [
      { reach, hours: [office], firstWords: { says: "Your books are in." } },
      "Text 07700 900412, Monday to Friday between 09:00 and 16:00. Begin with: “Your books are in.”",
    ],
    [
      {
        reach: { by: "call", at: "07700 900412" },
        hours: [
          { is: "safe", weekdays: ["saturday"], from: "22:00", until: "02:00" },
          { is: "safe", weekdays: ["monday"], from: "00:00", until: "24:00" },
        ],
        firstWords: "none",
      },
      "Call 07700 900412, Monday at any hour, Saturday between 22:00 and 24:00, Sunday between 00:00 and 02:00. No words to begin with are agreed.",
    ],
    [
      { reach, hours: [{ ...office, weekdays: [...weekdays, "saturday", "sunday"] }], firstWords: "not known" },
      "Text 07700 900412, every day between 09:00 and 16:00. Which words to begin with is not known.",
    ],
    [
      { reach, hours: ["monday", "wednesday", "friday", "sunday"].map((day) => ({ ...office, weekdays: [day] })) },
      "Text 07700 900412, in the hours that are black below. Which words to begin with: not asked.",
    ],
    [
      { reach, hours: [{ ...office, is: "never" }] },
      "Text 07700 900412. Which hours are safe: not asked. Never in those that are hatched below. Which words to begin with: not asked.",
    ],
    [{ reach, hours: "not known" }, "Text 07700 900412. Which hours are safe is not known. Which words to begin with: not asked."],
    [
      { reach: "none", hours: "none", firstWords: "none" },
      "There is no safe way to reach Nadia Khan. No hour is safe. No words to begin with are agreed.",
    ],
    [
      { why: { says: "He reads it all" } },
      "By which way Nadia Khan can be reached: not asked. Which hours are safe: not asked. Which words to begin with: not asked.",
    ],
    [
      { hours: [office] },
      "By which way Nadia Khan can be reached: not asked. Monday to Friday between 09:00 and 16:00. Which words to begin with: not asked.",
    ],
  ])("%#", (fields, sentence) => {
    expect(say(printed(fields).first)).toBe(sentence);
  });
});

test("the code words stand both ways, and what else is said means stop", () => {
  const code = (codeWords?: unknown): string => say(printed({ reach, ...(codeWords === undefined ? {} : { codeWords }) }).code);
  expect(code({ safe: "Which branch?", stop: "I never read." })).toBe(
    "Nadia Khan answers “Which branch?” if it is safe, “I never read.” if it is not. Anything else, or nothing: stop, try next day.",
  );
  expect(code()).toBe("Which words are the answer when it is safe: not asked.");
  expect(code("none")).toBe("No words are agreed that say that it is safe.");
});

test("not asked, not known and none are said apart in every row", () => {
  const [unasked, none, unknown] = [undefined, "none", "not known"].map((answer) =>
    printed({
      reach,
      ...(answer === undefined ? {} : { never: answer, why: answer, wrongVoice: answer, instead: answer, emergency: answer, hear: answer }),
    }),
  );
  if (!unasked || !none || !unknown) throw new Error("three sheets");
  for (const { head } of unasked.rows.filter((one) => !["To speak", "Until"].includes(one.head))) {
    expect(row(unasked, head).toLowerCase()).toContain("not asked.");
    expect(row(none, head).toLowerCase()).toContain("none.");
    expect(row(unknown, head).toLowerCase()).toContain("not known.");
  }
});

test("what is asked about speaking is said, and what is not is named", () => {
  const speak = { language: { says: "English" }, officer: { says: "a woman, if there is one" }, interpreter: "none" };
  expect(row(printed({ reach, speak }), "To speak")).toBe(
    "English. Officer: a woman, if there is one. Interpreter: none. Not asked: hearing.",
  );
});

test("a sheet that has run out says so before anything of it is used", () => {
  expect(row(printed({ reach, until: "2026-10-04" }), "Until")).toBe(
    "Sunday 4 October 2026; then ask again, by this way and in these hours.",
  );
  expect(row(printed({ reach, until: "2026-10-03" }), "Until")).toBe(
    "Saturday 3 October 2026: that day is past. Ask again before anything here is used.",
  );
});

test("hours nobody knows are not drawn; no safe hour is a week of never; not asked is white", () => {
  expect(printed({ reach, hours: "not known" }).hours).toBeNull();
  expect(printed({ reach, hours: "none" }).hours?.alt).toBe("Never: every day at any hour.");
  expect(printed({ reach }).hours?.labels.at(-1)?.text).toBe("white: not asked, so do not");
});

test("the drawing says its hours in words, and where two are too near to be written above it, they are printed", () => {
  const near = [office, { ...office, from: "16:30", until: "17:00" }];
  expect(printed({ reach, hours: [office] }).hoursInWords).toBeNull();
  expect(printed({ reach, hours: near }).hoursInWords).toBe(
    "Safe: Monday to Friday between 09:00 and 16:00 and between 16:30 and 17:00. Every other hour was not asked about, so do not.",
  );
});

test("no label of the hours touches another, whatever the hours are", () => {
  for (let from = 0; from < 1_440; from += 35)
    for (const length of [5, 60, 400, 900]) {
      const until = Math.min(1_440, from + length);
      const { drawing } = drawHours(Array.from({ length: 7 }, () => [{ is: "safe", from, until }]));
      const above = drawing.shapes.flatMap((shape) => (shape.shape === "text" && shape.y < 20 ? [shape.x] : [])).sort((a, b) => a - b);
      expect(above.every((x, i) => i === 0 || x - (above[i - 1] ?? 0) > 27)).toBe(true);
      expect(sayHours(Array.from({ length: 7 }, () => []))).toBe("Every other hour was not asked about, so do not.");
      const under = drawing.shapes.flatMap((shape) => (shape.shape === "text" && shape.y > 150 ? [shape.x] : []));
      expect(Math.abs((under[0] ?? 0) - (under[1] ?? 0))).toBeGreaterThan(87);
    }
});
