import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { oneFile } from "./vite-one-file.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [oneFile(here("page.html"))],
  build: {
    target: "es2023",
    // Its address in the one file would be a request.
    sourcemap: false,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: here("src/main.tsx"),
      output: { format: "iife", codeSplitting: false },
    },
  },
});
