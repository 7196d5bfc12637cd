/** The peer has no types of its own; this is the one function that the benchmark calls. */
declare module "mbox-reader" {
  export function mboxReader(input: NodeJS.ReadableStream): AsyncIterable<{ readonly content: Buffer; readonly headers: unknown }>;
}
