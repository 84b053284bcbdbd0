import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export type Relay = {
  /** The database's address, led through here. */
  url: string;
  /** Cuts every connection, and refuses new ones, as when the database's machine is off. */
  cut: () => Promise<void>;
  /** Accepts everything and answers nothing, as a network that drops packets does. */
  silence: () => void;
  /** As before. */
  restore: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Relays between the service and PostgreSQL, so that the database can be taken away and given back. */
export async function startRelay(databaseUrl: string): Promise<Relay> {
  const url = new URL(databaseUrl);
  const to = { host: url.hostname, port: Number(url.port) };
  const pairs = new Set<[Socket, Socket]>();
  let isSilent = false;
  const server = createServer((clientSocket) => {
    const databaseSocket = connect(to);
    const pair: [Socket, Socket] = [clientSocket, databaseSocket];
    pairs.add(pair);
    for (const [from, into] of [pair, [databaseSocket, clientSocket] as const]) {
      from.on("data", (chunk) => {
        if (!isSilent) into.write(chunk);
      });
      from.on("error", () => {});
      from.on("close", () => {
        into.destroy();
        pairs.delete(pair);
      });
    }
  });
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  url.host = `127.0.0.1:${port}`;
  const drop = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      drop();
    });
  return {
    url: url.href,
    cut: close,
    silence: () => {
      isSilent = true;
    },
    restore: async () => {
      isSilent = false;
      if (server.listening)
        drop(); // what was swallowed never comes
      else await listen(port);
    },
    stop: close,
  };
}
