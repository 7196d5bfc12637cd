import { markInWords, orderDeskRules } from "@unmask/core";
import { expect, test } from "vitest";
import { orderDeskLawOf } from "./order-desk-law.ts";
import { registerLawOf } from "./register-law.ts";

const ew = orderDeskLawOf("EW");
const ni = orderDeskLawOf("NI");

test("every rule of an order of England and Wales has a row, and each is of that jurisdiction", () => {
  for (const rule of orderDeskRules) expect(ew.section(rule)?.jurisdiction, rule).toBe("EW");
});

test.each([
  ["applicant", "s1(1), s14(1)"],
  ["territorial-link", "s1(3)"],
  ["court", "s14(1)"],
  ["complaint", "s13"],
  ["criterion-b", "s1(1)(b)"],
  ["necessary", "s2(2)"],
  ["belief-and-work", "s2(3)"],
  ["locality", "s2(4)"],
  ["compatible", "s2(6), s2(7)"],
  ["record-period", "s6"],
  ["least-period", "s3(2)"],
  ["own-period", "s3(3)"],
  ["change-necessary", "s4(4)(a)"],
  ["consent-asked-otherwise", "s4(4)(b)"],
  ["interim-ends", "s5"],
  ["interim-change", "s5(7)"],
  ["appeal-by-subject", "s7"],
  ["certified-copy", "s8(5)"],
  ["extent", "s15(1)"],
] as const)("the rule %s stands in %s", (rule, section) => {
  expect(ew.section(rule)?.section).toBe(section);
});

test("a rule that refuses or marks something rests on a text that was seen, so that its section can stand alone; the way that is off is our own choice", () => {
  for (const law of [ew, ni])
    for (const rule of orderDeskRules) {
      const row = law.section(rule);
      if (row !== undefined) expect([rule, markInWords(row)]).toEqual([rule, rule === "own-motion" ? "our own choice" : ""]);
    }
  for (const code of ["EW", "NI"] as const)
    for (const row of Object.values(registerLawOf(code)?.rules ?? {})) expect([row.id, markInWords(row)]).toEqual([row.id, ""]);
});

test("Northern Ireland has its own rows: two years bind each condition, a court of its own, and nothing filled in from elsewhere", () => {
  expect(ni).toMatchObject({
    leastYears: 2,
    leastBindsEach: true,
    adultYears: null,
    courts: { adult: "summary-jurisdiction", younger: null },
  });
  expect(ni.section("least-period")?.section).toBe("s9");
  for (const rule of ["territorial-link", "belief-and-work", "compatible", "interim-ends", "appeal-by-subject"] as const)
    expect(ni.section(rule)).toBeUndefined();
  for (const rule of orderDeskRules) expect(ni.section(rule)?.jurisdiction ?? "NI").toBe("NI");
});

test("the routes of the Act of 2026 are off until a day is confirmed, and never on in Northern Ireland", () => {
  expect(ew.ownMotionFrom).toBeNull();
  expect(orderDeskLawOf("EW", "2026-12-01").ownMotionFrom).toBe("2026-12-01");
  expect(orderDeskLawOf("NI", "2026-12-01").ownMotionFrom).toBeNull();
});

test("Scotland is said to have no such order, with what there is in its place", () => {
  expect(ew.without).toEqual(ni.without);
  const [scotland] = ew.without;
  expect(scotland).toMatchObject({ code: "SCO", why: { section: "s15(1)" } });
  expect(scotland?.instead.map(({ says }) => says).join()).toMatch(/non-harassment orders/);
});
