import { expect, it } from "vitest";
import { parseInstant } from "@unmask/core";
import type { DutyLine } from "../desk/duty-line.ts";
import { dutyDay, dutyRule, dutyWord, sayDuties, whereDone } from "./duty-words.ts";

const now = parseInstant(Date.parse("2026-11-25T03:14:00Z")) ?? expect.unreachable();
const duty = (state: DutyLine["state"], dueBy?: string): DutyLine => ({
  id: "one",
  says: "Tell the person that bail conditions changed",
  since: "Mon 23 Nov 2026",
  state,
  ...(dueBy === undefined ? {} : { dueBy }),
  why: "Victims’ Code, 1 working day",
});

it("says of each duty whether it is late, today or tomorrow, by the civil day of London", () => {
  expect(dutyWord(duty("overdue", "2026-11-24"), now)).toEqual({ says: "Overdue", isMind: true });
  expect(dutyWord(duty("due", "2026-11-25"), now)).toEqual({ says: "Today", isMind: false });
  expect(dutyWord(duty("due", "2026-11-26"), now)).toEqual({ says: "Tomorrow", isMind: true });
  expect(dutyWord(duty("cannot-be-worked-out"), now).says).toBe("Count by hand");
});

it("never gives a day without its rule", () => {
  expect(dutyRule(duty("overdue", "2026-11-24"))).toBe(
    "by end of Tue 24 Nov 2026, counted from Mon 23 Nov 2026: Victims’ Code, 1 working day",
  );
  expect(dutyRule(duty("no-figure"))).toBe("Victims’ Code, 1 working day");
});

it("leads from the risk prompts to those of the case, which alone are asked again in it", () => {
  const risk = { screen: "case", case: "0412", part: "risk" };
  expect(whereDone({ id: "risk-prompts" }, { case: "0412", reports: [] })).toEqual({ says: "Assess", to: risk });
  expect(whereDone({ id: "order-considered" }, { case: "0412", reports: [] }).to).toEqual({ ...risk, part: "decisions" });
});

it("counts what is late and what comes next, and nothing that is done", () => {
  expect(sayDuties([duty("overdue"), duty("overdue"), duty("due"), duty("met")])).toBe("Overdue 2, due next 1");
  expect(sayDuties([duty("met")])).toBe("Nothing is due");
});

it("shows one day of a duty as the day on which it is due, and never the day from which it counts in its place", () => {
  expect(dutyDay(duty("due", "2026-12-11"))).toBe("Fri 11 Dec 2026");
  expect(dutyDay(duty("overdue", "2026-11-24"))).toBe("since Tue 24 Nov 2026");
  expect(dutyDay(duty("no-figure"))).toBe("from Mon 23 Nov 2026");
  expect(dutyRule({ ...duty("due", "2026-12-11"), since: "Fri 27 Nov 2026", why: "14 days from opening, Fri 27 Nov 2026" })).toBe(
    "by end of Fri 11 Dec 2026: 14 days from opening, Fri 27 Nov 2026",
  );
});

it("a referral is written of on the report that it is due of, not on the newest", () => {
  const page = { case: "0412", reports: [{ report: "R-8" }, { report: "R-9" }] };
  const place = whereDone({ id: "refer", report: "R-8" }, page).to;
  expect(place).toEqual({ screen: "report", reference: "R-8" });
});
