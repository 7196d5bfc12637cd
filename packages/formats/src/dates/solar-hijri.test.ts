import { civilToIso } from "@unmask/core";
import { expect, test } from "vitest";
import { buddhistToGregorianYear, solarHijriToCivil } from "./solar-hijri.ts";

const persian = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", { timeZone: "UTC", year: "numeric", month: "numeric", day: "numeric" });

test("every Solar Hijri day from 1900 to 2100 is the Gregorian day that CLDR gives", () => {
  const dayMs = 86_400_000;
  for (let ms = Date.UTC(1900, 0, 1); ms < Date.UTC(2100, 0, 1); ms += dayMs) {
    const part = Object.fromEntries(persian.formatToParts(ms).map(({ type, value }) => [type, parseInt(value, 10)]));
    const civil = solarHijriToCivil(part["year"] ?? 0, part["month"] ?? 0, part["day"] ?? 0);
    const iso = new Date(ms).toISOString().slice(0, 10);
    if (!civil || civilToIso(civil) !== iso) expect([part, civil]).toEqual(iso);
  }
});

test("a Solar Hijri day that does not exist is refused, never rolled", () => {
  expect(solarHijriToCivil(1398, 12, 30)).toBeUndefined();
  expect(solarHijriToCivil(1399, 12, 30)).toEqual({ year: 2021, month: 3, day: 20 });
  expect(solarHijriToCivil(1398, 7, 31)).toBeUndefined();
  expect(solarHijriToCivil(1398, 13, 1)).toBeUndefined();
  expect(solarHijriToCivil(0, 1, 1)).toBeUndefined();
});

test("the Thai year 2562 is 2019", () => {
  expect(buddhistToGregorianYear(2562)).toBe(2019);
});
