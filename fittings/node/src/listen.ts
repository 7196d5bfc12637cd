import { type RequestListener, type Server, createServer } from "node:http";
import { type Result, failed, ok } from "@unmask/core";

/** `localhost` leads to either, by the choice of the browser. */
const loopbacks = ["127.0.0.1", "::1"] as const;

/** How long a sender may take, in milliseconds. */
export interface Patience {
  /** For the head of a request: a sender that drips it holds a connection for nothing. */
  readonly headMs: number;
  /** For a connection that carries nothing at all. A slow upload that goes on is never idle, so it is never ended. */
  readonly idleMs: number;
}

const usualPatience: Patience = { headMs: 15_000, idleMs: 60_000 };
/** More connections than these would take the memory of the machine. */
const maxConnections = 4_000;

/** A server that runs. */
export interface Serving {
  readonly port: number;
  /** Ends it: what is being answered may finish for so long, in milliseconds, before it is cut off. */
  close(graceMs?: number): Promise<void>;
}

/** Where to listen. */
export interface Place {
  /** 0 takes any that is free. */
  readonly port: number;
  /** An address to listen on; both loopback addresses where none is named. */
  readonly host?: string | undefined;
  /** The words after "Choose another port: ", for the port that is free to choose. */
  tryPort(port: number): string;
  /** 15 s for a head and 60 s of nothing without it. */
  readonly patience?: Patience;
}

/**
 * Listens, on the loopback addresses of both families by default; a machine without the newer one does with the other. A port in use is a
 * failure that says what to do. A request that is not HTTP is answered with nothing.
 */
export async function listen(answer: RequestListener, place: Place): Promise<Result<Serving, string>> {
  const { port, host, patience = usualPatience } = place;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return failed("PORT must be a number from 1 to 65535.");
  const servers: Server[] = [];
  const close = async (graceMs = 0): Promise<void> => {
    await Promise.all(servers.map((server) => closed(server, graceMs)));
  };
  let bound = port;
  for (const at of host === undefined ? loopbacks : [host]) {
    const outcome = await listenAt(answer, { port: bound, host: at }, patience);
    if (outcome.ok) {
      servers.push(outcome.value);
      bound = portOf(outcome.value) ?? bound;
    } else if (!(servers.length > 0 && hasNoFamily(outcome.error))) {
      await close();
      return failed(saysOf(outcome.error, place, bound));
    }
  }
  return ok({ port: bound, close });
}

function listenAt(
  answer: RequestListener,
  place: { readonly port: number; readonly host: string },
  { headMs, idleMs }: Patience,
): Promise<Result<Server, string>> {
  // The time of a whole request has no end: two gigabytes over a slow line take a day.
  const server = createServer({ headersTimeout: headMs, requestTimeout: 0, connectionsCheckingInterval: headMs / 3 }, answer);
  server.timeout = idleMs;
  server.maxConnections = maxConnections;
  // Node answers an `Expect` that it does not know by itself, before anybody could refuse it as everything else.
  server.on("checkExpectation", answer);
  server.on("clientError", (_error, socket) => {
    socket.destroy();
  });
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => resolve(failed(error.code ?? "no code")));
    server.listen({ ...place, ipv6Only: place.host.includes(":") }, () => resolve(ok(server)));
  });
}

function hasNoFamily(code: string): boolean {
  return code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";
}

function saysOf(code: string, { tryPort }: Place, port: number): string {
  const instead = `hoose another port: ${tryPort(port + 1)}`;
  return code === "EADDRINUSE"
    ? `Port ${port} is taken by another program. Stop that program, or c${instead}`
    : `Nothing could listen on port ${port} (${code}). C${instead}`;
}

function portOf(server: Server): number | undefined {
  const bound = server.address();
  return bound !== null && typeof bound === "object" ? bound.port : undefined;
}

function closed(server: Server, graceMs: number): Promise<void> {
  return new Promise((done) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      done();
    });
    server.closeIdleConnections();
  });
}
