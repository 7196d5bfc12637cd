import { plainWords, wordsOfPaper } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleAcknowledgement as sample } from "../../../../test/report/sample-papers.ts";
import { type AcknowledgementSource, acknowledgementOf } from "./acknowledgement-sheet.ts";

const saidBy = (change: Partial<AcknowledgementSource> = {}): string =>
  wordsOfPaper(acknowledgementOf({ ...sample, ...change }).paper).join("\n");

test("s10(4): the paper says what was said, and that the directed form is not known", () => {
  const { paper } = acknowledgementOf(sample);
  const [given, came] = paper.blocks.flatMap((one) => (one.block === "text" ? [plainWords(one.words)] : []));
  expect(given).toBe(
    "Given under s10(4) of the Stalking Protection Act 2019. The form that is directed is not known to this program. The wording here is the force’s own: Northshire 1, of 1 September 2026; its confirmation: open.",
  );
  expect(came).toBe(
    "Gary Slade came in person to Tarn Road police station on Monday 2 November 2026 at 17:52 and gave oral notification to PC 3310 Ruth Amadi.",
  );
  expect(saidBy()).toContain("Every other name you use\nGaz Slade. You said that there is no other.");
});

test("s9(2): the name by which the order calls them is no other name, though it was told with the others", () => {
  expect(saidBy({ names: ["Gary Slade", "Gaz Slade"] })).toContain("Every other name you use\nGaz Slade. You said that there is no other.");
  expect(saidBy({ names: ["Gary Slade"] })).toContain("Every other name you use\nNone was said. You said that there is no other.");
});

test("s9(1): the days of the first period are told by their dates, over a month’s end", () => {
  expect(saidBy()).toContain("Saturday 31 October 2026, so 3 days: 31 October, 1 November and 2 November");
});

test("s9(1): what came after the period is told by two dates and by no other word", () => {
  const text = saidBy({ day: "2026-11-04", receipts: [{ notice: "first", period: { within: false, last: "2026-11-02" } }] });
  expect(text).toContain("first notice, s9(1), received on 4 November 2026; that period ended on 2 November 2026");
  expect(text).not.toMatch(/\blate\b|overdue|missed|offence committed/i);
});

test("s10(1): without a person’s coming nothing says that it is a notification, and what is not settled is said to be an officer’s to decide", () => {
  expect(saidBy({ inPerson: false })).toContain("Gary Slade did not come in person.");
  expect(saidBy({ receipts: [{ notice: "first", period: { unsettled: true } }] })).toContain(
    "first notice, s9(1), whether it counts is for an officer to decide",
  );
});

test("s9(2)(b): without a home address the place where somebody is found stands there, else that neither was given", () => {
  const { address, ...homeless } = sample;
  expect(address).toBeDefined();
  expect(wordsOfPaper(acknowledgementOf({ ...homeless, regularlyFound: "The shelter, Dock Road" }).paper).join("\n")).toContain(
    "Home address, s9(2)(b)\nnot given\nOr place regularly found\nThe shelter, Dock Road",
  );
});

test("nobody whom the order protects is on the paper, not even where it was said", () => {
  const text = saidBy({ names: ["Gary Slade", "Gaz Slade", "Nadia Khan"], regularlyFound: "by NADIA  KHAN, 12 Mill Lane" });
  expect(text).not.toMatch(/nadia|khan|mill lane/i);
});

test("s10(5): what was not asked for, and what was refused, is said", () => {
  expect(saidBy({ identity: "refused" })).toContain("Identity, s10(5)\nasked for, and not given.");
  expect(saidBy({ identity: "not-asked", allNames: "no", names: [] })).toContain(
    "None was said. You said that there is another, which you did not name.",
  );
});

const hers = ["31 Heron Row, Ludworth, NS7 4QQ", "07700 900844"];

test("how she is reached is not printed wherever it was typed, nor beside what he notified as his own, and whoever gives the paper is told so", () => {
  const typed = { toWhom: "PC Hal, told 31 Heron Row and 07700 900844", address: "33 Heron Row, beside Nadia Khan at 31 Heron Row" };
  const { paper, toLook } = acknowledgementOf({ ...sample, ...typed, reached: hers });
  const text = wordsOfPaper(paper).join("\n");
  expect(text).not.toMatch(/31 Heron|900844|Nadia/);
  expect(text).toContain("33 Heron Row, beside");
  expect(toLook[0]).toMatch(/^In \d places of the paper words are covered/);
  expect(toLook.join("\n")).not.toMatch(/31 Heron|900844|Nadia/);
});

test.each(["31 Heron Row, Ludworth, NS7 4QQ", "31 Heron Row", "33 Heron Row, Ludworth NS7 4QQ"])(
  "his own home %j stays as he said it, and that somebody of the case is reached at the same place is said before the paper is given",
  (address) => {
    const { paper, toLook } = acknowledgementOf({ ...sample, address, reached: hers });
    expect(wordsOfPaper(paper).join("\n")).toContain(address);
    expect(toLook[0]).toContain("is also one where somebody of this case is reached, or was");
  },
);

test("where nothing typed is hers there is nothing to look at", () => {
  expect(acknowledgementOf({ ...sample, reached: hers }).toLook).toEqual([]);
});

test("what was said stands whole, however long it is", () => {
  const nights = `${"Mostly in the doorway of the closed bank in Market Street, in the rain elsewhere; ".repeat(11)}else at the shelter of St Anne.`;
  const names = [`Gaz ${"Slade-Otterburn-".repeat(7)}Lund`];
  const address = `Flat 3, ${"behind the yard of the old brewery, ".repeat(4)}Dock Road`;
  const text = saidBy({
    regularlyFound: nights,
    names,
    address,
    online: [...names],
    receipts: [{ notice: "first", period: { unsettled: true } }],
  });
  for (const whole of [nights, address, `\n${String(names[0])}\n`]) expect(text).toContain(whole);
  expect(saidBy({ names: ["Gary Slade", ...names] })).toContain(`${String(names[0])}. You said`);
});

test("s9(2)(a): as said stands the name that was said and not the one of the order, and no name where none was", () => {
  expect(saidBy({ names: ["Gareth Slade"] })).toContain("Name, s9(2)(a)\nGareth Slade\nEvery other name you use\nNone was said.");
  expect(saidBy({ names: [] })).toContain("Name, s9(2)(a)\nnot given\n");
});
