import { mergeActs } from "@unmask/core";
import { mindImport } from "@unmask/importers";
import { expect, test } from "vitest";
import { broughtBy } from "./brought.ts";

test("the page is told of a download that could not be read, once, with what to ask for instead", () => {
  const known = [{ kind: { id: "meta-html", what: "a page made as HTML", ask: "Ask for JSON." }, files: 3000, name: "message_1.html" }];
  const mind = { ...mindImport().toMind(), known };
  const brought = broughtBy({ timeline: mergeActs([], []), originals: [], unread: [], kept: [], notices: 0, mind });
  expect(brought.known).toEqual([{ what: "a page made as HTML", ask: "Ask for JSON.", files: 3000, name: "message_1.html" }]);
});
