import { connect } from "node:net";

export type RawResponse = { status: number; text: string };

/** Sends a raw request on a connection of its own. @returns the answer, or null when the connection ended without one */
export function sendRawRequest(port: number, request: string): Promise<RawResponse | null> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.setEncoding("latin1");
    socket.on("connect", () => socket.write(request.replace("\r\n", "\r\nConnection: close\r\n"), "latin1"));
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", () => done(null));
    socket.on("close", () => done(text.startsWith("HTTP/1.1 ") ? { status: Number(text.slice(9, 12)), text } : null));
  });
}
