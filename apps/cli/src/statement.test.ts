import { type ReadingTerms, type Statement, epoch, parseInstant, parseStatement } from "@unmask/core";
import { describe, expect, it } from "vitest";
import { london } from "../../../fixtures/timelines/make-act.ts";
import { parseArguments } from "./arguments.ts";
import { sayNobodyNamed, statedIn, statementShape } from "./statement.ts";

const terms: ReadingTerms = { zone: london, zoneStated: false, country: "GB", at: parseInstant(Date.UTC(2026, 10, 26, 12)) ?? epoch };

function parse(args: readonly string[]): ReturnType<typeof statedIn> {
  const given = parseArguments(args, statementShape);
  return given.ok ? statedIn(given.value, terms, { agreed: [] }) : expect.fail(given.error);
}

function stated(...args: readonly string[]): Statement {
  const parsed = parse(args);
  return parsed.ok ? parsed.value.statement : expect.fail(parsed.error);
}

describe("what she states on the command line", () => {
  it("calls each person by the first word given, and knows them by every one, however a number is written", () => {
    const { me, them } = stated("--me", "Maya", "--them", "R.", "--them", "07700 900142");
    expect(me.label).toBe("Maya");
    expect(them.label).toBe("R.");
    expect(them.normals.has("+447700900142")).toBe(true);
  });

  it("takes a name as somebody else's, and of a single act says whose it is by its id", () => {
    const act = "columns-5f1e0c2ab4d39a7c0011223344556677-1";
    const { me, them, others, marks } = stated(
      "--me",
      "Maya",
      "--them",
      act,
      "--them",
      "R.",
      "--other",
      "Leonie",
      "--other",
      "07700 900801",
    );
    expect([me.label, them.label, [...them.normals].includes("r."), others?.normals.has("+447700900801")]).toEqual([
      "Maya",
      "R.",
      true,
      true,
    ]);
    expect(marks).toEqual([{ act, whose: "theirs" }]);
    expect(parse(["--them", act, "--other", act])).toMatchObject({ ok: false });
    expect(parse(["--them", "Sam", "--other", "sam"])).toMatchObject({ ok: false });
  });

  it("names nobody and no day when nothing is said", () => {
    const { me, them, stops, anniversaries } = stated();
    expect([me.label, them.label, me.normals.size, them.normals.size]).toEqual(["you", "them", 0, 0]);
    expect({ stops, anniversaries }).toEqual({ stops: [], anniversaries: [] });
  });

  it("holds her days, each day that she blocked them, and what a day means to her", () => {
    const words = ["--told-to-stop", "2025-08-12", "--blocked", "2025-09-01", "--blocked", "2025-10-02", "--order-served", "2026-01-15"];
    expect(stated(...words, "--anniversary", "2026-09-26=birthday = mine", "--place", "Mill Lane")).toMatchObject({
      stops: [
        { kind: "told to stop", day: { year: 2025, month: 8, day: 12 } },
        { kind: "blocked", day: { year: 2025, month: 9, day: 1 } },
        { kind: "blocked", day: { year: 2025, month: 10, day: 2 } },
        { kind: "order served", day: { year: 2026, month: 1, day: 15 } },
      ],
      anniversaries: [{ day: { year: 2026, month: 9, day: 26 }, label: "birthday = mine" }],
      places: ["Mill Lane"],
    });
  });

  it.each(["", " \t", "\u200B", "\u200F\u2066", "\uFEFF", "\u2800"])(
    "a name of which nothing can be seen (%j) names nobody, and is refused before it matches what nobody wrote",
    (unseen) => {
      for (const option of ["me", "them", "perhaps", "other", "place"])
        expect(parse([`--${option}`, unseen])).toEqual({
          ok: false,
          error: `--${option}: nothing of it can be seen. Type the name, number or account as the files show it, or leave the option out.`,
        });
      expect(parse(["--anniversary", `2026-09-26=${unseen}`])).toMatchObject({ ok: false });
    },
  );

  it.each([
    [
      "--told-to-stop",
      "0226-03-02",
      "--told-to-stop 0226-03-02: write a day that exists as year-month-day, like 2026-03-02, with its minute, like 2026-03-02T09:05, or the id of an act.",
    ],
    [
      "--told-to-stop",
      "12 August",
      "--told-to-stop 12 August: write a day that exists as year-month-day, like 2026-03-02, with its minute, like 2026-03-02T09:05, or the id of an act.",
    ],
    [
      "--told-to-stop",
      "2026-03-29T01:30",
      "--told-to-stop 2026-03-29T01:30: no clock in Europe/London showed that minute, because the clocks went forward over it. Write the minute that the clock showed, or the day alone.",
    ],
    [
      "--order-served",
      "2026-13-01",
      "--order-served 2026-13-01: write a day that exists as year-month-day, like 2026-03-02, with its minute, like 2026-03-02T09:05, or the id of an act.",
    ],
    [
      "--blocked",
      "",
      "--blocked : write a day that exists as year-month-day, like 2026-03-02, with its minute, like 2026-03-02T09:05, or the id of an act.",
    ],
    [
      "--told-to-stop",
      "2026-11-27",
      "told to stop on 2026-11-27: that day has not come yet. Write the day on which it was, or leave it out.",
    ],
    [
      "--blocked",
      "2026-11-26T12:01",
      "blocked on 2026-11-26: that minute has not come yet. Write the day on which it was, or leave it out.",
    ],
    ["--anniversary", "birthday", "--anniversary birthday: write a day that exists as year-month-day, like 2026-03-02."],
    ["--anniversary", "2026-09-26", "--anniversary 2026-09-26: write DATE=NAME, like 2026-09-26=birthday."],
    ["--anniversary", "2026-09-26=", "--anniversary 2026-09-26=: write DATE=NAME, like 2026-09-26=birthday."],
  ])("refuses %s “%s” and says how it is written, so that no day is left out without a word", (option, text, error) => {
    expect(parse([option, text])).toEqual({ ok: false, error });
  });
});

