import { createHash, verify, X509Certificate } from "node:crypto";
import * as asn1 from "asn1js";

// Timestamps by RFC 3161: a provider signs a hash of a text together with the time. asn1js reads and writes the encoding,
// node:crypto checks the signatures.

const oids = {
  signedData: "1.2.840.113549.1.7.2",
  timestampInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timestamping: "1.3.6.1.5.5.7.3.8",
};
const digests: Record<string, string> = {
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
const sha256Oid = "2.16.840.1.101.3.4.2.1";
const maxChainLength = 5;

/** A request to timestamp a text: only its hash is sent. @param nonce comes back in the token */
export function timestampRequest(text: string, nonce: Uint8Array): Uint8Array {
  const imprint = new asn1.Sequence({
    value: [
      new asn1.Sequence({ value: [new asn1.ObjectIdentifier({ value: sha256Oid }), new asn1.Null()] }),
      new asn1.OctetString({ valueHex: Uint8Array.from(sha256(text)) }),
    ],
  });
  const value = [
    new asn1.Integer({ value: 1 }),
    imprint,
    new asn1.Integer({ valueHex: positiveInteger(nonce) }),
    new asn1.Boolean({ value: true }), // with certificates
  ];
  return new Uint8Array(new asn1.Sequence({ value }).toBER());
}

/** These bytes as the content of a positive DER integer, without more zeros than its sign needs: providers refuse others. */
function positiveInteger(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const significant = withoutZeros(bytes);
  const needsSign = significant.length === 0 || (significant[0] ?? 0) >= 0x80;
  return Uint8Array.from(needsSign ? [0, ...significant] : significant);
}

/** The token in a provider's response. @throws when it refused, or sent something else */
export function readTimestampResponse(response: Uint8Array): Uint8Array {
  const [status, token] = parts(parse(response));
  const code = Number(Buffer.from(bytesOf(parts(status)[0])).readUIntBE(0, 1));
  if (code > 1 || !token) throw new Error(`The provider of timestamps refused, with status ${code}.`);
  return encoded(token);
}

/**
 * Checks a token: that it is of this text, signed by a provider whose certificate leads to a trusted one.
 * @param trusted certificates that the operator trusts @param nonce of the request, where that is known
 * @returns when the text existed at the latest, by the provider's clock
 * @throws Error that names what is wrong
 */
export function verifyTimestamp(
  token: Uint8Array,
  text: string,
  trusted: readonly X509Certificate[],
  nonce?: Uint8Array,
): Date {
  const [type, wrapped] = parts(parse(token));
  if (oidOf(type) !== oids.signedData) throw new Error("it is no signed token");
  const [, , content, ...more] = parts(parts(wrapped)[0]);
  const [contentType, wrappedInfo] = parts(content);
  if (oidOf(contentType) !== oids.timestampInfo) throw new Error("it is no timestamp");
  const info = bytesOf(parts(wrappedInfo)[0]);
  const certificates = more
    .filter((part) => part.idBlock.tagClass === 3 && part.idBlock.tagNumber === 0)
    .flatMap(parts)
    .flatMap((part) => (part.idBlock.tagClass === 1 ? [new X509Certificate(encoded(part))] : []));
  const signers = parts(more.at(-1));
  if (signers.length !== 1) throw new Error("it has not one signature");
  const signer = findSigner(signers[0], info, certificates);
  const { time, infoNonce, imprint } = readInfo(info);
  if (!imprint.equals(sha256(text))) throw new Error("it is of another text");
  if (nonce && Buffer.compare(withoutZeros(nonce), withoutZeros(infoNonce)) !== 0)
    throw new Error("it answers another request");
  if (!signer.keyUsage?.includes(oids.timestamping)) throw new Error("its certificate is not for timestamps");
  if (!isTrusted(signer, certificates, trusted, time)) throw new Error("its certificate leads to none that is trusted");
  return time;
}

function readInfo(info: Uint8Array) {
  const [, , imprintBlock, , timeBlock, ...optional] = parts(parse(info));
  const [algorithm, hash] = parts(imprintBlock);
  if (oidOf(parts(algorithm)[0]) !== sha256Oid) throw new Error("it is of another kind of hash");
  if (!(timeBlock instanceof asn1.GeneralizedTime)) throw new Error("it has no time");
  const nonce = optional.find((part) => part instanceof asn1.Integer);
  return {
    imprint: Buffer.from(bytesOf(hash)),
    time: timeBlock.toDate(),
    infoNonce: nonce ? bytesOf(nonce) : new Uint8Array(),
  };
}

/** The certificate that signed, once its signature is checked. */
function findSigner(
  block: asn1.BaseBlock | undefined,
  info: Uint8Array,
  certificates: readonly X509Certificate[],
): X509Certificate {
  const [, , digestBlock, signedBlock, , signature] = parts(block);
  const digest = digests[oidOf(parts(digestBlock)[0])];
  if (!digest || digest === "sha1" || signedBlock?.idBlock.tagClass !== 3) throw new Error("its signature is unknown");
  const attributes = new Map(parts(signedBlock).map((one) => [oidOf(parts(one)[0]), parts(parts(one)[1])[0]]));
  if (oidOf(attributes.get(oids.contentType)) !== oids.timestampInfo) throw new Error("it is no timestamp");
  const hash = createHash(digest).update(info).digest();
  if (!hash.equals(bytesOf(attributes.get(oids.messageDigest)))) throw new Error("its content was changed");
  const signer = certificates.find((one) => isNamed(one, attributes));
  if (!signer) throw new Error("it does not name its certificate");
  const signed = Buffer.from(encoded(signedBlock));
  signed[0] = 0x31; // signed as a set, sent as the field [0]
  if (!verify(digest, signed, signer.publicKey, bytesOf(signature))) throw new Error("its signature is not right");
  return signer;
}

/** Whether the signed attributes name this certificate, by its hash. */
function isNamed(certificate: X509Certificate, attributes: ReadonlyMap<string, asn1.BaseBlock | undefined>): boolean {
  const version2 = attributes.get(oids.signingCertificateV2);
  const first = parts(parts(parts(version2 ?? attributes.get(oids.signingCertificate))[0])[0]);
  const algorithm = first.find(
    (part) => part instanceof asn1.Sequence && parts(part)[0] instanceof asn1.ObjectIdentifier,
  );
  const digest = algorithm ? digests[oidOf(parts(algorithm)[0])] : version2 ? "sha256" : "sha1";
  const hash = first.find((part) => part instanceof asn1.OctetString);
  return Boolean(digest && hash && createHash(digest).update(certificate.raw).digest().equals(bytesOf(hash)));
}

function isTrusted(
  certificate: X509Certificate,
  sent: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  at: Date,
  length = 1,
): boolean {
  if (at < new Date(certificate.validFrom) || at > new Date(certificate.validTo) || length > maxChainLength)
    return false;
  if (trusted.some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256)) return true;
  return [...trusted, ...sent].some(
    (issuer) =>
      issuer.ca &&
      certificate.checkIssued(issuer) &&
      certificate.verify(issuer.publicKey) &&
      isTrusted(issuer, sent, trusted, at, length + 1),
  );
}

