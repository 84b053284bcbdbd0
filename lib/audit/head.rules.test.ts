import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  checkSignature,
  headLine,
  headText,
  parsePublicKeys,
  publicKeysText,
  whyWrongSignature,
} from "@/lib/audit/head.rules";
import { compareHeads, findingsText } from "@/lib/audit/saved-head.rules";
import { parseSavedHeads } from "@/lib/audit/saved-head.schema";

const makeKey = () => {
  const pair = generateKeyPairSync("ed25519");
  return { privateKey: pair.privateKey, publicKey: `att-record-${pair.publicKey.export({ format: "jwk" }).x}` };
};
const [older, newer, foreign] = [makeKey(), makeKey(), makeKey()];
const keys = [
  { publicKey: older.publicKey, from: "2026-12-01" },
  { publicKey: newer.publicKey, from: "2027-03-01" },
];
type Key = { privateKey: KeyObject; publicKey: string };
const makeHead = (day: string, length: number, by: Key | null, hash = "ab".repeat(32)) => {
  const head = { chain: "west-midlands", day, length, hash };
  const signature = by && sign(null, Buffer.from(headText(head)), by.privateKey).toString("base64url");
  return { ...head, publicKey: by?.publicKey ?? null, signature };
};

describe("a signature", () => {
  test.each([
    ["2026-12-01", older, "valid"],
    ["2027-03-01", older, "valid"], // the day of the change
    ["2027-03-01", newer, "valid"],
    ["2027-03-02", older, "unlisted"],
    ["2027-02-28", newer, "unlisted"],
    ["2026-11-30", older, "unlisted"],
    ["2027-01-01", foreign, "unlisted"],
    ["2027-01-01", null, "none"],
  ] as const)("of %s is valid only by a key of its day", (day, key, expected) => {
    expect(checkSignature(makeHead(day, 5, key), keys)).toBe(expected);
  });

  test("covers record, day, number and hash", () => {
    const head = makeHead("2027-01-01", 5, older);
    const changes = [{ chain: "kent" }, { day: "2027-01-02" }, { length: 6 }, { hash: "ac".repeat(32) }];
    for (const change of changes) expect(checkSignature({ ...head, ...change }, keys)).toBe("invalid");
    expect(checkSignature({ ...head, publicKey: "att-record-x" }, keys)).toBe("invalid");
  });

  test("is missing only where there was a key", () => {
    expect(whyWrongSignature(makeHead("2027-01-01", 5, null), keys)).toContain("is not signed");
    expect(whyWrongSignature(makeHead("2026-11-30", 5, null), keys)).toBeNull();
    expect(whyWrongSignature(makeHead("2027-01-01", 5, null), [{ publicKey: older.publicKey, from: null }])).toBeNull();
    expect(whyWrongSignature(makeHead("2027-01-01", 5, foreign), [])).toBeNull();
    expect(whyWrongSignature(makeHead("2027-01-01", 5, foreign), keys)).toContain("a key that is not ours");
  });

  test("keys are read from the setting as they are written to it", () => {
    expect(parsePublicKeys(publicKeysText(keys))).toEqual(keys);
  });
});

describe("saved heads", () => {
  const heads = [makeHead("2027-01-01", 5, older), makeHead("2027-01-02", 9, older), makeHead("2027-01-03", 12, null)];
  const text = heads.map(headLine).join("\n");

  test.each([
    ["a file with notes", `# note\n${text}\n`],
    ["a quoted mail", text.replace(/^/gm, "> ")],
    ["wrapped lines", text.replaceAll(" ", "\n")],
    ["each line twice, newest first", [...heads, ...heads].map(headLine).reverse().join("\r\n")],
    [
      "the API's answer",
      JSON.stringify({ chain: "x", heads: heads.map((head) => ({ ...head, line: headLine(head) })) }),
    ],
  ])("are found in %s", (_name, saved) => {
    expect(parseSavedHeads(saved)).toEqual(heads);
  });

  test("of the API before there were signatures are found too", () => {
    const [first] = heads;
    const json = JSON.stringify({ heads: [{ day: first?.day, length: first?.length, hash: first?.hash }] });
    expect(parseSavedHeads(json, "west-midlands")).toEqual([{ ...first, publicKey: null, signature: null }]);
    expect(parseSavedHeads(json)).toEqual([]);
  });

  test.each(["", "{", "{}", "null", `record-head 2027-02-30 kent 5 ${"ab".repeat(32)}`, "record-head kent"])(
    "are not found in %j",
    (saved) => expect(parseSavedHeads(saved, "kent")).toEqual([]),
  );

  test("say since when the record differs; a line that was not signed as it stands is no evidence", () => {
    const hashes = new Map(heads.map(({ length, hash }) => [length, hash]));
    expect(findingsText(compareHeads("west-midlands", heads, hashes, keys))).toBe(
      "Decisions 1 to 12 are as they were on 3 January 2027. We compared 3 lines.",
    );
    const changed = compareHeads("west-midlands", heads, new Map(hashes).set(9, "cd".repeat(32)), keys);
    expect(changed).toMatchObject({ lastMatch: { length: 5 }, firstMismatch: { length: 9 } });
    const altered = heads.map((head) => (head.length === 9 ? { ...head, hash: "ee".repeat(32) } : head));
    const findings = compareHeads("west-midlands", altered, hashes, keys);
    expect(findings.firstMismatch).toBeNull();
    expect(findings.heads[1]).toMatchObject({ isMatch: false, signatureState: "invalid" });
    expect(compareHeads("west-midlands", heads, new Map(), keys)).toMatchObject({
      lastMatch: null,
      firstMismatch: { length: 5 },
    });
  });
});
