import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { answerInput } from "@/lib/answers/answer.schema";
import { noteInput, tagInput } from "@/lib/answers/note.schema";
import { bodyInput, kindInput } from "@/lib/areas/body.schema";
import { countCharacters } from "@/lib/characters";
import { commentInput, replyInput, revisionInput } from "@/lib/comments/comment.schema";
import { decisionInput } from "@/lib/moderation/decisions/decision.schema";
import { accessRequestInput } from "@/lib/moderation/originals/access-request.schema";
import { reportInput } from "@/lib/moderation/reports/report.schema";
import { reassignmentInput } from "@/lib/moderation/rota/reassignment.schema";
import { appealInput } from "@/lib/moderation/sanctions/appeal.schema";
import { sanctionInput } from "@/lib/moderation/sanctions/sanction.schema";
import { complaintAnswerInput, complaintInput } from "@/lib/people/complaints/complaint.schema";
import { extendStrategyInput } from "@/lib/strategies/consultation.schema";
import { aboutInput, fundingInput, pastedInput, sectionInput } from "@/lib/strategies/drafts/draft.schema";
import { factCheckInput, factCorrectionInput } from "@/lib/strategies/facts/fact-correction.schema";
import { meetingEntryInput, meetingRecordInput } from "@/lib/unions/meetings/meeting-record.schema";
import {
  mandateInput,
  publishResponseInput,
  responsePartInput,
} from "@/lib/unions/responses/collective-response.schema";

const limits: [field: string, schema: z.ZodType, limit: number, more?: object][] = [
  ["text", commentInput, 5000],
  ["text", replyInput, 5000],
  ["text", revisionInput, 5000],
  ["text", meetingEntryInput, 5000],
  ["name", meetingRecordInput, 100],
  ["why", answerInput, 5000],
  ["changed", answerInput, 5000],
  ["note", noteInput, 2000],
  ["tag", tagInput, 40],
  ["toAuthor", decisionInput, 1000],
  ["note", decisionInput, 1000],
  ["phrases", decisionInput, 5000],
  ["reason", accessRequestInput, 500],
  ["details", reportInput, 1000, { kind: "report" }],
  ["details", reportInput, 1000, { kind: "illegal" }],
  ["reason", reassignmentInput, 300],
  ["grounds", appealInput, 2000],
  ["message", sanctionInput, 1000],
  ["text", complaintInput, 5000],
  ["answer", complaintAnswerInput, 5000],
  ["text", factCorrectionInput, 1000],
  ["reply", factCheckInput, 1000],
  ["reason", extendStrategyInput, 500],
  ["summary", aboutInput, 1000],
  ["canChange", aboutInput, 2000],
  ["note", aboutInput, 2000],
  ["text", pastedInput, 200_000],
  ["summary", sectionInput, 600],
  ["who", fundingInput, 300],
  ["text", responsePartInput, 20_000],
  ["covers", mandateInput, 2000],
  ["minority", mandateInput, 2000],
  ["why", publishResponseInput, 500],
  ["name", kindInput, 100],
  ["districts", bodyInput, 20_000],
];

describe.each(limits)("%s, %#", (field, schema, limit, more = {}) => {
  const tooLong = (text: string) =>
    schema
      .safeParse({ ...more, [field]: text })
      .error?.issues.some(({ path, message }) => path[0] === field && /characters|That is more/.test(message)) ?? false;

  test(`line ends and emoji count once: ${limit} characters are accepted, one more is not`, () => {
    const lines = `${"x".repeat(9)}\n`.repeat(limit / 10 - 1) + "x".repeat(10);
    expect(countCharacters(lines)).toBe(limit);
    const isSingleLine = /[\p{Cc}]/u.test(lines) && schema === kindInput;
    for (const text of isSingleLine
      ? ["😀x".repeat(limit / 2)]
      : [lines, lines.replaceAll("\n", "\r\n"), "😀x".repeat(limit / 2)]) {
      expect(tooLong(text)).toBe(false);
      expect(tooLong(`${text}x`)).toBe(true);
    }
  });
});
