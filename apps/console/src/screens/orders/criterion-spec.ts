import type { OrderPage } from "../../desk/order-page.ts";
import type { OrderSpec } from "../../parts/order-forms.tsx";
import { ticked, waysToKnow } from "../../parts/written-fields.ts";

/** The form of one criterion: what speaks against it is asked first, and something that carries it is added. */
export function criterionSpec({ state }: OrderPage, letter: "a" | "b" | "c"): OrderSpec {
  const one = state.draft.criteria.find(({ criterion }) => criterion === letter);
  const carries = one?.carries ?? [];
  return {
    name: `criterion-${letter}`,
    path: "criterion-written",
    letter,
    button: `${one === undefined ? "Write" : "Rewrite"} criterion (${letter})`,
    verb: "Save the criterion",
    standing: { against: one?.against ?? "" },
    fields: [
      {
        key: "against",
        asks: "What speaks against it",
        as: "words",
        hint: "As large as what carries it: on the desk, in print, before the court.",
      },
      { key: "says", asks: "Something that carries it", as: "words", isOptional: carries.length > 0 },
      {
        key: "knowing",
        asks: "How it is known",
        as: "choice",
        options: waysToKnow,
        isAsked: ({ says = "" }) => says !== "" || carries.length === 0,
      },
      { key: "day", asks: "Its day", as: "day", isOptional: true },
      { key: "exhibit", asks: "Its exhibit", as: "line", isOptional: true },
      { key: "sure", asks: "How sure whose hand it was, in the words of who says so", as: "line", isOptional: true },
      ...(carries.length === 0
        ? []
        : [
            {
              key: "out",
              asks: "Leave out",
              as: "ticks" as const,
              isOptional: true,
              options: carries.map(({ says }, i) => ({ value: String(i), says: says.slice(0, 80) })),
            },
          ]),
    ],
    changes: "The criterion stands in these words; what it was stays to be read. Whoever writes a part of it cannot authorise it.",
    sends: ({ against, out, ...added }) => {
      const left = new Set(Array.isArray(out) ? out.map(String) : ticked(undefined));
      const kept = carries.filter((_, i) => !left.has(String(i)));
      return { criterion: letter, against, carries: [...kept, ...(added["says"] === undefined ? [] : [added])] };
    },
  };
}
