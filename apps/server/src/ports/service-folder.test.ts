import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openServices } from "./service-folder.ts";

const home = mkdtempSync(join(tmpdir(), "unmask-services-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
const advocacy = {
  id: "northshire-advocacy",
  name: "Northshire Advocacy",
  for: "anyone in Northshire",
  contacts: [
    { way: "call", number: "01632 960431" },
    { way: "site", site: "advocacy.example.org", says: "A form." },
  ],
  recipient,
  checkedOn: "2026-11-02",
  checkedHow: "by phone, D. Parry",
};

test("a service is kept as it was loaded, listed by name, taken the place of, and taken away", async () => {
  const services = openServices(home);
  expect(await services.list()).toEqual([]);
  expect(await services.keep(JSON.stringify(advocacy))).toMatchObject({ ok: true });
  expect(await services.keep(JSON.stringify({ ...advocacy, id: "harbour-house", name: "Harbour House", hours: "weekdays" }))).toMatchObject(
    { ok: true },
  );
  expect((await services.list()).map(({ name }) => name)).toEqual(["Harbour House", "Northshire Advocacy"]);
  expect(await services.keep(JSON.stringify({ ...advocacy, checkedOn: "2026-12-01" }))).toMatchObject({ ok: true });
  expect((await services.list()).at(-1)).toMatchObject({
    recipient,
    checkedOn: "2026-12-01",
    source: "by phone, D. Parry",
    verification: "text-seen",
  });
  expect([await services.remove("northshire-advocacy"), await services.remove("northshire-advocacy")]).toEqual([true, false]);
  expect((await services.list()).map(({ id }) => id)).toEqual(["harbour-house"]);
});

test.each([
  ["a recipient that age does not know", { recipient: "age1nobody" }],
  ["a secret key in the place of a recipient", { recipient: `AGE-SECRET-KEY-1${"Q".repeat(58)}` }],
  ["no day on which it was checked", { checkedOn: "soon" }],
  ["nobody who says how it was checked", { checkedHow: " " }],
  ["an id that leads out of the folder", { id: "../signer" }],
  ["a name that hides another", { name: "North\u202eshire" }],
  ["a key that does not belong there", { email: "x@example.org" }],
])("%s is no service, and nothing is written", async (_, more) => {
  const services = openServices(home);
  const before = await services.list();
  const kept = await services.keep(JSON.stringify({ ...advocacy, ...more }));
  expect(kept.ok).toBe(false);
  if (!kept.ok) expect(kept.error).not.toMatch(/nobody|soon|signer|x@example|SECRET/);
  expect(await services.list()).toEqual(before);
});

test("a file that somebody damaged is no service, and the others stay", async () => {
  writeFileSync(join(home, "services", "torn.json"), "{");
  expect((await openServices(home).list()).map(({ id }) => id)).toEqual(["harbour-house"]);
});
