import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CaseEvent, type Intent, dutiesOf, foldCase, shippedForceClocks } from "@unmask/case";
import { type Instant, type VictimCodeEventKind, instantFromIso, instantToIso } from "@unmask/core";
import { deskLawOf } from "@unmask/law";
import { expect, test } from "vitest";

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
