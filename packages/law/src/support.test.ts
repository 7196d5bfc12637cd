import { type JurisdictionCode, type SupportService, civilFromDays, daysFromCivil, parseCivilDay } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { isSaidNotOnBill, supportNeeds, supportPlaces } from "./listed-service.ts";
import { supportFor, supportOf, supportShown } from "./support.ts";
import { withheldSupport } from "./withheld-support.ts";

const codes: readonly JurisdictionCode[] = ["EW", "NI", "SCO"];
const dayNumber = (iso: string): number => {
  const day = parseCivilDay(iso);
  if (day === undefined) throw new Error(`${iso} is no day`);
  return daysFromCivil(day);
};
const checked = dayNumber("2026-11-25");
const after = (days: number) => civilFromDays(checked + days);

describe.each(codes)("every entry of %s", (code) => {
  const entries = supportOf(code);
  test("says for whom it is, how it is reached, where that was read and when, and is not from memory", () => {
    for (const { id, name, for: whom, contacts, hours, source, checkedOn, verification, places, needs } of entries) {
      expect(places.length * needs.length, id).toBeGreaterThan(0);
      expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/);
      for (const words of [name, whom, source, hours ?? "x"]) expect(words.trim(), id).not.toBe("");
      expect(parseCivilDay(checkedOn), id).toBeDefined();
      expect(["text-seen", "secondary-source"], id).toContain(verification);
      expect(contacts.length, id).toBeGreaterThan(0);
      for (const contact of contacts)
        if (contact.way === "site") expect(contact.site, id).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
        else expect(contact.number, id).toMatch(/^(999|101|116 123|0[\d ]{9,15}\d)$/);
    }
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });
  test("calls nobody by a name that is not theirs and promises nothing", () => {
    for (const { id, name, for: whom, does = "", hours = "" } of entries)
      expect(`${name} ${whom} ${does} ${hours}`, id).not.toMatch(/stalker|perpetrator|\bsafe\b|you are being|guarantee/i);
  });
  test("999 and 101 are the first of them, and nothing else stays for ever", () => {
    expect(
      entries
        .filter(({ isAlways }) => isAlways === true)
        .flatMap(({ contacts }) => contacts.flatMap((one) => ("number" in one ? one.number : []))),
    ).toEqual(["999", "101"]);
  });
});

test("what was known from memory is in no list: no number of Northern Ireland, none of ManKind, and not the helpline’s longer hours", () => {
  const all = codes.flatMap((code) => supportOf(code)).map((one) => JSON.stringify(one));
  for (const number of ["0808 802 1414", "01823 334244", "0800 820 2427", "refugetechsafety", "0300 636 0300"])
    expect(
      all.some((one) => one.includes(number)),
      number,
    ).toBe(false);
  expect(supportOf("NI").map(({ id }) => id)).toEqual(["police-emergency", "police", "national-stalking-helpline", "samaritans"]);
});

describe("the directory on a day", () => {
  test("up to 180 days after it was looked up an entry has its hours and its place, and says that it is from copies", () => {
    const shown = supportShown("EW", after(180));
    expect(shown.map(({ id }) => id)).toEqual(supportOf("EW").map(({ id }) => id));
    expect(shown.every(({ isFromCopies, isOld }) => isFromCopies && !isOld)).toBe(true);
    expect(shown.find(({ id }) => id === "national-stalking-helpline")?.hours).toContain("Wednesday");
  });
  test("a day later it stays, last, dated and without hours; 999 and 101 do not go, and keep theirs", () => {
    const shown = supportShown("EW", after(181));
    expect(shown).toHaveLength(supportOf("EW").length);
    expect(shown.slice(0, 2).map(({ id, isOld, hours }) => [id, isOld, hours])).toEqual([
      ["police-emergency", false, "all day, every day"],
      ["police", false, "all day, every day"],
    ]);
    for (const one of shown.slice(2)) expect(one).toMatchObject({ isOld: true, checkedOn: "2026-11-25" });
    expect(shown.slice(2).some(({ hours }) => hours !== undefined)).toBe(false);
  });
  test("a service that the force confirmed itself stands before copies while it is new, after them when it is old, and takes the place of the same one", () => {
    const own: SupportService = {
      id: "harbour-house",
      name: "Harbour House",
      for: "anyone",
      contacts: [{ way: "call", number: "01632 960431" }],
      hours: "weekdays",
      source: "by phone, D. Parry",
      checkedOn: "2026-05-11",
      verification: "text-seen",
    };
    const at = (iso: string) => supportShown("EW", civilFromDays(dayNumber(iso)), [own, { ...own, id: "samaritans" }]);
    expect(
      at("2026-11-07")
        .map(({ id }) => id)
        .slice(0, 4),
    ).toEqual(["police-emergency", "police", "harbour-house", "samaritans"]);
    expect(at("2026-11-07")[2]).toMatchObject({ isFromCopies: false, isOld: false, hours: "weekdays" });
    expect(at("2026-11-08").slice(-2)).toMatchObject([{ id: "harbour-house", isOld: true }, { id: "samaritans" }]);
    expect(at("2026-11-08").filter(({ id }) => id === "samaritans")).toHaveLength(1);
  });
  test("what is known from memory alone is never shown, and an entry whose day does not read is old", () => {
    const [any] = supportOf("EW").slice(3);
    if (any === undefined) throw new Error("nothing is listed");
    const memory: SupportService = { ...any, id: "m", verification: "memory" };
    const noDay: SupportService = { ...any, id: "n", checkedOn: "soon" };
    expect(supportShown("EW", after(0), [memory, noDay]).filter(({ id }) => id === "m" || id === "n")).toMatchObject([
      { id: "n", isOld: true },
    ]);
  });
});

