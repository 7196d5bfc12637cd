import { describe, expect, test } from "vitest";
import type { OrderState } from "../fold/order-state.ts";
import { owedUnder } from "./owed-under.ts";
import { type Step, at, attended, hash, interim, play, register, step } from "../../../../test/cases/made-order.ts";

/** What is still to be done by us under an order. */

describe("what is owed under an order", () => {
  const owed = (state: OrderState, on: string): readonly string[] =>
    owedUnder(state, register, at(on)).map(({ what, of, person, section }) =>
      [what, of, person, section].filter((one) => one !== undefined).join(" "),
    );

  test("s10(4): an acknowledgement until it is given, whether it is signed or not", () => {
    const paper = (given: boolean): Step =>
      step("2026-11-02", { kind: "acknowledged", body: { attendance: 7, form: "ack-1", sha256: hash, signed: false, given } });
    const state = play([...interim, attended("2026-11-02")]);
    expect(owed(state, "2026-11-03")).toEqual(["acknowledgement 7 s10(4)"]);
    expect(owed(play([paper(false)], state), "2026-11-03")).toEqual(["acknowledgement 7 s10(4)"]);
    expect(owed(play([paper(true)], state), "2026-11-03")).toEqual([]);
  });

  test("what is missed until it is opened, what is undecided until it is settled, a breach until it is decided, and then who is untold", () => {
    expect(owed(play(interim), "2026-11-09")).toEqual(["missed first-notice, interim served 2026-10-31 s9(1)"]);
    const elsewhere = [...interim, attended("2026-11-02", { area: "elsewhere" })];
    expect(owed(play(elsewhere), "2026-11-09")[0]).toBe("settling first-notice, interim served 2026-10-31 s9(1)");
    const settled = step("2026-11-09", {
      kind: "duty-settled",
      body: { rule: "first-notice", trigger: "interim served 2026-10-31", how: "keep-open", reason: "Asked.", again: "2026-11-20" },
    });
    expect(owedUnder(play([...elsewhere, settled]), register, at("2026-11-09"))[0]?.says).toBe(
      "What was settled waits for a second person, and changes nothing before.",
    );
    const read = step("2026-11-09", { kind: "duty-settling-read", body: { settled: 8, agrees: true } }, "o-wren");
    expect(owed(play([...elsewhere, settled, read]), "2026-11-09")).toEqual(["acknowledgement 7 s10(4)"]);
    // Kept open it comes back on its day.
    expect(owed(play([...elsewhere, settled, read]), "2026-11-19")).toEqual(["acknowledgement 7 s10(4)"]);
    expect(owedUnder(play([...elsewhere, settled, read]), register, at("2026-11-20"))[0]).toMatchObject({
      what: "settling",
      says: expect.stringMatching(/ It was kept open until Fri 20 Nov 2026\.$/),
    });
    const opened = step("2026-11-03", {
      kind: "breach-opened",
      body: { breach: "b-1", order: "interim", of: { condition: 2 }, day: "2026-11-02", says: "Seen." },
    });
    const kept = step("2026-11-03", { kind: "breach-kept-open", body: { breach: "b-1", again: "2026-11-06", reason: "Camera." } });
    const met = [...interim, attended("2026-11-02"), opened];
    expect(owed(play(met), "2026-11-03")[0]).toBe("decision b-1");
    expect(owed(play([...met, kept]), "2026-11-05")).toEqual(["acknowledgement 7 s10(4)"]);
    expect(owed(play([...met, kept]), "2026-11-06")[0]).toBe("decision b-1");
  });
});