function parse(bytes: Uint8Array): asn1.BaseBlock {
  const { offset, result } = asn1.fromBER(Uint8Array.from(bytes).buffer);
  if (offset !== bytes.length) throw new Error("it cannot be read");
  return result;
}

/** The parts of a structure; none of what is none. */
function parts(block: asn1.BaseBlock | undefined): asn1.BaseBlock[] {
  const value: unknown = (block?.valueBlock as { value?: unknown } | undefined)?.value;
  return Array.isArray(value) ? value : [];
}

const oidOf = (block: asn1.BaseBlock | undefined): string =>
  block instanceof asn1.ObjectIdentifier ? block.valueBlock.toString() : "";

/** The bytes of an octet string or a number. */
function bytesOf(block: asn1.BaseBlock | undefined): Uint8Array {
  if (block instanceof asn1.OctetString) return new Uint8Array(block.getValue());
  if (block instanceof asn1.Integer) return Uint8Array.from(block.valueBlock.valueHexView);
  throw new Error("it cannot be read");
}

/** A part as it was sent. */
const encoded = (block: asn1.BaseBlock): Uint8Array => Uint8Array.from(block.valueBeforeDecodeView);

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();
const withoutZeros = (bytes: Uint8Array): Uint8Array => {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? new Uint8Array() : bytes.slice(first);
};
