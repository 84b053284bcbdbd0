import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "@/scripts/test/database";

// The heads of the record are timestamped by a real authority: OpenSSL's, which this file runs.
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
if (!hasOpenssl) process.stdout.write("  timestamps: not tested, since openssl is not installed\n");

const folder = mkdtempSync(join(tmpdir(), "timestamps-"));
const file = (name: string) => join(folder, name);
const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });

const settings = `
[ tsa ]
default_tsa = authority
[ authority ]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_chain = no
ess_cert_id_alg = sha256
accuracy = secs:1
[ root ]
basicConstraints = critical,CA:TRUE
[ stamps ]
extendedKeyUsage = critical,timeStamping
[ web ]
extendedKeyUsage = critical,serverAuth
`;

/** A key and a certificate of the root's. */
function certify(name: string, section: string, kind: string[]): void {
  openssl(
    "req",
    "-new",
    "-newkey",
    ...kind,
    "-nodes",
    "-keyout",
    `${name}.key`,
    "-out",
    `${name}.csr`,
    "-subj",
    `/CN=${name}`,
  );
  openssl(
    "x509",
    "-req",
    "-in",
    `${name}.csr`,
    "-CA",
    "root.pem",
    "-CAkey",
    "root.key",
    "-CAcreateserial",
    "-days",
    "30",
    "-out",
    `${name}.pem`,
    "-extfile",
    "settings",
    "-extensions",
    section,
  );
}

function makeRoot(name: string): void {
  openssl(
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    `${name}.key`,
    "-out",
    `${name}.pem`,
    "-days",
    "30",
    "-subj",
    `/CN=${name}`,
    "-addext",
    "basicConstraints=critical,CA:TRUE",
  );
}

/** What the authority answers, by OpenSSL. */
function reply(query: Uint8Array, signer: string): Buffer {
  writeFileSync(file("query.tsq"), query);
  openssl(
    "ts",
    "-reply",
    "-config",
    "settings",
    "-section",
    "authority",
    "-queryfile",
    "query.tsq",
    "-signer",
    `${signer}.pem`,
    "-inkey",
    `${signer}.key`,
    "-chain",
    "root.pem",
    "-out",
    "reply.tsr",
  );
  return readFileSync(file("reply.tsr"));
}

const authority = { signer: "stamps", answer: null as Buffer | null, status: 200, queries: [] as Buffer[] };
const server = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on("data", (chunk) => chunks.push(chunk));
  req.on("end", () => {
    const query = Buffer.concat(chunks);
    authority.queries.push(query);
    res.writeHead(authority.status, { "content-type": "application/timestamp-reply" });
    res.end(authority.answer ?? reply(query, authority.signer));
  });
});

