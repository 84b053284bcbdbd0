import { expect, test } from "vitest";
import { noticeKind } from "@/lib/moderation/decisions/decision.rules";
import { noticeTitle, unknownNoticeTitle } from "@/lib/moderation/decisions/own-notice.rules";
import { transitionsFor } from "@/lib/moderation/decisions/transition.rules";
import { noticeKinds } from "@/lib/notifications/notice.rules";
import { CaseKind, CommentState } from "@/prisma/generated/enums";

test.each(noticeKinds)("a notice of kind %s has a title of its own", (kind) => {
  expect(noticeTitle(kind)).not.toBe(unknownNoticeTitle);
  expect(noticeTitle(kind)).toMatch(/^[A-Z].*[.]$/);
});

test("every decision that can be taken has a kind of notice, or none", () => {
  const kinds = Object.values(CaseKind).flatMap((kind) =>
    Object.values(CommentState).flatMap((state) =>
      transitionsFor(kind, state).flatMap(({ action, to }) =>
        [null, ...Object.values(CommentState)].map((reviewed) => noticeKind(kind, action, to, reviewed)),
      ),
    ),
  );
  expect(kinds.length).toBeGreaterThan(20);
  for (const kind of kinds) expect([null, ...noticeKinds]).toContain(kind);
});

test("the notice of an answer says who answered", () => {
  expect(noticeTitle("answer-published", "West Midlands Combined Authority")).toBe(
    "West Midlands Combined Authority answered what you raised.",
  );
  expect(noticeTitle("toString")).toBe(unknownNoticeTitle);
});
