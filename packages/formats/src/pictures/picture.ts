/**
 * A picture as it may be handed to a typesetter: judged by its own bytes and never by its name, and written anew from the parts that make the
 * picture. What else such a file can hold (a place, a thumbnail that shows another thing, a comment, a film behind the end) is not in it.
 */
export interface Picture {
  readonly format: "jpg" | "png";
  /** Dots, as they lie in the file. */
  readonly width: number;
  readonly height: number;
  /** It is to be shown turned by a quarter, so that its width is its height. */
  readonly turned: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Why a picture is none, or is not shown: words that end the sentence "Not printed: …". */
export interface NoPicture {
  readonly not: string;
}

/** Whether a size may be shown. */
export type Fits = (size: Pick<Picture, "width" | "height">) => boolean;

/** The bytes end before the picture does. */
export const cutShort: NoPicture = { not: "its bytes end before the picture does" };
/** A part contradicts another. */
export const damaged: NoPicture = { not: "its bytes are damaged" };
/** Its head claims more than may be unpacked. */
export const tooManyDots: NoPicture = { not: "it has too many dots, or none" };
/** A kind of picture that a printed page cannot have as it is. */
export const otherKind: NoPicture = { not: "it is of a kind that is not printed here" };

/**
 * Pieces of one picture; a phone writes a thousand at most. Stops a file of millions of empty segments, each of which is larger to hold than to
 * write.
 */
export const mostPieces = 50_000;

/** Pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
