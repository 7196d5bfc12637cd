import { describe, expect, it } from "vitest";
import { parseInstant } from "@unmask/core";
import { registerLawOf } from "@unmask/law";
import type { CounterDuty } from "../../desk/attendance.ts";
import { type AttendanceDraft, attendedBody, isWrittenUndecided, sayNothingOpen, sayOpenDuty, willWrite } from "./attendance-words.ts";

const law = registerLawOf("EW");
if (law === undefined) throw new Error("there is a register in England and Wales");

const notice: CounterDuty = {
  rule: "first-notice",
  section: "s9(1)",
  trigger: "served 2026-10-31",
  due: "2026-11-02",
  overdueFrom: parseInstant(Date.UTC(2026, 10, 3)) ?? null,
  stands: "due",
};

const whole: AttendanceDraft = {
  inPerson: "yes",
  day: "2026-11-02",
  at: "17:52",
  station: "Tarn Road",
  area: "local",
  names: ["Gary Slade", " Gaz Slade ", ""],
  allNames: "yes",
  lives: "home",
  address: "41 Tanyard Close, Northmere",
  changeOn: "",
  online: [],
  checked: ["photograph"],
  says: "",
};

const called = { name: "Gary Slade", otherNames: 0 };

const said = (changed: Partial<AttendanceDraft>, duties = [notice], otherNames = 0): string => {
  const { word, says, more = "" } = willWrite({ ...whole, ...changed }, { duties, keptBy: null, ...called, otherNames }, law);
  return `${word} ${says} ${more}`;
};

describe("what is told at a station", () => {
  it("s9(1): meets the first notice on its last day, in person, with every name and an address", () => {
    expect(said({})).toContain("Met on Mon 2 Nov 2026, the last day.");
    expect(attendedBody(whole)).toMatchObject({ ok: true, value: { names: ["Gary Slade", "Gaz Slade"], identity: "photograph" } });
    expect(sayOpenDuty(notice, "2026-11-02").says).toBe("First notice, due by the end of today, Mon 2 Nov 2026.");
  });

  it("s10(1): is nothing by telephone, and undecided elsewhere, and is written in both", () => {
    expect(said({ inPerson: "no" })).toContain("does not count: s10(1). What was said is written");
    for (const area of ["elsewhere", "unknown"] as const) {
      expect(said({ area })).toMatch(/^Undecided: .*s10\(1\).*No label and no “met”.*overdue from Tue 3 Nov 2026, 00:00/);
      expect(attendedBody({ ...whole, area }).ok).toBe(true);
    }
  });

  it("s9(1), s10(1): is late elsewhere as the register has it: overdue, until an officer counts it, and undecided only what was in its period", () => {
    const overdue = { ...notice, stands: "overdue" } as const;
    const late = { day: "2026-11-05", area: "elsewhere" } as const;
    expect(said(late, [overdue])).toBe(
      "Late, and not met: told at a station outside the local police area: s10(1). " +
        "First notice stays overdue: its period was over at the end of Mon 2 Nov 2026. It is met late once who keeps the register counts this.",
    );
    const change = { ...notice, rule: "address-changed", trigger: "address changed 2026-11-04", due: "2026-11-06" } as const;
    expect(said(late, [overdue, change])).toMatch(/^Undecided: .*due by the end of Fri 6 Nov 2026.*First notice stays overdue/);
    // Written down afterwards, of a day in the period.
    expect(said({ ...late, day: "2026-11-02" }, [overdue])).toMatch(/^Undecided:/);
    expect(said(late, [])).toContain("Nothing runs that this would meet.");
    expect(said(late, [{ ...notice, stands: "not-served", due: null, overdueFrom: null }])).toContain("Nothing runs");
    expect(said({ day: "2026-11-05", allNames: "no" }, [overdue])).toContain(
      "It stays overdue: its period was over at the end of Mon 2 Nov",
    );
    const willBe = (duties: readonly CounterDuty[]) => willWrite({ ...whole, ...late }, { duties, keptBy: null, ...called }, law);
    expect([isWrittenUndecided(willBe([overdue])), isWrittenUndecided(willBe([change]))]).toEqual([false, true]);
  });

  it("is never said to be nothing under an order that another force keeps: what waits there is not known here", () => {
    expect(sayNothingOpen({ keptBy: null })).toContain("Nothing waits to be told.");
    expect(sayNothingOpen({ keptBy: "Westmere Police" })).toMatch(/^Westmere Police keeps this order\..*not worked out here: ask them/);
    const told = willWrite(whole, { duties: [], keptBy: "Westmere Police", ...called }, law);
    expect(told.says).toBe("it is written. Whether it meets anything is for Westmere Police: tell them.");
  });

  it("says that something is missing, and that late is late, and never that it was a failing", () => {
    for (const changed of [{ names: [] }, { allNames: "no" as const }, { lives: undefined }, { changeOn: "2026-11-20" }])
      expect(said(changed)).toContain("Not all is told yet");
    expect(said({ day: "2026-11-03" })).toContain("Met late:");
    expect(said({}, [{ ...notice, stands: "undecided" }])).toContain("an officer decides");
  });

  it("s9(2): promises nothing where a known name can be missing, as the register compares them, and never says which", () => {
    const overdue = { ...notice, stands: "overdue" } as const;
    expect(said({ names: ["Gaz Slade"] })).toMatch(/^Undecided: the name by which the order calls them is not among those/);
    expect(said({ names: ["GARY  SLADE"] })).toContain("Met on Mon 2 Nov 2026");
    expect(said({ names: ["Gary Slade"], day: "2026-11-04" }, [overdue], 1)).toMatch(
      /^Late, and not met: fewer names are told than are known here\. It stays overdue/,
    );
    expect(said({ day: "2026-11-04" }, [overdue], 1)).toMatch(/^Told: .*an officer decides; else it is met late\./);
    expect(said({}, [notice], 1)).toMatch(/^Told: .*an officer decides; else it is met\./);
    expect(said({ day: "2026-11-04" }, [overdue])).toMatch(/^Met late:/);
  });

  it("s10(5): keeps the words of whoever refuses prints or a photograph", () => {
    expect(attendedBody({ ...whole, checked: ["refused"] })).toMatchObject({ ok: false });
    expect(attendedBody({ ...whole, checked: ["refused"], says: "No." })).toMatchObject({ value: { identity: "refused", says: "No." } });
  });
});
