import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { catalogue } from "./apps/person/vite-catalogue.ts";

/** Files of a few lines that work for minutes: begun last, one would run on alone while the other core has nothing left to do. */
const longest = ["house/plants", "server/program-keep", "server/program-start", "server/killed-", "server/invented-states"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => longest.some((one) => moduleId.includes(`/test/${one}`));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/**
 * `unit`: beside the code, under two minutes on two cores. `rooms`: across rooms, with Debian's tools, and hunts that take minutes (every byte of a
 * token changed, files of gigabytes). `journeys`: in Chromium, one file at a time.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Where it is asked for: the code of packs and of their verifier may not fall below its bar.
    coverage: {
      provider: "v8",
      include: ["packages/pack/src/**/*.ts"],
      exclude: ["**/*.test.{ts,tsx}", "**/*.d.ts"],
      reporter: ["text-summary"],
      reportsDirectory: ".cache/coverage",
      thresholds: { branches: 80 },
    },
    projects: [
      {
        plugins: [catalogue()],
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "fittings/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts"],
          testTimeout: 120_000,
          // A room is loaded once for all its tests and not once a file: rooms keep no state, and loading is a quarter of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: "rooms",
          include: ["test/**/*.test.ts"],
          exclude: ["test/journeys/**", "**/node_modules/**"],
          globalSetup: ["test/server/shared-server.ts"],
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      {
        plugins: [catalogue()],
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
