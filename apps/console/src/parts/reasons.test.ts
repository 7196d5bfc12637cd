import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Reasons } from "./reasons.tsx";
import { reasonsForCase } from "./use-reason.ts";

test("whoever opens a case finds no reason chosen for them: none stands out, none is Enter, none is in the line of the log", () => {
  const open = (): void => expect.unreachable();
  const shown = renderToStaticMarkup(
    createElement(Reasons, { reference: "0412", officer: "PC 4471 Imran Qureshi", offered: reasonsForCase, open }),
  );
  const buttons = [...shown.matchAll(/<button[^>]*class="([^"]*)"/g)].map(([, name]) => name);
  expect(buttons).toEqual(Array(reasonsForCase.length + 1).fill("reason"));
  expect(shown).not.toContain("Enter");
  expect(shown).toContain("consult 0412 · PC 4471 Imran Qureshi · …");
});
