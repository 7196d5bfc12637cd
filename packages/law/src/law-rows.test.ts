import { type JurisdictionCode, markInWords, parseCivilDay, registerRules, sectionWithMark } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { deskLawOf, hoursToTellOfLoss, jurisdictionOf, lawRowsOf, openQuestions, paperLawOf } from "./index.ts";
import { deskFactsOf, factsOf } from "./jurisdiction.ts";

const rows = lawRowsOf();
const codes: readonly JurisdictionCode[] = ["EW", "NI", "SCO"];
const rowOf = (jurisdiction: JurisdictionCode, id: string) => rows.find((row) => row.jurisdiction === jurisdiction && row.id === id);

/** An Act by its full name and year, whose country may stand between. */
const fullName = /^[A-Z][A-Za-z, ]+ Act( \(Northern Ireland\))? \d{4}$|^[A-Z][A-Za-z ]+ \(Scotland\) Act \d{4}$/;

test("every row says what, where it stands, where it was read, since when and how well it is supported", () => {
  for (const row of rows) {
    const at = `${row.jurisdiction}/${row.id}`;
    expect(row.says, at).toMatch(/^[A-Z0-9“].*\.$/);
    for (const words of [row.section, row.source]) expect(words.trim(), at).not.toBe("");
    for (const day of [row.checkedOn, row.ruleVersion]) expect(parseCivilDay(day), at).toBeDefined();
    expect(["text-seen", "secondary-source", "design"], at).toContain(row.verification);
    if (row.inForceFrom !== undefined) expect(row.inForceFrom <= row.checkedOn, at).toBe(true);
    if (row.act !== undefined) expect(row.act, at).toMatch(fullName);
    // Of a statute that was seen the Act and its section are named, of another official text its page; of what we decided, that we did.
    if (row.verification === "text-seen") {
      if (/^s\d|^whole Act$/.test(row.section)) {
        expect(row.act, at).toBeDefined();
        expect(row.source, at).toMatch(/ Act .*\d{4}( \(legislation\.gov\.uk\/|, of which s\d| and its code of practice of )/);
      } else expect(row.source, at).toMatch(/\b(cps\.|legislation\.)?gov\.uk\b/);
    }
    expect(/\bour (own|reading)\b/.test(row.source), at).toBe(row.verification === "design");
  }
});

test("every row may be told, and by its mark: its text as law, what was read about it as from copies, our own choice as ours", () => {
  const words: Readonly<Record<string, string>> = { "text-seen": "", "secondary-source": "from copies", design: "our own choice" };
  for (const row of rows) {
    expect([row.id, markInWords(row)]).toEqual([row.id, words[row.verification]]);
    expect(sectionWithMark(row), row.id).toBe(
      row.verification === "text-seen" ? row.section : `${row.section}, ${words[row.verification]}`,
    );
  }
  expect(markInWords({ verification: "memory" })).toBeUndefined();
  expect(sectionWithMark({ section: "s1", verification: "memory" })).toBeUndefined();
});

test.each([
  ["EW", "practice/guidance/beside-prosecution", "text-seen"],
  ["EW", "practice/timing", "text-seen"],
  ["EW", "practice/no-area-limit", "text-seen"],
  ["EW", "practice/guidance/editions", "text-seen"],
  ["EW", "practice/standard-of-proof", "secondary-source"],
  ["EW", "practice/juveniles", "secondary-source"],
  ["EW", "routes/announced/right-to-know", "text-seen"],
  ["EW", "routes/domestic-abuse-protection-order", "secondary-source"],
  ["EW", "routes/domestic-abuse-protection-order/monitoring", "text-seen"],
  ["EW", "routes/extraction-from-devices", "text-seen"],
  ["EW", "routes/royal-assent-2026", "secondary-source"],
  ["EW", "clocks/tell-charged", "secondary-source"],
  ["EW", "clocks/tell-out-of-court", "secondary-source"],
  ["EW", "offences/s4A/maximum", "secondary-source"],
  ["EW", "practice/count/three-days", "design"],
  ["NI", "register/suspended", "text-seen"],
  ["SCO", "order", "text-seen"],
  ["SCO", "offence-occasions", "secondary-source"],
] as const)("%s, %s has the mark of what was seen of it: %s", (code, id, mark) => {
  expect(rowOf(code, id)?.verification).toBe(mark);
});

test("Victims’ Code: of a charge and of a disposal out of court the enhanced figure is no copy’s, and is asked", () => {
  for (const id of ["tell-charged", "tell-out-of-court"])
    expect(rowOf("EW", `clocks/${id}`)?.says).toContain("No copy that was read gives");
  for (const id of ["tell-not-charged", "tell-arrested"]) expect(rowOf("EW", `clocks/${id}`)?.says).not.toContain("No copy");
  expect(openQuestions().map(({ id }) => id)).toContain("days-of-charge-and-out-of-court");
});

test("no row and no question decides anything about a person", () => {
  const texts = [
    ...rows.map(({ id, says }) => [id, says] as const),
    ...openQuestions().map((one) => [one.id, `${one.question} ${one.default}`] as const),
  ];
  for (const { id, says } of rows) expect(says, id).not.toMatch(/\b(she|her|hers|he|his|they|them|their|theirs)\b/i);
  for (const [id, says] of texts) {
    expect(says, id).not.toMatch(/offence (was|is|has been) committed|you are being|stalker|perpetrator|score|likelihood|probability/i);
    for (const [, quoted = ""] of says.matchAll(/“([^”]*)”/g)) expect(quoted.split(/\s+/).length, id).toBeLessThanOrEqual(12);
  }
});

test("a row has one id in its jurisdiction, and rows of one stand together", () => {
  const ids = rows.map(({ jurisdiction, id }) => `${jurisdiction}/${id}`);
  expect(new Set(ids).size).toBe(ids.length);
  expect(rows.map(({ jurisdiction }) => codes.indexOf(jurisdiction))).toEqual(
    rows.map(({ jurisdiction }) => codes.indexOf(jurisdiction)).toSorted((a, b) => a - b),
  );
});

test("every fact of the shelf and of the desk is a row, as it stands there", () => {
  for (const code of codes)
    for (const { place, fact } of [...factsOf(jurisdictionOf(code)), ...deskFactsOf(deskLawOf(code))]) {
      const { says, section, source, checkedOn, verification } = fact;
      expect(rowOf(code, place), place).toMatchObject({ says, section, source, checkedOn, verification });
    }
  expect(rowOf("EW", "clocks/refer")?.says).toContain("2 days");
});

test("the rules of each register are rows, and Northern Ireland has those that a source states and no other", () => {
  const ofRegister = (code: JurisdictionCode): readonly (readonly [string, string])[] =>
    rows
      .filter(({ jurisdiction, id }) => jurisdiction === code && id.startsWith("register/"))
      .map(({ id, section }) => [id.slice("register/".length), section]);
  expect(ofRegister("EW").map(([id]) => id)).toEqual([...registerRules]);
  expect(ofRegister("EW")).toContainEqual(["first-notice", "s9(1)"]);
  expect(ofRegister("NI")).toEqual([
    ["first-notice", "s14"],
    ["suspended", "s6 to s17"],
  ]);
  expect(ofRegister("SCO")).toEqual([]);
});

describe("Stalking Protection Act 2019", () => {
  test.each([
    ["s1(3)", "territorial-link", "lives in that area"],
    ["s2(2)", "contents/necessary", "necessary to protect"],
    ["s2(3)", "contents/belief-and-work", "religious beliefs"],
    ["s2(4)", "contents/everywhere", "all parts of the UK"],
    ["s2(6), s2(7)", "contents/compatible", "incompatible"],
    ["s3(2)", "period/least", "at least 2 years, the day on which the order is made being the first"],
    ["s4(4)(b)", "change/discharge-asked-by-police", "consent of that chief officer and of the defendant"],
    ["s5", "interim/ends", "granted or refused"],
    ["s1(2)", "contents/kinds", "prohibit and it can require"],
    ["s3(1)", "period/kinds", "until a further order"],
    ["s3(3)", "period/by-condition", "Different periods"],
    ["s4(1), s14", "change/who", "where the defendant lives, of an area where the defendant is believed to be"],
    ["s4(2)", "change/heard", "any relevant chief officer who wants to be heard"],
    ["s4(4)(a)", "change/necessary", "renewal or variation a new condition stands only where it is necessary"],
    ["s4(4)(b)", "change/discharge-asked-otherwise", "consent of the chief officer who applied for it"],
    ["s5", "interim/when", "the main application is not determined"],
    ["s5", "interim/test", "appropriate"],
    ["s5", "interim/contents", "same rule of belief and work"],
    ["s5", "interim/period", "gives no least one"],
    ["s5(7)", "interim/change", "the chief officer who applied can apply"],
    ["s7", "appeal/defendant", "against the making of an order or an interim one"],
    ["s7", "appeal/police", "against the refusal of an order"],
    ["s7", "appeal/result", "necessary"],
    ["s8(4)", "breach/no-conditional-discharge", "not open to the court"],
    ["s8(5)", "breach/certified-copy", "certified"],
    ["s9(2)", "register/told", "every other name used, and the home address"],
    ["s11", "register/false-notice", "known to be false"],
    ["s11", "register/identity-refused", "fingerprints or photographs without reasonable excuse"],
    ["s11", "register/failing-maximum", "in the Crown Court up to 5 years"],
  ])("%s: %s", (section, id, words) => {
    const row = rowOf("EW", `order-rules/${id}`);
    expect(row).toMatchObject({ section, inForceFrom: "2020-01-20", textOf: "2023-02-07", verification: "text-seen" });
    expect(row?.says).toContain(words);
  });

  test.each([
    ["s1(1), s14(1)", "applicant", "never the person to be protected"],
    ["s14(1)", "court", "youth court where the one it is asked against is under 18"],
    ["s13", "timeLimit", "six months"],
    ["s2(1)", "courtTest", "“satisfied”"],
    ["s1(1)", "rules/0", "need not be the one whom the acts were aimed at"],
    ["s1(4)(a)", "rules/1", "physical or of psychological harm"],
    ["s1(4)(b)", "rules/2", "harmless"],
    ["s1(5), s2(5)", "rules/3", "in the UK or abroad, before or after the Act began"],
    ["s1(6)", "rules/4", "s2A(3)"],
    ["s14", "rules/5", "omissions"],
  ])("%s of an application: %s", (section, place, words) => {
    const row = rowOf("EW", `orders/stalking-protection-order/${place}`);
    expect(row).toMatchObject({ section, verification: "text-seen" });
    expect(row?.says).toContain(words);
  });

  test("s8: breach carries up to five years on indictment, and codes that no source names are empty", () => {
    const breach = rows.filter(({ id }) => id.startsWith("breaches/stalking-protection-order"));
    expect(breach.map(({ says }) => says).join(" ")).toMatch(/without reasonable excuse/);
  });

  test("a later change has no day of the Act's beginning, nor has section 15", () => {
    for (const id of ["routes/wording-2020-2022", "routes/nothing-in-2021", "orders/stalking-protection-order/rules/6"])
      expect(rowOf("EW", id)?.inForceFrom, id).toBeUndefined();
    expect(rowOf("EW", "order-rules/breach/summary")?.inForceFrom).toBe("2022-05-02");
  });

  test("s6: an order states five things, and each is a row of its own", () => {
    const stated = rows.filter(({ id }) => id.startsWith("order-rules/record/"));
    expect(stated.map(({ id, section }) => [id.split("/").at(-1), section])).toEqual(
      ["made", "period", "conditions", "locality", "own-periods"].map((id) => [id, "s6"]),
    );
  });
});

test("a condition is one that an order can hold: prohibitions and requirements, none from the text of an Act", () => {
  const conditions = rows.filter(({ id }) => id.startsWith("conditions/"));
  const count = (kind: string): number => conditions.filter(({ id }) => id.startsWith(`conditions/${kind}/`)).length;
  expect([count("prohibition"), count("requirement"), conditions.length]).toEqual([11, 10, 21]);
  for (const { verification } of conditions) expect(verification).toBe("secondary-source");
});

test("what the Act of 2026 may have begun is off, and no day is given for it", () => {
  const flag = rowOf("EW", "routes/cpa2026_spo");
  expect(flag?.says).toMatch(/^Off until the force confirms/);
  for (const row of rows.filter(({ act }) => act === "Crime and Policing Act 2026")) {
    expect(row.inForceFrom).toBeUndefined();
    expect(row.verification).not.toBe("text-seen");
  }
});

test.each([
  ["s44 to s50", "rights", "may be restricted"],
  ["s57", "by-default", "only data that are necessary"],
  ["s61", "record-of-processing", "profiling"],
  ["s62", "logs", "justification"],
  ["s62", "use-of-logs", "and nothing else"],
  ["s66(2)", "details", "precise details of any processing"],
  ["s67", "loss", `within ${hoursToTellOfLoss} hours`],
])("%s of the Data Protection Act 2018: %s", (section, id, words) => {
  const row = rowOf("EW", `data-protection/${id}`);
  expect(row).toMatchObject({ act: "Data Protection Act 2018", section, verification: "text-seen" });
  expect(row?.says).toContain(words);
});

test("s10, s14: at which station somebody without a home here tells it, the two texts that were read say differently: what is printed is the text of one, and it is asked", () => {
  const [ofTen, ofFourteen] = ["no-home-here", "local-area"].map((id) => rowOf("EW", `order-rules/register/${id}`));
  for (const row of [ofTen, ofFourteen]) expect(row?.verification).toBe("text-seen");
  expect([ofTen, ofFourteen].map((row) => row?.says.includes("last notified"))).toEqual([false, true]);
  expect(paperLawOf("EW").sections.elsewhere).toBe(ofFourteen?.section);
  expect(openQuestions().find(({ id }) => id === "station-without-home")?.question).toMatch(/s14.*s10/);
});

test("Scotland is said to have no such order, and no row of another jurisdiction stands for it", () => {
  expect(rowOf("SCO", "no-order")?.says).toMatch(/^There is no stalking protection order in Scotland/);
  const theirs = rows.filter(({ jurisdiction }) => jurisdiction === "SCO");
  for (const { id } of theirs) expect([...registerRules, "order-rules", "conditions"].some((word) => id.includes(word))).toBe(false);
});

test("Northern Ireland has rules of its own Act and of no other", () => {
  for (const row of rows.filter(({ jurisdiction }) => jurisdiction === "NI"))
    expect(row.act).toBe("Protection from Stalking Act (Northern Ireland) 2022");
});

test("what is not known is a question with a careful default, and each that the design left open is asked", () => {
  const questions = openQuestions();
  const ids = questions.map(({ jurisdiction, id }) => `${jurisdiction}/${id}`);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { question, default: careful } of questions) {
    expect(question).toMatch(/^[A-Z].*\?$/);
    expect(careful).toMatch(/^[a-z].*[^.]$/);
  }
  expect(ids).toEqual(
    expect.arrayContaining(
      [
        "interim-duty-unmet",
        "least-period-of-condition",
        "days-of-the-code",
        "force-settings",
        "appeal-limit",
        "codes-of-offences",
        "acknowledgement-form",
        "station-without-home",
        "cpa2026_spo",
      ].map((id) => `EW/${id}`),
    ),
  );
});