describe.skipIf(!hasOpenssl)("timestamps by RFC 3161", async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  process.env.TIMESTAMP_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`;
  process.env.TIMESTAMP_CERTIFICATES = file("root.pem");
  const database = await createTestDatabase();
  const { db } = await import("@/lib/database/client");
  const { GET } = await import("@/app/api/v1/transparency/timestamps/route");
  const { timestampHeads } = await import("@/lib/audit/timestamp.commands");
  const { headsTextOf, trustedCertificates, verifyTimestamps } = await import("@/lib/audit/timestamp.queries");
  const { readTimestampResponse, timestampRequest, verifyTimestamp } = await import("@/lib/audit/timestamp-token");
  const now = new Date();
  const day = new Date(Math.floor(now.getTime() / 86_400_000) * 86_400_000 - 2 * 86_400_000);

  beforeAll(async () => {
    writeFileSync(file("settings"), settings);
    writeFileSync(file("serial"), "01\n");
    makeRoot("root");
    makeRoot("other");
    certify("stamps", "stamps", ["rsa:2048"]);
    certify("curve", "stamps", ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    certify("web", "web", ["rsa:2048"]);
    for (const [chainId, length] of [
      ["west-midlands", 3],
      ["kent", 10],
      ["kent", 9],
    ] as const)
      await db().chainHead.create({ data: { chainId, day, length, hash: Buffer.alloc(32, length) } });
  });
  afterAll(async () => {
    server.close();
    rmSync(folder, { recursive: true });
    await database.close();
  });

  const nonce = new Uint8Array([200, 1, 2, 3]);
  const tokenOf = (text: string, signer = "stamps") =>
    readTimestampResponse(reply(timestampRequest(text, nonce), signer));
  const check =
    (token: Uint8Array, text: string, trusted = trustedCertificates(), sent?: Uint8Array) =>
    () =>
      verifyTimestamp(token, text, trusted, sent);

  test("whatever the first byte of its number, a request is taken, and its token answers it", () => {
    for (const first of [0x00, 0x01, 0x7f, 0x80, 0xff]) {
      const nonce = Uint8Array.from([first, 0x00, 3, 4, 5, 6, 7, 8]);
      const token = readTimestampResponse(reply(timestampRequest("text", nonce), "stamps"));
      expect(verifyTimestamp(token, "text", trustedCertificates(), nonce)).toBeInstanceOf(Date);
    }
  });

  test("the heads of a day are timestamped once it is over, and verified with them", async () => {
    expect(await timestampHeads(day)).toBe(0);
    expect(await timestampHeads(now)).toBe(1);
    expect(await timestampHeads(now)).toBe(0);
    const [{ at = null, ...result } = {}] = await verifyTimestamps();
    expect(result).toEqual({ day: day.toISOString().slice(0, 10), message: null });
    expect(Math.abs(new Date(at ?? 0).getTime() - now.getTime())).toBeLessThan(10 * 60_000);
    // only a hash leaves the service, and OpenSSL itself takes the token
    const text = await headsTextOf(day.toISOString().slice(0, 10));
    expect(text.split("\n").map((line) => line.split(" ").slice(2, 4).join(" "))).toEqual([
      "kent 9",
      "kent 10",
      "west-midlands 3",
      "",
    ]);
    expect(authority.queries.join("")).not.toContain("kent");
    const [published] = (await (await GET()).json()).timestamps;
    expect(published.text).toBe(text);
    writeFileSync(file("token"), Buffer.from(published.token, "base64"));
    writeFileSync(file("text"), text);
    openssl("ts", "-verify", "-data", "text", "-in", "token", "-token_in", "-CAfile", "root.pem");
  });

  test("a head that was changed, or put in afterwards, no longer fits its timestamp", async () => {
    const undo = new Error("undo");
    const changing = db().$transaction(async (tx) => {
      await tx.$executeRaw`ALTER TABLE chain_heads DISABLE TRIGGER ALL`;
      await tx.chainHead.updateMany({ where: { chainId: "kent", length: 9 }, data: { hash: Buffer.alloc(32, 7) } });
      expect(await verifyTimestamps(tx)).toMatchObject([{ at: null, message: "it is of another text" }]);
      await tx.chainHead.deleteMany({ where: { chainId: "kent", length: 9 } });
      expect(await verifyTimestamps(tx)).toMatchObject([{ at: null, message: "it is of another text" }]);
      throw undo;
    });
    await expect(changing).rejects.toBe(undo);
    expect(await verifyTimestamps()).toMatchObject([{ message: null }]);
    await expect(db().$executeRaw`DELETE FROM head_timestamps`).rejects.toThrow("append-only");
  });

  test("RSA and elliptic curves are taken; certificates for other uses, or that nobody trusts, are not", () => {
    expect(check(tokenOf("text"), "text", undefined, nonce)()).toBeInstanceOf(Date);
    expect(check(tokenOf("text", "curve"), "text")()).toBeInstanceOf(Date);
    expect(check(tokenOf("text"), "other")).toThrow("another text");
    expect(check(tokenOf("text"), "text", undefined, new Uint8Array([1]))).toThrow("another request");
    expect(check(tokenOf("text"), "text", [])).toThrow("none that is trusted");
    process.env.TIMESTAMP_CERTIFICATES = file("root.pem");
    expect(() => reply(timestampRequest("text", nonce), "web")).toThrow(); // OpenSSL refuses as well
  });

  test("a token whose text, time or signature was changed is refused", () => {
    const token = tokenOf("text");
    const changedAt = (at: number) => Uint8Array.from(token, (byte, index) => (index === at ? byte ^ 1 : byte));
    const hashAt = Buffer.from(token).indexOf(createHash("sha256").update("text").digest());
    const timeAt = Buffer.from(token).indexOf(new Date().toISOString().slice(0, 10).replaceAll("-", ""), hashAt);
    for (const at of [hashAt, timeAt]) {
      expect(at).toBeGreaterThan(0);
      expect(check(changedAt(at), "text")).toThrow("its content was changed");
    }
    expect(check(changedAt(token.length - 1), "text")).toThrow("its signature is not right");
    expect(check(token.subarray(0, -1), "text")).toThrow();
  });

  test("an authority that fails, refuses, or sends an old answer leaves the day for the next run", async () => {
    const later = new Date(day.getTime() + 86_400_000);
    await db().chainHead.create({ data: { chainId: "kent", day: later, length: 11, hash: Buffer.alloc(32, 11) } });
    const after = new Date(later.getTime() + 2 * 86_400_000);
    authority.answer = reply(authority.queries[0] ?? new Uint8Array(), "stamps");
    await expect(timestampHeads(after)).rejects.toThrow(/is not right: it is of another text/);
    authority.answer = Buffer.from("nonsense");
    await expect(timestampHeads(after)).rejects.toThrow();
    authority.answer = Buffer.from("30053003020102", "hex"); // rejection
    await expect(timestampHeads(after)).rejects.toThrow("refused, with status 2");
    authority.status = 503;
    await expect(timestampHeads(after)).rejects.toThrow("status 503");
    Object.assign(authority, { answer: null, status: 200 });
    expect(await timestampHeads(after)).toBe(1);
    expect((await verifyTimestamps()).map(({ message }) => message)).toEqual([null, null]);
  });
});
