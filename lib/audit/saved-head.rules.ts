import { checkSignature, type RecordPublicKey, type SignatureState, type SignedHead } from "@/lib/audit/head.rules";
import { formatDay } from "@/lib/dates";

export type HeadComparison = SignedHead & { isMatch: boolean; signatureState: SignatureState };

/** What the saved heads of one record show. */
export type HeadFindings = {
  chain: string;
  heads: HeadComparison[];
  /** The newest head up to which everything agrees, and the first that differs from the record. */
  lastMatch: HeadComparison | null;
  firstMismatch: HeadComparison | null;
};

/** @param heads of one record, by length @param hashes of the record as it is now, by number */
export function compareHeads(
  chain: string,
  heads: readonly SignedHead[],
  hashes: ReadonlyMap<number, string>,
  keys: readonly RecordPublicKey[],
): HeadFindings {
  const compared = heads.map((head) => ({
    ...head,
    isMatch: hashes.get(head.length) === head.hash,
    signatureState: checkSignature(head, keys),
  }));
  // a line that we did not sign, but that claims to be signed, is not evidence against the record
  const firstMismatch =
    compared.find(({ isMatch, signatureState }) => !isMatch && signatureState !== "invalid") ?? null;
  const before = firstMismatch ? compared.slice(0, compared.indexOf(firstMismatch)) : compared;
  return { chain, heads: compared, firstMismatch, lastMatch: before.findLast(({ isMatch }) => isMatch) ?? null };
}

const signatureTexts: Record<SignatureState, string> = {
  valid: "signed by us",
  none: "not signed",
  invalid: "not what we signed: compare it with your copy",
  unlisted: "signed by a key that we do not list",
};

/** One head: whether it agrees with the record, and whose signature it bears. */
export const headResultText = ({ isMatch, signatureState }: HeadComparison): string =>
  `${isMatch ? "agrees" : "differs"}, ${signatureTexts[signatureState]}`;

/** In a sentence: does the record still hold what was saved, and if not, since when. */
export function findingsText({ heads, firstMismatch, lastMatch }: HeadFindings): string {
  if (firstMismatch === null) {
    if (lastMatch === null) return "None of these lines was signed by us, and none agrees with the record.";
    return `Decisions 1 to ${lastMatch.length} are as they were on ${dayText(lastMatch)}. We compared ${countText(heads.length)}.`;
  }
  const { length } = firstMismatch;
  const from = (lastMatch?.length ?? 0) + 1;
  const range = from >= length ? `Decision ${length}` : `One or more of decisions ${from} to ${length}`;
  const before = lastMatch ? ` Up to ${dayText(lastMatch)} the record agrees.` : "";
  return `${range} changed, or went, after ${dayText(firstMismatch)}: the record differs from what was published that day.${before}`;
}

const dayText = ({ day }: HeadComparison) => formatDay(new Date(day));
const countText = (count: number) => (count === 1 ? "1 line" : `${count} lines`);
