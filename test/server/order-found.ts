/** Orders are found by whom they bind or by a number, by each as far as they see orders: what is closed to somebody is neither found nor counted. */
import { expect, test } from "vitest";
import type { Officer } from "./desk-stage.ts";
import type { OrderStage } from "./order-stage.ts";

/** The tests; they come after an order of another force was typed in against the same name. */
export function testFound(at: OrderStage): void {
  const seek = async (who: Officer, words: string) => {
    const { status, groups } = await at.look(who, `/desk/orders?words=${encodeURIComponent(words)}`);
    expect([words, status]).toEqual([words, 200]);
    expect(groups.reduce((sum, { many }) => sum + many, 0)).toBe(groups.flatMap(({ rows }) => rows).length);
    return groups.flatMap(({ rows }) => rows.map(({ order }) => order)).toSorted();
  };

  test("an order is found by whom it binds and by its number here or at another force, however either is written, with the birthday by which namesakes are told apart", async () => {
    const { order, parry, look } = at;
    const all = (await look(parry, "/desk/orders")).groups.flatMap(({ rows }) => rows.map((one) => one.order)).toSorted();
    expect(all).toHaveLength(3);
    const typed = await seek(parry, "WM-26-031");
    expect([typed.length, all.includes(typed[0] ?? ""), typed[0] === order]).toEqual([1, true, false]);
    for (const words of ["Slade", "  SLADE   gary", "Gáry", "lade"]) expect([words, await seek(parry, words)]).toEqual([words, all]);
    for (const words of [order, order.toLowerCase(), order.replaceAll("-", " "), order.replaceAll("-", ""), `${order}-I`])
      expect([words, await seek(parry, words)]).toEqual([words, [order]]);
    for (const words of ["wm 26 031", "WM26031"]) expect([words, await seek(parry, words)]).toEqual([words, typed]);
    for (const words of ["Slader", "SPO-26-998", "%", "_", "\\"]) expect([words, await seek(parry, words)]).toEqual([words, []]);
    const rows = (await look(parry, "/desk/orders?words=slade")).groups.flatMap((one) => one.rows);
    const bornOf = (sought: string | undefined) => rows.flatMap((one) => (one.order === sought && "born" in one ? one.born : []));
    expect([bornOf(order), bornOf(typed[0])]).toEqual([["1991-03-12"], ["1991-03-20"]]);
  });

  test("what is sought is found only among the orders that its seeker may see: an order in a closed case is answered as one that nobody has", async () => {
    const { order, bell, okell, marsh, analyst, barred, look } = at;
    expect(await seek(okell, "slade")).toHaveLength(3);
    // Who is on its case sees it, and no copy of another force, which is in no case.
    expect(await seek(bell, "slade")).toEqual([order]);
    expect(await seek(bell, "WM-26-031")).toEqual([]);
    expect(await seek(barred, "slade")).toEqual((await seek(okell, "slade")).filter((one) => one !== order));
    const answer = async (words: string) => JSON.stringify({ ...(await look(barred, `/desk/orders?words=${words}`)), log: undefined });
    expect(await answer(order)).toBe(await answer("SPO-26-998"));
    expect(await answer("kowal")).toBe(await answer("nobody"));
    for (const who of [marsh, analyst]) expect((await look(who, "/desk/orders?words=slade")).status).toBe(403);
  });
}
