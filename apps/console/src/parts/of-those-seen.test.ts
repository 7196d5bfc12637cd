import { expect, it } from "vitest";
import { sayRegister } from "../screens/register/register-words.ts";
import { ofThoseSeen } from "./of-those-seen.ts";

const [bell, parry] = ["investigator", "spo-coordinator"].map((role) => ({ officer: { role } }));
if (bell === undefined || parry === undefined) throw new Error("two officers");

it("an investigator on no case is not told that the force has no order, where they may see none", () => {
  const none = { live: 0, groups: [], opened: [], proposed: [] };
  expect(sayRegister(none, parry)).toBe("0 live orders. Nothing waits.");
  expect(sayRegister(none, bell)).toBe("Of those you may see: 0 live orders; nothing waits.");
  expect(ofThoseSeen(bell, "All of our 0 live orders are here.")).toBe("Of those you may see: all of our 0 live orders are here.");
  expect([ofThoseSeen(bell, ""), ofThoseSeen(parry, "No order yet.")]).toEqual(["", "No order yet."]);
});
