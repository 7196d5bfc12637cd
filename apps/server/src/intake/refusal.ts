/** The one answer to whatever is not taken: whoever asks learns nothing from what was wrong, not even by its length. */
export const refusalText = JSON.stringify({ says: "This could not be taken. Nothing was kept of it." });

/** The status of every refusal, whatever was wrong. */
export const refusalStatus = 400;

/** The headers of every refusal. */
export const refusalHeaders = {
  "content-type": "application/json; charset=utf-8",
  "cache-control": "no-store",
  "content-length": String(refusalText.length),
  connection: "close",
};

/** What of an answer of Fastify is used here: its own type differs from route to route. */
interface Refusable<Sent> {
  code(status: number): unknown;
  header(name: string, value: string): unknown;
  removeHeader(name: string): unknown;
  serializer(write: (payload: unknown) => string): unknown;
  send(payload: string): Sent;
}

/**
 * Answers with the refusal. The connection ends with it, always: some refusals have to end it, because more would come that nobody reads,
 * and a refusal must not show which it is.
 */
export function refuse<Sent>(reply: Refusable<Sent>): Sent {
  reply.code(refusalStatus);
  // Some failures have set it already, in another place of the head.
  reply.removeHeader("connection");
  for (const [name, value] of Object.entries(refusalHeaders)) reply.header(name, value);
  reply.serializer(String);
  return reply.send(refusalText);
}
