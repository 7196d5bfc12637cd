/** A scan that is cancelled when all of it has come to the desk: it is kept, or it is not, and never without anybody knowing. */
import { request as ask } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeskRoute } from "../../apps/server/src/access/desk-route.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { deskRoutes } from "../../apps/server/src/routes/case/desk-routes.ts";
import { allRows } from "./all-rows.ts";
import { seedOrderView } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk, origin } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const order = "SPO-26-007";
const body = JSON.stringify({ name: "Certified copy", file: Buffer.from("%PDF-1.7 certified copy").toString("base64") });

describeOnBoth("a copy on paper whose sender goes", (stage) => {
  let desk: DeskStage;
  let parry: Officer;
  let port = 0;
  /** Is told when all bytes of a request have come, and holds it until it may go on. */
  let whole: (isGone: () => boolean) => Promise<void> = async () => undefined;

  beforeAll(async () => {
    const copies = deskRoutes.find(({ path }) => path === "/desk/orders/:order/copies") ?? expect.fail("no such route");
    const held: DeskRoute = {
      ...copies,
      path: "/desk/held/:order/copies",
      handle: async (request, parts) => {
        await whole(request.isGone ?? (() => false));
        return copies.handle(request, parts);
      },
    };
    desk = await openDesk(stage, [held]);
    parry = await desk.enrol("Sgt T. Parry", "spo-coordinator");
    await machineTransaction(desk.parts.database, (tx) =>
      seedOrderView(tx, { force: desk.parts.force.id, order_id: order, case_ref: null }),
    );
    port = Number(new URL(await desk.app.listen({ host: "127.0.0.1", port: 0 })).port);
  }, 120_000);
  afterAll(() => desk.app.close());

  const kept = async () => allRows(desk.parts.database).selectFrom("order_paper").select("exhibit").execute();
  const send = () => {
    const headers = {
      ...{ host: new URL(origin).host, cookie: `unmask-desk=${parry.cookie}`, "x-unmask-desk": "1" },
      ...{ "content-type": "application/json", "content-length": Buffer.byteLength(body) },
    };
    const sent = ask({ host: "127.0.0.1", port, method: "POST", path: `/desk/held/${order}/copies`, headers });
    const answered = new Promise<number>((resolve, reject) => {
      sent.on("response", (reply) => {
        reply.resume();
        resolve(reply.statusCode ?? 0);
      });
      sent.on("error", reject);
    });
    sent.end(body);
    return { answered, cancel: () => void sent.destroy(new Error("cancelled")) };
  };

  test("keeps nothing where it was cancelled before it was kept, though every byte had come, and the log says so", async () => {
    const ended = new Promise<void>((resolve) => {
      whole = async (isGone) => {
        cancel();
        while (!isGone()) await pause(5);
        resolve();
      };
    });
    const { answered, cancel } = send();
    await expect(answered).rejects.toThrow("cancelled");
    await ended;
    const refused = () => allRows(desk.parts.database).selectFrom("access_log").select("entry").where("result", "=", "refused").execute();
    await expect
      .poll(async () => (await refused()).map(({ entry }) => JSON.parse(entry).rule), { timeout: 30_000 })
      .toEqual(["sender-gone"]);
    expect(await kept()).toEqual([]);
    expect(await desk.parts.keptPapers.begun()).toEqual([]);
  });

  test("keeps it where the one who sent it waits for the answer", async () => {
    whole = async (isGone) => expect(isGone()).toBe(false);
    expect(await send().answered).toBe(200);
    expect((await kept()).map(({ exhibit }) => exhibit)).toEqual([`${order}/P1`]);
  });
});
