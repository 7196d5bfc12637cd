/**
 * The few globals that every place we run in has (Node 20, Chromium, Firefox, Safari) and that `lib: ["ES2023"]` leaves out because it
 * files them under the DOM. Rooms may use these and nothing else of the outside world: no clock, no network, no randomness is here.
 */

interface TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}
declare var TextEncoder: { new (): TextEncoder };

interface TextDecoder {
  decode(bytes?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare var TextDecoder: { new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder };

interface ReadableStreamDefaultReader<T> {
  read(): Promise<{ done: false; value: T } | { done: true; value?: T }>;
  cancel(reason?: unknown): Promise<void>;
  releaseLock(): void;
}
interface ReadableStreamDefaultController<T> {
  enqueue(chunk: T): void;
  close(): void;
  error(reason?: unknown): void;
}
interface ReadableStream<T = unknown> {
  getReader(): ReadableStreamDefaultReader<T>;
  cancel(reason?: unknown): Promise<void>;
  pipeThrough<U>(pair: { readable: ReadableStream<U>; writable: WritableStream<T> }): ReadableStream<U>;
}
declare var ReadableStream: {
  new <T>(
    source?: {
      start?(controller: ReadableStreamDefaultController<T>): void | Promise<void>;
      pull?(controller: ReadableStreamDefaultController<T>): void | Promise<void>;
      cancel?(reason?: unknown): void | Promise<void>;
    },
    strategy?: { highWaterMark?: number },
  ): ReadableStream<T>;
};

interface WritableStreamDefaultWriter<T> {
  readonly ready: Promise<void>;
  write(chunk: T): Promise<void>;
  close(): Promise<void>;
  abort(reason?: unknown): Promise<void>;
}
interface WritableStream<T = unknown> {
  abort(reason?: unknown): Promise<void>;
  getWriter(): WritableStreamDefaultWriter<T>;
}
declare var WritableStream: {
  new <T>(
    sink?: {
      write?(chunk: T): void | Promise<void>;
      close?(): void | Promise<void>;
      abort?(reason?: unknown): void | Promise<void>;
    },
    strategy?: { highWaterMark?: number },
  ): WritableStream<T>;
};

declare var TransformStream: {
  new <I, O>(
    transformer?: undefined,
    writableStrategy?: { highWaterMark?: number },
    readableStrategy?: { highWaterMark?: number },
  ): { readable: ReadableStream<O>; writable: WritableStream<I> };
};

declare var DecompressionStream: {
  new (format: "gzip"): { readable: ReadableStream<Uint8Array>; writable: WritableStream<Uint8Array> };
};

/** Cancelling, as every app hands it in: a room only looks, it never makes one. */
interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
