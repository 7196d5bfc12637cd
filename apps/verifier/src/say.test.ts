import type { CheckedItem, Instant, Verdict } from "@unmask/core";
import { expect, test } from "vitest";
import type { Outcome } from "./check.ts";
import { countVerdicts, sayOutcome, sayWhy } from "./say.ts";

const item = (verdict: Verdict, path = "data/x"): CheckedItem => ({ path, verdict, why: "is so" });
type Checked = Extract<Outcome, { kind: "checked" }>;
const checked = (check: Partial<Checked["check"]>, isSignerNamed = true): Checked => ({
  kind: "checked",
  check: { overall: "verified", items: [item("valid")], signer: { keyId: "", publicKey: "", known: isSignerNamed }, ...check },
  isSignerNamed,
  told: undefined,
  compared: new Map(),
  acts: async () => [],
});
const headline = (outcome: Outcome): string =>
  sayOutcome(outcome)
    .headline.map((part) => (typeof part === "string" ? part : part.name))
    .join("");

test("a verdict holds its own limit", () => {
  expect(headline(checked({}))).toMatch(/^Every item .* whose key you brought\. When it was sealed is not shown\.$/);
  const time = { time: 0 as Instant, authority: "Example" } as NonNullable<Checked["check"]["time"]>;
  expect(headline(checked({ time }))).toMatch(/It existed at 1970.*says Example\. When the acts happened is not shown\.$/);
  const unknown = [item("valid"), item("unknown-signer")];
  expect(headline(checked({ overall: "not-known", items: unknown }, false))).toBe(
    "Nothing is altered. Who sealed it and when it was sealed are not shown.",
  );
});

test("nothing is called unaltered where something is not, or where another key signed", () => {
  for (const verdict of ["altered", "missing", "unlisted", "unsupported", "error"] as const) {
    const says = headline(checked({ overall: "not-verified", items: [item("valid"), item(verdict, "data/y")] }));
    expect(says).toMatch(/^One item .*: data\/y\. Every other item keeps the verdict beside it\.$/);
    expect(says).not.toMatch(/Nothing is altered|Every item/);
  }
  const stranger = checked({ overall: "not-verified", items: [item("error")], signer: { keyId: "", publicKey: "", known: false } });
  expect(headline(stranger)).toMatch(/^This pack is not signed by the key you brought\./);
});

test("what is not shown is never shorter than what is shown, and a changed pack accuses nobody", () => {
  const all = [
    checked({}),
    checked({ overall: "not-known", items: [item("valid"), item("unknown-signer")] }, false),
    checked({ overall: "not-verified", items: [item("altered")] }),
    checked({ overall: "not-verified", items: [item("valid")], bag: { isSound: true, warnings: [] } }),
    { kind: "unopened", item: item("error") } as const,
  ];
  for (const outcome of all) {
    const { shows, doesNotShow } = sayOutcome(outcome);
    expect(doesNotShow.length).toBeGreaterThanOrEqual(shows.length);
  }
  expect(sayOutcome(checked({ overall: "not-verified", items: [item("altered")] })).doesNotShow.join()).toMatch(
    /no sign that they were invented/,
  );
});

test("the bad stands first, and a pack without a time-stamp is no error", () => {
  const items = [item("valid"), item("valid"), item("no-time"), item("altered")];
  expect(countVerdicts(items).map(({ verdict, count }) => `${count} ${verdict}`)).toEqual(["1 altered", "1 no-time", "2 valid"]);
  expect(sayWhy(item("no-time"))).toBe("Is so. This is no error.");
});
