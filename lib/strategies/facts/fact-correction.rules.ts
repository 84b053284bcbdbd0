import type { FactCorrectionState, FactTopic } from "@/prisma/generated/enums";

export const topicLabels: Record<FactTopic, string> = {
  index: "The Social Mobility Index",
  funds: "Funds",
  programmes: "Programmes",
  board: "Who sat on the board",
  strategy: "The strategy: dates, title, priorities",
  other: "Something else",
};

export const topicOptions = Object.entries(topicLabels).map(([value, label]) => ({ value, label }));

export const correctionStates: Record<FactCorrectionState, string> = {
  open: "Waiting for an admin",
  accepted: "Shown on the page",
  rejected: "Not shown",
};
