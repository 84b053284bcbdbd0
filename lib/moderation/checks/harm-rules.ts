import {
  contempt,
  denied,
  deniedThreat,
  everyGroup,
  figurative,
  groupMarker,
  groupPattern,
  hostility,
  hostilityToUnnamed,
  metWith,
  notAtRisk,
  otherMeanings,
  pronoun,
  reclaimed,
  reported,
  reportedThreat,
  selfHarming,
  slurPattern,
  threatening,
} from "@/lib/moderation/checks/harm-lists";
import { findMatches } from "@/lib/text-spans";

export const harmKinds = ["hate", "threat", "self-harm"] as const;
export type HarmKind = (typeof harmKinds)[number];
type Span = { start: number; end: number };

const substitutes: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/** Lower case; digits and signs within a word read as the letters that they replace; as long as the text. */
export const normaliseForChecks = (text: string): string =>
  text
    .replace(
      /(?<=\p{L})[013457@$](?=\p{L})|(?<![\p{L}\d])[013457@$](?=\p{L}{2})/gu,
      (sign) => substitutes[sign] ?? sign,
    )
    .replace(/[’‘]/g, "'")
    .toLowerCase();

/** The sentences of a text, in UTF-16 units, without the white space around them. */
export function splitSentences(text: string): Span[] {
  return findMatches(text, /[^\s.!?][^.!?\n]*[.!?]*["”»]?/gu);
}

function isHateful(sentence: string): boolean {
  if (reported.test(sentence) || denied.test(sentence)) return false;
  if (slurPattern.test(sentence) && !otherMeanings.test(sentence) && !reclaimed.test(sentence)) return true;
  if (hostilityToUnnamed.test(sentence)) return true;
  const marked = sentence.replace(everyGroup, groupMarker);
  if (marked === sentence) return false;
  return hostility.test(marked) || (groupPattern.test(sentence) && contempt.test(sentence) && !metWith.test(sentence));
}

/** Contempt for people whom the sentence before or after names. */
const isHatefulTogether = (first: string, second: string): boolean =>
  [
    [first, second],
    [second, first],
  ].some(
    ([named = "", meant = ""]) =>
      groupPattern.test(named) && pronoun.test(meant) && contempt.test(meant) && !metWith.test(meant),
  ) && ![first, second].some((sentence) => reported.test(sentence) || denied.test(sentence));

const isThreatening = (sentence: string): boolean =>
  threatening.some((pattern) => pattern.test(sentence)) &&
  !figurative.test(sentence) &&
  !deniedThreat.test(sentence) &&
  !reportedThreat.test(sentence);

const isAtRisk = (sentence: string): boolean =>
  selfHarming.some((pattern) => pattern.test(sentence)) && !notAtRisk.test(sentence);

const rules: Record<HarmKind, (sentence: string) => boolean> = {
  hate: isHateful,
  threat: isThreatening,
  "self-harm": isAtRisk,
};

/** The sentences in which harm of a kind may be, in order. */
export function findHarm(kind: HarmKind, text: string): Span[] {
  const normalised = normaliseForChecks(text);
  const sentences = splitSentences(normalised);
  const textAt = (at: number) => {
    const span = sentences[at];
    return span ? normalised.slice(span.start, span.end) : "";
  };
  return sentences.filter(
    (_, at) =>
      rules[kind](textAt(at)) ||
      (kind === "hate" &&
        (isHatefulTogether(textAt(at - 1), textAt(at)) || isHatefulTogether(textAt(at), textAt(at + 1)))),
  );
}
