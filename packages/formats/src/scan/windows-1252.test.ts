import { expect, test } from "vitest";
import { mendWindows1252 } from "./windows-1252.ts";

test("the controls that are left of quotes, dashes and euros become what was written; the five bytes without meaning stay", () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i);
  const mended = mendWindows1252(new TextDecoder("latin1").decode(bytes));
  expect(mended).toBe("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ");
  expect(mendWindows1252("plain é 😀")).toBe("plain é 😀");
});
