import { expect, test } from "vitest";
import { saySought, sayServed } from "./order-row-words.ts";
import { noteOfService } from "./service-words.ts";

test("whoever reads the list is not told that an order of another force was not served: that is not known here", () => {
  const theirs = { theirs: "WM-25-011" };
  expect(sayServed({ served: null }, theirs)).toEqual({ says: "whether it was served is not known here", isMind: false });
  expect(sayServed({ served: "2026-11-02" }, theirs)).toEqual({ says: "served Mon 2 Nov 2026", isMind: false });
  expect(sayServed({ served: null }, { theirs: null })).toEqual({ says: "not served", isMind: true });
  // The index of the order agrees.
  const untried = { attempts: [], orders: [] };
  expect(noteOfService({ ...untried, typed: null })).toEqual({ says: "not tried yet", isMind: true });
  expect(noteOfService({ ...untried, typed: { force: "Westmere Police" } })).toEqual({ says: "not written here" });
});

test("who looks for an order is told of how many they may see, to compare the birth where a name repeats, and of none in the same words whether one is closed to them or not", () => {
  const of = (role: string) => ({ officer: { role } });
  const closed = "An order in a case that is closed to you would not stand here.";
  expect(saySought(of("spo-coordinator"), 1)).toBe("1 order of this name or number.");
  expect(saySought(of("supervisor"), 2)).toBe("2 orders of this name or number. Names repeat: look at the date of birth.");
  expect(saySought(of("supervisor"), 0)).toBe(`No order of this name or number. ${closed}`);
  expect(saySought(of("investigator"), 0)).toBe(`Of those you may see: no order of this name or number. ${closed}`);
});
