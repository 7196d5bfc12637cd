import { expect, test } from "vitest";
import { foldReport } from "@unmask/case";
import { epoch } from "@unmask/core";
import { saidFacts } from "./said-words.ts";

const body = { letter: "0".repeat(32), who: { reporter: "self", about: "not-known" }, anonymous: false, danger: "no", packs: 0 } as const;
const at = { happened: epoch, recorded: epoch, by: "desk", number: 1, stream: { of: "report", id: "R-1" } } as const;
const said = (more: object) => saidFacts(foldReport("R-1", [{ ...at, kind: "report-received", body: { ...body, ...more } }]));

test("who asks to stay without a name is told as that, also beside a name; a letter that did not open asked for nothing", () => {
  const asked = expect.objectContaining({ label: "Name", strong: "asks to stay without a name", isMind: true });
  expect(said({ anonymous: true })).toContainEqual(asked);
  expect(said({ anonymous: true, who: { ...body.who, name: "Imogen Vance" } })).toContainEqual(asked);
  expect(said({})).not.toContainEqual(asked);
  expect(said({ anonymous: true, fault: "altered" })).not.toContainEqual(asked);
});
