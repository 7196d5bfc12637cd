import fc from "fast-check";
import { daysFromCivil } from "@unmask/core";
import { describe, expect, it } from "vitest";
import { pictureThatSays } from "../../../fixtures/pictures-that-say.ts";
import { readPicture } from "./exif-of-picture.ts";

const door = {
  make: "Example",
  model: "Example Phone 4",
  taken: "2026:02:21 01:10:33",
  offset: "+00:00",
  latitude: [53, 22, 4_810],
  north: "N",
  longitude: [1, 28, 1_200],
  east: "W",
};

describe("what a picture says", () => {
  it("is when, where and with what it was taken, and the picture stays as it was", async () => {
    const bytes = pictureThatSays(door);
    const before = bytes.slice();
    expect(await readPicture(bytes)).toEqual({
      ok: true,
      value: {
        taken: { day: daysFromCivil({ year: 2026, month: 2, day: 21 }), clock: "01:10", offset: "+00:00" },
        place: { latitude: expect.closeTo(53.38, 4), longitude: expect.closeTo(-1.47, 4) },
        device: "Example Phone 4",
      },
    });
    expect(bytes).toEqual(before);
  });

  it("has no zone where the picture has none, and names the maker where the model does not", async () => {
    const read = await readPicture(pictureThatSays({ taken: "2026:02:21 01:10:33", make: "Example", model: "P4" }));
    expect(read).toEqual({ ok: true, value: { taken: { day: 20_505, clock: "01:10" }, device: "Example P4" } });
  });

  it("is nothing where it says nothing, and in what is no picture", async () => {
    for (const bytes of [pictureThatSays({}), new TextEncoder().encode("a picture"), new Uint8Array()])
      expect(await readPicture(bytes)).toEqual({ ok: true, value: {} });
  });

  it("is no day that does not exist, no place off the earth, and none at nought and nought, which a device writes that knows no place", async () => {
    const nowhere = [
      { taken: "0000:00:00 00:00:00" },
      { taken: "2026:02:31 01:10:33" },
      { taken: "2026:02:21 24:10:33" },
      { latitude: [91, 0, 0], north: "N", longitude: [1, 0, 0], east: "W" },
      { latitude: [53, 0, 0], north: "N", longitude: [181, 0, 0], east: "W" },
      { latitude: [53, 0, 0], north: "X", longitude: [1, 0, 0], east: "W" },
      { latitude: [53, 0, 0], north: "N" },
      { latitude: [0, 0, 0], north: "N", longitude: [0, 0, 0], east: "E" },
    ];
    for (const said of nowhere) expect(await readPicture(pictureThatSays(said))).toEqual({ ok: true, value: {} });
  });

  it("is one short line of letters, whatever somebody put into the name of the device", async () => {
    const read = await readPicture(pictureThatSays({ model: `\u202Etxt\n\n<img src=x>${"a".repeat(5_000)}` }));
    expect(read.ok && read.value.device).toMatch(/^txt <img src=x>a+$/);
    expect(read.ok && read.value.device?.length).toBeLessThanOrEqual(80);
  });

  it("is a sentence or nothing where it is damaged, and never throws", async () => {
    const whole = pictureThatSays(door);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, end) => {
        const bytes = whole.slice(0, end);
        for (const [at, byte] of changes) if (at < end) bytes[at] = byte;
        const read = await readPicture(bytes);
        expect(read.ok ? Object.keys(read.value).length <= 3 : read.error === "damaged").toBe(true);
      }),
      { seed: 20_261_129, numRuns: 2_000 },
    );
    expect(await readPicture(whole.slice(0, 60))).toEqual({ ok: false, error: "damaged" });
  });

  it("takes no time and no memory that the picture only claims to have", async () => {
    const bytes = pictureThatSays({ model: "Example Phone 4" });
    // The name of the device is said to be four thousand million letters long.
    const at = Buffer.from(bytes).indexOf(Buffer.from([0x01, 0x10, 0x00, 0x02]));
    bytes.set([0xff, 0xff, 0xff, 0xff], at + 4);
    const begun = performance.now();
    await readPicture(bytes);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
