import { type UnzipFileInfo, unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import { RuleViolation } from "@/lib/errors";

export type ZipLimits = {
  /** What it is called in messages: "document", "spreadsheet". */
  what: string;
  /** Bytes of all parts when unpacked, and of those that are XML. */
  unpacked: number;
  text: number;
  parts: number;
};

const isXml = (name: string) => /\.(xml|rels)$/.test(name);
const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;

/**
 * Unpacks the XML parts of a zipped file, and those that `isNeeded` names. A part that is larger than its header states
 * is cut off there. Parts with a DOCTYPE are refused, since entities can expand without limit.
 * @throws RuleViolation that names the limit
 */
export function unzip(
  bytes: Uint8Array,
  { what, ...limits }: ZipLimits,
  isNeeded: (name: string) => boolean = () => false,
): Record<string, Uint8Array> {
  const refuse = (reason: string): never => {
    throw new RuleViolation(`This ${what} ${reason}`, "file");
  };
  let [size, textSize, count] = [0, 0, 0];
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    size += originalSize;
    textSize += isXml(name) ? originalSize : 0;
    count += 1;
    if (size > limits.unpacked) {
      refuse(
        `is too large when it is unpacked. It can have ${megabytes(limits.unpacked)} then. Make its pictures smaller.`,
      );
    }
    if (textSize > limits.text) {
      refuse(
        `is too large when it is unpacked. Its text can have ${megabytes(limits.text)} then. Split it and upload the parts.`,
      );
    }
    if (count > limits.parts) refuse(`consists of more than ${limits.parts} files, which is our limit.`);
    return isXml(name) || isNeeded(name);
  };
  const parts = unzipSync(bytes, { filter });
  for (const [name, part] of Object.entries(parts)) {
    if (isXml(name) && new TextDecoder().decode(part).includes("<!DOCTYPE")) {
      refuse("contains something we cannot read. Save it again in the program that made it.");
    }
  }
  return parts;
}

export type XmlLimits = {
  depth: number;
  elements: number;
  /** Limits for elements by name: `called` is what they are in messages. */
  counted: { names: string[]; most: number; called: string }[];
};

/**
 * Counts the elements of an XML part before a tree is made of it, which takes many times its size in memory. It is the
 * parser that makes the tree, so that both see the same elements.
 * @returns which limit it passes, as the end of a sentence; null when it passes none
 */
export function xmlLimitPassed(xml: string, { depth: maxDepth, elements, counted }: XmlLimits): string | null {
  const limitOf = new Map(counted.flatMap((limit) => limit.names.map((name) => [name, limit] as const)));
  const counts = new Map<object, number>();
  let [depth, count] = [0, 0];
  let passed: string | null = null;
  const most = (n: number, called: string) => `more than ${n.toLocaleString("en-GB")} ${called}`;
  const parser = new Parser(
    {
      onopentagname: (name) => {
        depth += 1;
        count += 1;
        const limit = limitOf.get(name);
        if (limit) counts.set(limit, (counts.get(limit) ?? 0) + 1);
        if (count > elements) passed = most(elements, "elements");
        else if (depth > maxDepth) passed = `parts nested more than ${maxDepth} deep`;
        else if (limit && (counts.get(limit) ?? 0) > limit.most) passed = most(limit.most, limit.called);
      },
      onclosetag: () => {
        depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  // in pieces, so that what passes a limit at its start is not read to its end
  for (let at = 0; at < xml.length && !passed; at += chunkLength) parser.write(xml.slice(at, at + chunkLength));
  return passed;
}

const chunkLength = 64 * 1024;
