import { describe, expect, it } from "vitest";
import { happenedAt } from "./case-code-event.tsx";

describe("when something took place, as an officer types it", () => {
  it("is a minute on the desk’s clock, in summer an hour before the clock of the world", () => {
    expect(happenedAt("2026-11-24T09:05")).toBe("2026-11-24T09:05:00.000Z");
    expect(happenedAt("2026-07-24T00:05")).toBe("2026-07-23T23:05:00.000Z");
  });

  it("is the first of the two where the clock shows it twice, and nothing where none showed it", () => {
    expect(happenedAt("2026-10-25T01:30")).toBe("2026-10-25T00:30:00.000Z");
    for (const none of ["", "2026-03-29T01:30", "2026-02-30T09:00", "0226-11-24T09:05"]) expect(happenedAt(none)).toBeUndefined();
  });
});
