import { describe, expect, test } from "vitest";
import { newestOf } from "../fold/order/order-of-kind.ts";
import { mindsOfChange } from "./change-minds.ts";
import { type Step, full, law, play, step } from "../../../../test/cases/made-order.ts";

/** What is to be minded of a change that is asked, section by section. */

describe("what is to be minded of a change", () => {
  const minds = (more: object, on: string, since: readonly Step[] = []): readonly string[] => {
    const state = play([
      ...full,
      step(on, {
        kind: "change-asked",
        body: { change: "c-1", order: "full", what: "renew", by: "us", day: on, says: "Needed.", keeps: [1], ...more },
      }),
      ...since,
    ]);
    const [change] = state.changes;
    const order = newestOf(state.orders, "full");
    if (change === undefined || order === undefined) expect.fail();
    return mindsOfChange(change, order, state, law).map(({ section, says }) => `${section}: ${says}`);
  };

  test("s3(2): the least period on renewal is not clear, so a shorter one warns and goes on", () => {
    expect(minds({ until: "2031-09-29" }, "2029-10-01")).toEqual([
      "s3(2): The last day that is asked for is less than 2 years from the day on which it is asked. Whether the least period holds on renewal is not clear: it can go on, and the court decides.",
      ": The order lives through Fri 30 Nov 2029. A renewal that is decided after that day finds it expired.",
    ]);
    expect(minds({ until: "2031-09-30" }, "2029-10-01")).toHaveLength(1);
    expect(minds({ until: "2029-11-30" }, "2029-10-01")[1]).toMatch("does not lie after the one that the order has");
  });

  test("s4(4)(b): a discharge says until when consents are needed, and whose are not there", () => {
    expect(minds({ what: "discharge", by: "subject", keeps: undefined }, "2028-06-01")).toEqual([
      "s4(4)(b): Until the end of Thu 30 Nov 2028 a court discharges it only with consents; its own day counts, not that of the application. Not written here as given: the chief officer who applied for it.",
    ]);
  });

  test("s4(4)(b): consents are called given only with that of the area to which the person moved, before that force took the order", () => {
    const consent = (of: string): Step =>
      step("2028-06-03", { kind: "consent-given", body: { change: "c-1", of, answer: "yes", day: "2028-06-03", says: "By letter." } });
    const moved = step("2028-06-02", {
      kind: "transferred",
      body: { to: "Kent Police", day: "2028-06-02", told: "PC 12", reason: "Moved." },
    });
    const takenBy = (to: string): Step =>
      step("2028-06-02", { kind: "transferred", body: { to, day: "2028-06-02", told: "PC 12", taken: "Insp Hale", reason: "Moved." } });
    const movedBack = step("2028-06-03", {
      kind: "transferred",
      body: { to: "Northshire Constabulary", day: "2028-06-03", told: "PC 12", reason: "Moved back." },
    });
    const lacks = (since: readonly Step[]): string | undefined =>
      minds({ what: "discharge", by: "subject", keeps: undefined }, "2028-06-01", since)[0]?.replace(/.*application\. /, "");
    const given = "They are written here as given.";
    expect(lacks([consent("applicant-force")])).toBe(given);
    expect(lacks([moved, consent("applicant-force")])).toBe(
      "Not written here as given: the chief officer of the area where the person lives.",
    );
    expect(lacks([moved, consent("applicant-force"), consent("home-force")])).toBe(given);
    expect(lacks([moved, takenBy("Kent Police"), movedBack, consent("applicant-force")])).toBe(given);
  });
});
