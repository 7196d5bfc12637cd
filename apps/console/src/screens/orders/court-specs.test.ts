import { describe, expect, it } from "vitest";
import { fullMade, go, lodgedOne, parry, result } from "../../../../../fixtures/order-story.ts";
import { bodyOf, fieldsAsked } from "../../parts/written-fields.ts";
import { correctSpec, resultSpec } from "./court-specs.ts";

/** What is asked of a court's result as it is typed from its copy. */

const refused = go(lodgedOne(), [["2027-01-05", parry, result({ result: "refused", day: "2027-01-05" })]]);
const noted = go(refused, [
  ["2027-01-12", parry, { kind: "appeal-noted", body: { by: "us", against: refused.number, day: "2027-01-12", says: "We appeal." } }],
]);
const typed = { result: "appeal-allowed", order: "full", court: "Northmere Crown Court", day: "2027-03-01", quashes: "no" };
const allowed = { ...typed, appeal: String(noted.number) };

describe("an appeal that was allowed against a refusal", () => {
  const spec = resultSpec({ state: noted, copies: [] });
  const keys = (values: Readonly<Record<string, string>>) => fieldsAsked(spec.fields, values).map(({ key }) => key);
  const bodyWith = (more: Readonly<Record<string, string>>) => {
    const body = bodyOf(spec.fields, { ...allowed, ...more });
    return body.ok ? spec.sends?.(body.value) : body.error;
  };

  it("asks what it made, and of an order its period and its conditions", () => {
    expect(keys(allowed)).toContain("remitted");
    for (const key of ["how-long", "conditions"]) {
      expect(keys({ ...allowed, remitted: "no" })).toContain(key);
      expect(keys({ ...allowed, remitted: "yes" })).not.toContain(key);
      expect(keys({ ...allowed, remitted: "not-known" })).not.toContain(key);
    }
    expect(keys({ ...allowed, quashes: "yes" })).not.toContain("remitted");
    expect(bodyWith({})).toBe("Not answered yet: What it made");
  });

  it("is sent with what it made, that it went back, or that neither is known", () => {
    expect(bodyWith({ remitted: "not-known" })).toMatchObject({ result: "appeal-allowed", appeal: noted.number, remitted: "not-known" });
    expect(bodyWith({ remitted: "no", "how-long": "further", conditions: "1" })).toMatchObject({
      remitted: "no",
      period: { until: null },
      conditions: [{ condition: 1 }],
    });
  });

  it("can name its appeal again where it is corrected", () => {
    const waits = go(noted, [
      [
        "2027-03-01",
        parry,
        result({ result: "appeal-allowed", order: "full", day: "2027-03-01", appeal: noted.number, remitted: "not-known" }),
      ],
    ]);
    const [wrong] = waits.results.slice(-1);
    if (wrong === undefined) throw new Error("the result is not there");
    const appeal = correctSpec({ state: waits, copies: [] }, wrong).fields.find(({ key }) => key === "appeal");
    expect(appeal?.options?.map(({ value }) => value)).toEqual([String(noted.number)]);
  });
});

it("an appeal against a discharge gives the order back, and asks for no text", () => {
  const made = go(lodgedOne(), [fullMade("2026-12-01", null)]);
  const over = go(made, [["2029-01-10", parry, result({ result: "discharged", order: "full", day: "2029-01-10" })]]);
  const against = go(over, [
    ["2029-01-12", parry, { kind: "appeal-noted", body: { by: "subject", against: over.number, day: "2029-01-12", says: "An appeal." } }],
  ]);
  const { fields } = resultSpec({ state: against, copies: [] });
  expect(fieldsAsked(fields, { ...typed, appeal: String(against.number) }).map(({ key }) => key)).not.toContain("remitted");
});

describe("an order that a court changed", () => {
  const made = go(lodgedOne(), [fullMade("2026-12-01", "2028-12-01")]);
  const spec = resultSpec({ state: made, copies: [] });
  const stood = made.orders.at(-1)?.conditions ?? [];
  const varied = { ...spec.standing, result: "varied", order: "full", court: "Northmere Magistrates’ Court", day: "2027-03-01" };
  const bodyWith = (more: Readonly<Record<string, string>>) => {
    const body = bodyOf(spec.fields, { ...varied, ...more });
    return body.ok ? spec.sends?.(body.value) : body.error;
  };
  const written = spec.standing?.["conditions-full"] ?? "";

  it("is asked for its period and its conditions, and what stands is written there", () => {
    expect(fieldsAsked(spec.fields, varied).map(({ key }) => key)).toEqual(
      expect.arrayContaining(["how-long-full", "until-full", "conditions-full"]),
    );
    expect(spec.standing).toMatchObject({ "how-long-full": "fixed", "until-full": "2028-12-01" });
    for (const { condition, type, says } of stood) expect(written).toContain(`${condition}. ${type}: ${says}`);
    expect(bodyWith({ "conditions-full": " " })).toMatch(/^Not answered yet: Conditions/);
    expect(spec.lacks?.({ ...varied, "conditions-full": "He may not go there." })).toMatch(/^Condition 1 is not understood/);
  });

  it("keeps the conditions where the period alone was varied", () => {
    const body = bodyWith({ "until-full": "2029-06-01" });
    expect(body).toMatchObject({ result: "varied", order: "full", period: { until: "2029-06-01" } });
    expect(body).not.toHaveProperty("conditions");
  });

  it("has the conditions as the court made them: one in other words, those that stay, and a new one under a number of its own", () => {
    const [first, ...others] = stood;
    const typed = `${written.replace(first?.says ?? "", "Not to contact her by any means.")}\n\nprohibition: Not to enter Mill Lane.`;
    const highest = Math.max(...stood.map(({ condition }) => condition));
    expect(bodyWith({ "conditions-full": typed })).toMatchObject({
      period: { until: "2028-12-01" },
      conditions: [
        { ...first, says: "Not to contact her by any means." },
        ...others,
        { condition: highest + 1, type: "prohibition", says: "Not to enter Mill Lane." },
      ],
    });
    expect(bodyWith({ "conditions-full": typed })).not.toHaveProperty("conditions-full");
  });

  it("asks of a renewal the new period, and the conditions too", () => {
    const renewed = { ...varied, result: "renewed" };
    const keys = fieldsAsked(spec.fields, renewed).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["how-long", "conditions-full"]));
    expect(keys).not.toContain("how-long-full");
  });
});