describe("a zone that is typed and stated", () => {
  const kept = parseStatement('{"version":1,"zone":"GB","jurisdiction":"EW","country":"GB","me":{"label":"Ada"},"them":{"label":"Rhys"}}');

  it("is the same zone under another name: nothing contradicts, and it is written in one way", () => {
    const given = parseArguments([], statementShape);
    if (!kept.ok || !given.ok) return expect.fail("no statement");
    const read = statedIn(given.value, { ...terms, zoneStated: true }, { statement: kept.value, agreed: [] });
    expect(read).toMatchObject({ ok: true, value: { statement: { zone: { name: "Europe/London" } } } });
  });
});

describe("who is named by a label alone", () => {
  function told(document: string, ...args: readonly string[]): { readonly isTold: boolean; readonly said: string } {
    const kept = parseStatement(document);
    const given = parseArguments(args, statementShape);
    if (!kept.ok || !given.ok) return expect.fail("no statement");
    const read = statedIn(given.value, terms, { statement: kept.value, agreed: [] });
    if (!read.ok) return expect.fail(read.error);
    const said: string[] = [];
    const isTold = sayNobodyNamed(read.value.statement, { say: (line) => said.push(line) });
    return { isTold, said: said.join("\n") };
  }
  const people = (me: string, them: string) =>
    `{"version":1,"zone":"Europe/London","jurisdiction":"EW","country":"GB","me":{"label":"Ada Lorne"${me}},"them":{"label":"Rhys Calder"${them}}}`;

  it("tells that a statement by hand has labels and no names, of them and of her, and what to add", () => {
    const { isTold, said } = told(people("", ""));
    expect(isTold).toBe(true);
    expect(said).toContain("The statement calls them “Rhys Calder” and has no “names” of theirs");
    expect(said).toContain("The statement calls you “Ada Lorne” and has no “names” of yours");
  });

  it("says nothing where both are named, in the statement or beside it, or where acts are marked as theirs", () => {
    const hers = ',"names":["Ada Lorne"]';
    expect(told(people(hers, ',"names":["Rhys Calder"]'))).toEqual({ isTold: false, said: "" });
    expect(told(people("", ""), "--me", "Ada Lorne", "--them", "Rhys Calder")).toEqual({ isTold: false, said: "" });
    expect(told(people(hers, ""), "--them", "columns-5f1e0c2ab4d39a7c0011223344556677-1").isTold).toBe(false);
  });

  it("asks who it is about where nothing is said of anybody", () => {
    const said: string[] = [];
    expect(sayNobodyNamed(stated("--me", "Ada Lorne"), { say: (line) => said.push(line) })).toBe(true);
    expect(said).toEqual(["Say who it is about with --them, once for each name, number or account."]);
  });
});
