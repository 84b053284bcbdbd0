import type { CampaignsPart } from "@/lib/summaries/campaigns.schema";
import type { CitedComment } from "@/lib/summaries/cited-comment.rules";

export type CampaignText = { id: string; participantId: string; text: string };
export type SummaryCampaign = CampaignsPart[number] & { citation: CitedComment };

/** The same text from at least this many people is a campaign. */
export const minCampaignSenders = 3;

/** A text without case, punctuation and extra spaces. Texts that are equal in this form count as identical. */
export function normaliseText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The sentences of at least five words, normalised: shorter ones may be equal by chance. */
export function listLongSentences(text: string): Set<string> {
  const sentences = text.split(/[.!?\n]+/).map(normaliseText);
  return new Set(sentences.filter((sentence) => sentence.split(" ").length >= 5));
}

/**
 * Groups texts that many people sent: identical ones from at least three people, and personalised ones that contain at
 * least half of a campaign's long sentences. A person counts once in a campaign.
 * @returns the largest campaign first; `comment` is the identical text with the lowest id
 */
export function findCampaigns(texts: readonly CampaignText[]): CampaignsPart {
  const textsByContent = new Map<string, CampaignText[]>();
  for (const text of texts) {
    const normalised = normaliseText(text.text);
    const identicalTexts = textsByContent.get(normalised);
    if (identicalTexts) identicalTexts.push(text);
    else if (normalised !== "") textsByContent.set(normalised, [text]);
  }
  const sendersOf = (copies: CampaignText[]) => new Set(copies.map(({ participantId }) => participantId));
  const seeds = [...textsByContent].filter(([, copies]) => sendersOf(copies).size >= minCampaignSenders);
  if (seeds.length === 0) return [];
  return seeds
    .map(([normalised, identicalTexts]) => {
      const sentences = listLongSentences(identicalTexts[0]?.text ?? "");
      const senders = sendersOf(identicalTexts);
      const personalisedTexts = texts.filter(
        ({ participantId, text }) =>
          !senders.has(participantId) && normaliseText(text) !== normalised && sharesHalfOfSentences(text, sentences),
      );
      const ids = identicalTexts.map(({ id }) => id).sort();
      return {
        comment: ids[0] ?? "",
        identical: senders.size,
        personalised: sendersOf(personalisedTexts).size,
        identicalTexts: ids,
        personalisedTexts: personalisedTexts.map(({ id }) => id).sort(),
      };
    })
    .sort((a, b) => b.identical - a.identical || (a.comment < b.comment ? -1 : 1));
}

function sharesHalfOfSentences(text: string, sentences: Set<string>): boolean {
  if (sentences.size === 0) return false;
  const shared = [...listLongSentences(text)].filter((sentence) => sentences.has(sentence)).length;
  return shared * 2 >= sentences.size;
}
