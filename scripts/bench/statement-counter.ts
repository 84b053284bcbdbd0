import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export type StatementCounter = {
  /** The database's address, led through here. */
  url: string;
  /** How many statements were sent since the last call. BEGIN and COMMIT count too. */
  take: () => number;
  stop: () => Promise<void>;
};

// types of messages: https://www.postgresql.org/docs/current/protocol-message-formats.html
const statementTypes = ["Q", "E"].map((letter) => letter.charCodeAt(0)); // Query, Execute

/** Relays between the service and PostgreSQL, and counts the statements. */
export async function startStatementCounter(databaseUrl: string): Promise<StatementCounter> {
  const url = new URL(databaseUrl);
  const to = { host: url.hostname, port: Number(url.port) };
  const sockets = new Set<Socket>();
  let statements = 0;
  const server = createServer((client) => {
    const database = connect(to);
    const readMessages = messageReader((type) => {
      if (statementTypes.includes(type)) statements++;
    });
    client.on("data", (chunk) => {
      readMessages(chunk);
      database.write(chunk);
    });
    database.on("data", (chunk) => client.write(chunk));
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(one);
      one.on("error", () => {});
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    take: () => {
      const taken = statements;
      statements = 0;
      return taken;
    },
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Calls back with the type of each message that a client sends. The first has no type: it names the protocol. */
function messageReader(onMessage: (type: number) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      if (!isFirst) onMessage(rest.readUInt8(0));
      isFirst = false;
      rest = rest.subarray(length);
    }
  };
}
