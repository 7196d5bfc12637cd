import { expect, test } from "vitest";
import { handInAgain } from "./hand-in-again.ts";

const letter = { id: "0f".repeat(16), sealed: new Uint8Array(9), buckets: [] };

/** An intake that loses its first answers to a letter; where it is down nobody answers at all. */
function openIntake({ lost, isDown = false, stopsAt }: { readonly lost: number; readonly isDown?: boolean; readonly stopsAt?: string }) {
  const came: string[] = [];
  const asJson = (value: object) => ({ status: 200, header: () => undefined, bytes: new TextEncoder().encode(JSON.stringify(value)) });
  const intake = {
    origin: "https://intake.example.org",
    ask: async (url: string, { body }: { readonly body?: unknown }) => {
      if (stopsAt !== undefined && url.endsWith(stopsAt)) throw new Error("stopped");
      if (isDown) return undefined;
      if (url.endsWith("/challenge")) return asJson({ cost: 1, challenge: {} });
      came.push(String(body));
      return came.length > lost ? asJson({ letter: letter.id, week: "2026-W48", uploads: [] }) : undefined;
    },
    workOut: async () => "proof",
  };
  const waited: number[] = [];
  const said: string[] = [];
  const again = {
    isStopped: () => stopsAt !== undefined,
    wasLost: false,
    pause: async (ms: number) => void waited.push(ms),
    say: (text: string) => void said.push(text),
  };
  return { came, waited, said, run: () => handInAgain(intake, letter, again) };
}

test("a letter whose answers are lost for a while goes again as the same letter, and its words can be shown", async () => {
  const { came, waited, said, run } = openIntake({ lost: 4 });
  expect(await run()).toEqual({ ok: true, value: [] });
  expect(new Set(came).size).toBe(1);
  expect(waited).toEqual([2_000]);
  expect(said.join()).toContain("The same letter goes again in 2 s");
});

test("one whose answers never come may be there, and says so after three rounds; where nobody can be asked nothing was sent, at once", async () => {
  const lost = openIntake({ lost: 99 });
  expect(await lost.run()).toMatchObject({ ok: false, error: { mayBeThere: true } });
  expect(lost.waited).toEqual([2_000, 8_000]);
  const down = openIntake({ lost: 0, isDown: true });
  expect(await down.run()).toMatchObject({ ok: false, error: { mayBeThere: false } });
  expect(down.waited).toEqual([]);
});

test("who stops while an answer is awaited hears that nobody has said whether it is there; before it was handed in nothing was sent", async () => {
  expect(await openIntake({ lost: 0, stopsAt: "/intake/letters" }).run()).toMatchObject({ ok: false, error: { mayBeThere: true } });
  await expect(openIntake({ lost: 0, stopsAt: "/challenge" }).run()).rejects.toThrow("stopped");
});
