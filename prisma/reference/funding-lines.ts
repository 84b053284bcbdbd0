import { isConfirmed, toBeConfirmed } from "@/lib/areas/certainty.rules";
import { areaAwards, type FundingAward, formatPounds, sourceLinks } from "@/lib/areas/national-facts.rules";
import type { FundingBlock } from "@/lib/strategies/versions/block.schema";

type Led = { id: string; leadBodyId: string };

export type FundingLine = { awardId: number; strategyId: string; block: FundingBlock };

/** The awards to areas as lines of their strategies, to comment on; an award to a body goes to the strategy it leads. */
export function fundingLines(awards: FundingAward[], strategies: Led[]): FundingLine[] {
  return areaAwards(awards).flatMap((award) => {
    const strategy =
      strategies.find(({ leadBodyId }) => leadBodyId === award.bodyId) ??
      strategies.find(({ leadBodyId }) => award.lepIds.includes(leadBodyId));
    return strategy ? [{ awardId: award.id, strategyId: strategy.id, block: toBlock(award) }] : [];
  });
}

function toBlock({ fund, bodyName, pounds, basis, decidedOn, certainty, source }: FundingAward): FundingBlock {
  return {
    kind: "funding",
    name: fund,
    amount: `${formatPounds(pounds)}${isConfirmed(certainty) ? "" : ` (${toBeConfirmed.toLowerCase()})`}: ${basis}`,
    sharing: sharing(basis),
    who: bodyName,
    decided: decidedOn,
    source: sourceLinks(source)[0] ?? null,
  };
}

function sharing(basis: string): FundingBlock["sharing"] {
  if (basis.startsWith("competition")) return "competition";
  return basis.startsWith("total award") ? "head" : "other";
}
