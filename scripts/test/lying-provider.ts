import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

type Json = Record<string, unknown>;

/** The responses of a provider, for tests to change. A path in `silent` gets no answer, one in `down` an error. */
export type Lies = {
  metadata: Json;
  header: Json;
  claims: Json;
  userinfo: Json;
  silent: string | null;
  down: string | null;
};

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const otherRsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const encode = (value: string | Buffer) => Buffer.from(value).toString("base64url");

/** An OpenID Connect provider that signs whatever a test wants, with the key that the header's `alg` and `kid` name. */
export async function startLyingProvider(clientSecret: string) {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lies: Lies = { metadata: {}, header: {}, claims: {}, userinfo: {}, silent: null, down: null };
  const requests: string[] = [];
  const jwk = (key: KeyObject, kid: string) => ({ ...key.export({ format: "jwk" }), kid, use: "sig" });
  const answers: Record<string, () => Json> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      ...lies.metadata,
    }),
    "/token": () => ({ access_token: "access", token_type: "Bearer", id_token: idToken() }),
    "/jwks": () => ({ keys: [jwk(rsa.publicKey, "rsa"), jwk(ec.publicKey, "ec")] }),
    "/userinfo": () => lies.userinfo,
  };

  function idToken(): string {
    const now = Math.floor(Date.now() / 1000);
    const header: Json = { alg: "RS256", kid: "rsa", ...lies.header };
    const claims = { iss: issuer, aud: "us", sub: "1", iat: now, exp: now + 60, ...lies.claims };
    const input = `${encode(JSON.stringify(header))}.${encode(JSON.stringify(claims))}`;
    return `${input}.${encode(signature(input, header))}`;
  }

  function signature(input: string, { alg, key }: Json): Buffer {
    const bytes = Buffer.from(input);
    if (alg === "none") return Buffer.alloc(0);
    if (alg === "HS256") return createHmac("sha256", clientSecret).update(bytes).digest();
    if (alg === "ES256") return sign("sha256", bytes, { key: ec.privateKey, dsaEncoding: "ieee-p1363" });
    return sign("sha256", bytes, key === "other" ? otherRsa.privateKey : rsa.privateKey);
  }

  server.on("request", (req, res) => {
    const path = (req.url ?? "").split("?")[0] ?? "";
    requests.push(path);
    if (path === lies.silent) return;
    if (path === lies.down) return void res.writeHead(503).end();
    res.setHeader("content-type", "application/json").end(JSON.stringify(answers[path]?.() ?? {}));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { issuer, lies, requests };
}
