/** What shows that an order was served, as it is written with the attempt: a file that is kept with the order, or what lies elsewhere and is named so. */
import { beforeAll, expect, test } from "vitest";
import { seedCase, seedReport } from "./case-seed.ts";
import { type DeskStage, type Officer, openDesk } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

const reason = { code: "court", words: "" };
const ref = "0497";
const contact = {
  ...{ condition: 1, type: "prohibition", kind: "prohibition/contact", says: "Not to contact her by any means.", channels: ["any"] },
  ...{ evidence: [], interimToo: false },
};
const typed = {
  ...{ jurisdiction: "EW", theirs: "WM-26-407", force: "Westmere Police", court: "Westmere Magistrates’ Court" },
  ...{ subject: { name: "Tom Ferris" }, order: "full", made: "2026-10-26", period: { until: "2028-10-25" } },
  ...{ conditions: [contact], protects: ["Ida Lund"] },
};
const attempt = {
  ...{ order: "full", day: "2026-11-02", at: "08:20", made: "PC Ravi Vale", place: "12 Tanner Row", outcome: "served" },
  ...{ says: "By hand, at the door.", knowing: "record" },
};

interface Answer {
  readonly exhibit?: string;
  readonly sha256?: string;
  readonly order?: string;
  readonly refused?: { readonly rule: string };
}

describeOnBoth("what shows that an order was served", (stage) => {
  let desk: DeskStage;
  let bell: Officer;
  let order = "";
  const ask = async (path: string, body: object) => {
    const reply = await bell.ask("POST", `/desk/${path}`, { ...body, reason });
    return { status: reply.status, body: reply.body as unknown as Answer };
  };
  const attempted = async (...evidence: readonly object[]) => {
    const { status, body } = await ask(`orders/${order}/service-attempted`, { saw: 1, ...attempt, evidence });
    return body.refused?.rule ?? status;
  };
  const keep = async (name: string) => {
    const file = Buffer.from(`%PDF-1.7 ${name}`).toString("base64");
    const { exhibit = "", sha256 = "" } = (await ask(`orders/${order}/evidence`, { name, file })).body;
    return { exhibit, sha256, says: name };
  };

  beforeAll(async () => {
    desk = await openDesk(stage);
    bell = await desk.enrol("DC 2093 Harriet Bell", "investigator");
    await seedReport(desk, { report: "R-2297", name: "Ida Lund" });
    await seedCase(desk, ref, { reports: ["R-2297"], members: [bell.id] });
    order = (await ask(`cases/${ref}/orders/typed`, typed)).body.order ?? "";
    expect(order).toMatch(/^SPO-/);
  });

  test("is a file that is kept with the order, under its number and with its hash, or lies elsewhere under a number that is no paper’s", async () => {
    const receipt = await keep("the receipt");
    const video = { exhibit: "AF/3", says: "Body-worn video" };
    expect(await attempted(receipt, video)).toBe(200);
    const { exhibit, sha256, says } = receipt;
    // The next number is nobody’s yet: what is kept under it later would pass for what was read.
    const next = exhibit.replace(/\d+$/, (nth) => String(Number(nth) + 1));
    const refused = [
      { exhibit: next, sha256: "cd".repeat(32), says },
      { exhibit: next, says },
      { exhibit, says },
      { exhibit: next, sha256, says },
      { exhibit: "AF/4", sha256, says },
      { exhibit: next.toLowerCase(), says },
      { exhibit: next.replace("/", " /"), says },
      { exhibit: next.replace("/P", "\u200b/P"), says },
      { exhibit: next.replaceAll("-", "\u2013"), says },
      { exhibit: next.replace("SPO-26", "SPO-25"), says },
      { exhibit: next.replaceAll("-", ""), says },
      { exhibit: `${next} photo`, says },
      { exhibit: next.replace("/P", "/\u0420"), says },
    ];
    for (const one of refused) expect([one, await attempted(video, one)]).toEqual([one, "not-kept"]);
    const later = await keep("another page");
    expect([later.exhibit, await attempted(later)]).toEqual([next, 200]);
  });
});
