import { expect, test } from "vitest";
import { revisionWindow, whyCannotRevise } from "@/lib/comments/revision.policy";
import { CommentState } from "@/prisma/generated/enums";

test("what waits can be changed for an hour, what was returned at any time, nothing else, and nothing that was reported", () => {
  const writtenAt = new Date("2026-03-02T10:00:00Z");
  const after = (ms: number) => new Date(writtenAt.getTime() + ms);
  for (const state of Object.values(CommentState)) {
    const comment = { state, writtenAt, isReported: false };
    expect(whyCannotRevise(comment, after(0)) === null).toBe(state === "held" || state === "returned");
    expect(whyCannotRevise(comment, after(revisionWindow)) === null).toBe(state === "returned");
    // what is gone cannot be withdrawn any more
    expect(/withdraw/.test(whyCannotRevise(comment, after(revisionWindow)) ?? "")).toBe(
      ["held", "ready", "published", "rejected"].includes(state),
    );
    expect(whyCannotRevise({ ...comment, isReported: true }, after(0))).toContain("reported");
  }
});
