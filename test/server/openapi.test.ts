import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { count, flag, list, object, oneOf, orNull, text } from "@unmask/core";
import { deskRoutes, doorRoutes } from "../../apps/server/src/routes/case/desk-routes.ts";
import { openApiText } from "./openapi-of-server.ts";
import { shapeOf } from "./shape-of-reader.ts";

/** Made once: every reader is asked thousands of questions for it. */
const described = openApiText();

it("the description of the interface is what the server asks for and answers (write it anew: npx tsx test/server/write-openapi.ts)", async () => {
  const text = await described;
  expect(readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8")).toBe(text);
  const { paths } = JSON.parse(text);
  const withSession = ["/inside/items", "/inside/items/{id}", "/inside/acknowledge", "/inside/replies", "/intake/packs/{id}"];
  for (const path of withSession)
    for (const operation of Object.values<{ security: object[] }>(paths[path])) expect(operation.security.length).toBe(1);
  expect(Object.keys(paths).filter((path) => !path.startsWith("/desk/")).length).toBe(14);
});

it("every route of the desk stands in the description: who must be signed in, what stands in its address, and how its body is read", async () => {
  const { paths } = JSON.parse(await described);
  const told = (method: string, path: string) => paths[path.replaceAll(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
  for (const { method, path, operation, query } of deskRoutes) {
    const one = told(method, path);
    expect([path, one?.security]).toEqual([path, [{ session: [] }]]);
    expect(one.description).toContain(`Operation ${operation} `);
    const names = one.parameters.map(({ name }: { readonly name?: string }) => name);
    for (const name of [...query, ...[...path.matchAll(/:(\w+)/g)].map(([, key]) => key)])
      expect([path, names]).toEqual([path, expect.arrayContaining([name])]);
    expect([path, one.requestBody === undefined]).toEqual([path, method === "GET"]);
  }
  for (const { path } of doorRoutes) expect([path, told("POST", path)?.security]).toEqual([path, []]);
  expect(told("POST", "/desk/sign-in/provider/finish").description).toContain("without its question mark");
  for (const part of ["updates", "updates/preview"])
    expect(told("POST", `/desk/reports/:reference/${part}`).description).toContain("number of the case");
  const ofDesk = Object.entries<object>(paths).filter(([path]) => path.startsWith("/desk/"));
  expect(ofDesk.flatMap(([, methods]) => Object.keys(methods)).length).toBe(deskRoutes.length + doorRoutes.length);
});

it("what the description says of a body is what its reader takes: keys, those that may be left out, closed lists, null", () => {
  const read = object(({ must, may }) => ({
    role: must("role", oneOf(["one", "two"])),
    name: must("name", orNull(text)),
    lines: must("lines", list(object((line) => ({ count: line.must("count", count), ...line.may("says", text) })))),
    ...may("isOpen", flag),
  }));
  expect(shapeOf(read)).toEqual({
    type: "object",
    required: ["role", "name", "lines"],
    properties: {
      role: { type: "string", enum: ["one", "two"] },
      name: { type: ["string", "null"] },
      lines: {
        type: "array",
        items: { type: "object", required: ["count"], properties: { count: { type: "integer" }, says: { type: "string" } } },
      },
      isOpen: { type: "boolean" },
    },
  });
});

it("a body has every key that its event has in the format, also one that stands beside one answer only", async () => {
  const { paths } = JSON.parse(await described);
  const keysOf = (path: string) => paths[path].post.requestBody.content["application/json"].schema.properties;
  const read = keysOf("/desk/reports/{reference}/contact-read");
  expect(Object.keys(read)).toEqual(expect.arrayContaining(["through", "outcome", "contact", "says"]));
  expect(read.contact.properties).toMatchObject({ channel: { type: "string" }, address: { type: "string" }, hours: { type: "string" } });
  expect(Object.keys(keysOf("/desk/cases/{case}/people/add"))).toEqual(
    expect.arrayContaining(["person", "role", "knowing", "name", "child"]),
  );
  expect(Object.keys(keysOf("/desk/cases/{case}/decisions/order"))).toEqual(expect.arrayContaining(["answer", "waitsFor", "again"]));
});
