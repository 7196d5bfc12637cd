import { expect, test } from "vitest";
import { sayServed } from "./order-row-words.ts";
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
