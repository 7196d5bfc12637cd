import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Refused } from "./notices.tsx";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** The id of every rule by which something is refused, as the sources have it. */
function everyRule(): readonly string[] {
  const rooms = ["packages/case/src", "apps/server/src"].map((room) => join(root, room));
  const files = rooms.flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => join(room, file)));
  const sources = files.filter((file) => /(?<!\.test)\.ts$/.test(file)).map((file) => readFileSync(file, "utf8"));
  const found = sources.flatMap((source) =>
    [...source.matchAll(/(?:refuseOrder\(\s*|\brule: )"([a-z]+(?:-[a-z]+)+)"/g)].map(([, id = ""]) => id),
  );
  return [...new Set(found)];
}

describe("whoever is refused something", () => {
  test("reads no id of a rule, whichever it is", () => {
    const rules = everyRule();
    expect(rules.length).toBeGreaterThan(80);
    for (const rule of rules) {
      const told = renderToStaticMarkup(createElement(Refused, { refusal: { rule, says: "Not now.", allows: "" } }));
      expect([rule, told.includes(rule)]).toEqual([rule, false]);
      expect(told).toContain("a rule of this desk");
    }
  });

  test("reads the section where the law refuses", () => {
    const refusal = { rule: "interim-when", section: "s5(2)", says: "Not now.", allows: "" };
    expect(renderToStaticMarkup(createElement(Refused, { refusal }))).toContain("s5(2)");
  });
});
