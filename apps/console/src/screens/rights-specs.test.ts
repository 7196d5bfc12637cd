import { describe, expect, it } from "vitest";
import { epoch } from "@unmask/core";
import type { HeldShown, RightsPage, RightsRequestShown } from "../desk/rights.ts";
import { type WriteSpec, type WrittenValues, bodyOf, fieldsAsked } from "../parts/written-fields.ts";
import { askSpec, decideSpec, looksSpec } from "./rights-specs.ts";

const thing = (of: string, copy: HeldShown["copy"] = null): HeldShown => ({
  of,
  kind: "fact, read from a record",
  knowing: "record",
  since: epoch,
  by: "DC 2093 Harriet Bell",
  isWithdrawn: false,
  lines: ["A man was seen."],
  moreLines: 0,
  copy,
});
const page: Pick<RightsPage, "held" | "persons"> = {
  held: [
    thing("case/2"),
    thing("case/4", { number: 12, item: "D-1", isAgreed: true }),
    thing("case/5", { number: 13, item: "D-2", isAgreed: false }),
  ],
  persons: [{ id: "leila", says: "Leila Ashworth" }],
};
const request: RightsRequestShown = {
  request: "SA-1",
  who: "Leila Ashworth",
  authority: null,
  says: "All of it.",
  is: page.persons,
  received: "2026-11-23",
  answerBy: null,
  happened: epoch,
  by: "DC 2093 Harriet Bell",
  identity: null,
  decided: [],
  undecided: 3,
  looks: null,
  newest: 0,
  isAgreed: false,
  isOwn: false,
  readings: [],
  given: [],
  ended: null,
  across: { carried: [], could: [] },
  whyNot: "Not yet.",
};

function sent({ fields, sends }: WriteSpec, values: WrittenValues): object {
  const body = bodyOf(fields, values);
  if (!body.ok) throw new Error(body.error);
  return sends?.(body.value) ?? body.value;
}

describe("what is written of a person who asks about themselves", () => {
  it("has the day of the answer only where somebody says it", () => {
    const asked = { who: "Leila Ashworth", is: "leila", says: "All of it.", received: "2026-11-23" };
    expect(sent(askSpec(page), asked)).toEqual({ ...asked, is: ["leila"] });
    expect(sent(askSpec(page), { ...asked, answerDay: "2026-12-23", answerSays: "Our solicitor" })).toMatchObject({
      answerBy: { day: "2026-12-23", says: "Our solicitor" },
    });
  });

  it("names the thing of a copy by itself, and offers none that no second person agreed with", () => {
    const spec = decideSpec(page, request);
    expect(sent(spec, { decision: "copy", copy: "12", words: "A neighbour is named." })).toEqual({
      ...{ request: "SA-1", decision: "copy", copy: 12, of: ["case/4"], words: "A neighbour is named." },
    });
    expect(spec.fields.find(({ key }) => key === "copy")?.options?.map(({ value }) => value)).toEqual(["12"]);
    expect(decideSpec({ held: [thing("case/2")] }, request).lacks?.({ decision: "copy" })).toContain("No copy");
  });

  it("asks for the ground where the person is told that something is withheld, and only there", () => {
    const asked = (values: WrittenValues): readonly string[] => fieldsAsked(decideSpec(page, request).fields, values).map(({ key }) => key);
    expect(asked({ decision: "withhold", told: "yes" })).toContain("ground");
    expect(asked({ decision: "withhold", told: "no" })).not.toContain("ground");
    expect(asked({ decision: "give" })).not.toContain("told");
  });

  it("names no officer where that was not decided", () => {
    expect(sent(looksSpec(request), { tells: "no", words: "It would show who works on it." })).toEqual({
      ...{ request: "SA-1", tells: false, names: false, words: "It would show who works on it." },
    });
  });
});
