import { defineConfig } from "vite";

/** The desk: one page, its script and its style. The page's own policy lets nothing else in, and no request goes anywhere but to its own server. */
export default defineConfig({
  build: {
    target: "es2023",
    sourcemap: false,
    // Inlined assets would be data: addresses, which the content policy refuses.
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
