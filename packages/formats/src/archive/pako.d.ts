/** The few words of pako that a test of this room compares with; the published types would bring in the DOM. */
declare module "pako/lib/inflate.js" {
  export interface InflateStream {
    /** Bytes [0, next_out) came out and were not handed to `onData` yet. */
    readonly output: Uint8Array | null;
    readonly next_out: number;
    /** Packed bytes that the last member took. */
    readonly total_in: number;
  }
  export interface Inflate {
    /** The stream ended, or is damaged (`err`, a code of zlib; 0: it is whole). */
    readonly ended: boolean;
    readonly err: number;
    readonly strm: InflateStream;
    onData: (piece: Uint8Array) => void;
    push(packed: Uint8Array): boolean;
  }
  export const Inflate: new (
    options: { readonly raw: boolean; readonly chunkSize: number } | { readonly windowBits: number; readonly chunkSize: number },
  ) => Inflate;
}
