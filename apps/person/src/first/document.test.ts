import { expect, it } from "vitest";
import { supportShown } from "@unmask/law";
import { documents } from "./document.ts";
import { four, namesShown } from "./four.ts";
import { type QuestionId, type SelfCheck, isOptionId, questions } from "./questions.ts";
import { welsh } from "./welsh.ts";
import { english } from "./words.ts";

const shown = supportShown("EW", { year: 2026, month: 11, day: 30 });
const { "/": inEnglish, "/cy/": inWelsh } = documents;
const [firstDocument, coverDocument] = [inEnglish.page, inEnglish.cover];
/** The page in both languages, without the English that stands beside the Welsh. */
const both = [firstDocument, inWelsh.page.replaceAll(/<span class="beside"[^]*?<\/span>/g, "")];
const said = firstDocument.replaceAll(/<[^>]*>/g, " ");
/** Every word that is in the files of words, in whatever shape. */
const allWords = JSON.stringify([english, welsh]);

it("has no number of its own: each that can be called stands in the lists of the law", () => {
  const listed = new Set(
    shown.flatMap(({ contacts }) => contacts.flatMap((one) => ("number" in one ? one.number.replaceAll(" ", "") : []))),
  );
  const [called = [], calledInWelsh] = both.map((page) => [...page.matchAll(/href="tel:([^"]*)"/g)].map(([, number = ""]) => number));
  expect(calledInWelsh).toEqual(called);
  expect(called.length).toBeGreaterThan(5);
  expect(called.filter((number) => !listed.has(number))).toEqual([]);
  expect(allWords).not.toMatch(/\b(?:999|101|55|116)\b|\b0\d{3}/);
});

it("says of every number but in the red link of which day it is, once on each page that they are from copies, and names no hours that could be wrong one day", () => {
  const rows = firstDocument.match(/<p>[^<]*: <a href="tel:[^]*?<\/p><p class="second">[^<]*<\/p>/g) ?? [];
  expect(rows.length).toBeGreaterThan(4);
  for (const row of rows) expect(row).toMatch(/Looked up on \d+ \w+ \d{4}\./);
  for (const page of firstDocument.split('<div class="screen').filter((one) => rows.some((row) => one.includes(row))))
    expect(page.match(/from copies: we could not confirm them/g)).toHaveLength(1);
  const hours = shown.filter(({ isOld }) => !isOld).flatMap(({ id, hours: of = "" }) => (id.startsWith("police") || of === "" ? [] : [of]));
  expect(hours.length).toBeGreaterThan(1);
  for (const one of hours) expect(said).not.toContain(one);
});

it("says nothing of what goes that would be false where notes are kept here", () => {
  const { thrown, removing } = english;
  expect(thrown.title).not.toMatch(/nothing is kept/i);
  for (const says of [removing.rows.find(([term]) => term === "Stays")?.[1], removing.close])
    expect(says).toContain("notes that you keep here, locked");
});

it("is the same page in Welsh: the same screens, answers, buttons and places, and no number or size is left out", () => {
  const bones = both.map((page) =>
    [...page.matchAll(/<(?!\/|span)\w+|(?:id|name|value|data-do|data-if|href|for)="[^"]*"/g)].map(([bone]) => bone),
  );
  const other = /^href="\/(?:cy\/)?(?:notes\/)?"$/;
  expect(bones[1]?.map((bone) => bone.replace(other, "other"))).toEqual(bones[0]?.map((bone) => bone.replace(other, "other")));
  // The script puts the time in, and shows the English beside.
  const forScript = / data-locks="[^"]*\{time\}[^"]*"/;
  for (const page of both) {
    expect(page).toMatch(forScript);
    expect(page.replace(forScript, "")).not.toMatch(/[{}\u001f]/);
  }
});

it("shows in Welsh the English beside all that it says of danger, leaving and help, and marks whatever else is English", () => {
  const screenOf = (name: string): string => inWelsh.page.slice(inWelsh.page.indexOf(`id="${name}"`)).split('<div class="screen')[0] ?? "";
  for (const says of [...english.leavingPage.says, english.leavingPage.title])
    expect(screenOf("leaving")).toContain(`lang="en-GB">${says}</span>`);
  for (const says of [english.helpPage.leaving.says, english.helpPage.before.says, english.helpPage.title])
    expect(screenOf("help")).toContain(`lang="en-GB">${says}</span>`);
  expect(screenOf("welcome")).toContain(`lang="en-GB">${english.welcome.title}</span>`);
  expect(inWelsh.page).toContain(`lang="en-GB">${english.bar.leave}</span>`);
  // What the lists of the law say, who have no Welsh.
  const unmarked: string[] = [];
  const bare = inWelsh.page.replaceAll(/<(\w+)[^>]* lang="en-GB"[^>]*>[^]*?<\/\1>/g, "");
  for (const { name, contacts } of shown)
    for (const says of [name, ...contacts.flatMap((one) => ("says" in one ? [one.says] : []))])
      if (bare.includes(says)) unmarked.push(says);
  expect(unmarked).toEqual([]);
  expect(firstDocument).not.toContain("beside");
});

it("blames nobody, promises nothing and tells nobody what they are", () => {
  expect(allWords + said).not.toMatch(
    /you are being|you(?:’|')re being|\bsafe\b(?! order)|\bvictim|\bstalker|\babuser|\bsuspect|why didn|are you sure|\bthank|well done|!["\s]|\bjust\b/i,
  );
  expect(said).not.toMatch(/unmask/i);
  expect(coverDocument.replaceAll(/<[^>]*>/g, " ").trim()).toMatch(/^Notes\s+Open$/);
});

it("hides nothing for good: for each part of a result there are answers that show it, and no answer shows what is not there", () => {
  const nothing: SelfCheck = { about: "me", chosen: [], unsure: [], open: [], words: "" };
  const ids: readonly QuestionId[] = questions.map(([id]) => id);
  const options = questions.flatMap(([id, answers]) => answers.map((one) => `${id}.${one}`)).filter(isOptionId);
  const checks: readonly SelfCheck[] = [
    nothing,
    { ...nothing, words: "I moved my bed." },
    { ...nothing, unsure: ids },
    { ...nothing, open: ids },
    { ...nothing, chosen: options.map((option) => ({ option })) },
    { ...nothing, chosen: [{ option: "often.once" }, { option: "told.told" }, { option: "since.days" }] },
  ];
  const shownBySome = new Set(checks.flatMap((check) => [...namesShown(four(check))]));
  for (const about of ["me", "somebody"]) {
    const result = firstDocument.slice(firstDocument.indexOf(`id="${about}-result"`)).split('<div class="screen')[0] ?? "";
    const parts = new Set([...result.matchAll(/data-if="([^"]*)"/g)].map(([, name = ""]) => name));
    expect([...shownBySome].filter((name) => !parts.has(name))).toEqual([]);
    expect([...parts].filter((name) => !shownBySome.has(name))).toEqual([]);
  }
});

it("leads by every button and link of its own to something that the script does, and to a place in the document without it", () => {
  const names = [...firstDocument.matchAll(/data-do="([^"]*)"/g)].map(([, name = ""]) => name);
  expect(new Set(names)).toEqual(
    new Set(
      "back help leave remove for-somebody begin-me enter ask next unsure skip keep throw begin-somebody waited welcome remove-now try-again load-again other-language accessibility".split(
        " ",
      ),
    ),
  );
  // What the script does nothing else for leads to the screen of its name.
  for (const screen of ["help", "remove", "for-somebody", "welcome"]) expect(firstDocument).toContain(`id="${screen}"`);
  for (const [, place = ""] of firstDocument.matchAll(/href="#([^"]*)"/g)) expect(firstDocument).toContain(`id="${place}"`);
});
