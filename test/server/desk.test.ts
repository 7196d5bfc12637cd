/** The door of the desk and everything that ends a session, on both databases. */
import { beforeAll, expect, test } from "vitest";
import { msPerHour, msPerMinute } from "@unmask/core";
import { auditVerify } from "../../apps/server/src/access-log/audit.ts";
import { type DeskStage, type Officer, openDesk, origin, signIn } from "./desk-stage.ts";
import { testOrders } from "./order-tests.ts";
import { testProposed } from "./proposed-tests.ts";
import { softwarePasskey } from "./software-passkey.ts";
import { describeOnBoth } from "./stage.ts";

const linkNothing = "This link opens nothing. It may have been used, have ended, or be mistyped. Ask your administrator for another.";
const keyNothing = "This passkey opens nothing here. Try your other key, or ask an administrator.";
const reason = { code: "supervision", words: "" };

describeOnBoth("the door of the desk", (stage) => {
  let desk: DeskStage;
  let handler: Officer;
  let administrator: Officer;

  beforeAll(async () => {
    desk = await openDesk(stage);
    handler = await desk.enrol("PC 4471 Imran Qureshi", "contact-handler");
    administrator = await desk.enrol("A. Lowe", "administrator");
  });

  test("a link makes one passkey and its first session, and says who is there", async () => {
    const me = await handler.ask("GET", "/desk/me");
    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({
      officer: { id: handler.id, name: "PC 4471 Imran Qureshi", role: "contact-handler", roleSays: "contact handler" },
      force: { name: "Northshire Police" },
      dutyReason: { code: "enrolment" },
      log: { number: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/), before: expect.any(String) },
    });
  });

  test("a link that was used, has ended or was mistyped is one sentence", async () => {
    const secret = await desk.link("PC 5120 J. Marsh", "contact-handler");
    const key = softwarePasskey(origin);
    const begin = () => desk.ask("POST", "/desk/enrol/begin", { body: { link: secret } });
    const options = (await begin()).body;
    // Made at another origin, and so for another: refused, and the link is not used up.
    const elsewhere = softwarePasskey("http://localhost:4180", "localhost").create(options);
    const refused = await desk.ask("POST", "/desk/enrol/finish", { body: { link: secret, response: elsewhere } });
    expect([refused.status, refused.body.refused.says]).toEqual([403, linkNothing]);
    const again = (await begin()).body;
    const finish = await desk.ask("POST", "/desk/enrol/finish", { body: { link: secret, response: key.create(again) } });
    expect(finish.status).toBe(200);
    expect(finish.body).toEqual({});
    const late = await desk.link("PC 0001 Late", "contact-handler");
    desk.pass(4 * msPerHour);
    for (const link of [secret, late, "0".repeat(64), "", "x"]) {
      const { status, body } = await desk.ask("POST", "/desk/enrol/begin", { body: { link } });
      expect([status, body.refused.says]).toEqual([403, linkNothing]);
    }
  });

  test("a passkey opens the desk with a reason, and every way in which it does not is one sentence", async () => {
    const options = (await desk.ask("POST", "/desk/sign-in/begin")).body;
    expect(options.allowCredentials ?? []).toEqual([]);
    const response = handler.key.use(options);
    const send = (body: object) => desk.ask("POST", "/desk/sign-in/finish", { body });
    const done = await send({ response, dutyReason: { code: "standing-in", text: "the front desk, Sgt Wren" } });
    expect([done.status, done.body]).toEqual([200, {}]);
    handler.cookie = done.cookie;
    expect((await handler.ask("GET", "/desk/me")).body.dutyReason).toEqual({ code: "standing-in", text: "the front desk, Sgt Wren" });
    const fresh = async () => (await desk.ask("POST", "/desk/sign-in/begin")).body;
    const wrong: object[] = [
      { response, dutyReason: { code: "shift" } },
      { response: softwarePasskey(origin).use(await fresh()), dutyReason: { code: "shift" } },
      { response: handler.key.use({ challenge: "bWFkZSB1cA" }), dutyReason: { code: "shift" } },
      { response: handler.key.use(await fresh()), dutyReason: { code: "other", text: "." } },
      { response: handler.key.use(await fresh()), dutyReason: { code: "risk-to-life" } },
      { response: {}, dutyReason: { code: "shift" } },
      {},
    ];
    for (const body of wrong) {
      const refused = await send(body);
      expect([refused.status, refused.body.refused.says]).toEqual([403, keyNothing]);
    }
    expect((await handler.ask("GET", "/desk/me")).status).toBe(200);
  });

  test("a session locks by its key and after ten minutes without one, and ends with the shift", async () => {
    expect((await handler.ask("POST", "/desk/lock")).body).toEqual({});
    expect((await handler.ask("GET", "/desk/me")).status).toBe(401);
    handler.cookie = (await signIn(desk, handler.key)).cookie;
    desk.pass(9 * msPerMinute);
    expect((await handler.ask("GET", "/desk/me")).status).toBe(200);
    desk.pass(10 * msPerMinute);
    expect((await handler.ask("GET", "/desk/me")).status).toBe(401);
    handler.cookie = (await signIn(desk, handler.key)).cookie;
    for (let i = 0; i < 80; i++) {
      desk.pass(9 * msPerMinute);
      if ((await handler.ask("GET", "/desk/me")).status === 401) break;
    }
    expect((await handler.ask("GET", "/desk/me")).status).toBe(401);
  }, 60_000);

  test("a second passkey opens the same desk, and one session ends the other", async () => {
    handler.cookie = (await signIn(desk, handler.key)).cookie;
    const second = softwarePasskey(origin);
    const { options } = (await handler.ask("POST", "/desk/passkeys/begin")).body;
    expect((await handler.ask("POST", "/desk/passkeys/finish", { label: "desk 3", response: second.create(options) })).status).toBe(200);
    const first = handler.cookie;
    handler.cookie = (await signIn(desk, second)).cookie;
    expect((await handler.ask("GET", "/desk/me")).status).toBe(200);
    expect((await desk.ask("GET", "/desk/me", { cookie: first })).status).toBe(401);
  });

  test("a mover keeps nothing of the old role, and a leaver nothing at all, from that minute", async () => {
    administrator.cookie = (await signIn(desk, administrator.key)).cookie;
    const manage = (what: string, body: object = {}) => administrator.ask("POST", `/desk/officers/${what}`, { ...body, reason });
    expect((await manage(`${handler.id}/role`, { role: "investigator" })).status).toBe(200);
    expect((await handler.ask("GET", "/desk/me")).status).toBe(401);
    handler.cookie = (await signIn(desk, handler.key)).cookie;
    expect((await handler.ask("GET", "/desk/me")).body.officer.role).toBe("investigator");
    expect((await manage(`${handler.id}/leave`)).status).toBe(200);
    expect((await handler.ask("GET", "/desk/me")).status).toBe(401);
    const refused = await signIn(desk, handler.key);
    expect([refused.status, refused.body.refused.says]).toEqual([403, keyNothing]);
    expect((await manage(`${administrator.id}/role`, { role: "auditor" })).body.refused.rule).toBe("second-person");
    const made = await manage("", { name: "DC 2093 H. Bell", role: "investigator" }).catch(() => undefined);
    expect(made?.status).not.toBe(500);
  });

  test("a new link for a lost key ends the old keys", async () => {
    const bell = await desk.enrol("DC 2093 H. Bell", "investigator");
    const link = await administrator.ask("POST", `/desk/officers/${bell.id}/link`, { reason });
    expect(link.body.link).toMatch(/^http:\/\/console\.localhost:4182\/enrol#[0-9a-f]{64}$/);
    expect((await bell.ask("GET", "/desk/me")).status).toBe(401);
    expect((await signIn(desk, bell.key)).status).toBe(403);
  });

  test("the desk answers to its own name alone, and changes nothing for another site's page", async () => {
    for (const host of ["localhost:4182", "127.0.0.1:4182", "console.localhost:4180", "evil.example.org"]) {
      expect((await desk.ask("GET", "/", { headers: { host } })).status).toBe(421);
    }
    expect((await desk.ask("POST", "/desk/sign-in/begin", { headers: { "x-unmask-desk": "" } })).status).toBe(403);
    expect((await desk.ask("POST", "/desk/sign-in/begin", { headers: { origin: "http://localhost:4180" } })).status).toBe(403);
    // A page of the same site is sent the cookie by the browser: a look, too, is asked for by the desk itself or by nobody.
    const others = [
      { "x-unmask-desk": "" },
      { origin: "http://localhost:4180" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "cross-site" },
    ];
    const me = (headers: Record<string, string>) => desk.ask("GET", "/desk/me", { headers, cookie: administrator.cookie });
    for (const headers of others) expect((await me(headers)).status).toBe(403);
    expect((await me({ "sec-fetch-site": "same-origin" })).status).toBe(200);
    const noAddress = await desk.app.inject({ url: "/desk/%zz", headers: { host: new URL(origin).host } });
    expect([noAddress.statusCode, noAddress.json()]).toEqual([400, { says: "This was not understood. Nothing was done." }]);
    expect(noAddress.headers["content-security-policy"]).toContain("default-src 'none'");
    const page = await desk.app.inject({ url: "/queue", headers: { host: new URL(origin).host } });
    expect(page.headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types unmask",
    );
    expect(page.body).toBe("<main></main>");
    expect((await desk.ask("GET", "/desk/nothing")).status).toBe(404);
    expect((await desk.ask("GET", "/../../etc/passwd.json")).status).toBe(404);
  });

  test("all of it stands in the log, and the log holds", async () => {
    expect(await auditVerify({ database: desk.parts.database, force: desk.parts.force.id, signer: desk.signer })).toMatchObject({
      ok: true,
    });
  });

  testOrders(() => desk);
  testProposed(() => desk);
});
