import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openApiText } from "./openapi-of-server.ts";

it("the description of the interface is what the server asks for and answers (write it anew: npx tsx test/server/write-openapi.ts)", async () => {
  const text = await openApiText();
  expect(readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8")).toBe(text);
  const { paths } = JSON.parse(text);
  const withSession = ["/inside/items", "/inside/items/{id}", "/inside/acknowledge", "/inside/replies", "/intake/packs/{id}"];
  for (const path of withSession)
    for (const operation of Object.values<{ security: object[] }>(paths[path])) expect(operation.security.length).toBe(1);
  expect(Object.keys(paths).length).toBe(14);
});
