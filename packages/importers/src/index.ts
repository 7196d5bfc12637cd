/**
 * Bytes in, acts out. An app hands sources in; out come readings: acts, notices, unread spans, kept files, and no byte outside them.
 * This room never opens a file, never asks a clock, and never drops a line.
 *
 * @module
 */
export * from "./importer.ts";
