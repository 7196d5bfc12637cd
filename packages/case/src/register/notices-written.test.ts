import { describe, expect, test } from "vitest";
import { dutiesOfState } from "./duties-of-state.ts";
import { owedUnder } from "./owed-under.ts";
import { type Step, at, attended, full, ground, interim, moved, play, register, states, step } from "../../../../test/cases/made-order.ts";

/** What the register works out of what was written of an order, section by section. */

const begunBody = { jurisdiction: "EW", case: "0418", route: "s1-application", force: "Northshire Police" };

describe("the register works out of what was written", () => {
  test("s9(1): the first notice runs from the service that a second person confirmed, and is met in person at a station of the area", () => {
    expect(states(play(interim.slice(0, 5)), "2026-10-31")).toEqual(["first-notice not-served -"]);
    expect(states(play(interim), "2026-11-02")).toEqual(["first-notice due 2026-11-02"]);
    expect(states(play([...interim, attended("2026-11-02")]), "2026-11-09")).toEqual(["first-notice met 2026-11-02"]);
  });

  test("s9(1): a full order that replaces the interim asks for no second first notice, and a change goes on: s9(4)", () => {
    const state = play([...full, moved("2026-12-09", "4 Quay Street", "2026-12-11")]);
    expect(states(state, "2026-12-11")).toEqual([
      "first-notice met 2026-11-02",
      "first-notice not-required -",
      "address-changed due 2026-12-11",
    ]);
    expect(dutiesOfState(state, register, at("2026-12-12T00:00:00.000Z")).at(-1)).toMatchObject({
      stands: "overdue",
      label: "overdue — possible s11 offence, reasonable excuse not assessed",
    });
  });

  test("s10(1): what was not said in person is no notice; at a station elsewhere or not known it is for an officer", () => {
    expect(states(play([...interim, attended("2026-11-02", { inPerson: false })]), "2026-11-09")).toEqual([
      "first-notice overdue 2026-11-02",
    ]);
    for (const area of ["elsewhere", "unknown"]) {
      const duties = dutiesOfState(play([...interim, attended("2026-11-02", { area })]), register, at("2026-11-09"));
      expect(duties.map(({ stands, due, label }) => [stands, due, label])).toEqual([["undecided", "2026-11-02", undefined]]);
    }
  });

  test("s9(1): a notice at a station elsewhere after the period leaves it missed; counted by two officers it is met late, and stays labelled", () => {
    const late = play([...interim, attended("2026-11-12", { area: "elsewhere" })]);
    const label = "overdue — possible s11 offence, reasonable excuse not assessed";
    expect(dutiesOfState(late, register, at("2026-11-20"))).toMatchObject([
      {
        stands: "overdue",
        due: "2026-11-02",
        label,
        why: expect.stringContaining("10 days after the period, the notice of 12 Nov 2026 (entry 7)"),
      },
    ]);
    const settle = step("2026-11-20", {
      kind: "duty-settled",
      body: { rule: "first-notice", trigger: "interim served 2026-10-31", how: "counts-as-met", reason: "That station is accepted." },
    });
    const waits = play([settle], late);
    expect(dutiesOfState(waits, register, at("2026-11-20"))).toMatchObject([{ stands: "overdue", label, settling: { number: 8 } }]);
    expect(owedUnder(waits, register, at("2026-11-20")).map(({ what }) => what)).toEqual(["missed", "settling", "acknowledgement"]);
    const counted = play([step("2026-11-21", { kind: "duty-settling-read", body: { settled: 8, agrees: true } }, "o-wren")], waits);
    expect(dutiesOfState(counted, register, at("2026-11-21"))).toMatchObject([{ stands: "met-late", metOn: "2026-11-12", label }]);
    // One in the period is for an officer, whatever came after it.
    const both = [attended("2026-11-02", { area: "elsewhere" }), attended("2026-11-12", { area: "elsewhere" })];
    expect(states(play([...interim, ...both]), "2026-11-20")).toEqual(["first-notice undecided 2026-11-02"]);
  });

  test("s9(1): what was settled of one notice is not settled of another, and what was counted is gone with its notice", () => {
    const settle = (how: string, settled: number): readonly Step[] => [
      step("2026-11-20", {
        kind: "duty-settled",
        body: { rule: "first-notice", trigger: "interim served 2026-10-31", how, reason: "It is so." },
      }),
      step("2026-11-20", { kind: "duty-settling-read", body: { settled, agrees: true } }, "o-wren"),
    ];
    const withdraw = (entry: number): Step => step("2026-11-20", { kind: "entry-withdrawn", body: { entry, reason: "Another man." } });
    const stands = (...more: readonly Step[]) =>
      dutiesOfState(play([...interim, ...more]), register, at("2026-11-20")).map((one) => [one.stands, one.metOn]);
    const elsewhere = (day: string): Step => ({ ...attended(day, { area: "elsewhere" }), on: "2026-11-20" });
    const [none, inTime] = [settle("does-not-count", 8), elsewhere("2026-11-02")];
    expect(stands(inTime, ...none)).toEqual([["overdue", undefined]]);
    // Gone with no other it was missed all the same; another in time has been decided by nobody, and one after the period takes nothing of it back.
    expect(stands(inTime, ...none, withdraw(7))).toEqual([["overdue", undefined]]);
    expect(stands(inTime, ...none, withdraw(7), elsewhere("2026-11-01"))).toEqual([["undecided", undefined]]);
    expect(stands(inTime, ...none, elsewhere("2026-11-01"))).toEqual([["undecided", undefined]]);
    expect(stands(inTime, ...none, elsewhere("2026-11-09"))).toEqual([["overdue", undefined]]);
    expect(stands(inTime, elsewhere("2026-11-01"), ...settle("does-not-count", 9), withdraw(7))).toEqual([["overdue", undefined]]);
    const counts = settle("counts-as-met", 8);
    expect(stands(inTime, ...counts, elsewhere("2026-11-01"))).toEqual([["met", undefined]]);
    expect(stands(inTime, ...counts, withdraw(7), elsewhere("2026-11-01"))).toEqual([["undecided", undefined]]);
    const late = elsewhere("2026-11-12");
    expect(stands(late, ...counts)).toEqual([["met-late", "2026-11-12"]]);
    expect(stands(late, ...counts, elsewhere("2026-11-09"))).toEqual([["met-late", "2026-11-12"]]);
    expect(stands(late, ...counts, withdraw(7), elsewhere("2026-11-14"))).toEqual([["overdue", undefined]]);
    // It is settled anew of the one that stands.
    expect(stands(late, ...counts, withdraw(7), elsewhere("2026-11-14"), ...settle("counts-as-met", 12))).toEqual([
      ["met-late", "2026-11-14"],
    ]);
  });

  test("s9(2): names of which it is not said that they are all, or no address, are less than all; a name left out is for an officer", () => {
    expect(states(play([...interim, attended("2026-11-02", { allNames: "not-known" })]), "2026-11-09")).toEqual([
      "first-notice undecided 2026-11-02",
    ]);
    expect(states(play([...interim, attended("2026-11-02", { address: undefined })]), "2026-11-09")).toEqual([
      "first-notice undecided 2026-11-02",
    ]);
    const used = step("2026-12-02", { kind: "name-used", body: { name: "Gary Stone", day: "2026-10-20", found: "2026-12-02", ground } });
    expect(states(play([...interim, attended("2026-11-02"), used]), "2026-12-03")).toEqual([
      "first-notice undecided 2026-11-02",
      "name-used not-required -",
    ]);
    const told = attended("2026-11-02", { names: ["Gary Slade", "gary  stone"] });
    expect(states(play([...interim, told, used]), "2026-12-03")[0]).toBe("first-notice met 2026-11-02");
  });

  test("s9(2): a name that is known of them and was not told, the one by which they are bound among them, is for an officer", () => {
    expect(states(play([...interim, attended("2026-11-02", { names: ["G. Marsh"] })]), "2026-11-09")).toEqual([
      "first-notice undecided 2026-11-02",
    ]);
    const known = step("2026-10-05", {
      kind: "application-begun",
      body: { ...begunBody, subject: { name: "Gary Slade", otherNames: ["Gaz Stone"] } },
    });
    const order = [known, ...interim.slice(1)];
    expect(states(play([...order, attended("2026-11-02")]), "2026-11-09")).toEqual(["first-notice undecided 2026-11-02"]);
    expect(states(play([...order, attended("2026-11-02", { names: ["Gary Slade", "gaz  stone"] })]), "2026-11-09")).toEqual([
      "first-notice met 2026-11-02",
    ]);
  });

  test("s9(2): a name that a keyboard without its letters and signs wrote down was told, and nothing is overdue by that", () => {
    const known = step("2026-10-05", {
      kind: "application-begun",
      body: { ...begunBody, subject: { name: "Stanisław O’Neill", otherNames: ["Ann-Marie Weiß"] } },
    });
    const typed = attended("2026-11-02", { names: ["Stanislaw O'Neill", "Ann Marie Weiss"] });
    expect(states(play([known, ...interim.slice(1), typed]), "2026-11-09")).toEqual(["first-notice met 2026-11-02"]);
  });

  test("s9(3): a name that was left out of what was told later is not told by it, and runs from its use", () => {
    const used = step("2026-11-20", { kind: "name-used", body: { name: "Gary Stone", day: "2026-11-15", found: "2026-11-20", ground } });
    const steps = [...interim, attended("2026-11-02"), used];
    expect(states(play([...steps, attended("2026-11-21")]), "2026-11-22")[1]).toBe("name-used overdue 2026-11-17");
    expect(states(play([...steps, attended("2026-11-21", { names: ["Gary Slade", "Gary Stone"] })]), "2026-11-22")[1]).toBe(
      "name-used met-late 2026-11-17",
    );
    expect(states(play([...interim, attended("2026-11-02", { names: ["Gary Slade", "Gary Stone"] }), used]), "2026-11-22")[1]).toBe(
      "name-used met 2026-11-17",
    );
  });

  test("s9(4): the address that had been told before is no news; another than the known one is for an officer", () => {
    const steps = [...interim, attended("2026-11-02"), moved("2026-11-10", "4 Quay Street")];
    const last = (more: object): string | undefined => states(play([...steps, attended("2026-11-12", more)]), "2026-11-20").at(-1);
    expect(last({ address: "4 quay street" })).toBe("address-changed met 2026-11-12");
    expect(last({ address: "41 Tanyard Close" })).toBe("address-changed overdue 2026-11-12");
    expect(last({ address: "9 Mill Row" })).toBe("address-changed undecided 2026-11-12");
  });

  test("s10(3)(b): a change that is told before it is met, where it is that change", () => {
    const early = attended("2026-11-08", { address: "4 Quay Street", changeOn: "2026-11-10" });
    const after = (address: string): string | undefined =>
      states(play([...interim, attended("2026-11-02"), early, moved("2026-11-10", address)]), "2026-11-20").at(-1);
    expect(after("4 Quay Street")).toBe("address-changed met 2026-11-12");
    expect(after("9 Mill Row")).toBe("address-changed overdue 2026-11-12");
    // It is of that change alone, and no first notice: late as it is, it leaves that overdue.
    expect(states(play([...interim, { ...early, on: "2026-11-08" }]), "2026-11-09")).toEqual(["first-notice overdue 2026-11-02"]);
  });

  test("s9(4): back at an address that was told for an earlier move, or at the first notice, is a change of its own", () => {
    const alone = (address: string): object => ({ names: [], allNames: "not-known", address });
    const back = [moved("2026-11-15", "9 Mill Row"), attended("2026-11-16", alone("9 Mill Row"))];
    const told = [moved("2026-11-05", "4 Quay Street"), attended("2026-11-06", alone("4 Quay Street"))];
    const last = (...steps: readonly Step[]): string | undefined =>
      states(play([...interim, attended("2026-11-02"), ...steps]), "2026-12-20").at(-1);
    expect(last(...told, ...back, moved("2026-12-10", "4 quay street"))).toBe("address-changed overdue 2026-12-12");
    expect(last(...told, moved("2026-11-15"), moved("2026-12-10", "4 Quay Street"))).toBe("address-changed overdue 2026-12-12");
    const first = attended("2026-11-02", { allNames: "not-known", address: "1 Tanyard Close" });
    expect(states(play([...interim, first, ...back, moved("2026-12-10", "1 Tanyard Close")]), "2026-12-20").at(-1)).toBe(
      "address-changed overdue 2026-12-12",
    );
    // Told before two moves, of which the first went elsewhere: whether it was of the second an officer says.
    const ahead = attended("2026-11-08", { ...alone("4 Quay Street"), changeOn: "2026-11-20" });
    expect(last(ahead, moved("2026-11-20", "4 Quay Street"))).toBe("address-changed met 2026-11-22");
    expect(last(ahead, ...back, moved("2026-11-20", "4 Quay Street"))).toBe("address-changed undecided 2026-11-22");
  });

  test("s14: where there is no home, the place where they can regularly be found is told; no address here at all is for an officer", () => {
    const found = attended("2026-11-02", { address: undefined, regularlyFound: "St Anne’s shelter" });
    expect(states(play([...interim, found]), "2026-11-09")).toEqual(["first-notice met 2026-11-02"]);
    expect(states(play([...interim, attended("2026-11-02"), moved("2026-11-10")]), "2026-11-20").at(-1)).toBe(
      "address-changed undecided 2026-11-12",
    );
    const movedTwice = [moved("2026-11-05", "4 Quay Street"), attended("2026-11-05", { address: "4 Quay Street" }), moved("2026-11-10")];
    expect(states(play([...interim, attended("2026-11-02"), ...movedTwice]), "2026-11-20").at(-1)).toBe(
      "address-changed undecided 2026-11-12",
    );
  });

  test("s9(5)-(7): another register suspends, and the first notice starts anew on its final day", () => {
    const other = step("2026-11-05", { kind: "other-register", body: { register: "SOA", from: "2026-11-05", to: "2026-11-20", ground } });
    const state = play([...interim, attended("2026-11-02"), other]);
    expect(states(state, "2026-11-10").at(-1)).toBe("suspended suspended 2026-11-22");
    expect(states(state, "2026-11-21").at(-1)).toBe("suspension-ends due 2026-11-22");
  });

  test("what is withdrawn stays readable and counts for nothing: everything is worked out anew", () => {
    const state = play([
      ...interim,
      attended("2026-11-02"),
      step("2026-11-05", { kind: "entry-withdrawn", body: { entry: 7, reason: "It was his brother." } }),
    ]);
    expect(states(state, "2026-11-09")).toEqual(["first-notice overdue 2026-11-02"]);
    expect(state.attendances[0]?.withdrawn?.reason).toBe("It was his brother.");
    const again = play(
      [step("2026-11-06", { kind: "service-withdrawn", body: { attempt: 5, reason: "It was his brother." } }, "o-wren")],
      state,
    );
    expect(states(again, "2026-11-09")).toEqual(["first-notice not-served -"]);
  });

  test("s5: an interim that ended when the application was refused asks for nothing new", () => {
    const refused = step("2026-11-05", { kind: "court-result", body: { result: "refused", day: "2026-11-05", court: "Northmere" } });
    expect(states(play([...interim, attended("2026-11-02"), refused, moved("2026-11-06", "4 Quay Street")]), "2026-11-20")).toEqual([
      "first-notice met 2026-11-02",
      "address-changed ended -",
    ]);
  });
});
