import { type JurisdictionCode, type SupportService, civilFromDays, daysFromCivil, parseCivilDay } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { supportOf, supportShown } from "./support.ts";

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
    for (const { id, name, for: whom, contacts, hours, source, checkedOn, verification } of entries) {
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
