import { parseInstant } from "@unmask/core";
import { expect, it } from "vitest";
import type { BodyOf, CaseEvent } from "../event.ts";
import { foldCase } from "./case-state.ts";

const at = parseInstant(Date.parse("2026-11-25T01:56:00Z")) ?? expect.unreachable();
const typed = (number: number, body: BodyOf<"record-typed">): CaseEvent => ({
  stream: { of: "case", id: "0412" },
  number,
  happened: at,
  recorded: at,
  by: "pc-4471",
  kind: "record-typed",
  body,
});
const crime = (record: string, stalking: "yes" | "no" | "not-known"): BodyOf<"record-typed"> => ({
  of: "crime",
  record,
  agency: "Southmere Police",
  day: "2026-06-14",
  says: "Four tyres cut.",
  as: "criminal damage",
  stalking,
});

it("a crime of another force that is not recorded as stalking asks why, once; a log and a crime of stalking do not", () => {
  const log: BodyOf<"record-typed"> = {
    of: "log",
    record: "0087",
    agency: "Northshire Police",
    day: "2026-11-25",
    says: "A man at her door.",
  };
  const state = foldCase("0412", [
    typed(1, log),
    typed(2, crime("47/1", "no")),
    typed(3, crime("47/1", "no")),
    typed(4, crime("47/2", "yes")),
    typed(5, crime("47/3", "not-known")),
  ]);
  expect(state.records).toHaveLength(5);
  expect(state.elsewhere.map(({ record, as, writtenBy }) => [record, as, writtenBy])).toEqual([
    ["47/1", "criminal damage", "Southmere Police"],
    ["47/3", "criminal damage", "Southmere Police"],
  ]);
  expect(state.askAgainSince).toBe(5);
});
