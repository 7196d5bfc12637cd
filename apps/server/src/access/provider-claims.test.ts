import { instantFromIso } from "@unmask/core";
import { expect, test } from "vitest";
import { personInClaims } from "./provider-claims.ts";

const now = instantFromIso("2026-03-02T22:05:00.000Z") ?? expect.unreachable();
const at = now / 1_000;
const expected = { claim: "preferred_username", client: "unmask-desk", began: now, now };
const claims = { iss: "https://login.example.org", sub: "0001", preferred_username: "wren.12", auth_time: at, iat: at };
const wren = { issuer: claims.iss, subject: "0001", name: "wren.12" };

test("an officer who was asked just now is known by the name, the issuer and the subject", () => {
  expect(personInClaims(claims, expected)).toEqual(wren);
  expect(personInClaims({ ...claims, azp: "unmask-desk", auth_time: at + 59, iat: at + 59 }, expected)).toEqual(wren);
  expect(personInClaims({ ...claims, auth_time: at - 29 }, expected)).toEqual(wren);
});

test.each([
  ["that asked the officer an hour from now", { auth_time: at + 3_600 }],
  ["that asked the officer a minute and a second from now", { auth_time: at + 61 }],
  ["that asked the officer before they were sent", { auth_time: at - 31 }],
  ["that says no time", { auth_time: undefined }],
  ["that was made ten minutes from now", { iat: at + 600 }],
  ["that does not say when it was made", { iat: undefined }],
  ["that another program asked for", { azp: "another-desk" }],
  ["whose name ends in a NUL", { preferred_username: "wren.12\u0000" }],
  ["whose name breaks the line", { preferred_username: "wren\n12" }],
  ["whose name holds half a character", { preferred_username: "wren\ud800" }],
  ["whose name is longer than any", { preferred_username: "w".repeat(1_001) }],
  ["whose subject holds a NUL", { sub: "00\u000001" }],
  ["that names a list", { preferred_username: ["wren.12"] }],
  ["that names nobody", { preferred_username: "" }],
])("a token %s names nobody, and why holds nothing of it", (_which, lie) => {
  const why = personInClaims({ ...claims, ...lie }, expected);
  expect(why).toBeTypeOf("string");
  expect(why).not.toMatch(/wren|0001|another-desk/);
});

test("an address names somebody only where the provider says that it was verified", () => {
  const byAddress = { ...expected, claim: "email" };
  const person = { ...claims, email: "finch@example.org" };
  expect(personInClaims(person, byAddress)).toBeTypeOf("string");
  expect(personInClaims({ ...person, email_verified: false }, byAddress)).toBeTypeOf("string");
  expect(personInClaims({ ...person, email_verified: true }, byAddress)).toMatchObject({ name: "finch@example.org" });
});
