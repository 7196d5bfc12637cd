import { describe, expect, test } from "vitest";
import { order, last, at, uncertified, lodgedThere } from "../../../../../fixtures/order-court-steps.ts";
import {
  type Step,
  besideNi,
  certified,
  condition,
  confirms,
  fullMade,
  go,
  lodgedOne,
  okell,
  refused,
  result,
  written,
} from "../../../../../fixtures/order-story.ts";

describe("s3(2): a period under two years", () => {
  const short = (copy?: typeof certified): Step =>
    at(
      "2026-12-01",
      result({ result: "made", day: "2026-12-01", period: { until: "2028-11-29" }, conditions: [condition(1)], ...(copy && { copy }) }),
    );
  test("a court made it: it is recorded with the certified copy and not without, counts when a second person has read it, and stays marked", () => {
    for (const step of [short(), short(uncertified)])
      expect(refused(lodgedOne(), step)).toMatchObject({
        rule: "needs-certified-copy",
        section: "s3(2)",
        says: expect.stringContaining("conflicts with s3(2)"),
      });
    const typed = go(lodgedOne(), [short(certified)]);
    expect(typed.orders).toEqual([]);
    expect(last(typed)).toMatchObject({ standing: "waits", against: [{ section: "s3(2)", says: "conflicts with s3(2)" }] });
    const number = last(typed)?.number ?? 0;
    expect(refused(typed, at("2026-12-02", confirms(number), okell))).toMatchObject({ rule: "against-rule-unseen", section: "s3(2)" });
    expect(refused(typed, at("2026-12-02", confirms(number, { againstRuleSeen: true })))).toMatchObject({ rule: "own-result" });
    const read = go(typed, [at("2026-12-02", confirms(number, { againstRuleSeen: true }), okell)]);
    expect(order(read, "full")).toMatchObject({ made: "2026-12-01", marks: [{ says: "conflicts with s3(2)", by: number }] });
    expect(read.application.stage).toBe("granted");
  });
  test("only a corrected result takes the mark away, and then it is listed as taken away", () => {
    const typed = go(lodgedOne(), [short(certified)]);
    const wrong = last(typed)?.number ?? 0;
    const read = go(typed, [at("2026-12-02", confirms(wrong, { againstRuleSeen: true }), okell)]);
    expect(refused(read, at("2026-12-03", { kind: "entry-withdrawn", body: { entry: wrong, reason: "Wrong." } }))).toMatchObject({
      rule: "no-entry",
    });
    const right = written(fullMade()).results[0]?.said;
    if (!right) throw new Error("no result");
    const mended = go(read, [
      at("2026-12-03", {
        kind: "result-corrected",
        body: { result: wrong, right: { ...right, period: { until: "2028-11-30" } }, reason: "It says the 30th." },
      }),
    ]);
    expect(order(mended, "full")).toMatchObject({ period: { until: "2028-11-30" }, marks: [] });
    expect(mended.takenAway).toMatchObject([{ section: "s3(2)", order: "full", by: wrong, correctedBy: mended.number }]);
    expect(mended.results.map(({ standing }) => standing)).toEqual(["corrected", "unread"]);
    expect(refused(mended, at("2026-12-04", confirms(wrong), okell))).toMatchObject({ rule: "corrected" });
  });
  test("s9 of Northern Ireland marks a condition of less, by itself", () => {
    const made = (inForce?: string): Step =>
      at(
        "2026-12-01",
        result({
          result: "made",
          day: "2026-12-01",
          period: { until: null },
          conditions: [condition(1, { own: { until: "2027-11-30" } })],
          copy: certified,
          ...(inForce && { inForce }),
        }),
      );
    const state = lodgedThere();
    expect(refused(state, made(), besideNi)).toMatchObject({ rule: "in-force" });
    const typed = go(state, [made("2026-12-08")], besideNi);
    expect(last(typed)?.against).toMatchObject([{ section: "s9", why: expect.stringContaining("condition 1") }]);
  });
});
