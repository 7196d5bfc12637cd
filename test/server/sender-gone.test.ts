/** A scan that is cancelled when all of it has come to the desk: it is kept, or it is not, and never without anybody knowing. */
import { createHash } from "node:crypto";
import { request as ask } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeskRoute } from "../../apps/server/src/access/desk-route.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { deskRoutes } from "../../apps/server/src/routes/case/desk-routes.ts";
import { mostCancelled } from "../../apps/server/src/orders/uploads.ts";
import { allRows } from "./all-rows.ts";
import { seedOrderView } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk, origin } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const order = "SPO-26-007";
// Each its own file: one that is sent again is the paper that is kept.
const scan = (nth: number) => Buffer.from(`%PDF-1.7 certified copy, page ${nth}`);

describeOnBoth("a copy on paper whose sender goes", (stage) => {
  let desk: DeskStage;
  let parry: Officer;
  let okell: Officer;
  let marsh: Officer;
  let port = 0;
  // The same on both databases: what was cancelled at one desk says nothing at another, though one process serves both here.
  const uploadId = (nth: number) => nth.toString(16).padStart(32, "0");
  let isCancelled = () => false;
  /** Is told when all bytes of a scan have come and it is sealed, and holds it until it may go on. */
  let whole: (isGone: () => boolean) => Promise<void> = async () => undefined;

  beforeAll(async () => {
    const copies = deskRoutes.find(({ path }) => path === "/desk/orders/:order/copies") ?? expect.fail("no such route");
    const held: DeskRoute = {
      ...copies,
      path: "/desk/held/:order/copies",
      handle: async (request, parts) => {
        const keep = async (bytes: Uint8Array) => {
          await whole(request.isGone ?? (() => false));
          return parts.keptPapers.keep(bytes);
        };
        const uploads: typeof parts.uploads = {
          ...parts.uploads,
          run: (upload, run) =>
            parts.uploads.run(upload, (asked) => {
              isCancelled = asked;
              return run(asked);
            }),
        };
        return copies.handle(request, { ...parts, uploads, keptPapers: { ...parts.keptPapers, keep } });
      },
    };
    desk = await openDesk(stage, [held]);
    parry = await desk.enrol("Sgt T. Parry", "spo-coordinator");
    okell = await desk.enrol("Nia Okell", "spo-coordinator");
    marsh = await desk.enrol("PC 3310 Jo Marsh", "contact-handler");
    await machineTransaction(desk.parts.database, (tx) =>
      seedOrderView(tx, { force: desk.parts.force.id, order_id: order, case_ref: null }),
    );
    port = Number(new URL(await desk.app.listen({ host: "127.0.0.1", port: 0 })).port);
  }, 120_000);
  afterAll(() => desk.app.close());

  const kept = async () => allRows(desk.parts.database).selectFrom("order_paper").select("exhibit").execute();
  const send = (nth: number, file = scan(nth)) => {
    const sends = JSON.stringify({ name: "Certified copy", file: file.toString("base64"), upload: uploadId(nth) });
    const headers = {
      ...{ host: new URL(origin).host, cookie: `unmask-desk=${parry.cookie}`, "x-unmask-desk": "1" },
      ...{ "content-type": "application/json", "content-length": Buffer.byteLength(sends) },
    };
    const sent = ask({ host: "127.0.0.1", port, method: "POST", path: `/desk/held/${order}/copies`, headers });
    const answered = new Promise<number>((resolve, reject) => {
      sent.on("response", (reply) => {
        reply.resume();
        resolve(reply.statusCode ?? 0);
      });
      sent.on("error", reject);
    });
    sent.end(sends);
    return { answered, cancel: () => void sent.destroy(new Error("cancelled")) };
  };

  /** Says at the desk that it is cancelled. */
  const sayCancelled = (nth: number, cookie: string) => {
    const said = { upload: uploadId(nth), sha256: createHash("sha256").update(scan(nth)).digest("hex") };
    return desk.ask("POST", `/desk/orders/${order}/copies/cancelled`, { body: said, cookie });
  };
  /** The same by who sent it; what it answers. */
  const cancelled = async (nth: number) => {
    const { status, body: answer } = await sayCancelled(nth, parry.cookie);
    expect(status).toBe(200);
    return (answer as { readonly exhibit?: string | null }).exhibit;
  };

  test("keeps nothing where it was cancelled before it was kept, though every byte had come, and the log says so", async () => {
    const ended = new Promise<void>((resolve) => {
      whole = async (isGone) => {
        cancel();
        while (!isGone()) await pause(5);
        resolve();
      };
    });
    const { answered, cancel } = send(1);
    await expect(answered).rejects.toThrow("cancelled");
    await ended;
    const refused = () => allRows(desk.parts.database).selectFrom("access_log").select("entry").where("result", "=", "refused").execute();
    await expect
      .poll(async () => (await refused()).map(({ entry }) => JSON.parse(entry).rule), { timeout: 30_000 })
      .toEqual(["sender-gone"]);
    expect(await kept()).toEqual([]);
    expect(await desk.parts.keptPapers.begun()).toEqual([]);
  });

  test("keeps nothing that is cancelled while it is sealed, though its line still stands, and answers so when that is certain", async () => {
    const said: string[] = [];
    const sealing = new Promise<void>((resolve) => {
      whole = async () => {
        resolve();
        // It is told of the cancel while it is sealed: nobody waits at the desk for that.
        while (!isCancelled()) await pause(5);
        await pause(50);
        said.push("sealed");
      };
    });
    const { answered } = send(2);
    await sealing;
    const told = cancelled(2).then((exhibit) => said.push(`answered ${exhibit}`));
    expect(await answered).toBe(403);
    await told;
    expect(said).toEqual(["sealed", "answered null"]);
    expect(await kept()).toEqual([]);
    expect(await desk.parts.keptPapers.begun()).toEqual([]);
  });

  test("keeps nothing whose bytes come whole only after it was cancelled", async () => {
    whole = async () => undefined;
    expect(await cancelled(3)).toBeNull();
    expect(await send(3).answered).toBe(403);
    expect(await kept()).toEqual([]);
  });

  test("keeps nothing that its sender cancelled, however much another cancels after it", async () => {
    whole = async () => undefined;
    expect(await cancelled(5)).toBeNull();
    for (let nth = 0; nth <= mostCancelled; nth++) expect((await sayCancelled(100 + nth, okell.cookie)).status).toBe(200);
    expect(await send(5).answered).toBe(403);
    expect(await kept()).toEqual([]);
  });

  test("keeps nothing that its sender cancelled, however often nobody, or one who may not write of the order, says so of others", async () => {
    whole = async () => undefined;
    expect(await cancelled(7)).toBeNull();
    const cookies = ["", "0".repeat(64), marsh.cookie];
    const answers = new Set<number>();
    for (let nth = 0; nth < 1_001; nth += 1) answers.add((await sayCancelled(1_000 + nth, cookies[nth % 2] ?? "")).status);
    for (let nth = 0; nth <= mostCancelled; nth += 1) answers.add((await sayCancelled(3_000 + nth, cookies[2] ?? "")).status);
    expect([...answers].toSorted((one, other) => one - other)).toEqual([401, 403]);
    expect(await send(7).answered).toBe(403);
    expect(await kept()).toEqual([]);
  });

  test("keeps it where the one who sent it waits for the answer, whoever else says that it is cancelled", async () => {
    let isHeld = true;
    const sealing = new Promise<void>((resolve) => {
      whole = async () => {
        resolve();
        while (isHeld) await pause(5);
      };
    });
    const { answered } = send(6);
    await sealing;
    // Nobody who is signed in, however often, somebody who may not write of the order, and somebody who may.
    for (let nth = 0; nth < 1_001; nth += 1) expect((await sayCancelled(6, "")).status).toBe(401);
    const others = ["", "0".repeat(64), marsh.cookie, okell.cookie];
    const answers = [];
    for (const cookie of others) answers.push((await sayCancelled(6, cookie)).status);
    expect(answers).toEqual([401, 401, 403, 200]);
    expect(isCancelled()).toBe(false);
    isHeld = false;
    expect(await answered).toBe(200);
    expect((await kept()).map(({ exhibit }) => exhibit)).toEqual([`${order}/P1`]);
  });

  test("keeps it where nobody cancels it", async () => {
    whole = async (isGone) => expect(isGone()).toBe(false);
    expect(await send(4).answered).toBe(200);
    expect((await kept()).map(({ exhibit }) => exhibit)).toEqual([`${order}/P1`, `${order}/P2`]);
  });

  test("one file that is sent twice, at once too, is one paper, and each time it is answered with it", async () => {
    whole = async () => undefined;
    const file = scan(8);
    const take = async (officer: Officer, name = "Certified copy, served") => {
      const reply = await officer.ask("POST", `/desk/orders/${order}/copies`, { name, file: file.toString("base64") });
      return [reply.status, (reply.body as { readonly exhibit?: string }).exhibit];
    };
    const paper = [200, `${order}/P3`];
    expect(await Promise.all([take(parry), take(parry)])).toEqual([paper, paper]);
    expect(await take(parry)).toEqual(paper);
    const last = () => allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").executeTakeFirst();
    expect(await last()).toMatchObject({ actor: parry.id, op: "consult" });
    expect(await desk.parts.keptPapers.begun()).toEqual([]);
    // Called something else, or taken in by another, it is another paper.
    expect(await take(parry, "Another name")).toEqual([200, `${order}/P4`]);
    expect(await take(okell)).toEqual([200, `${order}/P5`]);
    expect(await kept()).toHaveLength(5);
  });

  test("answers who cancels it then under which number it is kept", async () => {
    expect(await cancelled(4)).toBe(`${order}/P2`);
  });
});
