/** The few words of pako that `inflate-to-damage.ts` uses; the published types would bring in the DOM. */
declare module "pako/lib/inflate.js" {
  export interface InflateStream {
    /** Bytes [0, next_out) came out and were not handed to `onData` yet. */
    readonly output: Uint8Array | null;
    readonly next_out: number;
  }
  export interface Inflate {
    /** The stream ended, or is damaged (`err`, a code of zlib; 0: it is whole). */
    readonly ended: boolean;
    readonly err: number;
    readonly strm: InflateStream;
    onData: (piece: Uint8Array) => void;
    push(packed: Uint8Array): boolean;
  }
  export const Inflate: new (options: { readonly raw: boolean; readonly chunkSize: number }) => Inflate;
}
