import { z } from "zod";

/** identical and personalised: people who sent the same text, and who sent it with changes. */
const campaign = z.object({ comment: z.string(), identical: z.int().min(1), personalised: z.int().min(0) });
export const campaignsPart = z.array(campaign);
export type CampaignsPart = z.infer<typeof campaignsPart>;

/** From this many people on, the same words are a campaign. */
export const fewestAlike = 3;

/** A text without case, punctuation and spacing: what makes two texts the same. */
export function plainText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The sentences of a text that are long enough to be nobody's chance words, each made plain. */
export function longSentences(text: string): Set<string> {
  const sentences = text.split(/[.!?\n]+/).map(plainText);
  return new Set(sentences.filter((sentence) => sentence.split(" ").length >= 5));
}

export type CampaignText = { id: string; participantId: string; text: string };

/**
 * Groups the texts that many sent: identical ones of at least three people, and personalised ones that hold at least
 * half of a campaign's longer sentences. Nobody is counted twice in a campaign, nor left out anywhere else for it.
 * @returns the largest first; `comment` is the first of the identical ones by id
 */
export function findCampaigns(texts: readonly CampaignText[]): CampaignsPart {
  const alike = new Map<string, CampaignText[]>();
  for (const one of texts) {
    const plain = plainText(one.text);
    const same = alike.get(plain);
    if (same) same.push(one);
    else if (plain !== "") alike.set(plain, [one]);
  }
  const people = (some: CampaignText[]) => new Set(some.map(({ participantId }) => participantId));
  const seeds = [...alike].filter(([, some]) => people(some).size >= fewestAlike);
  if (seeds.length === 0) return [];
  return seeds
    .map(([plain, same]) => {
      const sentences = longSentences(same[0]?.text ?? "");
      const senders = people(same);
      const near = texts.filter(
        (one) => !senders.has(one.participantId) && plainText(one.text) !== plain && holdsHalf(one.text, sentences),
      );
      const ids = same.map(({ id }) => id).sort();
      return { comment: ids[0] ?? "", identical: senders.size, personalised: people(near).size };
    })
    .sort((a, b) => b.identical - a.identical || (a.comment < b.comment ? -1 : 1));
}

function holdsHalf(text: string, sentences: Set<string>): boolean {
  if (sentences.size === 0) return false;
  const held = [...longSentences(text)].filter((sentence) => sentences.has(sentence)).length;
  return held * 2 >= sentences.size;
}
