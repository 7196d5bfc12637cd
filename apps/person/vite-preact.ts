import type { Plugin } from "vite";

/**
 * Her page is written for React and drawn by Preact, an eighth of it in bytes: all that her pages take is functions, their state and plain elements. The
 * pages of a force and the verifier are drawn by React, and share parts with hers. Belongs in `plugins`.
 */
export function preact(): Plugin {
  return {
    name: "preact",
    config: () => ({
      resolve: {
        alias: [
          { find: /^react$/, replacement: "preact/compat" },
          { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
        ],
      },
    }),
  };
}
