import { describe, expect, test } from "vitest";
import { maxCommentLength } from "@/lib/comments/comment.schema";
import { findCampaigns } from "@/lib/summaries/campaigns.rules";
import { methodVersion } from "@/lib/summaries/disclosure/parameters";
import { readReference } from "@/prisma/reference/read";
import { readCast } from "@/prisma/seed/demo/content";
import { crowdAreas } from "@/prisma/seed/demo/crowd/crowd-areas";
import {
  campaignCopies,
  campaignPersonalised,
  crowdSize,
  crowdWeeks,
  planCrowd,
} from "@/prisma/seed/demo/crowd/crowd-plan";
import { planReactions } from "@/prisma/seed/demo/crowd/crowd-rows";
import { readCrowdTexts } from "@/prisma/seed/demo/crowd/crowd-texts";
import { readReleases } from "@/prisma/seed/demo/crowd/prepared-releases";

const plan = planCrowd();
const own = plan.comments.filter(({ isCampaign, source }) => !isCampaign && source === "participant");
const ids = (name: string) => new Set(readReference<{ id: string }>(name).map(({ id }) => id));

test("1,200 people in all, the same each time", () => {
  expect(plan.people.length + readCast().participants.length).toBe(crowdSize);
  expect(new Set(plan.people.map(({ key }) => key)).size).toBe(plan.people.length);
  expect(planCrowd()).toEqual(plan);
});

test("the releases were prepared by the method of today", () => {
  expect(readReleases().method, "npm run make-demo-releases makes them anew").toBe(methodVersion);
});

test("ten strategies are open, and two were", () => {
  expect(crowdAreas.filter(({ endedWeeksAgo }) => endedWeeksAgo === 0)).toHaveLength(10);
  expect(crowdAreas.filter(({ endedWeeksAgo }) => endedWeeksAgo > 0)).toHaveLength(2);
});

describe("the texts", () => {
  test("some hundreds of sentences, none of them twice", () => {
    const { comments, closings, replies, campaign } = readCrowdTexts();
    const texts = [
      ...Object.values(comments)
        .flat()
        .map(([, , text]) => text),
      ...Object.values(closings).flat(),
    ];
    const sentences = [...texts, ...replies, ...campaign.openings].flatMap((text) => text.split(/(?<=[.?!]) /));
    expect(sentences.length).toBeGreaterThan(500);
    expect(new Set(sentences.filter((sentence) => sentence.length > 30)).size).toBe(
      sentences.filter((sentence) => sentence.length > 30).length,
    );
  });

  test("in one strategy nobody writes what another wrote, nor begins or ends as another does", () => {
    for (const { strategyId } of crowdAreas) {
      const here = own.filter((comment) => comment.strategyId === strategyId).map(({ text }) => text);
      expect(new Set(here).size, strategyId).toBe(here.length);
      expect(new Set(here.map((text) => text.slice(0, 24))).size, strategyId).toBe(here.length);
      expect(new Set(here.map((text) => text.slice(-18))).size, strategyId).toBe(here.length);
      expect(findCampaigns(own.filter((one) => one.strategyId === strategyId).map(toCampaignText))).toEqual([]);
    }
  });

  test("the campaign is 412 copies and 87 with a line of their own, each another", () => {
    const sent = plan.comments.filter(({ isCampaign }) => isCampaign);
    const [campaign, ...others] = findCampaigns(sent.map(toCampaignText));
    expect(campaign).toMatchObject({ identical: campaignCopies, personalised: campaignPersonalised });
    expect(others).toEqual([]);
    expect(new Set(sent.map(({ text }) => text)).size).toBe(campaignPersonalised + 1);
  });

  test("name no address, and are no longer than a comment may be", () => {
    for (const { text } of plan.comments) {
      expect([...text].length).toBeLessThanOrEqual(maxCommentLength);
      expect(text).not.toMatch(/@|https?:|\{/);
    }
  });

  test("use the reference’s themes, sectors and districts, and one workplace a person", () => {
    const [themes, sectors] = [ids("themes"), ids("sectors")];
    const covered = new Set(
      readReference<{ strategyId: string; districtId: string }>("strategy-districts").map(
        ({ strategyId, districtId }) => `${strategyId} ${districtId}`,
      ),
    );
    const people = new Map(plan.people.map((person) => [person.key, person]));
    for (const comment of plan.comments) {
      const by = people.get(comment.by);
      expect(comment.themes.filter((theme) => !themes.has(theme))).toEqual([]);
      expect(comment.sector === null || sectors.has(comment.sector)).toBe(true);
      if (comment.district) expect(covered).toContain(`${comment.strategyId} ${comment.district}`);
      expect(comment.replyTo ? by?.district : comment.district).toBe(by?.district);
      expect(by?.strategyId).toBe(comment.strategyId);
      expect(by?.weeksAgo).toBeGreaterThanOrEqual(comment.weeksAgo);
    }
  });
});

test("replies are to an earlier comment on the same strategy, by somebody else", () => {
  const comments = new Map(plan.comments.map((comment) => [comment.key, comment]));
  const replies = plan.comments.filter(({ replyTo }) => replyTo);
  expect(replies.length).toBeGreaterThan(100);
  for (const { replyTo, by, strategyId, weeksAgo, foundation } of replies) {
    const first = comments.get(replyTo ?? "");
    expect(first).toMatchObject({ replyTo: null, strategyId, foundation });
    expect(first?.by).not.toBe(by);
    expect(first?.weeksAgo).toBeGreaterThanOrEqual(weeksAgo);
  }
});

test("about fifteen people react to what somebody wrote, in a week in which both were there", () => {
  const reactions = planReactions(plan);
  const ids = new Set(reactions.map(({ commentId, participantId }) => `${commentId} ${participantId}`));
  expect(ids.size).toBe(reactions.length);
  const written = plan.comments.filter(({ isCampaign }) => !isCampaign).length;
  const ofCampaign = plan.comments.length - written;
  const ofCast = 255 + 139;
  expect(reactions.length / (written + ofCampaign * 0.04 + ofCast * 0.3)).toBeGreaterThan(12);
  expect(reactions.length / (written + ofCampaign * 0.04 + ofCast * 0.4)).toBeLessThan(18);
  const ended = new Map(crowdAreas.map(({ strategyId, endedWeeksAgo }) => [strategyId, endedWeeksAgo]));
  for (const { strategyId, weeksAgo } of reactions) {
    const last = ended.get(strategyId) ?? 0;
    expect(weeksAgo).toBeGreaterThanOrEqual(last);
    expect(weeksAgo).toBeLessThan(last + crowdWeeks);
  }
});

const toCampaignText = ({ key, by, text }: (typeof plan.comments)[number]) => ({ id: key, participantId: by, text });
