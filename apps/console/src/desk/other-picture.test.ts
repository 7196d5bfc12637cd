import { expect, it } from "vitest";
import { isShownPicture, sayOtherPicture } from "./other-picture.ts";

it("says of a picture that no browser here should decode that it is not opened, whatever the letters of its name", () => {
  for (const name of ["IMG_2041.HEIC", "sticker.webp", "laugh.gif", "a.b.svg"])
    expect(sayOtherPicture("data/LA-3.bin", name)).toContain(`(${name.split(".").at(-1)?.toUpperCase() ?? ""})`);
});

it("goes by the bytes where they are a picture that is shown, and says nothing of other files", () => {
  expect(isShownPicture("data/LA-3.jpg")).toBe(true);
  expect(sayOtherPicture("data/LA-3.jpg", "it-says.webp")).toBeUndefined();
  expect(sayOtherPicture("data/LA-3.txt", "_chat.txt")).toBeUndefined();
  expect(sayOtherPicture("data/LA-3.bin", null)).toBeUndefined();
});
