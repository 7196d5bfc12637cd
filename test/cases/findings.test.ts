import { type Finding, type Statement, standings } from "@unmask/core";
import { stateCase } from "@unmask/corridor";
import { drawingSizes, findAll, illustrate } from "@unmask/patterns";
import { type Voice, pageVoice, printVoice } from "@unmask/words";
import { beforeAll, describe, expect, it } from "vitest";
import { type StoredCase, cases } from "../../fixtures/cases.ts";
import { countsIn, gradeOf, namesIn, withoutQuotes } from "./reader.ts";
import { readAt, readCase, whatSheSays } from "./read-case.ts";

/** What stands out in the four invented cases, in which order, and in which words. */

interface Found {
  readonly statement: Statement;
  readonly print: readonly Finding[];
  readonly page: readonly Finding[];
  /** Titles of the pictures in print. */
  readonly titles: readonly string[];
}

async function findIn(stored: StoredCase): Promise<Found> {
  const { timeline } = await readCase(stored);
  const statement = stateCase(whatSheSays(stored, timeline));
  if (!statement.ok) throw new Error(statement.error);
  const find = (voice: Voice): readonly Finding[] => findAll(timeline, statement.value, { voice, at: readAt });
  const print = find(printVoice(statement.value));
  const drawn = illustrate(print, timeline, { statement: statement.value, size: drawingSizes.print });
  return { statement: statement.value, print, page: find(pageVoice), titles: drawn.flatMap(({ drawing }) => drawing?.title ?? []) };
}

const foundByCase = new Map<string, Found>();
beforeAll(async () => {
  for (const stored of cases) foundByCase.set(stored.name, await findIn(stored));
});

function found(name: string): Found {
  const one = foundByCase.get(name);
  if (!one) throw new Error("the case is gone");
  return one;
}

const linesOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ line }) => line);

const stopLines: Readonly<Record<string, string>> = {
  couple: "16 April 2026, 21:42: “leave me alone tonight, I’m going to bed”. Then 466 acts, agreed apart. JL sent 458.",
  "co-parents": "14 March 2026, 20:05: “Marcus, please only message about Mia from now on.” Then 5 acts; by EC 5, agreed apart.",
};

describe.each(["couple", "co-parents"])("%s: two people who write to each other", (name) => {
  it("nothing stands above the counts but the stop that she marked, with what she sent after it", () => {
    const { print } = found(name);
    const above = print.slice(
      0,
      print.findIndex(({ pattern }) => pattern === "frequency"),
    );
    expect(new Set(above.map(({ pattern }) => pattern))).toEqual(new Set(["contact-after-stop"]));
    expect(above[0]?.line).toBe(stopLines[name]);
  });
});

describe("few: a stranger's fourteen acts", () => {
  it("the stop, the reply, the threat, every act where she was, the new account, the employer and the last act stand above the counts, in this order", () => {
    const { print } = found("few");
    const above = print.slice(
      0,
      print.findIndex(({ standing }) => standing === "count"),
    );
    expect(linesOf(above)).toEqual([
      "19 May 2026, 18:40: message, 14 words, in full below. Then 4 acts, perhaps 5 more. IV sent nothing.",
      "First after the stop, at 18:43: “you don’t get to decide that”. By Terry Quill, as the file names.",
      "Imogen Vance blocked a number or an account on 15 August 2026. After it 1 act came, perhaps 2 more.",
      "20 October 2026, 00:25: “You will be mine or you will be in the ground.” By Terry Quill, as the file names.",
      "24 May 2026, 21:10: visit, 26 words, in full below. By Terry Quill, Imogen Vance is sure.",
      "8 June 2026: “A rag doll in a shoebox on the mat, both eyes cut out with scissors.” Perhaps by Terry Quill.",
      "9 July 2026, 08:25: following, 15 words, in full below. By Terry Quill, Imogen Vance is sure.",
      "30 July 2026: “White lilies laid on my car. The card says: Rest in peace, Imogen.” By whom is not known.",
      "12 September 2026, 23:35: visit, 25 words, in full below. Perhaps by Terry Quill.",
      "28 September 2026: damage, 16 words, in full below. By whom is not known.",
      "5 October 2026, new after a block: “the 7.14 every morning. i know which train is yours”. Perhaps Terry Quill.",
      "24 August 2026, to manager@brightwater-dental.example: message, 22 words, in full below. By whom is not known.",
      "Last act by Terry Quill, 20 October 2026, 37 days ago: “You will be mine or you will be in the ground.”",
    ]);
  });

  it("what a camera saw of nobody is a count, and no act of anybody", () => {
    const camera = found("few").print.find(({ pattern, standing }) => pattern === "near-her" && standing === "count");
    expect(camera?.line).toBe("A camera at the door saw somebody 8 times, from 3 June 2026 to 1 October 2026. By whom is not known.");
  });
});

it("the sample case says the stop with its words, what came after, the doorstep, the withheld calls and the birthday, among the first", () => {
  const { print } = found("sample case");
  const lines = linesOf(print.slice(0, 16));
  expect(lines[0]).toMatch(
    /^12 August 2025, 10:00: “Do not contact me again, in any way.” Then [\d,]+ acts came; Hannah Reyes sent \d+\.$/,
  );
  for (const words of ["A letter through the door, no stamp.", "By the gate at six in the morning.", "pushed under the door"])
    expect(lines.some((line) => line.includes(words))).toBe(true);
  expect(lines.find((line) => line.includes("camera at the door"))).toMatch(/ 55 times, .* By whom is not known\.$/);
  expect(lines.find((line) => line.includes("withheld number"))).toMatch(
    /^489 calls from a withheld number, .* Who called is not known\.$/,
  );
  expect(lines.some((line) => line.startsWith("More came around 26 September (birthday)"))).toBe(true);
});

describe.each(cases)("$name: a reader at three in the morning", ({ name }) => {
  it("no line is longer than a row, and on her page neither", () => {
    const { print, page, titles } = found(name);
    for (const line of [...linesOf(print), ...linesOf(page), ...titles]) {
      expect(line.split(/\s+/).length, line).toBeLessThanOrEqual(25);
      expect(line.length, line).toBeLessThanOrEqual(110);
      expect(line).toMatch(/[.?”]$/);
    }
  });

  it("all lines together can be read at the age of twelve", () => {
    const { statement, print, titles } = found(name);
    expect(gradeOf([...linesOf(print), ...titles], namesIn(statement))).toBeLessThanOrEqual(7);
  });

  it("in print no line says you, them or other things, and none says that an offence was committed", () => {
    const { print, titles } = found(name);
    for (const line of [...linesOf(print), ...titles]) {
      const own = withoutQuotes(line);
      expect(own).not.toMatch(/\bother things?\b|\bthem\b|\byou\b|\byour\b|\bthey\b/i);
      expect(own).not.toMatch(/\b(offence|crime|guilty|breach\w*|broke|stalk\w*|harass\w*|illegal\w*)\b/i);
    }
  });

  it("no count is stated in two lines", () => {
    const { print, statement } = found(name);
    const counts = linesOf(print).flatMap((line) => countsIn(line, statement));
    expect(counts.toSorted()).toEqual([...new Set(counts)].toSorted());
  });

  it("the findings stand in the order that is printed", () => {
    const places = found(name).print.flatMap(({ standing }) => (standing === "last act" ? [] : [standings.indexOf(standing)]));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});
