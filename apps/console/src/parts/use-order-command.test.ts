import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { askWhy } from "./use-order-command.ts";

/** What goes with a write of an order. */

interface Posted {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly required?: readonly string[] } }>> };
}

test("why they look is sent with each write of an order for which the desk asks it, and with no other", () => {
  const said = readFileSync(new URL("../../../../docs/openapi.json", import.meta.url), "utf8");
  const { paths }: { readonly paths: Readonly<Record<string, { readonly post?: Posted }>> } = JSON.parse(said);
  const asked = Object.entries(paths).flatMap(([path, { post }]) => {
    const [kind] = /(?<=^\/desk\/orders\/\{order\}\/)[a-z-]+$/.exec(path) ?? [];
    const needs = post?.requestBody?.content["application/json"]?.schema.required ?? [];
    // Opening its case writes nothing of the order, and asks why in a form of its own.
    return kind !== undefined && kind !== "break-glass" && needs.includes("reason") ? [kind] : [];
  });
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set<string>(askWhy)).toEqual(new Set(asked));
});
