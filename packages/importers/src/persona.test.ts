import { expect, test } from "vitest";
import { personaOf } from "./persona.ts";

test("her Telegram account is hers by the name beside its messages and by the digits in the head of the export", () => {
  expect(personaOf("me", ["user501"], { country: "GB" }).normals).toContain("telegram:501");
  expect([...personaOf("me", ["username501"], { country: "GB" }).normals].join()).not.toContain("telegram:");
});
