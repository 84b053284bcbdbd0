import type { Block, FundingBlock } from "@/lib/strategies/versions/block.schema";

/** The text of a block, by which it is searched and compared. @param text the heading, or what the picture shows */
export function blockText(block: Block, text = ""): string {
  switch (block.kind) {
    case "heading":
    case "picture":
      return text;
    case "list":
      return block.items.map((item, index) => "  ".repeat(block.levels?.[index] ?? 0) + item).join("\n");
    case "funding":
      return fundingText(block);
    case "table":
      return [block.head, ...block.rows].map((row) => row.join(" | ")).join("\n");
  }
}

export const sharingLabels = {
  competition: "by competition: organisations bid for it",
  head: "per person: an amount for each person who lives there",
  formula: "by a formula",
  decided: "by decision: somebody decides who gets it",
  other: "in another way",
} satisfies Record<FundingBlock["sharing"], string>;

/** A funding line as sentences, to search, to compare and to quote; "" while it has no name. */
export const fundingText = ({ name, amount, sharing, who, decided }: Omit<FundingBlock, "kind" | "source">) =>
  name &&
  `${name}: ${amount}. It is shared ${sharingLabels[sharing]}. Who gets it: ${who}. When it is decided: ${decided}.`;
