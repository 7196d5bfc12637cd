import { expect, test } from "vitest";
import { coverShape } from "../cover.ts";
import { readingShape } from "../reading-options.ts";
import { statementShape } from "../statement.ts";
import type { World } from "../world.ts";
import { help } from "./help.ts";

test("who looks up pattern or report finds there every option by which exports are read and something is stated", async () => {
  let text = "";
  const terminal = { write: (said: string) => void (text += said) };
  await help([], { terminal } as unknown as World);
  const [uses = "", stated = ""] = text.split("What is stated, for pattern and report");
  for (const command of ["pattern", "report"]) {
    const use = uses.split(/^ {2}unmask /mu).find((part) => part.startsWith(command)) ?? "";
    for (const option of Object.keys(readingShape)) expect(use).toContain(`[--${option} `);
    for (const option of Object.keys({ ...statementShape, ...coverShape })) expect(use + stated).toContain(`--${option} `);
  }
});
