import { expect, it } from "vitest";
import { readStrictly } from "@unmask/core";
import { providerAddress } from "./sign-in-ways.ts";

it("an officer is sent to an address of the web, and to nothing that a browser would run", () => {
  const read = (address: string) => readStrictly({ address }, "answer", providerAddress);
  expect(read("https://login.example.org/authorise?state=1")).toEqual({ ok: true, value: "https://login.example.org/authorise?state=1" });
  for (const address of ["javascript:alert(1)", "data:text/html,x", "//login.example.org", "file:///etc/passwd", ""])
    expect(read(address).ok).toBe(false);
});
