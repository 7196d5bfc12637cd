import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CaseEvent, type Intent, dutiesOf, dutiesOfOrder, foldCase, readDutiesFile, shippedForceClocks } from "@unmask/case";
import { type Instant, type VictimCodeEventKind, instantFromIso, instantToIso, registerRules } from "@unmask/core";
import { deskLawOf, registerLawOf } from "@unmask/law";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** The vectors of docs/formats/clock.md, by the law as it is shipped: case and law are neighbours and meet only here and at the desk. */
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../docs/formats/vectors/clock.json"), "utf8")) as {
  readonly duties: readonly {
    readonly event: VictimCodeEventKind;
    readonly happened: string;
    readonly status: "enhanced" | "standard";
    readonly now: string;
    readonly told?: string;
    readonly state: string;
    readonly dueBy: string | null;
    readonly overdueFrom: string | null;
  }[];
};
const rules = { law: deskLawOf("EW"), force: shippedForceClocks("Northshire") };

function at(iso: string): Instant {
  const instant = instantFromIso(iso);
  if (instant === undefined) throw new Error(iso);
  return instant;
}

test.each(vectors.duties.map((one) => [`${one.event} ${one.happened}, ${one.status}, at ${one.now}`, one] as const))("%s", (_, one) => {
  const steps: readonly (readonly [string, Intent])[] = [
    ["2026-01-02T10:00:00.000Z", { kind: "case-opened", body: { reports: ["R-1"] } }],
    [one.happened, { kind: "victim-code-event", body: { event: one.event } }],
    ...(one.status === "standard"
      ? [["2026-01-02T10:00:00.000Z", { kind: "victim-status", body: { status: "standard", reason: "She asks." } }] as const]
      : []),
    ...(one.told === undefined ? [] : [[one.told, { kind: "update-written", body: { says: "Told.", tells: [2], answers: [] } }] as const]),
  ];
  const events = steps.map(([iso, intent], i): CaseEvent => ({
    stream: { of: "case", id: "0412" },
    number: i + 1,
    happened: at(iso),
    recorded: at(iso),
    by: "bell",
    ...intent,
  }));
  const duty = dutiesOf({ state: foldCase("0412", events), reports: [] }, rules, at(one.now)).find(({ id }) => id === `tell-${one.event}`);
  const overdueFrom = duty?.overdueFrom === undefined ? null : instantToIso(duty.overdueFrom);
  expect({ state: duty?.state, dueBy: duty?.dueBy ?? null, overdueFrom }).toEqual({
    state: one.state,
    dueBy: one.dueBy,
    overdueFrom: one.overdueFrom,
  });
});

/** The vectors of docs/formats/duties.md, by the registers as they are shipped. */
const ofRegister = JSON.parse(readFileSync(join(import.meta.dirname, "../docs/formats/vectors/duty.json"), "utf8")) as {
  readonly duties: readonly { readonly title: string; readonly file: object; readonly at: string; readonly expect: readonly unknown[] }[];
};

describe.each(["UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati"])("register, in a process of %s", (zone) => {
  const before = process.env["TZ"];
  beforeAll(() => {
    process.env["TZ"] = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  });

  test("the process lives in that zone", () => {
    const hour = new Date(Date.UTC(2026, 10, 27, 12)).getHours();
    expect(hour).toBe({ UTC: 12, "America/Los_Angeles": 4, "Asia/Kolkata": 17, "Pacific/Kiritimati": 2 }[zone]);
  });

  test.each(ofRegister.duties.map((one) => [one.title, one] as const))("%s", (_, one) => {
    const file = readDutiesFile(JSON.stringify(one.file));
    if (!file.ok) expect.fail(file.error);
    const law = registerLawOf(file.value.jurisdiction) ?? expect.fail();
    const { duties, unclear } = dutiesOfOrder(file.value, law, at(one.at));
    const rows = duties.map(({ rule, state, due, overdueFrom, metOn }) => [
      rule,
      state,
      due,
      overdueFrom === null ? null : instantToIso(overdueFrom),
      metOn ?? null,
    ]);
    expect(rows).toEqual(one.expect);
    for (const { section, why } of duties) expect(`${section} ${why}`).toMatch(/^(s\d|not known).*\S/);
    expect(unclear.length >= duties.filter(({ state }) => state === "undecided").length).toBe(true);
    expect(JSON.stringify([duties, unclear])).not.toMatch(/offence committed|stalker|perpetrator|likel/i);
  });
});

test("Scotland has no register, since it has no such order", () => {
  expect(registerLawOf("SCO")).toBeUndefined();
});

test("each row of a register has its section, its Act and one id, and names, addresses and places are not known of Northern Ireland", () => {
  for (const code of ["EW", "NI"] as const) {
    for (const [id, row] of Object.entries(registerLawOf(code)?.rules ?? {})) {
      expect(row).toMatchObject({
        id,
        jurisdiction: code,
        section: expect.stringMatching(/^s\d/),
        act: expect.stringContaining("Stalking"),
      });
      expect(row.verification).not.toBe("memory");
    }
  }
  expect(Object.keys(registerLawOf("EW")?.rules ?? {})).toEqual([...registerRules]);
  expect(Object.keys(registerLawOf("NI")?.rules ?? {})).toEqual(["first-notice", "suspended"]);
});
