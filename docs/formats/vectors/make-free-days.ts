/**
 * Writes the free days of England and Wales anew, from `date-holidays`. Once a year, and when a holiday is proclaimed:
 *
 *     npx tsx docs/formats/vectors/make-free-days.ts 2026 2028 2026-11-27
 *
 * The years, both included, and the day on which somebody looked at what came out beside what the government publishes.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Holidays from "date-holidays";

const [first = 2026, last = 2028] = process.argv.slice(2, 4).map(Number);
const [, , , , checkedOn = "2026-11-27"] = process.argv;

/** Public holidays of England; those of Wales are the same days, which the test of the room looks at. */
const england = new Holidays("GB", "ENG");
const days = Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((year) =>
  england.getHolidays(year).flatMap(({ type, date }) => (type === "public" ? [date.slice(0, "2026-11-27".length)] : [])),
);

const text = `import type { FreeDays } from "@unmask/core";

/** Made by docs/formats/vectors/make-free-days.ts; outside these years nothing that counts working days can be worked out. */
export const freeDays: FreeDays = {
  years: [${first}, ${last}],
  holidays: [
${days.map((day) => `    "${day}",`).join("\n")}
  ],
  source: "npm date-holidays 3.37.0, GB-ENG and GB-WLS, public holidays",
  checkedOn: "${checkedOn}",
};
`;
writeFileSync(join(import.meta.dirname, "../../../packages/law/src/england-and-wales/free-days.ts"), text);
