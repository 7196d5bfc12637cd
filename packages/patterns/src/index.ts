/**
 * Acts in, findings out. Each finding lists its acts, says how it was worked out and what could change it. This room never scores a person
 * and never says that something is or is not stalking.
 *
 * @module
 */
export * from "./pattern.ts";
export * from "./night.ts";
export * from "./lane.ts";
export { type Gap, startOfDay } from "./lane-coverage.ts";
export * from "./timeline-counts.ts";
