import { expect, test } from "vitest";
import { boundedFetch } from "./bounded-fetch.ts";

const piece = new TextEncoder().encode(" ".repeat(65_536));

/** A provider that sends `pieces` pieces of 64 KiB; how many were taken, and whether it was hung up on. */
function provider(pieces: number, status = 200) {
  const seen = { taken: 0, hungUp: false };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      if (seen.taken === pieces) return controller.close();
      seen.taken += 1;
      controller.enqueue(piece);
    },
    cancel: () => {
      seen.hungUp = true;
    },
  });
  return { seen, ask: async () => new Response(status === 204 ? null : body, { status, headers: { "content-type": "application/json" } }) };
}

test("a provider's answer of up to 1 MiB is read whole, with what stands above it", async () => {
  const reply = await boundedFetch(provider(16, 400).ask)("https://login.example.org/token", {});
  expect([reply.status, reply.headers.get("content-type"), (await reply.text()).length]).toEqual([400, "application/json", 1_048_576]);
  expect((await boundedFetch(provider(0, 204).ask)("https://login.example.org/token", {})).status).toBe(204);
});

test("a provider that sends without end is hung up on at the limit, and its answer counts for nothing", async () => {
  const { ask, seen } = provider(Infinity);
  await expect(boundedFetch(ask)("https://login.example.org/token", {})).rejects.toThrow("longer than one that is read");
  expect(seen.hungUp).toBe(true);
  expect(seen.taken).toBeLessThanOrEqual(18);
});
