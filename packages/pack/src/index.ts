/**
 * Timeline in, sealed police-ready pack out, and the verifier of packs.
 *
 * @module
 */
export * from "./report/report-document.ts";
export { type FontNeed, fontsFor } from "./report/fonts.ts";
export type { Cover } from "./report/first-page.ts";
