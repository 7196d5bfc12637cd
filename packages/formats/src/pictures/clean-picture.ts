import { cleanJpeg } from "./jpeg.ts";
import { cleanPng } from "./png.ts";
import type { NoPicture, Picture } from "./picture.ts";

/** Dots of one side. Stops a head that claims 60,000 by 60,000 in a file of a few bytes. */
const longestSide = 16_384;

/** Reads a picture: JPEG (baseline or progressive, grey or YCbCr) or PNG (still). `mostDots` is what it may unpack to, because that is its size in memory. */
export function cleanPicture(bytes: Uint8Array, mostDots: number): Picture | NoPicture {
  const fits = ({ width, height }: Pick<Picture, "width" | "height">): boolean =>
    width > 0 && height > 0 && width <= longestSide && height <= longestSide && width * height <= mostDots;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return cleanJpeg(bytes, fits);
  if (pngSignature.every((byte, i) => bytes[i] === byte)) return cleanPng(bytes, fits);
  return { not: "its bytes are no JPEG and no PNG" };
}

const pngSignature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
