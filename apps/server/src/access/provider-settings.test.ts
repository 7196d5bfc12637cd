import { describe, expect, it } from "vitest";
import { parseProviderSettings } from "./provider-settings.ts";

const file = {
  version: 1,
  issuer: "https://login.example.org/realms/northshire",
  client: "unmask-desk",
  secret: "a secret of the tests",
  claim: "preferred_username",
  says: "Northshire account",
};
const read = (changed: object) => parseProviderSettings(JSON.stringify({ ...file, ...changed }));

describe("the file that says how officers come in by the force's own sign-in", () => {
  it("is read as it was written", () => {
    const { version: _, ...settings } = file;
    expect(read({})).toEqual({ ok: true, value: settings });
    expect(read({ secret: null }).ok).toBe(true);
    expect(read({ issuer: "http://localhost:9000" }).ok).toBe(true);
  });

  it("is refused with the place that is wrong, and never with what stands there", () => {
    const wrong: [object, string][] = [
      [{ version: 2 }, "sign-in.version"],
      [{ issuer: "http://login.example.org" }, "sign-in.issuer is not https"],
      [{ issuer: "http://localhost.example.org" }, "sign-in.issuer is not https"],
      [{ issuer: "https://login.example.org/?tenant=a" }, "sign-in.issuer"],
      [{ issuer: "https://name:word@login.example.org" }, "sign-in.issuer"],
      [{ issuer: "login" }, "sign-in.issuer is no address"],
      [{ client: "" }, "sign-in.client"],
      [{ secret: "a secret\nof two lines" }, "sign-in.secret"],
      [{ secret: undefined }, "sign-in.secret"],
      [{ says: "x".repeat(41) }, "sign-in.says"],
      [{ scope: "all" }, "sign-in"],
    ];
    for (const [changed, where] of wrong) {
      const outcome = read(changed);
      expect(outcome).toMatchObject({ ok: false, error: expect.stringContaining(where) });
      expect(JSON.stringify(outcome)).not.toContain("secret of");
    }
  });
});
