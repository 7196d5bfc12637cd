/** What of a case goes to a service, with the person’s consent and not without it. */
import { expect, test } from "vitest";
import { readStrictly } from "@unmask/core";
import { referrals } from "../../apps/console/src/desk/referral.ts";
import { allRows } from "./all-rows.ts";
import { because } from "./case-seed.ts";
import { createIdentity, openWhole, plainAead, recipientOf, sha256HexOf } from "@unmask/seal";
import { type CaseBody, type SharedCase, reason, fromDesk } from "./shared-case.ts";

/** The tests; each goes on where the one before ended. */
export function testReferredOfCase(shared: () => SharedCase): void {
  test("what she said yes to goes to the service sealed, is written with its hash, and nothing goes once she takes it back", async () => {
    const { desk, folder, bell, wren, ref, get, write } = shared();
    const identity = await createIdentity();
    const recipient = await recipientOf(identity);
    const service = {
      id: "northshire-advocacy",
      name: "Northshire Advocacy",
      for: "anyone",
      contacts: [{ way: "call", number: "01632 960431" }],
      recipient,
      checkedOn: "2026-11-02",
      checkedHow: "by phone, D. Parry",
    };
    const look = async () => {
      const answer = await get(bell, `/desk/cases/${ref}/referrals`);
      const read = readStrictly(answer.body, "referrals", referrals);
      if (!read.ok) throw new Error(read.error);
      return read.value;
    };
    const yes = { what: "Her name", answer: "yes", says: "first name only" };
    const consent = {
      of: "R-2100",
      service: service.id,
      name: service.name,
      until: "2027-01-31",
      knowing: "account",
      asked: "DC Bell, on the phone",
      scope: [yes, { what: "Photographs", answer: "no" }],
      inHerWords: "Yes to my name. Not the photographs.",
    };
    const agreed = await write(bell, "referrals/consent", consent);
    expect([agreed.status, agreed.body.referral]).toEqual([200, "RF-1"]);
    const seal = async (parts: readonly object[], by: object = reason) => {
      const body = { saw: (await look()).saw, referral: "RF-1", parts, reason: by };
      const reply = await desk.ask("POST", `/desk/cases/${ref}/referrals/seal`, { cookie: bell.cookie, body });
      return { status: reply.status, body: reply.body as unknown as CaseBody };
    };
    const name = [{ what: "Her name", says: "Leila" }];
    // To no service that nobody loaded, and without a reason to nobody.
    expect((await seal(name)).body.refused.rule).toBe("no-recipient");
    expect(await folder.keep(JSON.stringify({ ...service, recipient: "age1nobody" }))).toMatchObject({ ok: false });
    expect(await folder.keep(JSON.stringify(service))).toMatchObject({ ok: true });
    expect((await seal(name, { code: "", words: "" })).body.refused.rule).toBe("reason");
    expect((await seal([{ what: "Photographs", says: "HR/4" }])).body.refused.rule).toBe("said-no");
    expect((await seal([{ what: "Her address", says: "1 High Street" }])).body.refused.rule).toBe("not-asked");
    expect((await look()).referrals).toMatchObject([{ standing: "nothing-went", bags: [], clock: { state: "due" } }]);

    const sent = await seal(name);
    expect([sent.status, sent.body.bag]).toEqual([200, 1]);
    const bagPath = `/desk/cases/${ref}/referrals/RF-1/bags/1`;
    const take = () =>
      desk.app.inject({
        method: "GET",
        url: bagPath,
        headers: { ...fromDesk, cookie: `unmask-desk=${bell.cookie}`, ...because(reason).headers },
      });
    const file = await take();
    const bytes = new Uint8Array(file.rawPayload);
    expect([file.statusCode, sha256HexOf(bytes)]).toEqual([200, sent.body.sha256]);
    const opened = await openWhole(bytes, { identities: [identity], aead: plainAead });
    const words = opened.ok ? new TextDecoder().decode(opened.value) : "";
    const [, day = ""] = /bag 1, (\w+ \d+ \w+ 2026)\n/.exec(words) ?? [];
    expect(words).toBe(
      `From Northshire Police, referral RF-1 of case ${ref}, bag 1, ${day}\n\nOnly what stands below was agreed to be shared, for Northshire Advocacy and nobody else, until Sun 31 Jan 2027. It can be taken back at any time: then nothing more comes, and you will be asked what you do with this.\n\nHer name (first name only)\n  Leila\n\nEnd: 1 part.\n`,
    );
    const logged = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(8).execute();
    const disclosed = logged.map(({ entry }) => JSON.parse(entry) as object);
    expect(disclosed).toContainEqual(
      expect.objectContaining({
        op: "disclose",
        what: "share-with-service",
        recipients: ["service northshire-advocacy"],
        item: "RF-1 bag 1",
        sha256: sent.body.sha256,
      }),
    );
    expect(JSON.stringify(disclosed)).not.toContain("Leila");

    const back = { referral: "RF-1", inHerWords: "No more, please.", knowing: "record" };
    expect(
      (await desk.ask("POST", `/desk/cases/${ref}/referrals/withdraw`, { cookie: wren.cookie, body: { ...back, saw: 1 } })).status,
    ).toBe(200);
    const refused = await seal(name);
    expect([refused.status, refused.body.refused.rule]).toEqual([403, "withdrawn"]);
    expect(refused.body.refused.says).toContain(`“Her name”, bag 1 of ${day}`);
    expect((await take()).json()).toMatchObject({ refused: { rule: "withdrawn" } });
    const after = await look();
    expect(after.referrals).toMatchObject([
      {
        standing: "withdrawn",
        clock: null,
        withdrawals: [{ inHerWords: "No more, please." }],
        things: [
          { what: "Her name", went: [{ bag: 1 }] },
          { what: "Photographs", answer: "no", went: [] },
        ],
      },
    ]);
    expect(after.directory.map(({ id }) => id).slice(0, 3)).toEqual(["police-emergency", "police", "northshire-advocacy"]);
    expect(after.doubt).toContain("working days");
  });
}
