import { z } from "zod";

/** identical and personalised: people who sent the same text, and who sent it with changes. */
const campaign = z.object({ comment: z.string(), identical: z.int().min(1), personalised: z.int().min(0) });
export const campaignsPart = z.array(campaign);
export type CampaignsPart = z.infer<typeof campaignsPart>;

/** From this many people on, the same words are a campaign. */
export const minCampaignSenders = 3;

/** A text without case, punctuation and spacing: what makes two texts the same. */
export function normaliseText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The sentences of a text that are long enough to be nobody's chance words, each made plain. */
export function listLongSentences(text: string): Set<string> {
  const sentences = text.split(/[.!?\n]+/).map(normaliseText);
  return new Set(sentences.filter((sentence) => sentence.split(" ").length >= 5));
}

export type CampaignText = { id: string; participantId: string; text: string };

/**
 * Groups the texts that many sent: identical ones of at least three people, and personalised ones that hold at least
 * half of a campaign's longer sentences. Nobody is counted twice in a campaign, nor left out anywhere else for it.
 * @returns the largest first; `comment` is the first of the identical ones by id
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
      return { comment: ids[0] ?? "", identical: senders.size, personalised: sendersOf(personalisedTexts).size };
    })
    .sort((a, b) => b.identical - a.identical || (a.comment < b.comment ? -1 : 1));
}

function sharesHalfOfSentences(text: string, sentences: Set<string>): boolean {
  if (sentences.size === 0) return false;
  const shared = [...listLongSentences(text)].filter((sentence) => sentences.has(sentence)).length;
  return shared * 2 >= sentences.size;
}
