import fc from "fast-check";
import { expect, test } from "vitest";
import { handIn, timelineOf } from "./hand-in.ts";

/** However often few words come back in few minutes, in order or out of it, no act becomes another and none is lost. */

const seed = 20261125;
const said = { zone: "Europe/London" };
const line = fc.record({
  day: fc.constantFrom("25/10/2025", "26/10/2025", "5/10/2025", "05/10/2025", "31/02/2025", "10/26/25"),
  clock: fc.constantFrom("00:59", "01:10", "01:30", "1:30 AM", "1:30 PM", "13:30", "02:10"),
  author: fc.constantFrom("Sam", "Sam", "Jo"),
  text: fc.constantFrom("hi", "hi", "<Media omitted>", "", "Missed voice call", "two\nlines"),
});
const written = ({ day, clock, author, text }: { day: string; clock: string; author: string; text: string }) =>
  `${day}, ${clock} - ${author}: ${text}\n`;

test("every act of a chat has an id of its own, and stays one act when the chat is merged with itself and with its parts", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 3, maxLength: 25 }), fc.nat(), async (lines, at) => {
      const text = lines.map(written);
      const name = "WhatsApp Chat with Sam.txt";
      const { acts } = await handIn({ [name]: text.join("") }, said);
      expect(new Set(acts.map((act) => act.id)).size).toBe(acts.length);
      const cut = at % text.length;
      const merged = await timelineOf(
        { [`a/${name}`]: text.join(""), [`b/${name}`]: text.join(""), [`c/${name}`]: text.slice(cut).join("") },
        said,
      );
      expect(merged).toHaveLength(acts.length);
    }),
    { seed, numRuns: 150 },
  );
});

test("a chat of ordered lines, cut into parts that overlap by whole minutes, comes together again", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          step: fc.constantFrom(0, 0, 0, 1, 60),
          author: fc.constantFrom("Sam", "Jo"),
          text: fc.constantFrom("hi", "ok", "<Media omitted>"),
        }),
        { minLength: 4, maxLength: 40 },
      ),
      fc.nat(),
      fc.nat(),
      async (steps, x, y) => {
        let minute = 0;
        const lines = steps.map(({ step, author, text }) => {
          minute += step;
          const clock = `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
          return { minute, text: `${13 + Math.floor(minute / 1440)}/03/2025, ${clock} - ${author}: ${text}\n` };
        });
        const from = lines[x % lines.length]?.minute ?? 0;
        const to = Math.max(from, lines[y % lines.length]?.minute ?? 0);
        const part = (keep: (minute: number) => boolean) => lines.filter((one) => keep(one.minute)).map((one) => one.text).join(""); // prettier-ignore
        const name = "WhatsApp Chat with Sam.txt";
        const whole = await timelineOf({ [`w/${name}`]: part(() => true) }, said);
        const parts = await timelineOf({ [`a/${name}`]: part((m) => m <= to), [`b/${name}`]: part((m) => m >= from) }, said);
        expect(whole).toHaveLength(lines.length);
        expect(parts.map((act) => act.id)).toEqual(whole.map((act) => act.id));
      },
    ),
    { seed, numRuns: 100 },
  );
});
