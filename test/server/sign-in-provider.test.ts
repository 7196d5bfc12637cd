/** How officers come in by the force's own sign-in, and everything that must not let anybody in there. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { msPerMinute } from "@unmask/core";
import { createSignInProvider } from "../../apps/server/src/ports/sign-in-oidc.ts";
import { allRows } from "./all-rows.ts";
import { type DeskStage, type Officer, type Reply, openDesk, origin, signIn } from "./desk-stage.ts";
import { type InventedProvider, type Lies, startInventedProvider } from "./invented-provider.ts";
import { describeOnPostgres } from "./stage.ts";

const wren = { sub: "0001", preferred_username: "wren.12" };
const reason = { code: "supervision", words: "" };

describeOnPostgres("the force's own sign-in", (stage) => {
  let desk: DeskStage;
  let provider: InventedProvider;
  let administrator: Officer;
  const told: string[] = [];

  beforeAll(async () => {
    // Its clock is the desk's, which the desk's own stage moves.
    provider = await startInventedProvider(() => desk.parts.now());
    desk = await openDesk(stage, [], undefined, (parts) =>
      createSignInProvider(provider.settings, { ...parts, tell: (line) => void told.push(line) }),
    );
    administrator = await desk.enrol("Adm 1 Ashe", "administrator");
    await desk.link("Sgt 12 Wren", "supervisor", "wren.12");
  });
  afterAll(() => provider.close());
  beforeEach(() => {
    provider.person = wren;
    provider.lies = {};
  });

  const begin = (more: object = {}): Promise<Reply> =>
    desk.ask("POST", "/desk/sign-in/provider/begin", { body: { dutyReason: { code: "shift" }, place: "/reports/R-2100", ...more } });
  const finish = (answer: string, cookie: string): Promise<Reply> =>
    desk.ask("POST", "/desk/sign-in/provider/finish", { body: { answer }, cookie });
  const comeIn = async (lies: Lies = {}): Promise<Reply> => {
    provider.lies = lies;
    const begun = await begin();
    return finish(await provider.visit(begun.body.address), begun.cookie);
  };
  const log = () => allRows(desk.parts.database).selectFrom("access_log").selectAll().where("what", "=", "sign-in");
  const lastEntry = () => log().orderBy("number", "desc").limit(1).executeTakeFirstOrThrow();
  const officerNamed = (name: string) =>
    desk.parts.database.db.selectFrom("officer").selectAll().where("name", "=", name).executeTakeFirstOrThrow();

  test("an officer who was enrolled under that name comes in where they were, and the log says by which way", async () => {
    expect((await desk.ask("POST", "/desk/sign-in/ways")).body).toEqual({ provider: "Northshire account" });
    const reply = await comeIn();
    expect([reply.status, reply.body.place]).toEqual([200, "/reports/R-2100"]);
    const me = await desk.ask("GET", "/desk/me", { cookie: reply.cookie });
    expect(me.body.officer).toMatchObject({ name: "Sgt 12 Wren", role: "supervisor" });
    expect(me.body.dutyReason).toEqual({ code: "shift" });
    const { entry, words } = await log().where("actor", "=", me.body.officer.id).orderBy("number").limit(1).executeTakeFirstOrThrow();
    expect(JSON.parse(entry)).toMatchObject({
      op: "consult",
      actor: me.body.officer.id,
      device: "provider",
      result: "allowed",
      reason: "duty",
    });
    expect(words).toBe("shift");
  });

  test("the officer is asked anew each time, with state, nonce and PKCE that no two times share", async () => {
    await comeIn();
    const first = provider.asked();
    await comeIn();
    const second = provider.asked();
    expect(Object.fromEntries(second)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      prompt: "login",
      max_age: "0",
      redirect_uri: `${origin}/signed-in`,
    });
    for (const key of ["state", "nonce", "code_challenge"]) {
      expect(second.get(key)).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(second.get(key)).not.toBe(first.get(key));
    }
  });

  test.each<[string, Lies]>([
    ["is from another issuer", { claims: { iss: "https://login.example.org" } }],
    ["is for another program", { claims: { aud: "another-desk" } }],
    ["is for two programs, and was asked for by the other", { claims: { aud: ["unmask-desk", "another-desk"], azp: "another-desk" } }],
    ["answers another question", { claims: { nonce: "of somebody else" } }],
    ["answers no question", { claims: { nonce: undefined } }],
    ["has ended", { claims: { exp: 1_700_000_000 } }],
    ["does not hold yet", { claims: { nbf: 1_900_000_000 } }],
    ["is signed by nobody", { signs: "not" }],
    ["is signed by another key", { signs: "with another key" }],
    ["is signed by the secret that the desk has too", { signs: "with the desk's secret" }],
    ["is of somebody who was not asked just now", { claims: { auth_time: 1_700_000_000 } }],
    ["does not say when somebody was asked", { claims: { auth_time: undefined } }],
    ["is of somebody who will be asked in an hour", { claims: { auth_time: 1_900_000_000 } }],
    ["was asked for by another program of the force", { claims: { azp: "another-desk" } }],
    ["names an officer and a NUL", { claims: { preferred_username: "wren.12\u0000" } }],
    ["comes from a provider that sends without end", { sends: "without end" }],
    ["names nobody", { claims: { preferred_username: undefined } }],
    ["names a list", { claims: { preferred_username: ["wren.12"] } }],
    ["names somebody who is no officer here", { claims: { preferred_username: "nobody.99" } }],
    ["names an officer as a search would", { claims: { preferred_username: "wren%" } }],
    ["names somebody who has the name now and had it not", { claims: { sub: "0002" } }],
    ["is none: the provider refused", { refuses: true }],
  ])("a token that %s lets nobody in, in the same words, and is an entry", async (_which, lies) => {
    const reply = await comeIn(lies);
    expect(reply).toMatchObject({ status: 403, cookie: "" });
    expect(reply.body).toEqual({
      refused: {
        rule: "session",
        says: "Your force’s sign-in opened nothing here. Try again, use your passkey, or ask an administrator.",
        allows: "",
      },
    });
    expect(await lastEntry()).toMatchObject({ what: "sign-in", actor: "desk", result: "refused" });
    expect(told.join("\n")).not.toMatch(/wren|0002|nobody\.99/);
  });

  test("an answer is taken once, from the browser that was sent, and to its own question", async () => {
    const begun = await begin();
    const other = await begin();
    const answer = await provider.visit(begun.body.address);
    expect((await finish(answer, "")).status).toBe(403);
    expect((await finish(answer, "00".repeat(32))).status).toBe(403);
    // Another browser, which was sent as well: somebody else's answer makes nobody that one.
    expect((await finish(answer, other.cookie)).status).toBe(403);
    expect((await finish(answer, begun.cookie)).status).toBe(200);
    expect((await finish(answer, begun.cookie)).status).toBe(403);
    // A code that was used already, with a question that is still open.
    const again = await begin();
    const late = new URLSearchParams(await provider.visit(again.body.address));
    late.set("code", new URLSearchParams(answer).get("code") ?? "");
    expect((await finish(String(late), again.cookie)).status).toBe(403);
    // A state that is changed, or given twice.
    for (const twist of [
      (search: URLSearchParams) => search.set("state", "of somebody else"),
      (search: URLSearchParams) => search.append("state", "x"),
      (search: URLSearchParams) => search.set("iss", "https://login.example.org"),
    ]) {
      const once = await begin();
      const search = new URLSearchParams(await provider.visit(once.body.address));
      twist(search);
      expect((await finish(String(search), once.cookie)).status).toBe(403);
    }
  });

  test("who is away longer than five minutes begins anew, and what waits for them is no session", async () => {
    const begun = await begin();
    expect((await desk.ask("GET", "/desk/me", { cookie: begun.cookie })).status).toBe(401);
    const answer = await provider.visit(begun.body.address);
    desk.pass(6 * msPerMinute);
    expect((await finish(answer, begun.cookie)).status).toBe(403);
  });

  test("a reason comes first, and what is not understood sends nobody anywhere", async () => {
    for (const more of [
      { dutyReason: { code: "other", text: " " } },
      { dutyReason: { code: "enrolment" } },
      { place: `/${"a".repeat(400)}` },
      ...[
        "https://login.example.org/",
        "//login.example.org",
        "/\\login.example.org",
        "javascript:alert(1)",
        "/queue\r\nx",
        "",
        "queue",
      ].map((place) => ({ place })),
      { next: "x" },
    ])
      expect([more, (await begin(more)).status]).toEqual([more, 403]);
  });

  test("a locked desk is opened by a new sign-in alone", async () => {
    const { cookie } = await comeIn();
    expect((await desk.ask("POST", "/desk/lock", { cookie })).status).toBe(200);
    expect((await desk.ask("GET", "/desk/me", { cookie })).status).toBe(401);
    // The provider remembers who it was and does not ask: not enough.
    desk.pass(5 * msPerMinute);
    const before = Math.round(desk.parts.now() / 1_000) - 120;
    expect((await comeIn({ claims: { auth_time: before } })).status).toBe(403);
    expect((await comeIn()).status).toBe(200);
  });

  test("a name that two officers have lets neither in, and the administrator cannot give it twice", async () => {
    await desk.link("PC 33 Hale", "contact-handler", "hale.33");
    await desk.link("PC 34 Hale", "contact-handler", "hale.33");
    provider.person = { sub: "0033", preferred_username: "hale.33" };
    expect((await comeIn()).status).toBe(403);
    expect(JSON.parse((await lastEntry()).entry)).toMatchObject({ rule: "sign-in-name", result: "refused" });
    const { id } = await officerNamed("PC 34 Hale");
    administrator.cookie = (await signIn(desk, administrator.key)).cookie;
    const give = (signInName: string | null) => administrator.ask("POST", `/desk/officers/${id}/sign-in-name`, { signInName, reason });
    const add = (name: string) => administrator.ask("POST", "/desk/officers", { name, role: "supervisor", reason });
    const looks = [
      "PC 33 Hale",
      "pc 33 hale",
      "PC  33 Hale",
      "PC\u200b 33 Hale",
      "P\u0421 33 Hale",
      "\u202eelaH 33 CP",
      "",
      "x".repeat(5_000),
    ];
    for (const name of looks) expect([name, (await add(name)).body.refused?.rule]).toEqual([name, "officer-name"]);
    for (const name of ["wren.12", "Wren.12", "wr\u0435n.12", "wren.12\u200b", "ｗren.12", " able"])
      expect([name, (await give(name)).body.refused?.rule]).toEqual([name, "sign-in-name"]);
    expect(
      (await administrator.ask("POST", "/desk/officers", { name: "PC 35", role: "analyst", signInName: "wren.12", reason })).status,
    ).toBe(403);
    expect((await give("hale.34")).status).toBe(200);
    expect((await comeIn()).status).toBe(200);
    // Nobody gives themselves a name, and nobody else than an administrator gives one.
    expect(
      (await administrator.ask("POST", `/desk/officers/${administrator.id}/sign-in-name`, { signInName: "x", reason })).body.refused.rule,
    ).toBe("second-person");
  });

  test("an officer who leaves, or whose name is taken away, is out at once and comes in no more", async () => {
    await desk.link("PC 40 Dove", "investigator", "dove.40");
    provider.person = { sub: "0040", preferred_username: "dove.40" };
    const first = await comeIn();
    const { id } = await officerNamed("PC 40 Dove");
    administrator.cookie = (await signIn(desk, administrator.key)).cookie;
    await administrator.ask("POST", `/desk/officers/${id}/sign-in-name`, { signInName: null, reason });
    expect((await desk.ask("GET", "/desk/me", { cookie: first.cookie })).status).toBe(401);
    expect((await comeIn()).status).toBe(403);
    await administrator.ask("POST", `/desk/officers/${id}/sign-in-name`, { signInName: "dove.40", reason });
    const second = await comeIn();
    expect(second.status).toBe(200);
    const begun = await begin();
    const answer = await provider.visit(begun.body.address);
    await administrator.ask("POST", `/desk/officers/${id}/leave`, { reason });
    expect((await desk.ask("GET", "/desk/me", { cookie: second.cookie })).status).toBe(401);
    expect((await finish(answer, begun.cookie)).status).toBe(403);
    expect((await comeIn()).status).toBe(403);
  });

  test("an address as name counts only where the provider says that it was verified", async () => {
    await desk.link("PC 50 Finch", "investigator", "finch@example.org");
    const byAddress = createSignInProvider(
      { ...provider.settings, claim: "email" },
      { ...desk.parts, tell: (line) => void told.push(line) },
    );
    const names = async (email_verified?: boolean) => {
      provider.person = { sub: "0050", email: "finch@example.org", ...(email_verified !== undefined && { email_verified }) };
      const begun = await byAddress.begin();
      return begun && byAddress.finish(await provider.visit(begun.address), begun.ceremony);
    };
    expect([await names(), await names(false), (await names(true))?.name]).toEqual([undefined, undefined, "finch@example.org"]);
  });

  test("a provider that is another than the one named, or does not answer, leaves the passkeys", async () => {
    const silent = createSignInProvider({ ...provider.settings, issuer: "http://localhost:9" }, { ...desk.parts, tell: () => undefined });
    expect(await silent.begin()).toBeUndefined();
    const other = createSignInProvider(
      { ...provider.settings, issuer: `${provider.settings.issuer}/other` },
      { ...desk.parts, tell: () => undefined },
    );
    expect(await other.begin()).toBeUndefined();
  });
});
