import { expect, test } from "vitest";
import { type Instant, parseInstant } from "@unmask/core";
import { type Intent, desk } from "../event.ts";
import { emptyCase } from "../fold/case-state.ts";
import { type CaseState, applyToCase } from "../fold/case-state.ts";
import { closingChecks } from "./closing.ts";
import { decideCase } from "./decide-case.ts";

const now: Instant = parseInstant(Date.UTC(2026, 10, 26, 10, 34)) ?? never();

function never(): never {
  throw new Error("a time of our calendar");
}

function write(state: CaseState, by: string, intent: Intent): CaseState | string {
  const command = { ...intent, stream: { of: "case" as const, id: "0412" }, saw: state.number, by, happened: now };
  const decided = decideCase(command, state, { table: null, reports: [] }, now);
  if (!decided.done) return "refused" in decided ? decided.refused.rule : "changed";
  return decided.events.reduce(applyToCase, state);
}

function done(state: CaseState | string): CaseState {
  if (typeof state === "string") throw new Error(`refused: ${state}`);
  return state;
}

test("that two reports tell of one person is open until somebody else than who said so agrees", () => {
  const opened = done(write(emptyCase("0412"), "officer-1", { kind: "case-opened", body: { reports: ["R-2100"] } }));
  const why = [{ says: "One identifier stands in both.", knowing: "record" as const }];
  const suggested = done(write(opened, desk, { kind: "link-suggested", body: { link: "k-1", to: "R-2088", why } }));
  const said = done(
    write(suggested, "officer-1", {
      kind: "link-decided",
      body: { link: "k-1", answer: "confirmed", reason: "The same words, the same nights." },
    }),
  );
  const linksOpen = (state: CaseState) => closingChecks(state, []).find(({ id }) => id === "links")?.open;
  expect(linksOpen(said)).toEqual(["R-2088"]);
  const decision = said.number;
  expect(write(said, "officer-1", { kind: "decision-read", body: { decision, agrees: true } })).toBe("own-decision");
  const agreed = done(write(said, "officer-2", { kind: "decision-read", body: { decision, agrees: true } }));
  expect(linksOpen(agreed)).toEqual([]);
  const disagreed = done(write(said, "officer-2", { kind: "decision-read", body: { decision, agrees: false } }));
  expect(linksOpen(disagreed)).toEqual(["R-2088"]);
});