describe("the directory for a place and a need", () => {
  const all = supportPlaces.flatMap((place) => supportNeeds.map((need) => [place, need] as const));
  test.each(all)("in %s, for %s: 999 before everything, each service once, 101 among them, and nothing of another place", (place, need) => {
    const { emergency, services, withheld } = supportFor(place, need, after(180));
    expect(emergency).toMatchObject({ id: "police-emergency", contacts: [{ number: "999", says: expect.stringContaining("55") }] });
    const ids = services.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain("police-emergency");
    expect(ids.indexOf("police")).toBe(need === "police" ? 0 : ids.length - 1);
    expect(ids.includes("live-fear-free")).toBe(place === "wales" && (need === "talk" || need === "family"));
    for (const one of ["london-stalking-support", "veritas-justice"]) expect(ids.includes(one) && place !== "england").toBe(false);
    for (const { isFromCopies, checkedOn, contacts } of services) {
      expect(isFromCopies && parseCivilDay(checkedOn) !== undefined).toBe(true);
      expect(contacts.length).toBeGreaterThan(0);
    }
    expect(JSON.stringify(services)).not.toMatch(/"(?:places|needs)"/);
    expect(withheld).toBe(withheldSupport.filter((one) => one.places.includes(place) && one.needs.includes(need)).length);
  });
  test("each entry is found somewhere, and somebody to talk to everywhere", () => {
    const found = new Set(all.flatMap((asked) => supportFor(...asked, after(0)).services.map(({ id }) => id)));
    expect([...found, "police-emergency"].toSorted()).toEqual(
      [...new Set(codes.flatMap((code) => supportOf(code).map(({ id }) => id)))].toSorted(),
    );
    for (const place of supportPlaces)
      expect(
        supportFor(place, "talk", after(0))
          .services.map(({ id }) => id)
          .slice(0, 2),
      ).toEqual(["national-stalking-helpline", "samaritans"]);
  });
  test("what is known from memory alone is counted, has no number anywhere, and is no entry", () => {
    expect(supportFor("northern-ireland", "talk", after(0)).withheld).toBe(2);
    expect(supportFor("england", "talk", after(0)).withheld).toBe(1);
    expect(supportFor("scotland", "talk", after(0)).withheld).toBe(0);
    expect(JSON.stringify(withheldSupport)).not.toMatch(/\d/);
    const listed = new Set(codes.flatMap((code) => supportOf(code).map(({ id }) => id)));
    expect(withheldSupport.filter(({ id }) => listed.has(id))).toEqual([]);
  });
  test("181 days later 999 and 101 keep their places and their hours, and the others are dated and without hours", () => {
    const { emergency, services } = supportFor("wales", "family", after(181));
    expect(emergency.hours).toBe("all day, every day");
    expect(services.at(-1)).toMatchObject({ id: "police", isOld: false, hours: "all day, every day" });
    for (const one of services.slice(0, -1)) expect([one.isOld, one.hours]).toEqual([true, undefined]);
  });
  test("of one number alone copies say that it does not stand on the bill, and they say it in its entry", () => {
    const numbers = codes.flatMap((code) =>
      supportOf(code).flatMap(({ contacts }) => contacts.flatMap((one) => ("number" in one ? one : []))),
    );
    expect([...new Set(numbers.map(({ number }) => number).filter(isSaidNotOnBill))]).toEqual(["0808 802 0300"]);
    expect(numbers.filter(({ says = "" }) => /bill/.test(says)).map(({ number }) => isSaidNotOnBill(number))).not.toContain(false);
  });
});
