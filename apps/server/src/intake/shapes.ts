/** JSON Schema of what passes the intake, each with its length: nothing longer is looked at. */

/** 16 random bytes. */
export const idShape = { type: "string", minLength: 32, maxLength: 32, pattern: "^[0-9a-f]{32}$" } as const;
/** 32 bytes: a token, a hash, a lookup id. */
export const hex64Shape = { type: "string", minLength: 64, maxLength: 64, pattern: "^[0-9a-f]{64}$" } as const;
/** A week like `2026-W48`. */
export const weekShape = { type: "string", minLength: 8, maxLength: 8, pattern: "^[0-9]{4}-W[0-9]{2}$" } as const;
/** A proof of work: JSON of challenge and solution in base64. */
export const proofShape = { type: "string", minLength: 1, maxLength: 4096 } as const;

/** Base64 of at most so many bytes. */
export function base64Shape(bytes: number): { readonly type: "string"; readonly minLength: 4; readonly maxLength: number } {
  return { type: "string", minLength: 4, maxLength: Math.ceil(bytes / 3) * 4 };
}

/** An object with exactly these members, or without those that `optional` names. */
export function objectShape<Members extends object>(
  properties: Members,
  optional: readonly string[] = [],
): { readonly type: "object"; readonly additionalProperties: false; readonly required: readonly string[]; readonly properties: Members } {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", additionalProperties: false, required, properties };
}

/** The one refusal, and what else an operation answers with, as Fastify's `response`. */
export function answersShape<Good extends object>(good: Good, status = 200): Readonly<Record<number, object>> {
  return { [status]: good, 400: objectShape({ says: { type: "string", const: "This could not be taken. Nothing was kept of it." } }) };
}
