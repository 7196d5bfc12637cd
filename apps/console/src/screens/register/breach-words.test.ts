import { describe, expect, it } from "vitest";
import { foldOrder } from "@unmask/case";
import { parseInstant } from "@unmask/core";
import { deskLawOfOrders } from "../../desk/order-laws.ts";
import { type Breach, draftForPerson, sayServed, stepsOf } from "./breach-words.ts";

const at = { number: 12, happened: parseInstant(0) ?? expect.unreachable(), by: "o-1" };

const breach: Breach = {
  ...{ ...at, breach: "b-1", order: "full", of: { condition: 1 }, day: "2026-11-18", says: "A message at night." },
  ...{ evidence: [], knew: [], asked: [], assessed: [], keptOpen: [], decisions: [] },
};

/** Nothing is written of how it was known. */
const rests = { knew: [] };

const order: Parameters<typeof draftForPerson>[1][number] = {
  ...{ which: "full", made: "2026-10-19", court: "Northshire Magistrates’ Court", period: { until: "2029-10-18" }, ended: null },
  ...{ conditions: [], from: [], gaps: [], attempts: [], served: null, disputed: [], knew: [], marks: [], copies: [] },
};

describe("what a protected person reads of a possible breach", () => {
  it("says that the order holds only while one does: nobody relies on an order that is over", () => {
    expect(draftForPerson(breach, [order], rests, "2026-11-19")).toContain("The order holds as before.");
    const over = [
      draftForPerson(breach, [{ ...order, ended: { how: "discharged", day: "2026-11-19" } }], rests, "2026-11-19"),
      draftForPerson(breach, [order], rests, "2029-10-19"),
    ];
    for (const says of over) expect(says).toMatch(/does not hold any more: ask us what can be done now\. If you see them, call 999\.$/);
  });

  it("says of a duty that it may not have been met, and announces no arrest", () => {
    const decision = { ...at, breach: "b-1", decision: "arrest", reason: "", under: [] } as const;
    const ground = { says: "served", knowing: "record" } as const;
    const shown = { ...at, number: 11, breach: "b-1", says: "The register.", doesNotShow: "Nothing else.", knowing: "record" } as const;
    const missedDuty: Breach = {
      ...{ ...breach, of: { duty: "initial", trigger: "served 2026-11-10" }, decisions: [decision] },
      ...{ evidence: [shown], knew: [{ ...at, number: 11, breach: "b-1", service: 5, ground }] },
    };
    const missed = draftForPerson(missedDuty, [order], { knew: missedDuty.knew }, "2026-11-19");
    expect(missed).toMatch(/^Something that has to be told to the police under the order may not have been told in time\./);
    expect(missed).toContain("we go to them, and tell you when that is done.");
    expect(missed).not.toMatch(/arrest/i);
    const gone = draftForPerson(missedDuty, [order], { knew: [] }, "2026-11-19");
    expect(gone).toContain("What was decided before is open again. We are finding out what happened");
    expect(gone).not.toContain("we go to them");
    // A corrected result can show that no order was made.
    expect(draftForPerson(missedDuty, [], { knew: [] }, "2026-11-19")).toContain("No order holds: ask us what can be done now.");
  });

  it("is not said to lack a service that a second person confirmed, and not to have one that came later", () => {
    const served = { day: "2026-11-10" } as NonNullable<(typeof order)["served"]>;
    expect(sayServed(breach, { orders: [order] }).says).toMatch(/^No service is confirmed/);
    expect(sayServed(breach, { orders: [{ ...order, served }] })).toMatchObject({
      more: "served Tue 10 Nov 2026",
      says: expect.stringContaining("was served on Tue 10 Nov 2026, and a second person has confirmed it"),
    });
    expect(sayServed({ ...breach, day: "2026-11-09" }, { orders: [{ ...order, served }] }).says).toContain(
      "Tue 10 Nov 2026, after this day",
    );
  });

  it("has its step of service done only while the service that was named is one", () => {
    const named: Breach["knew"][number] = { ...at, breach: "b-1", service: 5, ground: { says: "served", knowing: "record" } };
    const state = { ...foldOrder("SPO-26-025", [], deskLawOfOrders), orders: [order] };
    const step = (knew: Breach["knew"]): unknown =>
      stepsOf({ ...breach, knew: [named] }, state, { knew }).find((one) => one.step === "knew");
    expect(step([named])).toMatchObject({ more: "written", isDone: true });
    expect(step([])).toMatchObject({ more: "not written", isDone: false });
  });

  it("promises nothing and decides nothing", () => {
    expect(draftForPerson(breach, [order], rests, "2026-11-19")).not.toMatch(/\bsafe\b|stalker|offence/i);
  });
});
