import { defineConfig } from "vitest/config";

// One project for everything that needs no browser; the journeys have their own file pattern and run after it (house/test.mjs).
export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/journeys/**"],
    testTimeout: 60_000,
  },
});
