/**
 * A secret that cannot be printed by accident. Reading it is a call that grep finds.
 *
 * See `reveal`. After the pattern of evolu's `Redacted` (style: secrets look like secrets).
 */
export interface Redacted<T> {
  readonly redacted: "<redacted>";
  toJSON(): string;
  toString(): string;
  readonly kind?: T;
}

const secretByBox = new WeakMap<object, unknown>();

/** Puts a secret into a box that prints as `<redacted>` everywhere: templates, JSON, the inspector. */
export function redact<T>(secret: T): Redacted<T> {
  const box: Redacted<T> = Object.freeze({
    redacted: "<redacted>" as const,
    toJSON: () => "<redacted>",
    toString: () => "<redacted>",
  });
  secretByBox.set(box, secret);
  return box;
}

/** Takes the secret out. Throws when the box was not made by `redact`: that is a bug. */
export function reveal<T>(box: Redacted<T>): T {
  if (!secretByBox.has(box)) throw new Error("not a redacted value");
  return secretByBox.get(box) as T;
}
