import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export type TestProvider = { issuer: string; stop: () => Promise<void> };

export const client = { id: "at-the-table", secret: "a secret of the demonstration's" };

/**
 * A union's sign-in, for tests: a real OpenID Connect provider, whose form asks for a subject, an address and the ways
 * by which somebody proved who they are, and believes all.
 * @param port 0 for any
 */
export async function startOidcProvider(redirectUri: string, port = 0): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const addresses = new Map<string, string>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub", "amr", "acr"], email: ["email", "email_verified"] },
    acrValues: ["high"],
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ["of no worth"] },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: addresses.get(sub), email_verified: addresses.has(sub) }),
    }),
    async loadExistingGrant(ctx) {
      const { client: requestingClient, session, params, provider: currentProvider } = ctx.oidc;
      const grant = new currentProvider.Grant({ clientId: requestingClient?.clientId, accountId: session?.accountId });
      grant.addOIDCScope(String(params?.scope));
      await grant.save();
      return grant;
    },
  });
  const handleOidc = provider.callback();
  server.on("request", (req: IncomingMessage, res: ServerResponse) => {
    if (req.url === "/favicon.ico") return void res.writeHead(204).end();
    if (!req.url?.startsWith("/interaction/")) return void handleOidc(req, res);
    void (req.method === "POST" ? finish(provider, addresses, req, res) : showForm(res));
  });
  return { issuer, stop: () => close(server) };
}

function showForm(res: ServerResponse): void {
  const field = (name: string) => `<p><label>${name} <input name="${name}"></label></p>`;
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.end(
    `<!doctype html><html lang="en-GB"><title>A union’s sign-in</title><form method="post">${field("subject")}${field("address")}${field("ways")}<button>Sign in</button> <button name="stop" value="yes">Stop</button></form>`,
  );
}

async function finish(
  provider: Provider,
  addresses: Map<string, string>,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  let text = "";
  for await (const chunk of req) text += chunk;
  const form = new URLSearchParams(text);
  const subject = form.get("subject") ?? "";
  const address = form.get("address");
  if (address) addresses.set(subject, address);
  const amr = (form.get("ways") ?? "").split(" ").filter(Boolean);
  const login = { accountId: subject, amr, ...(amr.includes("high") && { acr: "high" }) };
  const result = form.has("stop") ? { error: "access_denied" } : { login };
  await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((done) => server.close(() => done()));
}
