import { mergeActs, parseInstant, parseZone } from "@unmask/core";
import { watchCaveats } from "@unmask/importers";
import { expect, test } from "vitest";
import { summariseImport } from "./import-summary.ts";

test("the page is told of a download that could not be read, once, with what to ask for instead", () => {
  const known = [{ kind: { id: "meta-html", what: "a page made as HTML", ask: "Ask for JSON." }, files: 3000, name: "message_1.html" }];
  const caveats = { ...watchCaveats().caveats(), known };
  const zone = parseZone("UTC") ?? expect.fail();
  const terms = { zone, zoneStated: true, country: "GB", at: parseInstant(0) ?? expect.fail() };
  const importSummary = summariseImport({ timeline: mergeActs([], []), originals: [], unread: [], kept: [], notices: 0, caveats, terms });
  expect(importSummary.known).toEqual([{ what: "a page made as HTML", ask: "Ask for JSON.", files: 3000, name: "message_1.html" }]);
});
