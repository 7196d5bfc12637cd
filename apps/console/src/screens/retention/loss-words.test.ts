import { expect, it } from "vitest";
import { type Instant, parseInstant } from "@unmask/core";
import { sayHappened, sayHours, sayParty, sayPeople } from "./loss-words.ts";

const at = (day: number, hour: number, minute = 0): Instant => parseInstant(Date.UTC(2027, 0, day, hour, minute)) ?? expect.unreachable();
const ends = at(6, 16, 10);
const nobody = { whom: "commissioner", decided: null, told: [] } as const;
const toldAt = (when: Instant) => ({ ...nobody, told: [{ when, says: "by the form", late: null, by: "Supt Abara" }] });

it("says the very hour at which the 72 hours end or ended, and that nobody was told, never that anybody must be", () => {
  const running = sayHours({ clock: "runs", ends, parties: [nobody] }, at(6, 14));
  expect(running).toEqual({
    first: "72 hours end Wed 6 Jan 2027, 16:10",
    second: "in 2 h 10 min; the Commissioner was not told",
    isMind: true,
  });
  const over = sayHours({ clock: "over", ends, parties: [nobody] }, at(6, 21, 15));
  expect([over.first, over.second]).toEqual(["72 hours ended Wed 6 Jan 2027, 16:10", "5 h 05 min ago; the Commissioner was not told"]);
  expect(JSON.stringify([running, over])).not.toMatch(/must|required|overdue/i);
});

it("says when somebody was told, before or after that hour, and what was decided instead", () => {
  expect(sayHours({ clock: "told-late", ends, parties: [toldAt(at(7, 9))] }, at(9, 9))).toMatchObject({
    first: "Commissioner told Thu 7 Jan 2027, 09:00",
    second: "after the 72 hours ended, Wed 6 Jan 2027, 16:10",
    isMind: true,
  });
  expect(sayHours({ clock: "told", ends, parties: [toldAt(at(5, 9))] }, at(9, 9))).toMatchObject({ isMind: false });
  expect(sayHours({ clock: "not-told", ends, parties: [nobody] }, at(5, 9)).second).toBe("the 72 hours end Wed 6 Jan 2027, 16:10");
  const decided = { answer: "tell", reason: "who saw it is not known", by: "Supt Abara", at: at(4, 9) } as const;
  expect([sayParty(nobody), sayParty({ ...nobody, decided }), sayParty(toldAt(at(5, 9)))].map(({ says }) => says)).toEqual([
    "not decided",
    "to be told",
    "told Tue 5 Jan 2027, 09:00",
  ]);
});

it("leaves open what nobody knows", () => {
  expect([sayPeople(null), sayPeople(1), sayPeople(6)]).toEqual(["how many people is not known", "1 person", "6 people"]);
  expect(sayHappened({ happened: null })).toBe("not known");
  expect(sayHappened({ happened: { day: "2027-01-02", at: null } })).toBe("Sat 2 Jan 2027");
});
