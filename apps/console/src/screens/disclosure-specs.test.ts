import { expect, test } from "vitest";
import { epoch, readStrictly } from "@unmask/core";
import { intentFromJson } from "@unmask/case";
import type { AskedFor } from "../desk/disclosure.ts";
import { type WriteSpec, type WrittenValues, bodyOf } from "../parts/written-fields.ts";
import { giveScheduleSpec, giveSpec, listSpec } from "./disclosure-specs.ts";

const asked: AskedFor = {
  ...{ number: 37, happened: epoch, by: "Carys Boone", as: "defence", who: "Lane & Rudd", says: "The schedule." },
  ...{ item: null, until: null, given: null, refused: null },
};

/** The event that a form makes of what was typed, as the case keeps it. */
function eventOf({ fields, sends }: WriteSpec, values: WrittenValues): object {
  const body = bodyOf(fields, values);
  if (!body.ok) return { lacks: body.error };
  const read = readStrictly({ kind: "disclosure-given", body: sends?.(body.value) }, "event", intentFromJson);
  return read.ok ? read.value.body : { fault: read.error };
}

test("what is to be listed next is named with its entry, its day and whose it is: others of its kind stand beside it", () => {
  const named = listSpec({ of: "SPO-26-020/3", kind: "order SPO-26-020: somebody to be protected", since: epoch, by: "DC Prys" });
  expect(named.button).toMatch(
    /^List the next: order SPO-26-020: somebody to be protected, entry 3 of SPO-26-020, since .* 1970, .*, DC Prys$/,
  );
});

test("the schedule goes as a disclosure of the case: with who receives it, as what and how, and without a copy", () => {
  const spec = giveScheduleSpec([asked]);
  expect(spec.path).toBe("disclosure/give");
  const typed = { as: "defence", to: "Lane & Rudd, solicitors", how: "by secure mail" };
  expect(eventOf(spec, typed)).toEqual({ ...typed, copies: [], schedule: true });
  expect(eventOf(spec, { ...typed, answers: "37" })).toEqual({ ...typed, copies: [], schedule: true, answers: 37 });
  for (const key of Object.keys(typed)) expect(eventOf(spec, { ...typed, [key]: "" })).toHaveProperty("lacks");
});

test("a copy goes alone, to those alone to whom it may", () => {
  const whyNot = [
    { as: "prosecutor", says: null },
    { as: "defence", says: "It is sensitive." },
  ] as const;
  const spec = giveSpec({ item: "D-4" }, { number: 34, whyNot }, []);
  expect(spec.fields[0]?.options?.map(({ value }) => value)).toEqual(["prosecutor"]);
  const typed = { as: "prosecutor", to: "CPS North", how: "by secure mail" };
  expect(eventOf(spec, typed)).toEqual({ ...typed, copies: [34], schedule: false });
});
