import { countLabel } from "@/lib/numbers";
import { countReactions, type Reactions } from "@/lib/summaries/counts.rules";
import { wilsonLowerBound } from "@/lib/summaries/wilson";

/** A comment with fewer reactions is not placed on the map: one more would move it too far. */
export const leastMappedReactions = 5;
export const maxMappedComments = 100;

export type MappedComment = Reactions & { id: string; strategyId: string; threadId: string; text: string };

/**
 * Where a comment is on the map. `agree`: the percentage who agree, of those who agree or disagree. `highlight`: 1, 2, 3
 * for those that the page quotes.
 */
export type MapPoint = MappedComment & { agree: number; reactions: number; highlight: number | null };
export type Highlight = { number: number; title: string; point: MapPoint };
export type AgreementMap = { claim: string; points: MapPoint[]; highlights: Highlight[] };

const isDivisive = ({ agree }: { agree: number }) => agree >= 40 && agree <= 60;

/** Comments by how many agree and how many reacted, and the three to quote; comments with only passes are left out. */
export function buildAgreementMap(comments: readonly MappedComment[]): AgreementMap {
  const points = comments
    .filter(({ agrees, disagrees }) => agrees + disagrees > 0)
    .filter((comment) => countReactions(comment) >= leastMappedReactions)
    .map((comment) => ({
      ...comment,
      agree: Math.round((comment.agrees / (comment.agrees + comment.disagrees)) * 100),
      reactions: countReactions(comment),
      highlight: null,
    }));
  const highlights = chooseHighlights(points);
  const numberOf = new Map(highlights.map(({ number, point }) => [point.id, number]));
  return {
    claim: agreementClaim(points),
    points: points.map((point) => ({ ...point, highlight: numberOf.get(point.id) ?? null })),
    highlights,
  };
}

/** The most agreed with, the most evenly split and the most disagreed with, of different comments. */
function chooseHighlights(points: readonly MapPoint[]): Highlight[] {
  const chosen: Highlight[] = [];
  const choose = (title: string, rank: (point: MapPoint) => number, isWanted: (point: MapPoint) => boolean) => {
    const [first] = points
      .filter((point) => isWanted(point) && !chosen.some((other) => other.point.id === point.id))
      .sort((a, b) => rank(b) - rank(a) || b.reactions - a.reactions || (a.id < b.id ? -1 : 1));
    if (first) chosen.push({ number: chosen.length + 1, title, point: first });
  };
  choose(
    "Most agree",
    ({ agrees, reactions }) => wilsonLowerBound(agrees, reactions),
    ({ agree }) => agree > 60,
  );
  choose("Divides people", (point) => -Math.abs(point.agree - 50), isDivisive);
  choose(
    "Most disagree",
    ({ disagrees, reactions }) => wilsonLowerBound(disagrees, reactions),
    ({ agree }) => agree < 40,
  );
  return chosen;
}

function agreementClaim(points: readonly { agree: number }[]): string {
  if (points.length === 0) return `No comment has ${leastMappedReactions} reactions yet`;
  const divisive = points.filter(isDivisive).length;
  const agreed = points.filter(({ agree }) => agree > 60).length;
  const all = countLabel(points.length, "comment");
  return `Of ${all} with ${leastMappedReactions} reactions or more, most people agree with ${agreed}, and ${divisive} ${divisive === 1 ? "divides" : "divide"} people`;
}
