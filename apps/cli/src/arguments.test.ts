import { describe, expect, it } from "vitest";
import { parseArguments, parseDateOrderOption, parseDayOption, parseZoneOption } from "./arguments.ts";

const shape = { zone: "text", "date-order": "text", them: "texts", identity: "text", out: "text", json: "yes" } as const;

function given(...args: readonly string[]): Extract<ReturnType<typeof parseArguments>, { ok: true }>["value"] {
  const parsed = parseArguments(args, shape);
  return parsed.ok ? parsed.value : expect.fail(parsed.error);
}

function refused(...args: readonly string[]): string {
  const parsed = parseArguments(args, shape);
  return parsed.ok ? expect.fail("was understood") : parsed.error;
}

describe("what was typed", () => {
  it("is files beside options, in any order, with every name that was given", () => {
    const typed = given("phone.zip", "--them", "R.", "--json", "mail.mbox", "--them=07700 900142");
    expect(typed.words).toEqual(["phone.zip", "mail.mbox"]);
    expect(typed.texts("them")).toEqual(["R.", "07700 900142"]);
    expect(typed.isSet("json")).toBe(true);
  });

  it("says nothing about what was left out", () => {
    const typed = given();
    expect([typed.words, typed.text("zone"), typed.texts("them"), typed.isSet("json")]).toEqual([[], undefined, [], false]);
  });

  it("takes -i for the key that opens a pack, as age does", () => {
    expect(given("-i", "key.txt", "case.age").text("identity")).toBe("key.txt");
  });

  it("takes what stands behind -- as files, though it looks like an option", () => {
    expect(given("--", "--json").words).toEqual(["--json"]);
  });

  it("is refused where an option that is taken once stands twice, and not read as the last of them", () => {
    expect(refused("--zone", "UTC", "chat.txt", "--zone=Europe/Paris")).toBe("--zone stands twice: give it once.");
    expect(refused("-i", "key.txt", "--identity", "other.txt")).toBe("--identity stands twice: give it once.");
    expect(given("--json", "--json").isSet("json")).toBe(true);
  });

  it("makes nothing named - where standard output was meant, and says how to name it all the same", () => {
    expect(refused("--out", "-")).toBe("--out -: nothing is made on standard output. Name a file or folder, ./- for one of that name.");
    expect(refused("--out=-")).toMatch(/^--out -:/);
    expect(given("--out", "./-").text("out")).toBe("./-");
  });

  it("is refused in one sentence that names the option, and not read as something else", () => {
    expect(refused("--tehm", "R.")).toMatch(/^Unknown option '--tehm'\.$/);
    expect(refused("--zone")).toMatch(/^Option '--zone <value>' argument missing\.$/);
    expect(refused("--json=no")).toMatch(/^Option '--json' does not take an argument\.$/);
  });
});

describe("the clock of the phone", () => {
  it("is London’s when none is stated, and is then told as assumed", () => {
    expect(parseZoneOption(given())).toMatchObject({ ok: true, value: { zone: { name: "Europe/London" }, stated: false } });
    expect(parseZoneOption(given("--zone", "Europe/London"))).toMatchObject({ ok: true, value: { stated: true } });
  });

  it("is refused when there is none such, with how to write one", () => {
    expect(parseZoneOption(given("--zone", "Londn"))).toEqual({
      ok: false,
      error: "--zone Londn: no such time zone. Write it like Europe/London, UTC or +01:00; letters like BST stand for several zones.",
    });
  });
});

it.each(["dmy", "mdy", "ymd"])("takes %s as an order of dates", (order) => {
  expect(parseDateOrderOption(given("--date-order", order))).toEqual({ ok: true, value: order });
});

it("assumes no order of dates, and refuses one that it does not know with examples", () => {
  expect(parseDateOrderOption(given())).toEqual({ ok: true, value: undefined });
  expect(parseDateOrderOption(given("--date-order", "myd"))).toMatchObject({ ok: false, error: expect.stringContaining("31/12/2026") });
});

it("takes a day that exists and refuses one that does not, by the name of its option", () => {
  expect(parseDayOption("blocked", "2024-02-29")).toEqual({ ok: true, value: { year: 2024, month: 2, day: 29 } });
  expect(parseDayOption("blocked", "2025-02-29")).toEqual({
    ok: false,
    error: "--blocked 2025-02-29: write a day that exists as year-month-day, like 2026-03-02.",
  });
});
