/** The variant of exifr that reads JPEG, TIFF and HEIC; its own types are those of another one. */
declare module "exifr/dist/lite.esm.mjs" {
  /** What a picture says, by the names of its tags; undefined where it says nothing. Rejects what is no picture, and some that are damaged. */
  export function parse(bytes: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<unknown>;
}
