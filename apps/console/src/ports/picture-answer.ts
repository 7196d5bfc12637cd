/** What the thread that decodes pictures is given. */
export interface PictureAsked {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: "image/jpeg" | "image/png";
  /** Dots of the longest side of what comes back. */
  readonly longestSide: number;
}

/** What it gives back: the picture written anew as PNG; without one it did not decode. */
export interface PictureRedrawn {
  readonly picture?: Blob;
  readonly width: number;
  readonly height: number;
}
