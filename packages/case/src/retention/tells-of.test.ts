import { expect, test } from "vitest";
import { createTellsOf } from "./tells-of.ts";

const tellsOf = createTellsOf({
  names: ["Nora Vale", "Will", "Ottoline", "gaz_1991", "Jan de Vries", "Bo Li"],
  case: "0013",
  reports: ["R-43"],
  orders: ["SPO-26-018"],
});

test.each([
  ...[
    "for Nora Vale",
    "for NORA-VALE",
    "for N\u200bora Vale",
    "for Vale, Nora",
    "for Ms Vale",
    "for noravale",
    "for Nоra Vale",
    "for 𝐍𝐨𝐫𝐚 𝐕𝐚𝐥𝐞",
  ],
  ...[
    "for Nöra Vale",
    "for Nora M Vale",
    "for Nora M. Vale",
    "Vale (Ms)",
    "Mrs N Vale rang",
    "for N.o.r.a V a l e",
    "Nora Vale's sister",
    "de Vries, Jan",
    "Jan Vries",
    "Li, Bo",
  ],
  ...[
    "Mr Will rang",
    "is ottoline known",
    "he is gaz-1991",
    "for R-43",
    "for r43",
    "for R/43",
    "R no. 043",
    "report 43",
    "for SPO2618",
    "SPO-26-018-I",
    "spo 26/18",
    "for case 13",
    "case no 0013",
    "0013",
  ],
])("goes with what is erased: %s", (words) => {
  expect(tellsOf(words)).toBe("certainly");
});

test.each(["for Vale", "nothing of vale", "Nora rang again", "will ring tomorrow", "Vale and Nora met", "the Vale family"])(
  "can be another's, stays and is listed: %s",
  (words) => {
    expect(tellsOf(words)).toBe("unclear");
  },
);

test.each([
  "plain nothing",
  "13 lines",
  "R-430",
  "R-4 and 3",
  "case 130",
  "SPO-26-180",
  "SPO-27-018",
  "in the valley",
  "norah",
  "43",
  "10013",
  "a jan sale",
  "",
])("tells of nothing that goes: %s", (words) => {
  expect(tellsOf(words)).toBe("no");
});
