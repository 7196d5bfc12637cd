import { type AddressInfo, type Socket, connect, createServer } from "node:net";

/** A wire between the browser and the server that counts: whatever crosses it is seen, the service worker's requests too. */
export interface Wire {
  readonly address: string;
  /** Bytes that came to the browser, heads of answers included. */
  bytes(): number;
  /** What was asked for, in order. */
  asked(): readonly string[];
  cut(): Promise<void>;
}

/** Lays a wire to the server at `address`. */
export async function layWire(address: string): Promise<Wire> {
  const { port } = new URL(address);
  let bytes = 0;
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ port: Number(port), host: "127.0.0.1" });
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
    }
    near.on("data", (chunk) => {
      for (const [, path = ""] of chunk.toString("latin1").matchAll(/^GET (\S+) HTTP/gm)) asked.push(path);
    });
    far.on("data", (chunk) => (bytes += chunk.length));
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${own}/`,
    bytes: () => bytes,
    asked: () => [...asked],
    cut: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}
