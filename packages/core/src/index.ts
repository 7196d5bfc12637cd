/**
 * The words. Nothing comes in and nothing goes out: this room says what an act, a time, a timeline, a finding, a source and a legal fact
 * are, and holds the arithmetic they need. It imports nothing, and can never read a file, a clock or a random number.
 *
 * @module
 */
export * from "./result.ts";
export * from "./redacted.ts";
export * from "./sha256.ts";
export * from "./source.ts";
export * from "./instant.ts";
export * from "./zone.ts";
export * from "./when.ts";
export * from "./identity.ts";
export * from "./flag.ts";
export * from "./act.ts";
export * from "./act-id.ts";
export * from "./timeline.ts";
export * from "./law.ts";
export * from "./drawing.ts";
export * from "./finding.ts";
export * from "./report.ts";
export * from "./reading-json.ts";
