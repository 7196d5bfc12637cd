import type { FastifyRequest } from "fastify";

/** The token of `Authorization: Bearer`, 64 hexadecimal digits; undefined where it is anything else. */
export function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer ([0-9a-f]{64})$/.exec(request.headers.authorization ?? "")?.[1];
}
