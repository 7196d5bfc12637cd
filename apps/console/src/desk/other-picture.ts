/** Ends of the name in a pack, which tell by the bytes what a file is, of the pictures that are written anew and shown. */
const shownKinds = /\.(?:jpe?g|png)$/i;

/** Ends of a name that somebody gave: nothing of such a file was decoded here, so that it is the name alone that says it. */
const otherKinds = /\.(webp|gif|hei[cf]|avif|bmp|tiff?|jxl|svg)$/i;

/** Whether a file of a pack, by the name it has there, is a picture that is written anew and shown. */
export function isShownPicture(path: string): boolean {
  return shownKinds.test(path);
}

/** Of a picture that is never decoded here, by the name that it was handed over with, why it is not shown; undefined where its name says no such thing. */
export function sayOtherPicture(path: string, name: string | null): string | undefined {
  const kind = isShownPicture(path) ? undefined : otherKinds.exec(name ?? "")?.[1];
  if (kind === undefined) return undefined;
  return `By its name a picture (${kind.toUpperCase()}). Only JPEG and PNG are shown here, so it is not opened: look at the file itself.`;
}
