import { describe, expect, it } from "vitest";
import { findCampaigns, normaliseText } from "@/lib/summaries/campaigns.rules";

const campaign = "Buses must run when we work. Put the first bus before the first shift! Ask those who drive them.";
const text = (id: string, content: string) => ({ id, participantId: `of ${id}`, text: content });

describe("campaigns", () => {
  it("compare texts without case, punctuation and spacing", () => {
    expect(normaliseText("  First bus,\nbefore SHIFT! ")).toBe("first bus before shift");
  });

  it("count the people who sent identical and personalised texts", () => {
    const texts = [
      text("c", campaign),
      text("a", campaign.toUpperCase()),
      text("b", `${campaign} `),
      text("d", `I clean offices at night. Buses must run when we work. Put the first bus before the first shift!`),
      text("e", "Something else that has nothing to do with it at all."),
      { ...text("f", `${campaign} And thank you for reading this long letter.`), participantId: "of c" },
    ];
    expect(findCampaigns(texts)).toEqual([
      {
        ...{ comment: "a", identical: 3, personalised: 1 },
        ...{ identicalTexts: ["a", "b", "c"], personalisedTexts: ["d"] },
      },
    ]);
    expect(findCampaigns(texts.toReversed())).toEqual(findCampaigns(texts));
  });

  it("need three people with the same text", () => {
    const twice = [text("a", campaign), text("b", campaign), { ...text("c", campaign), participantId: "of a" }];
    expect(findCampaigns(twice)).toEqual([]);
    expect(findCampaigns([])).toEqual([]);
  });
});
