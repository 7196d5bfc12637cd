/**
 * The words that people read: numbers, days, sizes, channels, kinds, flags. Values come in, text goes out; another language is one more file.
 *
 * @module
 */
export { sayNumber, sayCount, sayList, saySize } from "./numbers.ts";
