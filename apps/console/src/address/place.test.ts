import { describe, expect, it } from "vitest";
import { type Place, addressOf, isOfDesk, placeAt } from "./place.ts";

const read = (address: string): Place => {
  const { pathname, search } = new URL(address, "http://console.localhost:4182");
  return placeAt(pathname, search);
};

describe("where an officer is", () => {
  it("comes back from its address as it was, filter, order and row with it", () => {
    const places: readonly Place[] = [
      { screen: "queue", filter: "all", sort: "rule" },
      { screen: "queue", filter: "breach", sort: "unread", row: "R-2096" },
      { screen: "report", reference: "R-2100" },
      { screen: "assess", reference: "R-2100" },
      { screen: "cases" },
      { screen: "look-ahead" },
      { screen: "retention" },
      { screen: "retention", row: "0197" },
      { screen: "retention", row: "R-1420" },
      { screen: "retention", row: "PB-3" },
      { screen: "look-ahead", order: "SPO-26-025" },
      { screen: "telephone" },
      { screen: "audit" },
      { screen: "supervision" },
      { screen: "review", opening: "0190f2c4-7a10-7000-8000-000000000001" },
      { screen: "officers" },
      { screen: "disclosure" },
      { screen: "disclosure", case: "0412" },
      { screen: "rights" },
      { screen: "rights", case: "0412" },
      { screen: "case", case: "0412", part: "now" },
      { screen: "case", case: "0412", part: "enquiries" },
      { screen: "act", case: "0412", item: "0f".repeat(16), ordinal: 12 },
      { screen: "link", link: "l-2088" },
      { screen: "register" },
      { screen: "register", row: "SPO-26-025.address-changed.2026-12-09" },
      { screen: "register", row: "SPO-26-025.address-changed.2026-12-09.12" },
      { screen: "attendance" },
      { screen: "attendance", order: "SPO-26-025" },
      { screen: "learn" },
      { screen: "learn", month: "2026-10", since: "2026-02" },
      { screen: "edition", month: "2026-10" },
      { screen: "enrol" },
      { screen: "signed-in" },
      { screen: "settings" },
    ];
    for (const place of places) expect(read(addressOf(place))).toEqual(place);
  });

  it("is the whole queue where the address says nothing or nonsense", () => {
    for (const address of ["/", "/queue", "/queue?show=everybody&sort=up&row=../../x"])
      expect(read(address)).toEqual({ screen: "queue", filter: "all", sort: "rule" });
  });

  it("is nowhere at an address that is not ours, and no text of it can reach a server", () => {
    for (const address of [
      "/reports",
      "/reports/R-21/../x",
      "/reports/R-2100/open",
      "/reports/r-2100",
      "/reports/R-2100%2F..",
      "/queue//",
      "/cases/0412/acts/0/1",
      "/cases/12",
      "/cases/0412/x",
      "/cases/0412/../1",
      "/attendance/SPO-26-025%2F..",
      "/attendance/0412",
    ])
      expect(read(address)).toEqual({ screen: "no-such-page" });
  });

  it("is the same with a slash at the end, which somebody typed or pasted", () => {
    for (const address of ["/queue", "/cases", "/cases/0412", "/cases/0412/risk", "/reports/R-2100", "/links/l-2088"])
      expect(read(`${address}/`)).toEqual(read(address));
  });

  it("is nowhere at the desk on the two pages of its door, so that nobody who signs in is led back to them", () => {
    expect(["/enrol", "/signed-in", "/no/page"].map((address) => isOfDesk(read(address)))).toEqual([false, false, false]);
    expect(["/", "/settings", "/cases/0412/risk"].map((address) => isOfDesk(read(address)))).toEqual([true, true, true]);
  });
});
